package report_test

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"stappenplan/assets"
	"stappenplan/steps"
)

// rendered is Markdown as another program shows it: its elements, and its text without them.
type rendered struct {
	elements []string
	text     string
}

var (
	element  = regexp.MustCompile(`<[^>]*>`)
	renderer = goldmark.New(goldmark.WithExtensions(extension.GFM))
)

func render(t testing.TB, markdown string) rendered {
	t.Helper()
	var b bytes.Buffer
	if err := renderer.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	return rendered{element.FindAllString(b.String(), -1), html.UnescapeString(element.ReplaceAllString(b.String(), ""))}
}

// lines are the lines of a text that show something.
func lines(text string) (lines []string) {
	for line := range strings.SplitSeq(steps.Clean(text), "\n") {
		if !steps.Blank(line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// TestNothingTypedIsMissing finds everything that a person filled in back in the document.
func TestNothingTypedIsMissing(t *testing.T) {
	j := together(t)
	for _, language := range assets.Languages {
		page := render(t, documentOf(j, language))
		has := func(what, text string) {
			t.Helper()
			for _, line := range lines(text) {
				if !strings.Contains(page.text, line) {
					t.Errorf("%s: %s %q is missing", language, what, line)
				}
			}
		}
		plan, words := j.Plan(), texts[language]
		for id, a := range plan.Answers {
			has("question", words.Question(id, plan))
			for _, text := range []string{words.Value("choice", string(a.Choice)), a.Note, a.Evidence, a.By, words.Date(steps.DateOf(a.At))} {
				has("answer", text)
			}
		}
		for _, m := range plan.Members {
			for _, text := range []string{m.Name, words.Value("role", string(m.Role)), m.Mandate, words.Number(*m.Hours)} {
				has("member", text)
			}
			if strings.Contains(page.text, m.Motivation) {
				t.Errorf("%s: the motivation of %s is told", language, m.Name)
			}
		}
		for id, a := range plan.Agreements {
			has("agreement", string(words.Plan.Agreements[id].Title))
			has("agreement", a.Text)
		}
		e, school := plan.Evaluation, plan.School
		for _, text := range []string{e.Collaboration, e.Composition, "Leerlingenraad", words.Date(plan.Round.NextEvaluation), school.Name, school.Group} {
			has("evaluation or school", text)
		}
		for _, task := range plan.Tasks() {
			has("task", words.TaskTitle(task))
			has("note", task.Note)
		}
	}
}

// TestEveryTaskFieldIsShown changes one field of a task at a time and expects another document.
func TestEveryTaskFieldIsShown(t *testing.T) {
	base := []change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}, {Kind: steps.ChangeTask, Task: "network-management", Note: steps.Set("x")}}
	before := markdownOf(planOf(t, base), assets.Dutch)
	fields := map[string]func(*change){
		"title":      func(c *change) { c.Title = steps.Set("Ander netwerk") },
		"relevance":  func(c *change) { c.Relevance = steps.Set(steps.DoesNotApply) },
		"horizon":    func(c *change) { c.Horizon = steps.Set(steps.Long) },
		"level":      func(c *change) { c.Level = steps.Set("group") },
		"scale":      func(c *change) { c.Scale = steps.Set(false) },
		"specialist": func(c *change) { c.Specialist = steps.Set(false) },
		"local":      func(c *change) { c.Local = steps.Set(false) },
		"feedback":   func(c *change) { c.Feedback = steps.Set(false) },
		"expertise":  func(c *change) { c.Expertise = steps.Set(steps.Yes) },
		"strategic":  func(c *change) { c.Strategic = steps.Set(false) },
		"technical":  func(c *change) { c.Technical = steps.Set(true) },
		"sourcing":   func(c *change) { c.Sourcing = steps.Set(steps.Accept) },
		"owner":      func(c *change) { c.Owner = steps.Set("an") },
		"backup":     func(c *change) { c.Backup = steps.Set("an") },
		"hours":      func(c *change) { c.Hours = steps.Set(steps.Decimal(0)) },
		"note":       func(c *change) { c.Note = steps.Set("y") },
	}
	for name, set := range fields {
		c := change{Kind: steps.ChangeTask, Task: "network-management"}
		set(&c)
		if markdownOf(planOf(t, base, []change{c}), assets.Dutch) == before {
			t.Errorf("%s is not shown", name)
		}
	}
}

// hostile is a text that tries to be more than text.
type hostile struct {
	ID     string
	Text   string
	Base64 []byte
}

func hostileTexts(t *testing.T) (list []hostile) {
	t.Helper()
	source, err := os.ReadFile("testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(source, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestHostileTexts writes each hostile text in every field there is: it is shown to the letter, and the
// document has the elements it would have with a harmless text.
func TestHostileTexts(t *testing.T) {
	for _, h := range hostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			document := documentOf(everywhere(t, text), assets.Dutch)
			got, want := render(t, document), render(t, documentOf(everywhere(t, harmless(text)), assets.Dutch))
			if diff := cmp.Diff(want.elements, got.elements); diff != "" {
				t.Errorf("the text has elements of its own (-harmless +hostile):\n%s", diff)
			}
			for _, line := range append(lines(text), nameOf(text)) {
				if !strings.Contains(got.text, line) {
					t.Errorf("%q is not shown to the letter", line)
				}
			}
			if i := strings.IndexFunc(document, control); i >= 0 {
				t.Errorf("a control character at %d: %q", i, document[max(0, i-20):i+2])
			}
		})
	}
}

func control(r rune) bool { return r != '\n' && r != '\t' && (r < 0x20 || r >= 0x7f && r <= 0x9f) }

// harmless is a text with as many lines that is nothing but letters.
func harmless(text string) string {
	rows := strings.Split(steps.Clean(text), "\n")
	for i, row := range rows {
		if strings.Trim(row, " \t") != "" {
			rows[i] = "x"
			if steps.Blank(row) {
				rows[i] = "\u3164" // shows nothing, as the text
			}
		}
	}
	return strings.Join(rows, "\n")
}

// nameOf is a text as a name or a title may hold it.
func nameOf(text string) string {
	name := []rune(steps.CleanName(text))
	if steps.Blank(string(name)) {
		return "x"
	}
	return steps.CleanName(string(name[:min(len(name), steps.MaxName)]))
}

// everywhere is a journal in whose second round one text stands in every field that takes text.
func everywhere(t *testing.T, text string) *steps.Journal {
	name := nameOf(text)
	own := *catalogue
	own.Tasks = slices.Clone(catalogue.Tasks[:3])
	own.Tasks[0].Title = steps.Words{"nl": name}
	own.Groups = []steps.Titled{{ID: "technical", Title: steps.Words{"nl": name}}}
	group := school(steps.SchoolGroup)
	group.Name, group.Group = steps.Set(name), steps.Set(name)
	agree := func(id steps.AgreementID, needed bool) change {
		return change{Kind: steps.ChangeAgreement, Agreement: id, Text: steps.Set(text), Needed: steps.Set(needed)}
	}
	said := answer(steps.Vision, steps.Yes, text, text)
	said.By = steps.Set(name)
	return journalOf(t,
		yes(steps.Awareness, steps.Vision, steps.Policy, steps.Pooling),
		[]change{{Kind: steps.ChangeRound, Number: steps.Set(2)}},
		[]change{
			{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(own)}, group, said, agree("backup", true), agree("organisation", false),
			member("an", name, steps.ICTCoordinator, 1, text), member("bart", "Bart", "teacher", 1, ""),
			task(own.Tasks[0].ID, func(c *change) {
				c.Note, c.Owner, c.Sourcing = steps.Set(text), steps.Set("an"), steps.Set(steps.Recruit)
			}),
			task(own.Tasks[1].ID, func(c *change) {
				c.Title, c.Expertise, c.Level, c.Hours = steps.Set(name), steps.Set(steps.No), steps.Set("group"), steps.Set(steps.Whole(9))
			}),
			ownTask("own-x", name, steps.TechnicalTasks, func(c *change) { c.Horizon, c.Backup = steps.Set(steps.Dropped), steps.Set("an") }),
			{
				Kind: steps.ChangeEvaluation, Collaboration: steps.Set(text), Composition: steps.Set(text),
				Present: steps.Set([]string{name, "an"}),
			},
		},
	)
}
