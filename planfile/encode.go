package planfile

import (
	"fmt"
	"slices"
	"time"

	"stappenplan/steps"
)

// planNode makes a plan a node: fields in the order of the contract, and none that the plan leaves empty.
func planNode(p steps.Plan) *node {
	return object(
		field{key: "format", value: text(Format)},
		field{key: "school", value: fieldsNode(steps.SchoolFields, p.School)},
		field{key: "round", value: fieldsNode(steps.RoundFields, p.Round)},
		field{key: "answers", value: answersNode(p)},
		field{key: "tasks", value: tasksNode(p)},
		field{key: "members", value: list(p.Members, func(m steps.Member) *node {
			return fieldsNode(steps.MemberFields, m, field{key: "id", value: text(m.ID)})
		})},
		field{key: "agreements", value: agreementsNode(p)},
		field{key: "evaluation", value: fieldsNode(steps.EvaluationFields, p.Evaluation)},
		field{key: "catalogue", value: catalogueNode(p)},
		field{key: "actions", value: list(p.Actions, actionNode)},
		field{key: "decisions", value: list(p.Resolutions, func(r steps.Resolution) *node {
			return fieldsNode(steps.ResolutionFields, r, field{key: "id", value: text(r.ID)})
		})},
		field{key: "voices", value: voicesNode(p)},
		field{key: "sheets", value: sheetsNode(p)},
	)
}

func actionNode(a steps.Action) *node {
	return fieldsNode(steps.ActionFields, a, field{key: "id", value: text(a.ID)})
}

// EncodeActions writes actions as a list in JSON, each as a plan file has it with whether it is overdue on a day.
func EncodeActions(actions []steps.Action, today steps.Date) []byte {
	all := &node{kind: listNode}
	for _, a := range actions {
		overdue := a.Overdue(today)
		n := actionNode(a)
		n.keys, n.items = append(n.keys, "overdue"), append(n.items, scalar(booleanNode, &overdue))
		all.items = append(all.items, n)
	}
	return inJSON(all)
}

// fieldsNode is the fields of a part of the plan, after its id where it has one.
func fieldsNode[O any](table []steps.FieldOf[O], of O, id ...field) *node {
	fields := slices.Grow(id, len(table))
	for i := range table {
		fields = append(fields, field{key: table[i].Name, value: valueNode(table[i].Value(&of))})
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
		return listed(new(walker), "", &v, meansFields).value
	}
	return nil
}

func answersNode(p steps.Plan) *node {
	var fields []field
	for _, s := range steps.Tree {
		fields = append(fields, field{key: string(s.ID), value: fieldsNode(steps.AnswerFields, p.Answers[s.ID])})
	}
	return object(fields...)
}

func voicesNode(p steps.Plan) *node {
	var fields []field
	for _, id := range steps.VoicedSteps {
		fields = append(fields, field{key: string(id), value: list(p.Voices[id], func(v steps.Voice) *node { return fieldsNode(steps.VoiceFields, v) })})
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
	return list(ids, func(id string) *node {
		return fieldsNode(steps.TaskFields, p.Decisions.Of(id), field{key: "id", value: text(id)})
	})
}

func agreementsNode(p steps.Plan) *node {
	var fields []field
	for _, id := range steps.AgreementIDs {
		fields = append(fields, field{key: string(id), value: fieldsNode(steps.AgreementFields, p.Agreements[id])})
	}
	return object(fields...)
}

func catalogueNode(p steps.Plan) *node {
	if !p.OwnCatalogue {
		return nil
	}
	return object(catalogueFields(new(walker), p.Catalogue)...)
}

// field is a field of a file: its value, without which it is not written, and how that is read.
type field struct {
	key   string
	value *node
	read  reader
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
