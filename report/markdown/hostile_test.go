package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
)

// TestHostileTexts writes each hostile text in every field there is: it is shown to the letter, and the
// document has the elements it would have with a harmless text.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	for _, h := range reporttest.HostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			document := documentOf(reporttest.Everywhere(t, text), assets.Dutch)
			got, want := reporttest.ReadMarkdown(t, document), reporttest.ReadMarkdown(t, documentOf(reporttest.Everywhere(t, reporttest.Harmless(text)), assets.Dutch))
			if diff := cmp.Diff(want.Elements, got.Elements); diff != "" {
				t.Errorf("the text has elements of its own (-harmless +hostile):\n%s", diff)
			}
			for _, line := range append(reporttest.Lines(text), reporttest.NameOf(text)) {
				if !strings.Contains(got.Text, line) {
					t.Errorf("%q is not shown to the letter", line)
				}
			}
			if i := strings.IndexFunc(document, reporttest.Control); i >= 0 {
				t.Errorf("a control character at %d: %q", i, document[max(0, i-20):i+2])
			}
		})
	}
}
