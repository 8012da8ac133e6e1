package report

import (
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// School is a plan among those of several schools, or a file in which none could be read.
type School struct {
	File    string // as a person named it
	ID      string // of the plan
	Several bool   // the file holds more plans
	Plan    steps.Plan
	Unread  string // in words, why there is no plan; empty where there is
}

// The parts and sections of the document about several schools.
const (
	SchoolsPart     PartID    = "schools"
	SectionPooled   SectionID = "pooled"
	SectionTroubles SectionID = "troubles"
	SectionUnread   SectionID = "unread"
	SectionDeeper   SectionID = "deeper"
)

// Schools sets the plans of several schools side by side, as they stand on a day: where each is, its hours and findings,
// which tasks they ask of the group, the most asked first, and what could not be read.
func Schools(schools []School, texts *assets.Texts, today steps.Date) Summary {
	s := side{texts: texts, words: texts.Schools, today: today}
	unread := Table{Columns: []Column{{Title: string(s.words.Columns.File)}, {Title: string(s.words.Columns.Reason)}}}
	for _, school := range schools {
		if school.Unread != "" {
			unread.Rows = append(unread.Rows, []string{steps.CleanName(school.File), school.Unread})
			continue
		}
		s.schools, s.plans = append(s.schools, school), append(s.plans, school.Plan)
	}
	s.names = s.schoolNames()
	sections := []Section{
		{SectionStanding, string(s.words.Standing), s.standing()},
		{SectionPooled, string(s.words.Asked), s.pooled()},
		{SectionTroubles, string(s.words.Found), s.found()},
		{SectionDeeper, string(texts.SheetCommon.Sheets), []Block{s.deeper()}},
		{SectionUnread, string(s.words.Unread), []Block{unread}},
	}
	for i := range sections {
		sections[i].Blocks = slices.DeleteFunc(sections[i].Blocks, holdsNothing)
	}
	sections = slices.DeleteFunc(sections, func(section Section) bool { return len(section.Blocks) == 0 })
	asOf := s.words.AsOf.Fill("date", texts.Date(today))
	return Summary{
		Language: texts.Language, Title: string(s.words.Title), Facts: []string{s.words.Count.For(len(s.plans)), asOf},
		Parts: []Part{{SchoolsPart, string(s.words.Part), sections}},
		Foot:  string(s.words.Title) + " · " + asOf, Colophon: string(texts.Report.Colophon), LastChange: today,
	}
}

// side writes schools side by side.
type side struct {
	texts   *assets.Texts
	words   assets.SchoolsTexts
	today   steps.Date
	schools []School
	plans   []steps.Plan
	names   []string
}

// schoolNames are what the schools are called; of those with one name, or none, also where they stand.
func (s *side) schoolNames() []string {
	names := each(s.schools, func(school School) string { return steps.CleanName(school.Plan.School.Name) })
	count := map[string]int{}
	for _, name := range names {
		count[name]++
	}
	for i, school := range s.schools {
		place := steps.CleanName(filepath.Base(school.File))
		if school.Several {
			place = s.words.File.Fill("file", place, "plan", school.ID)
		}
		switch {
		case names[i] == "":
			names[i] = place
		case count[names[i]] > 1:
			names[i] = s.words.Named.Fill("school", names[i], "place", place)
		}
	}
	return names
}

// standing is a row a school: where it stands, what it asks of the group, its hours, findings and open actions.
func (s *side) standing() []Block {
	c := s.words.Columns
	table := Table{Columns: []Column{
		{Title: string(c.School)}, {Title: string(c.Round), Number: true}, {Title: string(c.Stands)}, {Title: string(c.Group), Number: true},
		{Title: string(c.Planned), Number: true}, {Title: string(c.Available), Number: true}, {Title: string(c.Short), Number: true}, {Title: string(c.Unknown), Number: true},
		{Title: string(c.Findings), Number: true}, {Title: string(c.Actions), Number: true},
	}}
	if len(s.plans) == 0 {
		return []Block{Paragraph(s.words.NoneRead)}
	}
	asked, without, findings, actions := 0, 0, 0, 0
	for i, p := range s.plans {
		capacity, ask, found := p.Capacity(), len(p.AskedOfGroup()), len(p.Findings(s.today))
		open := p.CountActions(s.today).Open
		asked, without, findings, actions = asked+ask, without+capacity.School.Unknown, findings+found, actions+open
		table.Rows = append(table.Rows, []string{
			s.names[i], s.texts.Whole(p.Round.Number), SchoolStands(p, s.texts), s.texts.Whole(ask),
			s.texts.HoursOf(capacity.School), s.texts.HoursOf(capacity.Given), s.short(capacity.Short()), s.texts.Whole(capacity.School.Unknown), s.texts.Whole(found), s.texts.Whole(open),
		})
	}
	if len(s.plans) > 1 {
		planned, given, short := steps.HoursTogether(s.plans)
		table.Rows = append(table.Rows, []string{
			string(s.words.Together), "", "", s.texts.Whole(asked), s.texts.Quantity(planned), s.texts.Quantity(given), s.short(short), s.texts.Whole(without), s.texts.Whole(findings), s.texts.Whole(actions),
		})
	}
	return []Block{table}
}

// short is how many hours are needed beyond those that there are; nothing where enough are.
func (s *side) short(hours steps.Quantity) string {
	if hours == (steps.Quantity{}) {
		return string(s.texts.Common.None)
	}
	return s.texts.Quantity(hours)
}

// SchoolStands is at which step a plan stands, in a few words.
func SchoolStands(p steps.Plan, texts *assets.Texts) string {
	words, current := texts.Schools, p.Current()
	switch {
	case !p.Begun():
		return string(words.NotBegun)
	case current == "":
		return string(words.Complete)
	}
	return words.Step.Fill("n", current.Number(), "step", texts.StepName(current))
}

// pooled are the tasks that schools ask of the group, with which schools do.
func (s *side) pooled() []Block {
	table := s.shared(s.words.Columns.Task)
	for _, task := range steps.Pooled(s.plans) {
		title := s.texts.TaskName(s.plans[task.Plan], task.Task)
		table.Rows = append(table.Rows, []string{title, s.texts.Whole(len(task.Schools)), s.namesOf(task.Schools)})
	}
	if len(table.Rows) == 0 && len(s.plans) > 0 {
		return []Block{Paragraph(s.words.NoAsked)}
	}
	return []Block{table}
}

// shared is a table of what several schools have: how many, and which.
func (s *side) shared(what assets.Text) Table {
	c := s.words.Columns
	return Table{Columns: []Column{{Title: string(what)}, {Title: string(c.Schools), Number: true}, {Title: string(c.Which)}}}
}

// found are the kinds of findings, with the schools in which they are.
func (s *side) found() []Block {
	table := s.shared(s.words.Columns.Finding)
	for _, kind := range steps.FoundIn(s.plans, s.today) {
		title := s.texts.Plan.Findings[kind.ID].Title.For(kind.N)
		table.Rows = append(table.Rows, []string{title, s.texts.Whole(len(kind.Plans)), s.namesOf(kind.Plans)})
	}
	return []Block{table}
}

// deeper are the deepening sheets on which something is said, with the schools that do.
func (s *side) deeper() Table {
	table := s.shared(s.words.Columns.Sheet)
	schools := map[string][]int{}
	for i, p := range s.plans {
		for _, sheet := range p.FilledSheets() {
			schools[sheet.ID] = append(schools[sheet.ID], i)
		}
	}
	for _, sheet := range assets.Sheets() {
		if which := schools[sheet.ID]; len(which) > 0 {
			table.Rows = append(table.Rows, []string{string(s.texts.Sheets[sheet.ID].Title), s.texts.Whole(len(which)), s.namesOf(which)})
		}
	}
	return table
}

// namesOf are the names of schools; of all of them that word.
func (s *side) namesOf(schools []int) string {
	if len(schools) > 1 && len(schools) == len(s.schools) {
		return string(s.words.All)
	}
	return strings.Join(each(schools, func(i int) string { return s.names[i] }), string(s.texts.Report.List.Names))
}
