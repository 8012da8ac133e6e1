package reporttest

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
)

// HostileText is a text that tries to be more than text.
type HostileText struct {
	ID     string
	Text   string
	Base64 []byte
}

//go:embed hostile.json
var hostileSource []byte

// HostileTexts are all of them.
func HostileTexts(t *testing.T) (list []HostileText) {
	t.Helper()
	if err := json.Unmarshal(hostileSource, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// HostileKinds are the hostile texts, of each kind the first; all of them in the long run.
func HostileKinds(t *testing.T) (list []HostileText) {
	last := ""
	for _, h := range HostileTexts(t) {
		if kind, _, _ := strings.Cut(h.ID, "-"); Long || kind != last {
			list, last = append(list, h), kind
		}
	}
	return list
}

// Lines are the lines of a text that show something.
func Lines(text string) (lines []string) {
	for line := range strings.SplitSeq(steps.Clean(text), "\n") {
		if !steps.Blank(line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// Harmless is a text with as many lines that is nothing but letters.
func Harmless(text string) string {
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

// NameOf is a text as a name or a title may hold it.
func NameOf(text string) string {
	name := []rune(steps.CleanName(text))
	if steps.Blank(string(name)) {
		return "x"
	}
	return steps.CleanName(string(name[:min(len(name), steps.MaxName)]))
}

// Everywhere is a journal in whose second round one text stands in every field that takes text.
func Everywhere(t *testing.T, text string) *steps.Journal {
	name := NameOf(text)
	own := *Catalogue
	own.Tasks = slices.Clone(Catalogue.Tasks[:3])
	own.Tasks[0].Title = steps.Words{"nl": name}
	own.Groups = []steps.Titled{{ID: "technical", Title: steps.Words{"nl": name}}}
	group := School(steps.SchoolGroup)
	group.Name, group.Group = steps.Set(name), steps.Set(name)
	agree := func(id steps.AgreementID, needed bool) Change {
		return Change{Kind: steps.ChangeAgreement, Agreement: id, Text: steps.Set(text), Needed: steps.Set(needed)}
	}
	said := Answer(steps.Vision, steps.Yes, text, text)
	said.By = steps.Set(name)
	return JournalOf(t,
		Yes(steps.Awareness, steps.Vision, steps.Policy, steps.Pooling),
		[]Change{{Kind: steps.ChangeRound, Number: steps.Set(2)}},
		[]Change{
			{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(own)}, group, said, agree("backup", true), agree("organisation", false),
			Member("an", name, steps.ICTCoordinator, 1, text), Member("bart", "Bart", "teacher", 1, ""),
			Task(own.Tasks[0].ID, func(c *Change) {
				c.Note, c.Owner, c.Sourcing = steps.Set(text), steps.Set("an"), steps.Set(steps.Recruit)
			}),
			Task(own.Tasks[1].ID, func(c *Change) {
				c.Title, c.Expertise, c.Level, c.Hours = steps.Set(name), steps.Set(steps.No), steps.Set("group"), steps.Set(steps.Whole(9))
			}),
			OwnTask("own-x", name, steps.TechnicalTasks, func(c *Change) { c.Horizon, c.Backup = steps.Set(steps.Dropped), steps.Set("an") }),
			{
				Kind: steps.ChangeEvaluation, Collaboration: steps.Set(text), Composition: steps.Set(text),
				Present: steps.Set([]string{name, "an"}),
			},
		},
	)
}

// Control says whether a character steers a terminal or a program; a line end and a tab do not.
func Control(r rune) bool { return r != '\n' && r != '\t' && (r < 0x20 || r >= 0x7f && r <= 0x9f) }
