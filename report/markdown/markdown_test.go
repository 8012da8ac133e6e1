package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// documentOf is a journal's document, with the differences between its rounds.
func documentOf(j *steps.Journal, language assets.Language) string {
	return string(markdown.Render(reporttest.Summary(j, language)))
}

// TestMarkdown keeps the documents a board reads under eyes.
func TestMarkdown(t *testing.T) {
	t.Parallel()
	journals := map[string]func(testing.TB) *steps.Journal{
		"not-begun": func(t testing.TB) *steps.Journal { return reporttest.JournalOf(t) },
		"stopped":   reporttest.Stopped,
		"alone":     reporttest.Alone,
		"together":  reporttest.Together,
		"example": func(t testing.TB) *steps.Journal {
			j, err := steps.Replay(assets.Definitions(), assets.Example())
			if err != nil {
				t.Fatal(err)
			}
			return j
		},
		"own-tasks": func(t testing.TB) *steps.Journal { return reporttest.WithOwnTasks(t, 300) },
	}
	for name, journal := range journals {
		for _, language := range assets.Languages {
			t.Run(name+"-"+string(language), func(t *testing.T) {
				golden.RequireEqual(t, []byte(documentOf(journal(t), language)))
			})
		}
	}
}

// TestMarkdownLeavesNumbersAsTheyAre escapes what would begin a list, and no number beside it.
func TestMarkdownLeavesNumbersAsTheyAre(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"36.9": "36.9", "36.9 uur": "36.9 uur", "1.a": "1.a", "2)a": "2)a", "stap 1. Begin": "stap 1. Begin", "1234567890. x": "1234567890. x",
		"1.": "1\\.", "1)": "1\\)", "1. Begin": "1\\. Begin", "12) Begin": "12\\) Begin", "1.\tBegin": "1\\.\tBegin",
	} {
		document := string(markdown.Render(report.Summary{Parts: []report.Part{{Sections: []report.Section{{Blocks: []report.Block{report.Paragraph(line)}}}}}}))
		if !strings.Contains(document, "\n\n"+want+"\n") {
			t.Errorf("%q is not written as %q:\n%s", line, want, document)
		}
		if got := reporttest.ReadMarkdown(t, document); !strings.Contains(got.Text, line) || slices.Contains(got.Elements, "<li>") {
			t.Errorf("%q is shown as %v", line, got)
		}
	}
}

func TestSamePlanSameBytes(t *testing.T) {
	t.Parallel()
	first := documentOf(reporttest.Together(t), assets.Dutch)
	for range 20 {
		if again := documentOf(reporttest.Together(t), assets.Dutch); again != first {
			t.Fatal("the same plan gave other bytes")
		}
	}
}

func TestMarkdownNamesNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string { return string(markdown.Render(s)) })
}

func BenchmarkFullPlan(b *testing.B)  { benchmark(b, reporttest.Together(b).Plan()) }
func BenchmarkManyTasks(b *testing.B) { benchmark(b, reporttest.WithOwnTasks(b, 500).Plan()) }

func benchmark(b *testing.B, plan steps.Plan) {
	options := reporttest.OptionsIn(assets.Dutch)
	b.ReportAllocs()
	for b.Loop() {
		markdown.Render(report.Summarize(plan, options))
	}
}
