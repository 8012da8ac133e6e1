// Package report is what people read: a plan summed up for a school board, in several formats.
//
// [Summarize] says everything once, as plain data in the reader's language; a format such as
// [Markdown] only renders that. So a format is one file that decides nothing, and what is said changes
// in one place for all of them. Every text in a [Summary] is plain text, whoever wrote it: a format
// escapes all of it.
//
// Where to begin: the Summary below says which parts and sections there are; brief.go writes the page
// a board reads, detail.go and team.go what is behind it, annex.go everything that was answered.
package report

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Summary is a plan as a document.
type Summary struct {
	Language assets.Language
	Title    string
	School   string   // its name; empty where it has none yet
	Facts    []string // what places the document: round, day, group, size
	Logo     Logo     // the school's own; without data where there is none
	// Parts are the page that stands alone, then what is behind it; parts with nothing to say are left out.
	Parts []Part
	// Days are the days that belong in a calendar.
	Days     []Day
	Foot     string // stands at the foot of a page, or at the end: round, last change and [Summary.Mark]
	Colophon string // where the document comes from
	// Fingerprint tells this state of the plan from any other; empty where not known. A format that has
	// properties keeps [Summary.Mark] among them, as a keyword, so that [FingerprintOf] finds it.
	Fingerprint string
	LastChange  steps.Date // the one day a document may call its own; empty where not known
}

// Mark is the fingerprint as a document carries it, in its text and in its properties: "stappenplan:1a2b3c4d";
// empty where there is none.
func (s Summary) Mark() string {
	if s.Fingerprint == "" {
		return ""
	}
	return markPrefix + s.Fingerprint
}

// Logo is a picture that was checked, ready to be put in a document as it is.
type Logo struct {
	Data          []byte
	Type          string // "png" or "jpeg"
	Width, Height int    // in dots
}

// Part is a part of the document.
type Part struct {
	ID       PartID
	Title    string
	Sections []Section
}

// PartID names a part.
type PartID string

// The parts.
const (
	Brief  PartID = "brief"  // stands alone: what a board reads
	Detail PartID = "detail" // what is behind it
	Annex  PartID = "annex"  // everything that was answered
)

// Section is a section of a part; it has at least one block.
type Section struct {
	ID     SectionID
	Title  string
	Blocks []Block
}

// SectionID names a section, the same in every language.
type SectionID string

// The sections, in the order in which they appear.
const (
	SectionStanding    SectionID = "standing"
	SectionDecisions   SectionID = "decisions"
	SectionGravest     SectionID = "gravest"
	SectionHours       SectionID = "hours"
	SectionNext        SectionID = "next"
	SectionAdvice      SectionID = "advice"
	SectionFindings    SectionID = "findings"
	SectionTasks       SectionID = "tasks"
	SectionLevels      SectionID = "levels"
	SectionSourcing    SectionID = "sourcing"
	SectionTeam        SectionID = "team"
	SectionAgreements  SectionID = "agreements"
	SectionEvaluation  SectionID = "evaluation"
	SectionFeedback    SectionID = "feedback"
	SectionDifferences SectionID = "differences"
	SectionSchool      SectionID = "school"
	SectionAnswers     SectionID = "answers"
	SectionTaskAnswers SectionID = "task-answers"
)

// Day is something that happens on a day.
type Day struct {
	Date  steps.Date
	Title string
}

// Options are what a summary needs beside the plan.
type Options struct {
	Texts       *assets.Texts // the reader's language
	Today       steps.Date    // the day to which dates are held
	LastChange  steps.Date    // the day of the last change; empty where not known
	Previous    *steps.Plan   // the plan as the previous round left it; nil in a first round
	Fingerprint string        // tells this state of the plan from any other; empty where not known
	Logo        Logo          // the school's own picture, from [NewLogo]
}

// Summarize sums a plan up. It says every answer, note and decision in the plan, but no one's motivation.
func Summarize(plan steps.Plan, options Options) Summary {
	a := newAuthor(plan, options)
	return Summary{
		Language:    a.texts.Language,
		Title:       a.title(),
		School:      a.plan.School.Name,
		Facts:       a.facts(),
		Logo:        options.Logo,
		Fingerprint: options.Fingerprint,
		LastChange:  options.LastChange,
		Foot:        a.foot(),
		Parts: withContent([]Part{
			{Brief, string(a.words.Parts.Brief), a.brief()},
			{Detail, string(a.words.Parts.Detail), a.detail()},
			{Annex, string(a.words.Parts.Annex), a.annex()},
		}),
		Days:     a.days(),
		Colophon: string(a.words.Colophon),
	}
}

// author writes a summary. It holds what more than one section asks of the plan.
type author struct {
	plan     steps.Plan
	previous *steps.Plan
	options  Options
	texts    *assets.Texts
	words    assets.ReportTexts
	tasks    []steps.Task
	titles   map[string]string // of tasks, by id
	names    map[string]string // of members, by id
	capacity steps.Capacity
	findings []steps.Finding
}

func newAuthor(plan steps.Plan, options Options) *author {
	a := &author{plan: shown(plan), options: options, texts: options.Texts, words: options.Texts.Report}
	if options.Previous != nil {
		previous := shown(*options.Previous)
		a.previous = &previous
	}
	a.tasks, a.capacity = a.plan.Tasks(), a.plan.Capacity()
	a.findings = a.plan.Findings(options.Today)
	a.titles = make(map[string]string, len(a.tasks))
	for _, t := range a.tasks {
		a.titles[t.ID] = a.texts.TaskTitle(t)
	}
	a.names = make(map[string]string, len(a.plan.Members))
	for _, m := range a.plan.Members {
		a.names[m.ID] = m.Name
	}
	return a
}

// shown is the plan as its readers may see it: the one place where a person's motivation is left out,
// and where a name could give way to a role.
func shown(plan steps.Plan) steps.Plan {
	plan.Members = slices.Clone(plan.Members)
	for i := range plan.Members {
		plan.Members[i].Motivation = ""
	}
	return plan
}

// title is the name of the document.
func (a *author) title() string {
	if name := a.plan.School.Name; name != "" {
		return a.words.TitleFor.Fill("school", name)
	}
	return string(a.words.Title)
}

// facts place the document.
func (a *author) facts() []string {
	school := a.plan.School
	facts := []string{capital(a.words.Round.Fill("n", a.plan.Round.Number))}
	if day := a.options.LastChange; day != "" {
		facts = append(facts, a.words.AsOf.Fill("date", a.texts.Date(day)))
	}
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

func (a *author) days() (days []Day) {
	if date := a.plan.Round.NextEvaluation; date != "" {
		days = append(days, Day{date, string(a.words.EvaluationDay)})
	}
	return days
}

// foot says which state of the plan this is.
func (a *author) foot() string {
	facts := []string{capital(a.words.Round.Fill("n", a.plan.Round.Number))}
	if day := a.options.LastChange; day != "" {
		facts = append(facts, a.words.AsOf.Fill("date", a.texts.Date(day)))
	}
	if a.options.Fingerprint != "" {
		facts = append(facts, a.words.Fingerprint.Fill("fingerprint", markPrefix+a.options.Fingerprint))
	}
	return strings.Join(facts, " · ")
}

// section gives a section its title.
func (a *author) section(id SectionID, blocks ...Block) Section {
	return Section{id, a.words.Sections[string(id)].Fill("head", a.head()), blocks}
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

// withContent leaves out the parts that have no section with a block.
func withContent(parts []Part) (kept []Part) {
	for _, p := range parts {
		p.Sections = slices.DeleteFunc(p.Sections, func(s Section) bool { return len(s.Blocks) == 0 })
		if len(p.Sections) > 0 {
			kept = append(kept, p)
		}
	}
	return kept
}
