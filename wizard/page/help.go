package page

import (
	"maps"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/find"
	"stappenplan/wizard/screen"
)

// topics are what screens are about, for the three lines of help at the top; of all others the lines say how screens work.
var topics = map[screen.PlaceKind]string{
	screen.Overview: "overview", screen.Check: "check", screen.Follows: "follows", screen.TaskList: "tasks", screen.Matrix: "matrix", screen.TaskCard: "task",
	screen.Team: "team", screen.MemberCard: "member", screen.NewMember: "member", screen.Division: "division", screen.Evaluation: "evaluation", screen.NewRound: "evaluation",
	screen.Summary: "summary", screen.Preview: "summary", screen.SaveAs: "document", screen.FindingList: "findings", screen.History: "history", screen.EntryCard: "history",
	screen.Decisions: "decisions", screen.DecisionCard: "decisions", screen.Actions: "actions", screen.ActionCard: "actions", screen.Voices: "voices", screen.NewVoice: "voices",
	screen.Sheets: "sheets", screen.SheetCard: "sheets", screen.SheetTable: "sheets", screen.ImportFile: "import", screen.ImportColumns: "import", screen.ImportTasks: "import",
	screen.ImportPeople: "import", screen.ImportDoubts: "import", screen.ImportPreview: "import",
}

// HelpOn is the help on the screen of a place.
func HelpOn(p screen.Place) screen.Place {
	topic, ok := topics[p.Kind]
	if !ok {
		topic = find.OtherHelp
	}
	if p.Kind == screen.TaskList && p.ID == string(steps.Team) {
		topic = "matrix"
	}
	if p.Kind == screen.TaskList && p.ID == string(steps.Expertise) {
		topic = "expertise"
	}
	return screen.Place{Kind: screen.Help, ID: topic}
}

// helpLines say in three lines what the screen is that help was asked on, and what its words mean, and list all keys that work there.
func helpLines(topic string, s screen.Screen) func(f screen.Frame) (string, []string, []command) {
	return func(f screen.Frame) (string, []string, []command) {
		w := f.Texts.Wizard
		width := min(f.Width, screen.Readable)
		var lines []string
		for _, text := range w.HelpAbout[topic] {
			lines = append(lines, screen.Wrap(string(text), width)...)
		}
		lines = append(lines, "", f.Look.Accent.On(string(w.HelpHere)), "")
		list := func(bindings []key.Binding) {
			for _, b := range bindings {
				lines = append(lines, "  "+f.Look.Strong.On(screen.Fit(b.Help().Key, 12))+b.Help().Desc)
			}
		}
		list(s.Keys(f))
		if terms := termLines(s, f, width); len(terms) > 0 {
			lines = append(append(lines, "", f.Look.Accent.On(string(w.HelpWords)), ""), terms...)
		}
		lines = append(lines, "", f.Look.Accent.On(string(w.HelpAlways)), "")
		list(screen.GlobalKeys(w))
		lines = append(lines, "")
		for _, rule := range w.KeyRules {
			lines = append(lines, hung("• ", string(rule), width)...)
		}
		return string(w.HelpTitle), append(append(lines, ""), painted(f.Look.Muted, screen.WrapLegend(string(w.MapLegend), width))...), nil
	}
}

// termLines say what the terms mean that stand on a screen, or name one of its keys: the column of that may be headed by less than a word.
func termLines(s screen.Screen, f screen.Frame, width int) (lines []string) {
	shown := " " + strings.ToLower(strings.Join(strings.Fields(ansi.Strip(strings.Join(s.View(f).Lines, " "))), " "))
	keyed := func(term assets.TermTexts) bool {
		return slices.ContainsFunc(s.Keys(f), func(b key.Binding) bool { return b.Help().Desc == string(term.Word) })
	}
	terms := slices.SortedFunc(maps.Values(f.Texts.Wizard.Terms), func(a, b assets.TermTexts) int { return strings.Compare(string(a.Word), string(b.Word)) })
	for _, term := range terms {
		if strings.Contains(shown, " "+string(term.Word)) || keyed(term) {
			lines = append(lines, screen.Beside("  "+f.Look.Strong.On(screen.Fit(string(term.Word), termWidth-2)), screen.Wrap(string(term.Means), width-termWidth))...)
		}
	}
	return lines
}

// termWidth is the width of the column of terms.
const termWidth = 22
