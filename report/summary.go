// Package report is what people read: a plan summed up for a school board.
//
// [Summarize] says everything once, as plain data in the reader's language; a format, such as that in the package markdown,
// only renders that. So a format decides nothing, and what is said changes in one place for all of them. Every text in a
// [Summary] is plain text, whoever wrote it: a format escapes all of it.
//
// Where to begin: the Summary below says which parts and sections there are; brief.go writes the page
// a board reads, detail.go, hours.go and team.go what is behind it, annex.go everything that was answered.
package report

import (
	"slices"
	"stappenplan/assets"
	"stappenplan/steps"
)

// Summary is a plan as a document.
type Summary struct {
	Language assets.Language
	Title    string
	School   string   // its name; empty where it has none yet
	Memo     []string // to whom, from whom, for what; empty where it is no paper for a board
	Facts    []string // what places the document: round, day, group, size
	Notice   string   // what a reader must know before the rest; empty where there is nothing
	Logo     Logo     // the school's own; without data where there is none
	// Parts are the first page, then what is behind it; parts with nothing to say are left out.
	Parts []Part
	// Days are the days that belong in a calendar.
	Days     []Day
	Foot     string // for the foot of each page, or the end: round, last change and [Summary.Mark]
	Colophon string // where the document comes from
	// Fingerprint tells this state of the plan from any other, and how the document was made; empty where not known. A format that has
	// properties keeps [Summary.Mark] among them, as a keyword, so that it finds it there again.
	Fingerprint string
	LastChange  steps.Date // the one day a document may call its own; empty where not known
	Origin      string     // tells the plan from any other, whatever becomes of it; empty where not known
	LastEntry   uint64     // the number of the last entry of its journal
	// Sensitive are the places where a note names a colleague beside a word of health or leave: for whoever makes the
	// document, which says nothing of it. See [Summary.Caution].
	Sensitive []string
	// Unwritten are names and other words with letters that the document's format lacks: for whoever makes it, and known to
	// who knows the format. See [Summary.Caution].
	Unwritten []string
}

// Mark is the fingerprint as a document carries it, in its text and in its properties:
// "stappenplan-1a2b3c4d-nl-pr-7f3a9c"; empty where there is none.
func (s Summary) Mark() string {
	if s.Fingerprint == "" {
		return ""
	}
	return markPrefix + s.Fingerprint
}

// fewSections are found without a list of them.
const fewSections = 3

// Listed are the parts whose titles and sections a document lists at their head, for who looks something up: those behind the first
// page, where one of them is an annex and they have more than a few sections. Other documents are short.
func (s Summary) Listed() []Part {
	parts := s.Parts
	if len(parts) > 0 && parts[0].ID == Brief {
		parts = parts[1:]
	}
	sections, annex := 0, false
	for _, p := range parts {
		sections += len(p.Sections)
		annex = annex || p.ID == Annex || p.ID == Deeper
	}
	if !annex || sections <= fewSections {
		return nil
	}
	return parts
}

// Head is what stands below the title.
func (s Summary) Head() []string { return slices.Concat(s.Memo, s.Facts) }

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
	Brief    PartID = "brief"   // the first page: what a board reads, and may be all it gets
	Detail   PartID = "detail"  // what is behind it
	Annex    PartID = "annex"   // everything that was answered
	Deeper   PartID = "sheets"  // the deepening sheets: what stands out, and an annex of each
	Checks   PartID = "checks"  // of a blank document: the eight steps
	TaskList PartID = "list"    // of a blank document: the tasks
	Passages PartID = "policy"  // to take over in the ICT policy plan
	Letter   PartID = "letter"  // to the group
	Minutes  PartID = "minutes" // what the board decided
	// Successor is for whoever takes the coordination over.
	Successor PartID = "successor"
	// SheetsPage is a page of a deepening sheet alone.
	SheetsPage PartID = "sheet-page"
	// MemberPage is that of a team without members; the page of one is called after the member's id.
	MemberPage PartID = "page"
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
	SectionStanding         SectionID = "standing"
	SectionDecisions        SectionID = "decisions"
	SectionOutcomes         SectionID = "outcomes"
	SectionWeighing         SectionID = "weighing"
	SectionGravest          SectionID = "gravest"
	SectionHours            SectionID = "hours"
	SectionNext             SectionID = "next"
	SectionSheets           SectionID = "sheets-in-brief"
	SectionSheetFindings    SectionID = "sheet-findings"
	SectionActions          SectionID = "actions"
	SectionAdvice           SectionID = "advice"
	SectionFindings         SectionID = "findings"
	SectionTasks            SectionID = "tasks"
	SectionLevels           SectionID = "levels"
	SectionSourcing         SectionID = "sourcing"
	SectionTeam             SectionID = "team"
	SectionMandates         SectionID = "mandates"
	SectionAgreements       SectionID = "agreements"
	SectionEvaluation       SectionID = "evaluation"
	SectionFeedback         SectionID = "feedback"
	SectionDifferences      SectionID = "differences"
	SectionSchool           SectionID = "school"
	SectionReckoning        SectionID = "reckoning"
	SectionAnswers          SectionID = "answers"
	SectionTaskAnswers      SectionID = "task-answers"
	SectionResolutions      SectionID = "resolutions"
	SectionActionAnswers    SectionID = "action-answers"
	SectionSmallDifferences SectionID = "small-differences"

	// Of the other documents. On the page of a member the member's id follows.
	SectionMemberHours      SectionID = "member-hours"
	SectionMemberTasks      SectionID = "member-tasks"
	SectionMemberActions    SectionID = "member-actions"
	SectionMemberStandsIn   SectionID = "member-stands-in"
	SectionMemberMandate    SectionID = "member-mandate"
	SectionMemberAgreements SectionID = "member-agreements"
	SectionMemberNotes      SectionID = "member-notes"
	SectionLetterWho        SectionID = "letter-who"
	SectionLetterAsk        SectionID = "letter-ask"
	SectionLetterBring      SectionID = "letter-bring"
	SectionLetterContact    SectionID = "letter-contact"
	SectionLetterSign       SectionID = "letter-sign"
	SectionTaken            SectionID = "taken"
	SectionFile             SectionID = "file"
)

// Day is something that happens on a day.
type Day struct {
	ID    DayID
	Date  steps.Date
	Title string
}

// DayID names a day, the same in every language and every version of a plan.
type DayID string

// DayEvaluation is the day of the next evaluation.
const DayEvaluation DayID = "evaluation"

// What begins the id of the day by which a decision is carried out, an action done or something of a sheet is due; what that is
// follows.
const (
	dayOfDecision DayID = "decision-"
	dayOfAction   DayID = "action-"
	dayOfSheet    DayID = "sheet-"
)

// Document is what a document of a plan says about the subject that was chosen.
func Document(plan steps.Plan, options Options) Summary {
	switch options.Subject {
	case AboutBlank:
		blank := Blank(options.Texts.For(plan.School.Level), &steps.Definitions{Catalogue: plan.Catalogue})
		blank.Logo = options.Logo
		return blank
	case ForPolicy:
		return PolicyPlan(plan, options)
	case ForMember, ForMembers:
		return MemberPages(plan, options)
	case ForGroup:
		return GroupLetter(plan, options)
	case ForMinutes:
		return BoardMinutes(plan, options)
	case ForSuccessor:
		return Handover(plan, options)
	}
	if s, page := plan.Definitions().Page(string(options.Subject)); page != nil {
		return SheetPage(plan, options, s, page)
	}
	return Summarize(plan, options)
}

// Summarize sums a plan up. With all sections and full names it says every answer and decision in the plan, and of its sheets what
// their parts show; notes with evidence, and what someone would like to do, only where these were asked for.
func Summarize(plan steps.Plan, options Options) Summary {
	a := newAuthor(plan, options)
	s := a.document(a.title(a.words.Title, a.words.TitleFor), []Part{
		{Brief, string(a.words.Parts.Brief), a.brief()},
		{Detail, string(a.words.Parts.Detail), a.detail()},
		{Annex, string(a.words.Parts.Annex), a.annex()},
		a.deeper(),
	})
	s.Memo = a.memo()
	return s
}
