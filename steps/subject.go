package steps

import (
	"slices"
	"strings"
)

// SubjectKind is what kind of thing an action came from.
type SubjectKind string

// The kinds.
const (
	AboutStep     SubjectKind = "step"
	AboutTask     SubjectKind = "task"
	AboutFinding  SubjectKind = "finding"
	AboutAdvice   SubjectKind = "advice"
	AboutDecision SubjectKind = "decision"
	AboutMember   SubjectKind = "member"
	AboutRow      SubjectKind = "sheet" // a row of a sheet
)

// About names something as [Action].About does.
func About(kind SubjectKind, id string) string { return string(kind) + ":" + id }

// About names the finding as [Action].About does.
func (f Finding) About() string {
	about := About(AboutFinding, string(f.ID))
	if of := f.Task + f.Member; of != "" {
		about += ":" + of
	}
	return about
}

// subject is what [Action].About names, taken apart.
type subject struct {
	kind SubjectKind
	id   string
	// task and member are those it is about, itself or through a finding or a decision; empty for none.
	task, member string
	row          string // the path of the row of a sheet that it is about; empty for none
	rule         string // of that sheet, which proposed it; empty where somebody thought of it themselves
}

func subjectOf(about string) (s subject) {
	kind, id, _ := strings.Cut(about, ":")
	s.kind, s.id = SubjectKind(kind), id
	switch s.kind {
	case AboutTask:
		s.task = id
	case AboutMember:
		s.member = id
	case AboutDecision:
		s.task = Resolution{ID: id}.about()
	case AboutRow:
		s.row, s.rule, _ = strings.Cut(id, ":")
		s.id = s.row
	case AboutFinding:
		of := ""
		if s.id, of, _ = strings.Cut(id, ":"); strings.Contains(of, "/") {
			s.row = of
		} else if FindingID(s.id).ofMember() {
			s.member = of
		} else {
			s.task = of
		}
	}
	return s
}

// AboutIs takes apart what an action is about: its kind and the id behind that, of a finding without what is found of.
func (a Action) AboutIs() (kind SubjectKind, id, task, member string) {
	s := subjectOf(a.About)
	return s.kind, s.id, s.task, s.member
}

// AboutRow is the row of a sheet that an action is about, itself or by what was found in it; ok is false where it is about no
// sheet. What is found of a table as a whole has no row.
func (a Action) AboutRow() (sheet, table, row string, ok bool) {
	s := subjectOf(a.About)
	sheet, table, row = cutPath(s.row)
	return sheet, table, row, s.row != ""
}

// checkSubject refuses what an action cannot be about: a kind that is not known, and what is not there.
func checkSubject(p *Plan, c *Change, r *refusals) {
	about, ok := c.Subject.Value()
	if !ok || Blank(about) {
		return
	}
	s, known := subjectOf(about), false
	_, named := p.Member(s.member)
	switch s.kind {
	case AboutStep:
		_, known = Find(StepID(s.id))
	case AboutTask:
		known = true
	case AboutMember:
		known = true
	case AboutRow:
		sheet, table, id := cutPath(s.row)
		if _, known = p.Row(sheet, table, id); p.definitions.Sheet(sheet) == nil {
			known = true // of a later edition
		}
	case AboutFinding:
		if s.row != "" {
			known = p.knowsSheetFinding(s)
			break
		}
		known = slices.Contains(FindingIDs, FindingID(s.id)) && !(FindingID(s.id).ofPlan() && s.task != "") && about != About(s.kind, s.id+":")
	case AboutAdvice:
		known = RoleOf(AdviceID(s.id)) != ""
	case AboutDecision:
		known = p.knowsDecision(s.id)
	}
	needsTask, needsMember := s.kind == AboutTask || s.task != "", s.kind == AboutMember || s.member != ""
	switch {
	case !known:
		r.add("unknown-subject", "about", about)
	case needsTask && !p.KnowsTask(s.task):
		r.add("unknown-task", "about", s.task)
	case needsMember && !named:
		r.add("unknown-member", "about", s.member)
	}
}

// knowsDecision says whether the kind of a decision is known, and of an own one whether it is recorded. The task it is about
// is not looked at.
func (p *Plan) knowsDecision(id string) bool {
	if isOwn(id) {
		_, recorded := p.Resolution(id)
		return recorded
	}
	kind, task, about := strings.Cut(id, ":")
	return p.knowsKind(BoardDecisionID(kind)) && (!about || BoardDecisionID(kind).perTask() && task != "")
}

// forgetSubject empties what actions are about, where that is gone.
func (p *Plan) forgetSubject(gone func(subject) bool) {
	for i := range p.Actions {
		if a := &p.Actions[i]; a.About != "" && gone(subjectOf(a.About)) {
			a.About = ""
		}
	}
}
