package planfile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// TestWhoIsMeant: members are recognised by what leaves no doubt, and offered where it does.
func TestWhoIsMeant(t *testing.T) {
	t.Parallel()
	var entry steps.Entry
	for id, name := range map[string]string{
		"jan": "Jan Janssens", "an": "An Peeters", "an-2": "An Claes", "els": "Els Van den Broeck", "zoe": "Zoë D'Hondt", "karel": "Karel De Grootaerts", "b7": "Bart Wils",
	} {
		entry.Changes = append(entry.Changes, steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)})
	}
	plan, err := steps.NewPlan(assets.Definitions()).Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	people := planfile.NewPeople(plan)
	for text, want := range map[string]string{
		"jan  JANSSENS": "jan", "Janssens Jan": "jan", "Janssens, Jan": "jan", "jan": "jan", "Van den Broeck, Els": "els", "zoe d'hondt": "zoe", "b7": "b7",
		"an": "", "An": "", "Jan Jansens": "", "Jan": "", "Piet Janssens": "", "": "", "?": "",
	} {
		if got := people.Of(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string][]string{
		"Jan Jansens": {"jan"}, "Jna Janssens": nil, "jansens": {"jan"}, "J. Janssens": {"jan"}, "Jansens, Jan": {"jan"}, "Peters An": {"an"}, "Zoe Dhont": {"zoe"},
		"Karel De Grotaerts": {"karel"}, "Bart": {"b7"}, "Piet Janssens": nil, "Jan Peeters": nil, "A": nil, "?": nil, "Firma Net": nil, "Janssens Jan Piet": nil,
	} {
		if diff := cmp.Diff(want, people.Likely(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	people.Add("piet", "Piet Janssens")
	if people.Of("janssens piet") != "piet" || people.Of("Janssens, Jan") != "jan" {
		t.Error("who was added is not known")
	}
	if likely := people.Likely("An"); len(likely) != 2 {
		t.Errorf("two of one first name: %v", likely)
	}
}
