package planfile

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"stappenplan/steps"
)

// planNode is a plan as it stands in a file: fields in the order of the contract, and nothing that the
// plan does not say.
func planNode(p steps.Plan) *node {
	return object(
		field{"format", text(Format)},
		field{"school", fieldsNode(steps.SchoolFields, p.School)},
		field{"round", fieldsNode(steps.RoundFields, p.Round)},
		field{"answers", answersNode(p)},
		field{"tasks", tasksNode(p)},
		field{"members", list(p.Members, func(m steps.Member) *node {
			return fieldsNode(steps.MemberFields, m, field{"id", text(m.ID)})
		})},
		field{"agreements", agreementsNode(p)},
		field{"evaluation", fieldsNode(steps.EvaluationFields, p.Evaluation)},
		field{"catalogue", catalogueNode(p)},
	)
}

// fieldsNode is the fields of a part of the plan, after its id where it has one.
func fieldsNode[O any](table []steps.FieldOf[O], of O, id ...field) *node {
	fields := slices.Grow(id, len(table))
	for i := range table {
		fields = append(fields, field{table[i].Name, valueNode(table[i].Value(&of))})
	}
	return object(fields...)
}

func valueNode(value any) *node {
	switch v := value.(type) {
	case string:
		return text(v)
	case bool:
		return scalar(booleanNode, &v)
	case int:
		return scalar(numberNode, &v)
	case steps.Decimal:
		return scalar(numberNode, &v)
	case time.Time:
		return text(v.Format(time.RFC3339Nano))
	case []string:
		return list(v, text[string])
	case []steps.StepID:
		return list(v, text[steps.StepID])
	case []steps.Means:
		return list(v, meansNode)
	}
	return nil
}

func meansNode(m steps.Means) *node {
	return object(
		field{"source", text(m.Source)},
		field{"amount", scalar(numberNode, m.Amount)},
		field{"per_fulltime", scalar(numberNode, m.PerFulltime)},
		field{"week", scalar(numberNode, m.Week)},
		field{"pooled", scalar(numberNode, m.Pooled)},
	)
}

func answersNode(p steps.Plan) *node {
	var fields []field
	for _, s := range steps.Tree {
		fields = append(fields, field{string(s.ID), fieldsNode(steps.AnswerFields, p.Answers[s.ID])})
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
	return list(ids, func(id string) *node { return fieldsNode(steps.TaskFields, p.Decisions[id], field{"id", text(id)}) })
}

func agreementsNode(p steps.Plan) *node {
	var fields []field
	for _, id := range steps.AgreementIDs {
		fields = append(fields, field{string(id), fieldsNode(steps.AgreementFields, p.Agreements[id])})
	}
	return object(fields...)
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
		field{"version", scalar(numberNode, &c.Version)},
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
		field{"technical", scalar(booleanNode, &t.Technical)},
		field{"strategic", scalar(booleanNode, &t.Strategic)},
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

// scalar is a number or a boolean; nothing where it is not known.
func scalar[T any](k kind, v *T) *node {
	if v == nil {
		return nil
	}
	return &node{kind: k, text: fmt.Sprint(*v)}
}
