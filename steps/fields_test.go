package steps_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
)

// TestEveryFieldHasARow: one of a change, and one of a part of the plan.
func TestEveryFieldHasARow(t *testing.T) {
	kinds := []steps.Kind{
		steps.ChangeVoice,
		steps.ChangeSchool, steps.ChangeAnswer, steps.ChangeTask, steps.ChangeMember, steps.ChangeAgreement,
		steps.ChangeResolution, steps.ChangeAction, steps.ChangeEvaluation, steps.ChangeRound, steps.ChangeCatalogue, steps.ChangeErased,
	}
	for field := range reflect.TypeFor[change]().Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		has := func(kind steps.Kind) bool { _, ok := steps.FieldNamed(kind, name); return ok }
		if strings.HasPrefix(field.Type.Name(), "Field[") && !slices.ContainsFunc(kinds, has) {
			t.Errorf("steps/fields.go: %s of Change has no row that is called %s", field.Name, name)
		}
	}
	everyFieldOf(t, steps.SchoolFields)
	everyFieldOf(t, steps.AnswerFields)
	everyFieldOf(t, steps.VoiceFields)
	everyFieldOf(t, steps.TaskFields)
	everyFieldOf(t, steps.MemberFields)
	everyFieldOf(t, steps.AgreementFields)
	everyFieldOf(t, steps.ResolutionFields)
	everyFieldOf(t, steps.ActionFields)
	everyFieldOf(t, steps.EvaluationFields)
	everyFieldOf(t, steps.RoundFields)
}

// everyFieldOf fills one field of a part of the plan at a time, which its row then has to find.
func everyFieldOf[O any](t *testing.T, rows []steps.FieldOf[O]) {
	for field := range reflect.TypeFor[O]().Fields() {
		var part O
		switch v := reflect.ValueOf(&part).Elem().FieldByIndex(field.Index); v.Kind() {
		case reflect.String:
			v.SetString("x")
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Int:
			v.SetInt(9)
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		default:
			v.Set(reflect.ValueOf(noon))
		}
		finds := func(f steps.FieldOf[O]) bool { var none O; return !reflect.DeepEqual(f.Value(&part), f.Value(&none)) }
		if field.Name != "ID" && !slices.ContainsFunc(rows, finds) {
			t.Errorf("steps/fields.go: %T has no row for %s", part, field.Name)
		}
	}
}
