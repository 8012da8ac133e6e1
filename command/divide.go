package command

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// divided is a proposed division as scripts read it.
type divided struct {
	Favour  steps.Favour               `json:"favour"`
	Away    string                     `json:"away,omitempty"`
	Exact   bool                       `json:"exact"`
	Weights map[steps.DivisionRule]int `json:"weights"`
	Cost    steps.DivisionCost         `json:"cost"`
	People  []bearing                  `json:"people"`
	Tasks   []dividedTask              `json:"tasks"`
	Left    []string                   `json:"left"`
	Why     []leftTask                 `json:"left_why"`
	// Stranded are the tasks of others for which the member who is away would step in.
	Stranded []strandedTask `json:"stranded"`
	Lacking  steps.Decimal  `json:"hours_lacking"` // that nobody has: of what is left, and of who comes over their hours
}

type dividedTask struct {
	Task          string        `json:"task"`
	Owner         string        `json:"owner"`
	Was           string        `json:"was,omitempty"` // the owner so far, where that is another
	Changes       bool          `json:"changes"`       // the owner or the back-up is another than in the plan
	Backup        string        `json:"backup"`
	Hours         steps.Decimal `json:"hours"`
	Estimated     bool          `json:"estimated"`
	Reasons       []steps.Merit `json:"reasons"`
	BackupReasons []steps.Merit `json:"backup_reasons"`
	HoursLeft     steps.Decimal `json:"hours_left"` // of the owner, once all is kept
}

// bearing are the hours a week that a member carries before and with the division.
type bearing struct {
	Member    string         `json:"member"`
	Hours     *steps.Decimal `json:"hours,omitempty"` // those the member has, where they are known
	Before    steps.Decimal  `json:"before"`
	After     steps.Decimal  `json:"after"`
	Estimated bool           `json:"estimated"`
}

// strandedTask is a task for which another can step in; nobody where the back-up is empty.
type strandedTask struct {
	Task    string        `json:"task"`
	Owner   string        `json:"owner"`
	Backup  string        `json:"backup"`
	Reasons []steps.Merit `json:"backup_reasons"`
}

type leftTask struct {
	Task      string         `json:"task"`
	Hours     steps.Decimal  `json:"hours"`
	Estimated bool           `json:"estimated"`
	Why       steps.Obstacle `json:"reason"`
}

func dividedOf(d steps.Division) divided {
	out := divided{
		Favour: d.Favour, Away: d.Away, Exact: d.Exact, Cost: d.Cost, Weights: map[steps.DivisionRule]int{},
		People: []bearing{}, Tasks: []dividedTask{}, Left: listed(d.LeftIDs()), Why: []leftTask{}, Stranded: []strandedTask{}, Lacking: d.Lacking().Hours,
	}
	for _, rule := range steps.DivisionRules {
		out.Weights[rule] = d.Favour.Weight(rule)
	}
	for _, row := range d.Rows {
		out.Tasks = append(out.Tasks, dividedTask{row.Task, row.Owner, row.Was, row.Changes, row.Backup, row.Hours, row.Estimated, listed(row.Merits), listed(row.BackupMerits), row.Room})
	}
	for _, b := range d.People {
		one := bearing{b.Member, &b.Hours, b.Before, b.After, b.Estimated}
		if !b.Known {
			one.Hours = nil
		}
		out.People = append(out.People, one)
	}
	for _, left := range d.Left {
		out.Why = append(out.Why, leftTask(left))
	}
	for _, row := range d.Stranded {
		one := strandedTask{Task: row.Task, Owner: row.Owner, Reasons: listed(row.BackupMerits)}
		if row.Changes {
			one.Backup = row.Backup
		}
		out.Stranded = append(out.Stranded, one)
	}
	return out
}

// divideCommand proposes who takes which task, and keeps that where it is asked to.
func (p *program) divideCommand() *cobra.Command {
	favour, away, left := string(steps.LeastOverload), "", ""
	asJSON, yes, all, hours := false, false, false, false
	c := p.command("divide", 0, func([]string) error {
		purpose := toShow
		if yes {
			purpose = toChange
		}
		return p.loaded(purpose, func(session *session.Session) error {
			plan := session.Plan()
			id, known := steps.FindMember(plan.Members, away)
			if away != "" && known {
				away = id
			}
			r := steps.DivisionRequest{Favour: steps.Favour(favour), Away: away}
			if away != "" && !known {
				var ids []string
				for _, m := range plan.Members {
					ids = append(ids, m.ID)
				}
				return refuse("unknown-away", "value", away, "limit", cmp.Or(strings.Join(ids, ", "), "–"))
			}
			if all {
				r.Tasks = plan.Divisible()
			}
			if away != "" {
				r.StandIns, r.AtGroup = assets.StandIns(plan, away)
			}
			d := plan.Divide(r)
			changes := d.Changes(plan, func(string) bool { return true }, hours)
			divided, asked := len(changes), p.askedFor(d, plan, left)
			changes = append(changes, asked...)
			if err := p.showDivision(d, plan, r, asJSON); err != nil || !yes {
				if err == nil && !asJSON && len(changes) > 0 && !p.flags.example {
					p.tell(p.out, "\n"+p.texts.Division.Command.Keep.Fill("command", p.again()+divideCall(favour, away, left, all, hours)+" --yes"))
				}
				return err
			}
			if len(changes) == 0 {
				return nil
			}
			if err := session.Record(changes...); err != nil {
				return err
			}
			if asJSON {
				return nil
			}
			if divided > 0 {
				p.tell(p.out, p.texts.Division.Command.Kept.For(divided))
			}
			if len(asked) > 0 {
				p.tell(p.out, leftSaid(p.texts, left, len(asked)))
			}
			return nil
		})
	})
	check := c.Args
	c.Args = func(c *cobra.Command, args []string) error {
		if !slices.Contains(steps.Favours, steps.Favour(favour)) {
			return usage("unknown-favour", "value", favour, "limit", strings.Join(favours(), ", "))
		}
		if left != "" && left != toBoard && left != toGroup {
			return usage("unknown-left", "value", left, "limit", toBoard+", "+toGroup)
		}
		return check(c, args)
	}
	flags := c.Flags()
	flags.StringVar(&favour, "favour", favour, p.flag("favour"))
	flags.StringVar(&away, "away", "", p.flag("away"))
	flags.StringVar(&left, "left", "", p.flag("left"))
	flags.BoolVar(&all, "all", false, p.flag("all"))
	flags.BoolVar(&hours, "estimates", false, p.flag("estimates"))
	flags.BoolVar(&asJSON, "json", false, p.flag("json"))
	flags.BoolVar(&yes, "yes", false, p.flag("yes"))
	p.complete(c, "favour", favours()...)
	p.complete(c, "left", toBoard, toGroup)
	return c
}

// Who is asked for what nobody takes.
const toBoard, toGroup = "board", "group"

// askedFor are the changes that ask the board or the group for what nobody takes.
func (p *program) askedFor(d steps.Division, plan steps.Plan, left string) []steps.Change {
	switch texts := p.texts.For(plan.School.Level); {
	case left == toBoard && texts.DivisionAsks(d) != "":
		if c, asked := d.ToBoard(plan, texts.DivisionToBoard(d, plan)); !asked {
			return []steps.Change{c}
		}
	case left == toGroup:
		return d.ToGroup(plan)
	}
	return nil
}

func leftSaid(texts *assets.Texts, left string, n int) string {
	if left == toBoard {
		return string(texts.Division.Command.LeftAsked)
	}
	return texts.Division.Command.LeftBrought.For(n)
}

// divideCall is the command that proposes the same.
func divideCall(favour, away, left string, all, hours bool) string {
	call := " divide"
	if favour != string(steps.LeastOverload) {
		call += " --favour " + favour
	}
	if away != "" {
		call += " --away " + away
	}
	if left != "" {
		call += " --left " + left
	}
	if all {
		call += " --all"
	}
	if hours {
		call += " --estimates"
	}
	return call
}

func favours() (names []string) {
	for _, f := range steps.Favours {
		names = append(names, string(f))
	}
	return names
}

// showDivision shows a division, in words or as a script reads it.
func (p *program) showDivision(d steps.Division, plan steps.Plan, r steps.DivisionRequest, asJSON bool) error {
	if asJSON {
		text, err := inJSON(dividedOf(d))
		if err == nil {
			_, err = io.WriteString(p.out, text+"\n")
		}
		return err
	}
	var others []steps.Division
	for _, r.Favour = range steps.Favours {
		others = append(others, plan.Divide(r))
	}
	p.tell(p.out, strings.Join(divisionLines(d, others, plan, p.texts.For(plan.School.Level)), "\n"))
	return nil
}

// divisionLines say a division in words, and which of the others come to the same.
func divisionLines(d steps.Division, others []steps.Division, plan steps.Plan, texts *assets.Texts) (lines []string) {
	words := texts.Division
	lines = append(lines, words.Command.Title.Fill("school", cmp.Or(steps.CleanName(plan.School.Name), string(texts.Common.School)), "favour", words.Favours[d.Favour]))
	if d.Away != "" {
		lines = append(lines, texts.DivisionAway(d, plan)...)
	}
	if len(d.Rows)+len(d.Left)+len(d.Stranded) == 0 {
		if d.Away == "" {
			lines = append(lines, string(words.Nothing))
		}
		return lines
	}
	lines = append(lines, string(words.Intro), texts.DivisionCostLine(d, plan))
	if people, _ := texts.DivisionPeople(d, plan); len(people) > 0 {
		lines = append(lines, words.People.Fill("people", strings.Join(people, "; ")))
	}
	for _, said := range []string{texts.DivisionEstimates(d), texts.DivisionSame(d, others), texts.DivisionHint(plan)} {
		if said != "" {
			lines = append(lines, said)
		}
	}
	listed := func(title assets.Plural, rows []steps.Divided) {
		if len(rows) > 0 {
			lines = append(lines, "", title.For(len(rows))+":")
		}
		for _, row := range rows {
			lines = append(lines, "  "+texts.DivisionLine(row, d, plan)+" · "+texts.DivisionHours(row.Hours, row.Estimated))
		}
	}
	changed, same := d.Changed()
	listed(words.ChangesTitle, changed)
	if len(d.Left) > 0 {
		lines = append(lines, "", words.LeftTitle.For(len(d.Left))+":")
		for _, left := range d.Left {
			lines = append(lines, "  "+words.LeftLine.Fill("task", texts.TaskName(plan, left.Task), "why", texts.DivisionLeft(left))+" · "+texts.DivisionHours(left.Hours, left.Estimated))
		}
	}
	if stranded := texts.DivisionStranded(d, plan); len(stranded) > 0 {
		lines = append(lines, "", stranded[0])
		for _, line := range stranded[1:] {
			lines = append(lines, "  "+line)
		}
	}
	listed(words.StaysTitle, same)
	return append(append(lines, ""), texts.DivisionWeights(d)...)
}
