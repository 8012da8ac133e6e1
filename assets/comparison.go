package assets

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stappenplan/steps"
)

// ComparisonTexts say what changed between two moments of a plan.
type ComparisonTexts struct {
	Title      Text
	Directions map[steps.Direction]Text
	Parts      map[steps.PartID]Text
	Same       Text // nothing changed
	Own        Text // a list of tasks of one's own
	State      Text // of a step

	Round       Text // {from} {to}
	Step        Text // {n} {step} {from} {to}
	Unanswered  Text
	NotDone     Text // the state of a step that follows from what is filled in
	Short       Text // {from} {to} hours
	ShortNow    Text // {to}
	ShortNoMore Text // {from}
	Available   Text // {from} {to}
	Asked       Text // {from} {to}
	Finding     Text // {what} {from}
	Found       Text // {what}
	FoundNoMore Text // {what}
	Named       map[steps.PointID]Plural
	Counted     map[steps.PointID]Plural // of tasks, where they are not named
	More        Plural                   // how many names are left out

	Rounds RoundLineTexts
	Moment MomentTexts

	Fields Text // the heading of the differences field by field
	Field  Text // the titles of their columns
	From   Text
	To     Text
	Since  Text // {moment}
}

// RoundLineTexts are the words of the line over all rounds.
type RoundLineTexts struct {
	Title, Round, Opened, Asked, There, Unowned, Findings Text
	Now                                                   Text // {n}: the present round
}

// MomentTexts name a moment.
type MomentTexts struct {
	Beginning Text
	Now       Text
	Entry     Text // {moment} {round}
}

// namedAtMost is how many names a sentence lists.
const namedAtMost = 4

// Compared are the sentences of a comparison that tell of one direction.
func (t *Texts) Compared(c steps.Comparison, d steps.Direction) (sentences []string) {
	for _, p := range c.Points() {
		if p.Direction == d {
			sentences = append(sentences, t.point(p, c))
		}
	}
	return sentences
}

// ComparedBriefly is the same in one text for a paper: tasks are counted and not named, and neither the round nor
// decisions and actions, which it tells of elsewhere, are in it, nor sheets that are to say nothing there.
func (t *Texts) ComparedBriefly(c steps.Comparison, d steps.Direction) string {
	var sentences []string
	for _, p := range c.Points() {
		counted, isTasks := t.Comparison.Counted[p.ID]
		switch {
		case p.Direction != d, p.ID == steps.PointRound, p.ID == steps.PointDecided, p.ID == steps.PointDone, p.ID == steps.PointToDo:
		case p.ID == steps.PointSheet && !c.After.Ticked(p.About[0], steps.BoardSetting):
		case isTasks:
			sentences = append(sentences, counted.For(len(p.About)))
		default:
			sentences = append(sentences, t.point(p, c))
		}
	}
	return strings.Join(sentences, " ")
}

func (t *Texts) point(p steps.Point, c steps.Comparison) string {
	w := t.Comparison
	from, to := t.Quantity(p.Hours.Before), t.Quantity(p.Hours.After)
	switch p.ID {
	case steps.PointRound:
		return w.Round.Fill("from", p.Number.Before, "to", p.Number.After)
	case steps.PointStep:
		id := steps.StepID(p.About[0])
		return w.Step.Fill("n", id.Number(), "step", t.StepName(id), "from", t.stateOf(id, p.Choice.Before), "to", t.stateOf(id, p.Choice.After))
	case steps.PointShort:
		switch {
		case p.Hours.Before.Hours == 0:
			return w.ShortNow.Fill("to", to)
		case p.Hours.After.Hours == 0:
			return w.ShortNoMore.Fill("from", from)
		}
		return w.Short.Fill("from", from, "to", to)
	case steps.PointAvailable:
		return w.Available.Fill("from", from, "to", to)
	case steps.PointAsked:
		return w.Asked.Fill("from", from, "to", to)
	case steps.PointFinding:
		return t.findingPoint(p)
	case steps.PointSheet:
		return t.sheetPoint(p)
	}
	return w.Named[p.ID].For(len(p.About), "names", t.someNames(p, c))
}

func (t *Texts) findingPoint(p steps.Point) string {
	w, title := t.Comparison, t.Plan.Findings[steps.FindingID(p.About[0])].Title
	switch {
	case p.Number.Before == 0:
		return w.Found.Fill("what", title.For(p.Number.After))
	case p.Number.After == 0:
		return w.FoundNoMore.Fill("what", title.For(p.Number.Before))
	}
	return w.Finding.Fill("what", title.For(p.Number.After), "from", p.Number.Before)
}

// stateOf is the state of a step in a sentence.
func (t *Texts) stateOf(id steps.StepID, c steps.Choice) string {
	switch step, _ := steps.Find(id); {
	case c == "" && step.Asked:
		return string(t.Comparison.Unanswered)
	case c == "":
		return string(t.Comparison.NotDone)
	}
	return t.Value("choice", string(c))
}

// someNames are the names of what a point is about, as many as a sentence takes.
func (t *Texts) someNames(p steps.Point, c steps.Comparison) string {
	names := make([]string, 0, len(p.About))
	for _, id := range p.About {
		names = append(names, t.pointed(p.ID, id, c))
	}
	if more := len(names) - namedAtMost; more > 1 {
		names = append(slices.Clip(names[:namedAtMost]), t.Comparison.More.For(more))
	}
	return strings.Join(names, string(t.Report.List.Titles))
}

// pointed is how the thing is called that a point is about. What went has its name in the plan before.
func (t *Texts) pointed(point steps.PointID, id string, c steps.Comparison) string {
	switch point {
	case steps.PointSettled, steps.PointUnsettled:
		return string(t.Plan.Agreements[steps.AgreementID(id)].Title)
	case steps.PointJoined:
		return t.MemberName(c.After, id)
	case steps.PointLeft:
		return t.MemberName(c.Before, id)
	case steps.PointRemoved:
		return t.TaskName(c.Before, id)
	case steps.PointDecided:
		r, _ := c.After.Resolution(id)
		return t.DecisionName(c.After, id) + ": " + t.DecisionState(r)
	case steps.PointDone, steps.PointToDo:
		a, _ := c.After.Action(id)
		return a.What
	}
	return t.TaskName(c.After, id)
}

// ComparisonLines tell a comparison line by line: in sentences what became better, worse and otherwise, then field by field.
func (t *Texts) ComparisonLines(c steps.Comparison) []string {
	w := t.Comparison
	if c.Same() {
		return []string{string(w.Same)}
	}
	var lines []string
	for _, d := range steps.Directions {
		for i, sentence := range t.Compared(c, d) {
			if i == 0 {
				lines = append(lines, "", string(w.Directions[d]))
			}
			lines = append(lines, "- "+steps.CleanName(sentence))
		}
	}
	lines = append(lines, "", string(w.Fields))
	for _, part := range steps.Parts {
		for _, f := range t.ComparedFields(c, part) {
			what := t.Differs(f.Field, f.From, f.To)
			lines = append(lines, "  "+steps.CleanName(t.Changes.DiffersOf.Fill("subject", f.About, "what", what)))
		}
	}
	return lines
}

// ComparedField is a field that differs, in words.
type ComparedField struct {
	About    string // what it is a field of; of the school and the evaluation their part
	Field    string
	From, To string
}

// ComparedFields are the differences in one part of a plan, in words. Longer texts are cut from where they part.
func (t *Texts) ComparedFields(c steps.Comparison, part steps.PartID) (fields []ComparedField) {
	for _, d := range c.Of(part) {
		if part == steps.SheetsPart {
			fields = append(fields, t.comparedCell(d, c))
			continue
		}
		f, known := steps.FieldNamed(d.Kind, d.Field)
		one := ComparedField{About: t.comparedAbout(d, c), Field: t.Field(f.Words)}
		switch {
		case d.Field == steps.CatalogueField:
			one.Field, one.From, one.To = t.Field("catalogue"), t.catalogueOf(d.From), t.catalogueOf(d.To)
		case !known: // the state of a step
			from, _ := d.From.(string)
			to, _ := d.To.(string)
			one.Field, one.From, one.To = string(t.Comparison.State), t.stateOf(steps.StepID(d.ID), steps.Choice(from)), t.stateOf(steps.StepID(d.ID), steps.Choice(to))
		default:
			one.From, one.To = cutBoth(t.fieldOrNone(f, d.From, c.Before), t.fieldOrNone(f, d.To, c.After))
		}
		fields = append(fields, one)
	}
	return fields
}

// comparedCell is a cell or a setting of a sheet that differs, in words.
func (t *Texts) comparedCell(d steps.Difference, c steps.Comparison) ComparedField {
	of := steps.Change{Kind: d.Kind, Sheet: d.ID}
	if d.Kind == steps.ChangeRow {
		of.Sheet, of.Table, of.Row, _ = steps.Action{About: steps.About(steps.AboutRow, d.ID)}.AboutRow()
	}
	calls := c.After
	if _, there := c.After.Row(of.Sheet, of.Table, of.Row); !there {
		calls = c.Before
	}
	field := steps.Given{Name: d.Field}
	from, to := cutBoth(t.valueOf(of, steps.Given{Name: d.Field, Value: d.From}, c.Before), t.valueOf(of, steps.Given{Name: d.Field, Value: d.To}, c.After))
	return ComparedField{About: t.subject(of, calls, calls), Field: t.fieldOf(of, field, calls), From: from, To: to}
}

func (t *Texts) fieldOrNone(f steps.PlanField, value any, p steps.Plan) string {
	if value == nil {
		if f.Name == "needed" { // an agreement is needed unless it is said not to be
			return t.truth(f.Name, true)
		}
		return string(t.Common.None)
	}
	return t.FieldValue(f, value, p)
}

func (t *Texts) catalogueOf(name any) string {
	if name == nil {
		return string(t.Common.None)
	}
	return string(t.Comparison.Own)
}

// comparedAbout is what a difference is about: as the plan after calls it, or the one before where it is not there any more.
func (t *Texts) comparedAbout(d steps.Difference, c steps.Comparison) string {
	switch d.Part {
	case steps.StepsPart:
		return t.Changes.Subjects[steps.ChangeAnswer].Fill("number", steps.StepID(d.ID).Number(), "step", t.StepName(steps.StepID(d.ID)))
	case steps.TasksPart:
		if c.After.KnowsTask(d.ID) {
			return t.TaskName(c.After, d.ID)
		}
		return t.TaskName(c.Before, d.ID)
	case steps.MembersPart:
		if _, there := c.After.Member(d.ID); there {
			return t.MemberName(c.After, d.ID)
		}
		return t.MemberName(c.Before, d.ID)
	case steps.AgreementsPart:
		return string(t.Plan.Agreements[steps.AgreementID(d.ID)].Title)
	case steps.DecisionsPart:
		if _, there := c.After.Resolution(d.ID); there {
			return Capital(t.DecisionName(c.After, d.ID))
		}
		return Capital(t.DecisionName(c.Before, d.ID))
	case steps.ActionsPart:
		if a, there := c.After.Action(d.ID); there {
			return a.What
		}
		a, _ := c.Before.Action(d.ID)
		return a.What
	}
	return string(t.Comparison.Parts[d.Part])
}

// MomentOf names a moment, its day as a clock somewhere has it.
func (t *Texts) MomentOf(m steps.Moment, in *time.Location) string {
	if m.At == nil {
		return string(t.Comparison.Moment.Beginning)
	}
	return t.Comparison.Moment.Entry.Fill("moment", t.DayAndTime(m.At.In(in)), "round", m.Round)
}

// RoundTitles head the columns of [Texts.RoundRow].
func (t *Texts) RoundTitles() []Text {
	w := t.Comparison.Rounds
	return []Text{w.Round, w.Opened, w.Asked, w.There, w.Unowned, w.Findings}
}

// RoundRow is how a round ended: its number, when it was opened, the hours asked and there, how many tasks have no owner, and how
// many findings there were. The present round says that it is.
func (t *Texts) RoundRow(r steps.RoundLine, present int) []string {
	w := t.Comparison.Rounds
	number := strconv.Itoa(r.Round)
	if r.Round == present {
		number = w.Now.Fill("n", r.Round)
	}
	return []string{number, t.Date(r.Opened), t.HoursOf(r.Asked), t.HoursOf(r.There), t.Whole(r.Unowned), t.Whole(r.Findings)}
}
