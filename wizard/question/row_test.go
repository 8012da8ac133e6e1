package question_test

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// TestAnOfferedRowIsOfferedOnce, in whatever language it was taken or typed; a row of one's own never gets its id.
func TestAnOfferedRowIsOfferedOnce(t *testing.T) {
	dutch, english := assets.Load(assets.Dutch), assets.Load(assets.English)
	empty := steps.NewPlan(assets.Definitions())
	all := question.OfferedRows("chain", "factors", "2026-10-11", empty, dutch)
	taken := with(t, empty, all[0])
	typed := with(t, empty, steps.RowChange("chain", "factors", "x", steps.Cells{"factor": all[0].Row, "example": "x"}),
		steps.RowChange("chain", "factors", "x", steps.Cells{"factor": string(dutch.Sheets["chain"].Tables["factors"].Presets[all[0].Row]) + " "}))
	for name, plan := range map[string]steps.Plan{"taken": taken, "typed": typed} {
		for _, texts := range []*assets.Texts{dutch, english} {
			offered := question.OfferedRows("chain", "factors", "2026-10-11", plan, texts)
			if len(offered) != len(all)-1 || offered[0].Row == all[0].Row {
				t.Errorf("%s, in %s: %d of %d are offered, the first is %s", name, texts.Language, len(offered), len(all), offered[0].Row)
			}
		}
	}
	if id := empty.NewRowID("chain", "factors", "Pilots"); id != "pilots-2" {
		t.Errorf("a row that somebody typed is %s", id)
	}
}
