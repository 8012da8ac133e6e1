package report

import (
	"maps"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report/pseudonym"
	"stappenplan/steps"
)

// author writes a document. It holds what more than one section asks of the plan.
type author struct {
	written  steps.Plan // as people wrote it
	plan     steps.Plan // as its readers may see it
	previous *steps.Plan
	options  Options
	people   pseudonym.People
	spoken   steps.Plan // the plan with its members called as in a sentence
	texts    *assets.Texts
	words    assets.ReportTexts
	tasks    []steps.Task
	titles   map[string]string // of tasks, by id
	capacity steps.Capacity
	findings []steps.Finding
	changed  changed // since the previous round
}

func newAuthor(plan steps.Plan, options Options) *author {
	texts := options.Texts.For(plan.School.Level)
	a := &author{written: plan, options: options, texts: texts, words: texts.Report}
	a.people = pseudonym.Naming(options.Member, options.Names, a.words.People, plan, options.Previous, options.People)
	a.plan = a.forReaders(plan)
	if options.Previous != nil {
		previous := a.forReaders(*options.Previous)
		a.previous = &previous
	}
	a.spoken = a.calledInSentences(a.plan)
	a.changed = a.changedSince(a.previous)
	a.tasks, a.capacity = a.plan.Tasks(), a.plan.Capacity()
	a.findings = a.plan.Findings(options.Today)
	a.titles = make(map[string]string, len(a.tasks))
	for _, t := range a.tasks {
		a.titles[t.ID] = a.texts.TaskTitle(t)
	}
	return a
}

// calledInSentences is a plan with its members called as in a sentence.
func (a *author) calledInSentences(plan steps.Plan) steps.Plan {
	plan.Members = slices.Clone(plan.Members)
	for i, m := range plan.Members {
		plan.Members[i].Name = a.people.InSentence(m.Name)
	}
	return plan
}

// forReaders is the plan as its readers may see it: the one place where notes, what a person would like to do, what others call a
// task and whether the plan is archived are left out, and where a name gives way to a role.
func (a *author) forReaders(plan steps.Plan) steps.Plan {
	plan = a.people.Plan(plan)
	plan.School.Archived = nil
	plan.Decisions = maps.Clone(plan.Decisions)
	for id, of := range plan.Decisions {
		d := *of
		d.Also = nil
		plan.Decisions.Put(id, d)
	}
	if !a.options.Notes {
		plan = withoutNotes(plan)
	}
	if !a.options.Motivation {
		plan.Members = slices.Clone(plan.Members)
		for i := range plan.Members {
			m := &plan.Members[i]
			m.Motivation, m.Knows, m.Prefers = "", nil, nil
		}
	}
	return plan.Frozen()
}

// document is a document with these parts, as far as they are wanted and have content.
func (a *author) document(title string, parts []Part) Summary {
	parts = a.wanted(parts)
	return Summary{
		Language:    a.texts.Language,
		Title:       title,
		School:      a.plan.School.Name,
		Facts:       a.facts(),
		Notice:      a.notice(),
		Logo:        a.options.Logo,
		Parts:       parts,
		Days:        a.days(),
		Foot:        a.foot(),
		Colophon:    string(a.words.Colophon),
		Fingerprint: a.options.Fingerprint,
		LastChange:  a.options.LastChange,
		Origin:      a.options.Origin,
		LastEntry:   a.options.LastEntry,
		Sensitive:   a.sensitive(parts),
	}
}

// title is the name of a document, of the school where that has a name.
func (a *author) title(title, titleFor assets.Text) string {
	if name := a.plan.School.Name; name != "" {
		return titleFor.Fill("school", name)
	}
	return string(title)
}

// facts place the document.
func (a *author) facts() []string {
	school := a.plan.School
	facts := a.state()
	if school.Group != "" && school.GroupKind != steps.NoGroup {
		facts = append(facts, school.Group)
	}
	if school.Level != "" {
		facts = append(facts, a.texts.Value("school_level", string(school.Level)))
	}
	if school.Pupils != nil {
		facts = append(facts, a.words.Pupils.For(*school.Pupils))
	}
	return facts
}

// state is which round this is and of which day.
func (a *author) state() []string {
	facts := []string{assets.Capital(a.words.Round.Fill("n", a.plan.Round.Number))}
	if day := a.options.LastChange; day != "" {
		facts = append(facts, a.words.AsOf.Fill("date", a.texts.Date(day)))
	}
	return facts
}

// notice says that the plan is not whole.
func (a *author) notice() string {
	if a.options.WholeTo == 0 {
		return ""
	}
	return a.words.InPart.Fill("n", a.options.WholeTo, "date", a.texts.Date(a.options.LastChange))
}

// days are the day of the next evaluation, those by which what the board decided is carried out and actions are done, and those
// of sheets.
func (a *author) days() (days []Day) {
	if date := a.plan.Round.NextEvaluation; date != "" {
		days = append(days, Day{DayEvaluation, date, string(a.words.EvaluationDay)})
	}
	for i, r := range a.plan.Resolutions {
		if r.Due != "" && (r.Outcome == steps.Approved || r.Outcome == steps.Amended) {
			days = append(days, Day{dayOfDecision + DayID(r.ID), r.Due, a.deadline(a.texts.DecisionName(a.plan, r.ID), r.Owner, a.written.Resolutions[i].Owner)})
		}
	}
	for i, action := range a.plan.Actions {
		if action.Due != "" && action.Open() {
			days = append(days, Day{dayOfAction + DayID(action.ID), action.Due, a.deadline(steps.CleanName(action.What), action.Owner, a.written.Actions[i].Owner)})
		}
	}
	return append(days, a.sheetDays()...)
}

// deadline says what is done by a day, and by whom, as that is told and as it was written.
func (a *author) deadline(what, told, written string) string {
	owner := a.texts.Whoever(a.spoken, told)
	if a.people.InRoles() && told != written {
		owner = assets.LowerFirst(owner) // a role in the place of a name, which stood by itself
	}
	if owner != "" {
		return a.words.DeadlineOf.Fill("what", what, "owner", owner)
	}
	return a.words.Deadline.Fill("what", what)
}

// foot says which state of the plan this is.
func (a *author) foot() string {
	facts := a.state()
	if a.options.Fingerprint != "" {
		facts = append(facts, a.words.Fingerprint.Fill("fingerprint", markPrefix+a.options.Fingerprint))
	}
	return strings.Join(facts, " · ")
}

// section gives a section its title, and leaves out the lists and tables that hold nothing.
func (a *author) section(id SectionID, blocks ...Block) Section {
	return a.titled(id, assets.Text(a.words.Sections[string(id)].Fill("head", a.head())), blocks...)
}

// titled is a section with a title of its own.
func (a *author) titled(id SectionID, title assets.Text, blocks ...Block) Section {
	return Section{id, string(title), slices.DeleteFunc(blocks, holdsNothing)}
}

func holdsNothing(block Block) bool {
	switch b := block.(type) {
	case Paragraph:
		return b == ""
	case Bars:
		return len(b.Lines) == 0
	case List:
		return len(b.Items) == 0
	case Table:
		return len(b.Rows) == 0
	case Chart:
		return len(b.Table().Rows) == 0
	}
	return false
}

// head is how the head of the school's group is called.
func (a *author) head() string { return string(a.words.Heads[groupKey(a.plan.School.GroupKind)]) }

// group is how the school's group is called in a sentence.
func (a *author) group() string {
	if a.plan.School.Group != "" {
		return a.plan.School.Group
	}
	return string(a.words.Groups[groupKey(a.plan.School.GroupKind)])
}

func groupKey(kind steps.GroupKind) string {
	if kind == "" {
		return "unknown"
	}
	return string(kind)
}

// wanted leaves out the sections that were not asked for or have no block, and the parts that hold no other.
func (a *author) wanted(parts []Part) (kept []Part) {
	for _, p := range parts {
		p.Sections = slices.DeleteFunc(p.Sections, func(s Section) bool {
			return len(s.Blocks) == 0 || !a.options.wants(p.ID, s.ID)
		})
		if len(p.Sections) > 0 {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		nothing := a.section(SectionStanding, Paragraph(a.words.Nothing))
		return []Part{{Brief, string(a.words.Parts.Brief), []Section{nothing}}}
	}
	return kept
}
