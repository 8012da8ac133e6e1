package steps_test

import (
	"testing"
	"time"

	"stappenplan/steps"
)

// TestEntryJSON is the form other programs may read.
func TestEntryJSON(t *testing.T) {
	e := steps.NewEntry("k3v9", noon.Add(500), " An\tPeeters", task("wifi", func(c *change) {
		c.Horizon, c.Owner, c.Hours = steps.Set(steps.Short), steps.Clear[string](), steps.Set(steps.Tenths(25))
		c.Note, c.Title, c.Strategic = steps.Set("<a & b>\r\n\u2028"), steps.Set(" "), steps.Set(false)
	}))
	b, err := e.Encode()
	equal(t, "error", err, nil)
	equal(t, "json", string(b), `{"id":"k3v9","at":"2026-09-01T12:00:00Z","by":"An Peeters","changes":[{"kind":"task","task":"wifi",`+
		`"hours":2.5,"note":"<a & b>\n\u2028","title":null,"horizon":"short","strategic":false,"owner":null}]}`)
}

// TestGivenFields: what a change gives has the names and the order of the journal.
func TestGivenFields(t *testing.T) {
	c := task("wifi", func(c *change) {
		c.Owner, c.Hours, c.Local, c.Note = steps.Clear[string](), steps.Set(steps.Tenths(25)), steps.Set(false), steps.Set("")
	})
	equal(t, "given", c.Given(), []steps.Given{
		{Name: "hours", Value: steps.Tenths(25)}, {Name: "note", Value: ""}, {Name: "local", Value: false}, {Name: "owner"},
	})
	emptied := c.Keeping(steps.Given.Empties)
	equal(t, "emptied", emptied.Given(), []steps.Given{{Name: "owner"}})
	equal(t, "about", emptied.Task, "wifi")
	equal(t, "untouched", c.Hours, steps.Set(steps.Tenths(25)))

	brussels := time.FixedZone("", 3600)
	one, same := steps.Given{Name: "at", Value: noon}, steps.Given{Name: "at", Value: noon.In(brussels)}
	equal(t, "one moment", one.Same(same), true)
	equal(t, "a moment and none", one.Same(steps.Given{Name: "at"}), false)
	equal(t, "no steps and none", steps.Given{Value: []steps.StepID{}}.Same(steps.Given{}), true)
}

// TestDecodeRefuses what would lose an answer, and cleans what others wrote.
func TestDecodeRefuses(t *testing.T) {
	for _, text := range []string{
		"", "null null", "[]", `{"id":"a"} {"id":"b"}`, `{"id":"a","changes":[{"kind":"task","colour":"red"}]}`, `{"id":"a","sheet":1}`,
		`{"id":"a","changes":[{"kind":"task","hours":"4"}]}`, `{"id":"a","changes":[{"kind":"task","hours":0.0001}]}`,
		`{"id":"a","changes":[{"kind":"task","note":4}]}`, `{"id":"a","changes":[{"kind":"task","local":"yes"}]}`, `{"id":"a"`,
	} {
		if e, err := steps.DecodeEntry([]byte(text)); err == nil {
			t.Errorf("%s was read as %+v", text, e)
		}
	}
	e, err := steps.DecodeEntry([]byte(`{"by":"An\u001b[31m\n","changes":[{"note":"a\u0000b"},{"note":"é\u202e"}]}`))
	equal(t, "error", err, nil)
	equal(t, "author", e.By, "An")
	for i, want := range []string{"ab", "é"} {
		got, _ := e.Changes[i].Note.Value()
		equal(t, "note", got, want)
	}
}
