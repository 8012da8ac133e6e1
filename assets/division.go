package assets

import (
	"strconv"
	"strings"

	"stappenplan/steps"
)

// DivisionTexts are the words of a proposed division of tasks.
type DivisionTexts struct {
	Title             Text
	AwayTitle         Text // {member}
	Intro             Text // that it is to be talked about
	Keys              Text // the same, with the keys that keep it
	AwayKeys, AwayYes Text
	AwayAsk           Text   // {member}
	Nothing           Text   // no task lacks an owner
	NothingAway       Text   // {member}
	Away              Plural // tasks of {member}: {taken} {left} {hours}
	Stranded          Plural // tasks that {member} would step in for

	Favours map[steps.Favour]Text
	Favour  Text            // the head of a column of them
	Costs   map[string]Text // heads of columns, by the field in JSON
	Cost    Text            // all in one line
	Of      Text            // {n} {total}

	Columns    map[string]Text
	Line       Text // {task} {owner} {why}
	LineBackup Text // the same with {backup}
	StepsIn    Text // {backup} {why}
	LeftLine   Text // {task} {why}
	Nobody     Text
	Hours      Text // {n}
	Estimated  Text // {n}

	Reason      Text // {first} {second}
	Merits      map[steps.Merit]Text
	BackupStays Text
	Fits        Text // no merit but that the hours are there
	Obstacles   map[steps.Obstacle]Text

	LeftTitle, RowsOf         Plural
	Exact, Searched           Text
	Weights                   Text // {favour} {weights}
	Weight                    Text // {rule} {points}
	Rules                     map[steps.DivisionRule]Text
	Estimates                 Plural
	EstimatesOut, EstimatesIn Text

	KeepSaid                      Plural
	NothingToKeep                 Text
	OtherFavour, LeaveOut, Divide Text // of keys
	ToDivide                      Plural
	Others, Only                  Text // {scope}: the key that divides others too, or only those again
	ToDivideAll                   Text
	WhatIfAway                    Text // {member}
	ToBoard, ToBoardWords         Plural
	ToBoardSaid                   Text
	ToGroup, ToGroupSaid          Plural
	FromMotivation                Text // {tasks}
	Plain                         PlainDivisionTexts
	Command                       DivisionCommandTexts
}

// PlainDivisionTexts are those of the division line by line.
type PlainDivisionTexts struct {
	Ask               Plural
	Options, Help     Text
	Keep              Text
	KeepOptions       Text
	KeepHelp, NotKept Text
}

// DivisionCommandTexts are those of the command.
type DivisionCommandTexts struct {
	Title Text // {school} {favour}
	Keep  Text // {command}
	Kept  Plural
}

// DivisionWhy says in about five words why somebody takes a task: the weightiest reason, and the hours that stay.
func (t *Texts) DivisionWhy(row steps.Divided) string {
	most := 2
	if row.Room > 0 {
		most--
	}
	return t.meritWords(row.Merits, row.Room, false, most)
}

// DivisionWhyAll says all reasons why the owner takes it, or the other steps in.
func (t *Texts) DivisionWhyAll(row steps.Divided, backup bool) string {
	if backup {
		return t.meritWords(row.BackupMerits, 0, true, len(row.BackupMerits))
	}
	return t.meritWords(row.Merits, row.Room, false, len(row.Merits))
}

func (t *Texts) meritWords(merits []steps.Merit, room steps.Decimal, backup bool, most int) string {
	words := t.Division
	said := ""
	add := func(text string) {
		if said != "" {
			text = words.Reason.Fill("first", said, "second", text)
		}
		said = text
	}
	for _, merit := range merits {
		switch {
		case merit == steps.MeritRoom && room > 0:
			add(words.Merits[merit].Fill("hours", t.Number(room)))
		case merit == steps.MeritRoom || most <= 0:
		case merit == steps.MeritStays && backup:
			most--
			add(string(words.BackupStays))
		default:
			most--
			add(string(words.Merits[merit]))
		}
	}
	if said == "" {
		return string(words.Fits)
	}
	return said
}

// DivisionHours are the hours of a task, marked where they were estimated.
func (t *Texts) DivisionHours(hours steps.Decimal, estimated bool) string {
	if estimated {
		return t.Division.Estimated.Fill("n", t.Number(hours))
	}
	return t.Division.Hours.Fill("n", t.Number(hours))
}

// DivisionLine is a row of a division in one line.
func (t *Texts) DivisionLine(row steps.Divided, p steps.Plan) string {
	words, line := t.Division, t.Division.Line
	if row.Backup != "" {
		line = words.LineBackup
	}
	return line.Fill("task", t.TaskName(p, row.Task), "owner", steps.CleanName(t.MemberName(p, row.Owner)),
		"backup", steps.CleanName(t.MemberName(p, row.Backup)), "why", t.DivisionWhy(row))
}

// DivisionLeft says why nobody takes a task.
func (t *Texts) DivisionLeft(left steps.Undivided) string {
	return t.Division.Obstacles[left.Why].Fill("hours", t.Number(left.Hours))
}

// DivisionCosts are what a division comes to, by the names that its columns have.
func (t *Texts) DivisionCosts(d steps.Division) map[string]string {
	c := d.Cost
	of := func(n, total int) string { return t.Division.Of.Fill("n", n, "total", total) }
	return map[string]string{
		"overload": t.Number(c.Overload), "pillars": strconv.Itoa(c.Pillars), "wishes": of(c.Wishes, c.Wished), "known": of(c.Known, len(d.Rows)),
		"without_backup": strconv.Itoa(c.Alone), "left": strconv.Itoa(c.Left), "hours_short": t.Number(c.Short),
	}
}

// DivisionCostLine is the same in one line.
func (t *Texts) DivisionCostLine(d steps.Division) string {
	c := d.Cost
	return t.Division.Cost.Fill("overload", t.Number(c.Overload), "pillars", c.Pillars, "wishes", c.Wishes, "wished", c.Wished,
		"known", c.Known, "rows", len(d.Rows), "alone", c.Alone, "left", c.Left, "hours", t.Number(c.Short))
}

// DivisionWeights says how a favour weighs, and whether the division is the best by that.
func (t *Texts) DivisionWeights(d steps.Division) []string {
	words := t.Division
	var list []string
	for _, rule := range steps.DivisionRules {
		if rule != steps.WeighStandIn || d.Away != "" {
			list = append(list, words.Weight.Fill("rule", words.Rules[rule], "points", d.Favour.Weight(rule)))
		}
	}
	sure := words.Exact
	if !d.Exact {
		sure = words.Searched
	}
	return []string{words.Weights.Fill("favour", words.Favours[d.Favour], "weights", strings.Join(list, ", ")), string(sure)}
}

// DivisionAway says what it comes to that a member is away.
func (t *Texts) DivisionAway(d steps.Division, p steps.Plan) (lines []string) {
	member := steps.CleanName(t.MemberName(p, d.Away))
	words, n := t.Division, len(d.Rows)+len(d.Left)
	if n == 0 {
		lines = append(lines, words.NothingAway.Fill("member", member))
	} else {
		lines = append(lines, words.Away.For(n, "member", member, "taken", len(d.Rows), "left", len(d.Left), "hours", t.Number(d.Cost.Short)))
	}
	if len(d.Stranded) > 0 {
		lines = append(lines, words.Stranded.For(len(d.Stranded), "member", member))
	}
	return lines
}

// DivisionToBoard words what the board is asked for the tasks that nobody takes.
func (t *Texts) DivisionToBoard(d steps.Division, p steps.Plan) string {
	titles := make([]string, len(d.Left))
	for i, left := range d.Left {
		titles[i] = t.TaskName(p, left.Task)
	}
	return t.Division.ToBoardWords.For(len(titles), "hours", t.Number(d.Cost.Short), "tasks", strings.Join(titles, ", "))
}
