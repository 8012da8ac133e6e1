package steps

import "cmp"

// PartID names a part of the plan that is compared.
type PartID string

// The parts.
const (
	SchoolPart     PartID = "school"
	StepsPart      PartID = "steps"
	TasksPart      PartID = "tasks"
	MembersPart    PartID = "members"
	AgreementsPart PartID = "agreements"
	EvaluationPart PartID = "evaluation"
	DecisionsPart  PartID = "decisions"
	ActionsPart    PartID = "actions"
	SheetsPart     PartID = "sheets"
)

// Parts lists them, in the order in which differences are told.
var Parts = []PartID{SchoolPart, StepsPart, TasksPart, MembersPart, AgreementsPart, EvaluationPart, DecisionsPart, ActionsPart, SheetsPart}

// Difference is a field that has another value in two states of a plan. What is only in one of them has no values in the other.
type Difference struct {
	Part  PartID `json:"-"`
	Kind  Kind   `json:"-"`  // of the change that gives the field
	ID    string `json:"id"` // of the step, task, member, agreement, decision or action, the path of a row, a sheet; empty for the school and the evaluation
	Field string `json:"field"`
	From  any    `json:"from"` // of the type that the field's kind has; nil for none
	To    any    `json:"to"`
}

// step is the step at which the difference is made; empty where it belongs to none, such as the school's profile.
func (d Difference) step() StepID {
	switch d.Part {
	case StepsPart:
		return StepID(d.ID)
	case TasksPart:
		return cmp.Or(Named(TaskFields, d.Field).Step, Tasks) // what no step asks, such as a title, is of the list of tasks
	case SchoolPart:
		if d.Field == CatalogueField {
			return Tasks
		}
	case MembersPart, AgreementsPart:
		return Team
	case EvaluationPart:
		return Evaluation
	}
	return ""
}

// Fields of a difference that no change gives.
const (
	StateField     = "state"     // of a step whose state follows from what is filled in
	CatalogueField = "catalogue" // of the school: whose list of tasks is in force
)

// differences are those between two states of a plan, field by field. Who answered and when is none, and neither is the
// order in which things were added.
func differences(from, to Plan) (list []Difference) {
	list = differing(list, SchoolPart, SchoolFields, "", &from.School, &to.School)
	if own, now := catalogueName(from), catalogueName(to); own != now {
		list = append(list, Difference{SchoolPart, ChangeCatalogue, "", CatalogueField, own, now})
	}
	for _, s := range Tree {
		was, is := from.Answers[s.ID], to.Answers[s.ID]
		list = differing(list, StepsPart, AnswerFields, string(s.ID), &was, &is)
		if was, is := from.stateTold(s.ID), to.stateTold(s.ID); !s.Asked && was != is {
			list = append(list, Difference{StepsPart, ChangeAnswer, string(s.ID), StateField, wordOf(was), wordOf(is)})
		}
	}
	for _, id := range union(taskIDs(to), taskIDs(from)) {
		was, is := from.Decisions.Of(id), to.Decisions.Of(id)
		list = differing(list, TasksPart, TaskFields, id, &was, &is)
	}
	for _, id := range union(memberIDs(to), memberIDs(from)) {
		was, _ := from.Member(id)
		is, _ := to.Member(id)
		list = differing(list, MembersPart, MemberFields, id, &was, &is)
	}
	for _, id := range AgreementIDs {
		was, is := from.Agreements[id], to.Agreements[id]
		list = differing(list, AgreementsPart, AgreementFields, string(id), &was, &is)
	}
	list = differing(list, EvaluationPart, EvaluationFields, "", &from.Evaluation, &to.Evaluation)
	list = differing(list, EvaluationPart, []FieldOf[Round]{*Named(RoundFields, "next_evaluation")}, "", &from.Round, &to.Round)
	for _, id := range union(resolutionIDs(to), resolutionIDs(from)) {
		was, is := from.resolutionOfRound(id), to.resolutionOfRound(id)
		list = differing(list, DecisionsPart, ResolutionFields, id, &was, &is)
	}
	for _, id := range union(actionIDs(to), actionIDs(from)) {
		was, _ := from.Action(id)
		is, _ := to.Action(id)
		list = differing(list, ActionsPart, ActionFields, id, &was, &is)
	}
	return sheetDifferences(list, from, to)
}

// sheetDifferences are those between rows and settings of sheets; a table that is shown only summed has none.
func sheetDifferences(list []Difference, from, to Plan) []Difference {
	add := func(kind Kind, id string, columns []Column, was, is Cells) {
		changed := was.towards(is)
		for _, c := range columns {
			if _, differs := changed[c.ID]; differs {
				list = append(list, Difference{SheetsPart, kind, id, c.ID, was[c.ID], is[c.ID]})
			}
		}
	}
	for i := range to.definitions.Sheets {
		s := &to.definitions.Sheets[i]
		add(ChangeSettings, s.ID, s.AllSettings(), from.Sheets[s.ID].Settings, to.Sheets[s.ID].Settings)
		for _, t := range s.Tables {
			if t.Private {
				continue
			}
			for _, id := range union(rowIDs(to, s.ID, t.ID), rowIDs(from, s.ID, t.ID)) {
				was, _ := from.Row(s.ID, t.ID, id)
				is, _ := to.Row(s.ID, t.ID, id)
				add(ChangeRow, RowPath(s.ID, t.ID, id), t.Columns, was.Cells, is.Cells)
			}
		}
	}
	return list
}

func rowIDs(p Plan, sheet, table string) (ids []string) {
	for _, r := range p.Sheets[sheet].Tables[table] {
		ids = append(ids, r.ID)
	}
	return ids
}

// differing adds the fields in which two parts of a plan differ.
func differing[O any](list []Difference, part PartID, fields []FieldOf[O], id string, from, to *O) []Difference {
	for i := range fields {
		f := &fields[i]
		if (Given{Name: f.Name}).Signature() || f.same(from, to) {
			continue
		}
		list = append(list, Difference{part, f.Kind, id, f.Name, f.value(from), f.value(to)})
	}
	return list
}

// catalogueName is whose list of tasks is in force.
func catalogueName(p Plan) any {
	if p.OwnCatalogue {
		return "own"
	}
	return nil
}

func wordOf(c Choice) any {
	if c == "" {
		return nil
	}
	return string(c)
}

func taskIDs(p Plan) (ids []string) {
	for _, t := range p.Tasks() {
		ids = append(ids, t.ID)
	}
	return ids
}

func memberIDs(p Plan) (ids []string) {
	for _, m := range p.Members {
		ids = append(ids, m.ID)
	}
	return ids
}

func actionIDs(p Plan) (ids []string) {
	for _, a := range p.Actions {
		ids = append(ids, a.ID)
	}
	return ids
}

func resolutionIDs(p Plan) (ids []string) {
	for _, r := range p.Resolutions {
		ids = append(ids, r.ID)
	}
	return ids
}

// resolutionOfRound is what is recorded of a decision, with the round in which that was, also where it is the present one.
func (p Plan) resolutionOfRound(id string) Resolution {
	r, _ := p.Resolution(id)
	if r.Outcome != "" && r.Round == nil {
		r.Round = &p.Round.Number
	}
	return r
}
