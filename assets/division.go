package assets

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/steps"
)

// DivisionWhy says in about five words why somebody takes a task: who had it, the weightiest reason, and the hours that stay.
// Was is what to call the one who had it; empty where that goes without saying.
func (t *Texts) DivisionWhy(row steps.Divided, was string) string {
	most := 2
	if row.Room > 0 {
		most--
	}
	return t.meritWords(row, was, most)
}

// DivisionWhyAll says all reasons why the owner takes it.
func (t *Texts) DivisionWhyAll(row steps.Divided, was string) string {
	return t.meritWords(row, was, len(row.Merits))
}

// BackupWhy says all reasons why the other steps in.
func (t *Texts) BackupWhy(row steps.Divided) string {
	return t.meritWords(steps.Divided{Merits: row.BackupMerits}, "", len(row.BackupMerits))
}

func (t *Texts) meritWords(row steps.Divided, was string, most int) string {
	words, said := t.Division, ""
	add := func(text string) {
		if said != "" {
			text = words.Reason.Fill("first", said, "second", text)
		}
		said = text
	}
	if was != "" {
		add(words.Was.Fill("member", was))
	}
	if row.Room < 0 {
		add(words.Over.Fill("hours", t.DivisionHours(-row.Room, row.RoomEstimated)))
	}
	for _, merit := range row.Merits {
		switch {
		case merit == steps.MeritRoom && row.Room > 0:
			add(words.Merits[merit].Fill("hours", t.DivisionHours(row.Room, row.RoomEstimated)))
		case merit == steps.MeritRoom || most <= 0:
		default:
			most--
			add(string(words.Merits[merit]))
		}
	}
	if len(row.Merits) == 0 {
		add(string(words.Fits))
	}
	return said
}

// DivisionHours are the hours of a task, marked where they were estimated.
func (t *Texts) DivisionHours(hours steps.Decimal, estimated bool) string {
	return t.divisionHours(t.DivisionNumber(hours, estimated))
}

// divisionHours are hours as they stand beside much else; aloud in whole words.
func (t *Texts) divisionHours(number string) string {
	switch {
	case !t.aloud:
		return t.Division.Hours.Fill("n", number)
	case number == "1":
		return t.Changes.Counted["hours"].For(1, "value", number)
	}
	return t.Common.Hours.Fill("n", number)
}

// ratio is how many of all there are; aloud in whole words.
func (t *Texts) ratio(n, total int) string {
	if t.aloud {
		return t.Wizard.PlaceInList.Fill("n", n, "total", total)
	}
	return t.Division.Of.Fill("n", n, "total", total)
}

// DivisionNumber is the same without its unit.
func (t *Texts) DivisionNumber(hours steps.Decimal, estimated bool) string {
	if estimated && !t.aloud {
		return t.Division.Estimated.Fill("n", t.Number(hours))
	}
	return t.about(steps.Estimate{Hours: hours, Estimated: estimated})
}

// DivisionLine is a row of a division in one line.
func (t *Texts) DivisionLine(row steps.Divided, d steps.Division, p steps.Plan) string {
	was := ""
	if row.Was != "" && d.Away == "" {
		was = t.cleanMember(p, row.Was)
	}
	return t.divisionLine(row, t.DivisionWhy(row, was), p)
}

func (t *Texts) divisionLine(row steps.Divided, why string, p steps.Plan) string {
	line := t.Division.Line
	if row.Backup != "" {
		line = t.Division.LineBackup
	}
	return line.Fill("task", t.TaskName(p, row.Task), "owner", t.cleanMember(p, row.Owner), "backup", t.cleanMember(p, row.Backup), "why", why)
}

// cleanMember is the name of a member in one line; nobody where there is none.
func (t *Texts) cleanMember(p steps.Plan, id string) string {
	if id == "" {
		return string(t.Division.Nobody)
	}
	return steps.CleanName(t.MemberName(p, id))
}

// DivisionPeople says of each member the hours a week before and with a division, and which of them would be over theirs.
func (t *Texts) DivisionPeople(d steps.Division, p steps.Plan) (people []string, over []bool) {
	words := t.Division
	for _, b := range d.People {
		if b.Member == d.Away {
			continue
		}
		text := words.Bearing
		switch {
		case !b.Known:
			text = words.BearingUnknown
		case b.Before == b.After:
			text = words.BearingSame
		}
		before, after := t.DivisionNumber(b.Before, b.WasEstimated), t.DivisionNumber(b.After, b.Estimated)
		people = append(people, text.Fill("member", steps.CleanName(t.MemberName(p, b.Member)), "before", before, "after", after, "hours", t.Number(b.Hours)))
		over = append(over, b.Known && b.After > b.Hours)
	}
	return people, over
}

// DivisionWeighing says of a task of a division what each member would cost: which rules speak, with how many points. It is empty for
// a task that is not divided.
func (t *Texts) DivisionWeighing(d steps.Division, p steps.Plan, task string) string {
	words, candidates := t.Division, d.Candidates(p, task)
	if len(candidates) == 0 {
		return ""
	}
	var people []string
	for _, c := range candidates {
		member := steps.CleanName(t.MemberName(p, c.Member))
		rules := make([]string, len(c.Rules))
		for i, rule := range c.Rules {
			rules[i] = words.Weight.Fill("rule", words.Rules[rule.Rule], "points", t.Number(tenths(rule.Points)))
		}
		switch {
		case c.Cannot != "":
			people = append(people, words.WeighedOut.Fill("member", member, "why", words.Outs[c.Cannot]))
		case len(rules) == 0:
			people = append(people, words.WeighedNothing.Fill("member", member))
		default:
			people = append(people, words.Weighed.Fill("member", member, "points", t.Number(tenths(c.Points)), "rules", strings.Join(rules, ", ")))
		}
	}
	return words.Weighing.Fill("task", t.TaskName(p, task), "people", strings.Join(people, "; "))
}

// tenths rounds to one decimal.
func tenths(d steps.Decimal) steps.Decimal {
	const tenth = 100 // thousandths
	return (d + tenth/2) / tenth * tenth
}

// DivisionHint says how people tell what they know and like, where nobody did.
func (t *Texts) DivisionHint(p steps.Plan) string {
	if len(p.Members) == 0 || slices.ContainsFunc(p.Members, func(m steps.Member) bool { return len(m.Knows)+len(m.Prefers) > 0 }) {
		return ""
	}
	return t.Division.NobodyTold.Fill("matrix", t.Wizard.Matrix)
}

// DivisionMoved says which tasks a change of one of them moved too.
func (t *Texts) DivisionMoved(moved []string, p steps.Plan) string {
	if len(moved) == 0 {
		return string(t.Division.NothingMoved)
	}
	titles := make([]string, len(moved))
	for i, id := range moved {
		titles[i] = t.TaskName(p, id)
	}
	return t.Division.AlsoMoved.For(len(moved), "tasks", strings.Join(titles, ", "))
}

// DivisionLeft says why nobody takes a task.
func (t *Texts) DivisionLeft(left steps.Undivided) string {
	return t.Division.Obstacles[left.Why].Fill("hours", t.DivisionHours(left.Hours, left.Estimated))
}

// DivisionCosts are what a division comes to, by the names that its columns have.
func (t *Texts) DivisionCosts(d steps.Division, p steps.Plan) map[string]string {
	c, told := d.Cost, 0
	if slices.ContainsFunc(p.Members, func(m steps.Member) bool { return len(m.Knows) > 0 }) {
		told = len(d.Rows)
	}
	of := func(n, total int) string {
		if total == 0 {
			return "–"
		}
		return t.ratio(n, total)
	}
	return map[string]string{
		"overload": t.divisionHours(t.estimate(d.Overload())), "pillars": t.Whole(c.Pillars), "wishes": of(c.Wishes, c.Wished), "known": of(c.Known, told),
		"without_backup": t.Whole(c.Alone), "left": t.Whole(c.Left), "hours_short": t.estimate(d.Short()),
	}
}

// DivisionCostLine is the same in one line.
func (t *Texts) DivisionCostLine(d steps.Division, p steps.Plan) string {
	costs := t.DivisionCosts(d, p)
	return t.Division.Cost.Fill("overload", costs["overload"], "pillars", costs["pillars"], "wishes", costs["wishes"], "known", costs["known"],
		"alone", costs["without_backup"], "left", costs["left"], "hours", costs["hours_short"])
}

// DivisionWeights says how a favour weighs, and whether the division is the best by that.
func (t *Texts) DivisionWeights(d steps.Division) []string {
	words := t.Division
	var list []string
	for _, rule := range steps.DivisionRules {
		if rule != steps.WeighStandIn { // an agreement goes before all points
			list = append(list, words.Weight.Fill("rule", words.Rules[rule], "points", d.Favour.Weight(rule)))
		}
	}
	sure := words.Exact
	if !d.Exact {
		sure = words.Searched
	}
	var said []string
	if d.Away != "" {
		said = append(said, string(words.OverAway))
	}
	return append(said, words.Weights.Fill("favour", words.Favours[d.Favour], "weights", strings.Join(list, ", ")), string(sure))
}

// DivisionAway says what it comes to that a member is away.
func (t *Texts) DivisionAway(d steps.Division, p steps.Plan) (lines []string) {
	member := steps.CleanName(t.MemberName(p, d.Away))
	words, n := t.Division, len(d.Rows)+len(d.Left)
	if n == 0 {
		lines = append(lines, words.NothingAway.Fill("member", member))
	} else {
		lines = append(lines, words.Away.For(n, "member", member, "taken", len(d.Rows), "left", d.Cost.Left))
	}
	if d.Lacking().Hours > 0 {
		lines = append(lines, words.AwayLacking.Fill(lacking(d, t.estimate)...))
	}
	if n := d.ByGroup(); n > 0 {
		lines = append(lines, words.AwayGroup.For(n))
	}
	return lines
}

// DivisionStranded are the tasks for which the member who is away would step in, each in a line below how many there are; none where
// there are none.
func (t *Texts) DivisionStranded(d steps.Division, p steps.Plan) (lines []string) {
	if len(d.Stranded) > 0 {
		lines = append(lines, t.Division.Stranded.For(len(d.Stranded), "member", t.cleanMember(p, d.Away)))
	}
	for _, row := range d.Stranded {
		lines = append(lines, t.DivisionStrandedLine(row, p))
	}
	return lines
}

// DivisionStrandedLine is one of those in a line.
func (t *Texts) DivisionStrandedLine(row steps.Divided, p steps.Plan) string {
	why := t.DivisionStrandedWhy(row)
	if !row.Changes {
		row.Backup = ""
	}
	return t.divisionLine(row, why, p)
}

// DivisionStrandedWhy says why another steps in for a task of somebody else while a member is away, or that nobody was found.
func (t *Texts) DivisionStrandedWhy(row steps.Divided) string {
	if row.Changes {
		return t.BackupWhy(row)
	}
	return string(t.Division.StrandedWhy)
}

// lacking are the hours that nobody has when somebody is away, to fill in.
func lacking(d steps.Division, said func(steps.Estimate) string) []any {
	return []any{"hours", said(d.Lacking()), "left", said(d.Short()), "over", said(d.Overloading())}
}

// estimate is a sum of hours, marked where some were estimated.
func (t *Texts) estimate(e steps.Estimate) string { return t.DivisionNumber(e.Hours, e.Estimated) }

// about is the same in words, for those who do not see what the mark says.
func (t *Texts) about(e steps.Estimate) string {
	if e.Estimated {
		return t.Common.About.Fill("n", t.Number(e.Hours))
	}
	return t.Number(e.Hours)
}

// DivisionEstimates says of how many tasks the hours are estimated, and how many of these are no rows; empty where none are.
func (t *Texts) DivisionEstimates(d steps.Division) string {
	taken, left := d.Estimates()
	n := taken + left + d.Elsewhere
	if n == 0 {
		return ""
	}
	words := t.Division.Estimates
	if t.aloud {
		words = t.Division.EstimatesAloud
	}
	said := words.For(n)
	if d.Elsewhere > 0 {
		said += " " + t.Division.EstimatesElsewhere.For(d.Elsewhere)
	}
	return said
}

// DivisionSame says which other divisions come to the same as one, of those whose name is true of it; empty where none does.
func (t *Texts) DivisionSame(d steps.Division, others []steps.Division) string {
	var same []string
	for _, other := range others {
		if other.Favour != d.Favour && other.Same(d) && d.Keeps(other.Favour) {
			same = append(same, string(t.Division.Favours[other.Favour]))
		}
	}
	if len(same) == 0 {
		return ""
	}
	return t.Division.Same.Fill("favours", strings.Join(same, ", "))
}

// DivisionKept says that changes of a division are kept, and what the plan finds since then.
func (t *Texts) DivisionKept(changes []steps.Change, p steps.Plan, today steps.Date) string {
	return strings.TrimSpace(t.Division.KeepSaid.For(len(changes)) + " " + t.DivisionRaised(changes, p, today))
}

// DivisionRaised says what the plan finds once changes of a division are kept, and did not find before; empty for nothing.
func (t *Texts) DivisionRaised(changes []steps.Change, p steps.Plan, today steps.Date) string {
	counts := map[steps.FindingID]int{}
	for _, f := range p.Raised(changes, today) {
		counts[f.ID]++
	}
	var raised []string
	for _, id := range steps.FindingIDs {
		if counts[id] > 0 {
			raised = append(raised, t.Plan.Findings[id].Title.For(counts[id]))
		}
	}
	if len(raised) == 0 {
		return ""
	}
	return t.Division.Raised.Fill("findings", strings.Join(raised, "; "))
}

// DivisionToBoard words what the board is asked for the tasks that nobody takes.
func (t *Texts) DivisionToBoard(d steps.Division, p steps.Plan) string {
	var titles []string
	for _, left := range d.Wanting() {
		titles = append(titles, t.TaskName(p, left.Task))
	}
	tasks := strings.Join(titles, ", ")
	if d.Away != "" {
		return t.Division.ToBoardAwayWords.Fill(append(lacking(d, t.about), "member", t.cleanMember(p, d.Away), "tasks", cmp.Or(tasks, "–"))...)
	}
	return t.Division.ToBoardWords.For(len(titles), "hours", t.about(d.Short()), "tasks", tasks)
}

// DivisionAsks is what can be asked of the board, in a few words; empty where nobody lacks.
func (t *Texts) DivisionAsks(d steps.Division) string {
	switch n := len(d.Wanting()); {
	case d.Away != "" && d.Lacking().Hours > 0:
		return t.Division.ToBoardAway.Fill("hours", t.estimate(d.Lacking()))
	case d.Away == "" && n > 0:
		return t.Division.ToBoard.For(n)
	}
	return ""
}
