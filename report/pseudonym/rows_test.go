package pseudonym_test

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/pseudonym"
	"stappenplan/steps"
)

// TestNoFieldNamesAMember has a member named in every field that a person types, by the table of the fields, and finds
// the name in none.
func TestNoFieldNamesAMember(t *testing.T) {
	t.Parallel()
	const name = "Bart Claes"
	given := []change{member("bart", name, "teacher", 3, "")}
	fill := func(c change, fields []steps.PlanField) {
		for _, f := range fields {
			if named := f.Kind == steps.ChangeMember && f.Name == "name" || f.Kind == steps.ChangeSchool; f.Typed() && !named {
				f.Give(&c, name)
			}
		}
		given = append(given, c)
	}
	fill(change{Kind: steps.ChangeMember, Member: "bart"}, planFields(steps.MemberFields))
	fill(change{Kind: steps.ChangeAnswer, Step: steps.Vision}, planFields(steps.AnswerFields))
	fill(change{Kind: steps.ChangeTask, Task: "network-management"}, planFields(steps.TaskFields))
	fill(change{Kind: steps.ChangeAgreement, Agreement: "backup"}, planFields(steps.AgreementFields))
	fill(change{Kind: steps.ChangeEvaluation}, planFields(steps.EvaluationFields))
	plan := planOf(t, given)
	for _, names := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
		people := pseudonym.New(names, assets.Load(assets.Dutch).Report.People, plan, nil, nil)
		told := people.Plan(plan)
		namesNobody(t, names, steps.MemberFields, told.Members[0])
		namesNobody(t, names, steps.AnswerFields, told.Answers[steps.Vision])
		namesNobody(t, names, steps.TaskFields, told.Decisions.Of("network-management"))
		namesNobody(t, names, steps.AgreementFields, told.Agreements["backup"])
		namesNobody(t, names, steps.EvaluationFields, told.Evaluation)
	}
}

func planFields[O any](fields []steps.FieldOf[O]) (list []steps.PlanField) {
	for _, f := range fields {
		list = append(list, f.PlanField)
	}
	return list
}

func namesNobody[O any](t *testing.T, names report.Names, fields []steps.FieldOf[O], of O) {
	t.Helper()
	for _, f := range fields {
		switch value := fmt.Sprint(f.Value(&of)); {
		case strings.Contains(value, "Bart"), strings.Contains(value, "Claes"):
			t.Errorf("as %s, %s of a %s is %q", names, f.Name, f.Kind, value)
		case f.Typed() && f.Value(&of) == nil:
			t.Errorf("as %s, %s of a %s is gone", names, f.Name, f.Kind)
		}
	}
}
