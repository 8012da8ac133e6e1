package planfile

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"stappenplan/steps"
)

// planNode is a plan as it stands in a file: fields in the order of the contract, and nothing that the
// plan does not say.
func planNode(p steps.Plan) *node {
	return object(
		field{"format", text(Format)},
		field{"school", schoolNode(p.School)},
		field{"round", roundNode(p.Round)},
		field{"answers", answersNode(p)},
		field{"tasks", tasksNode(p)},
		field{"members", list(p.Members, memberNode)},
		field{"agreements", agreementsNode(p)},
		field{"evaluation", evaluationNode(p.Evaluation)},
		field{"catalogue", catalogueNode(p)},
	)
}

func schoolNode(s steps.School) *node {
	return object(
		field{"name", text(s.Name)},
		field{"level", text(s.Level)},
		field{"group_kind", text(s.GroupKind)},
		field{"group", text(s.Group)},
		field{"pupils", whole(s.Pupils)},
		field{"hours", decimal(s.Hours)},
		field{"means", list(s.Means, meansNode)},
	)
}

func meansNode(m steps.Means) *node {
	return object(
		field{"source", text(m.Source)},
		field{"amount", decimal(m.Amount)},
		field{"per_fulltime", decimal(m.PerFulltime)},
		field{"week", decimal(m.Week)},
		field{"pooled", decimal(m.Pooled)},
	)
}

func roundNode(r steps.Round) *node {
	return object(
		field{"number", whole(&r.Number)},
		field{"opened", text(r.Opened)},
		field{"next_evaluation", text(r.NextEvaluation)},
		field{"again", list(r.Again, text[steps.StepID])},
	)
}

func answersNode(p steps.Plan) *node {
	var fields []field
	for _, s := range steps.Tree {
		a := p.Answers[s.ID]
		fields = append(fields, field{string(s.ID), object(
			field{"choice", text(a.Choice)},
			field{"note", text(a.Note)},
			field{"evidence", text(a.Evidence)},
			field{"by", text(a.By)},
			field{"at", moment(a.At)},
		)})
	}
	return object(fields...)
}

func tasksNode(p steps.Plan) *node {
	var ids []string
	for _, t := range p.Catalogue.Tasks {
		if _, decided := p.Decisions[t.ID]; decided {
			ids = append(ids, t.ID)
		}
	}
	ids = append(ids, p.OwnTasks...)
	return list(ids, func(id string) *node { return taskNode(id, p.Decisions[id]) })
}

func taskNode(id string, d steps.Decision) *node {
	return object(
		field{"id", text(id)},
		field{"title", text(d.Title)},
		field{"group", text(d.Group)},
		field{"relevance", text(d.Relevance)},
		field{"horizon", text(d.Horizon)},
		field{"level", text(d.Level)},
		field{"scale", boolean(d.Scale)},
		field{"specialist", boolean(d.Specialist)},
		field{"local", boolean(d.Local)},
		field{"feedback", boolean(d.Feedback)},
		field{"expertise", text(d.Expertise)},
		field{"strategic", boolean(d.Strategic)},
		field{"technical", boolean(d.Technical)},
		field{"sourcing", text(d.Sourcing)},
		field{"owner", text(d.Owner)},
		field{"backup", text(d.Backup)},
		field{"hours", decimal(d.Hours)},
		field{"note", text(d.Note)},
	)
}

func memberNode(m steps.Member) *node {
	return object(
		field{"id", text(m.ID)},
		field{"name", text(m.Name)},
		field{"role", text(m.Role)},
		field{"hours", decimal(m.Hours)},
		field{"motivation", text(m.Motivation)},
		field{"mandate", text(m.Mandate)},
	)
}

func agreementsNode(p steps.Plan) *node {
	var fields []field
	for _, id := range steps.AgreementIDs {
		a := p.Agreements[id]
		agreement := []field{{"text", text(a.Text)}}
		if a.NotNeeded {
			needed := false
			agreement = append(agreement, field{"needed", boolean(&needed)})
		}
		fields = append(fields, field{string(id), object(agreement...)})
	}
	return object(fields...)
}

func evaluationNode(e steps.EvaluationAnswers) *node {
	return object(
		field{"collaboration", text(e.Collaboration)},
		field{"composition", text(e.Composition)},
		field{"present", list(e.Present, text[string])},
		field{"repeat", list(e.Repeat, text[steps.StepID])},
	)
}

func catalogueNode(p steps.Plan) *node {
	if !p.OwnCatalogue {
		return nil
	}
	c := p.Catalogue
	var sources []field
	for _, id := range slices.Sorted(maps.Keys(c.Sources)) {
		sources = append(sources, field{id, text(c.Sources[id])})
	}
	return object(
		field{"version", whole(&c.Version)},
		field{"groups", list(c.Groups, titledNode)},
		field{"profiles", list(c.Profiles, titledNode)},
		field{"sources", object(sources...)},
		field{"tasks", list(c.Tasks, catalogueTaskNode)},
	)
}

func titledNode(t steps.Titled) *node {
	return object(field{"id", text(t.ID)}, field{"title", words(t.Title)})
}

func catalogueTaskNode(t steps.CatalogueTask) *node {
	return object(
		field{"id", text(t.ID)},
		field{"group", text(t.Group)},
		field{"title", words(t.Title)},
		field{"explain", words(t.Explain)},
		field{"core", text(t.Core)},
		field{"technical", boolean(&t.Technical)},
		field{"strategic", boolean(&t.Strategic)},
		field{"suggested_level", text(t.SuggestedLevel)},
		field{"profile", text(t.Profile)},
		field{"source", text(t.Source)},
	)
}

func words(w steps.Words) *node {
	return object(field{"nl", text(w["nl"])}, field{"en", text(w["en"])})
}

// field is a field to be written; one without a value is left out.
type field struct {
	key   string
	value *node
}

// object is nil when no field has a value; so are the others below when there is nothing to say.
func object(fields ...field) *node {
	n := &node{kind: objectNode}
	for _, f := range fields {
		if f.value != nil {
			n.keys, n.items = append(n.keys, f.key), append(n.items, f.value)
		}
	}
	if len(n.items) == 0 {
		return nil
	}
	return n
}

func list[T any](values []T, write func(T) *node) *node {
	if len(values) == 0 {
		return nil
	}
	n := &node{kind: listNode}
	for _, v := range values {
		n.items = append(n.items, write(v))
	}
	return n
}

func text[T ~string](v T) *node {
	if v == "" {
		return nil
	}
	return &node{kind: textNode, text: string(v)}
}

func boolean(v *bool) *node {
	if v == nil {
		return nil
	}
	return &node{kind: booleanNode, text: strconv.FormatBool(*v)}
}

func decimal(v *steps.Decimal) *node {
	if v == nil {
		return nil
	}
	return &node{kind: numberNode, text: v.String()}
}

func whole(v *int) *node {
	if v == nil {
		return nil
	}
	return &node{kind: numberNode, text: strconv.Itoa(*v)}
}

func moment(v time.Time) *node {
	if v.IsZero() {
		return nil
	}
	return text(v.Format(time.RFC3339Nano))
}
