package planfile_test

import (
	"bytes"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

var dutch, english = assets.Load(assets.Dutch), assets.Load(assets.English)

// example is the plan of the built-in example school, on the real catalogue.
func example(t testing.TB) steps.Plan {
	t.Helper()
	journal, err := steps.Replay(assets.Catalogue(), assets.Example())
	if err != nil {
		t.Fatal(err)
	}
	return journal.Plan()
}

func encoded(t testing.TB, plan steps.Plan, texts *assets.Texts) []byte {
	t.Helper()
	data, err := planfile.EncodeWorkbook(plan, texts)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decoded(t testing.TB, data []byte, plan steps.Plan) []steps.Change {
	t.Helper()
	changes, err := planfile.DecodeWorkbook(data, plan, dutch)
	if err != nil {
		t.Fatalf("decode: %v", err)
	}
	return changes
}

// TestWorkbookRoundTrip: what was only looked at changes nothing.
func TestWorkbookRoundTrip(t *testing.T) {
	plans := map[string]steps.Plan{"example": example(t), "empty": steps.NewPlan(assets.Catalogue())}
	for name, data := range corpus(t) {
		plans[name] = decode(t, data).Plan
	}
	for name, plan := range plans {
		for _, texts := range []*assets.Texts{dutch, english} {
			data := encoded(t, plan, texts)
			if again := encoded(t, plan, texts); !bytes.Equal(data, again) {
				t.Errorf("%s, %s: a second export differs", name, texts.Language)
			}
			if changes := decoded(t, data, plan); len(changes) > 0 {
				t.Errorf("%s, %s: reads back with %d changes: %+v", name, texts.Language, len(changes), changes)
			}
		}
	}
}
