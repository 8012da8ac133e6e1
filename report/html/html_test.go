package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"
	parser "golang.org/x/net/html"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/html"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// parsed is a page as a browser reads it.
func parsed(t testing.TB, page []byte) *parser.Node {
	t.Helper()
	root, err := parser.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// elements are the elements of these names, or all, in the order of the page.
func elements(root *parser.Node, names ...string) (list []*parser.Node) {
	for n := range root.Descendants() {
		if n.Type == parser.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			list = append(list, n)
		}
	}
	return list
}

// textOf is the text in an element, pictures left out.
func textOf(root *parser.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == parser.TextNode && !within(n, "svg", "style") {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func within(n *parser.Node, names ...string) bool {
	for a := range n.Ancestors() {
		if slices.Contains(names, a.Data) {
			return true
		}
	}
	return false
}

func attribute(n *parser.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// said are all texts in a value that are meant to be read.
func said(v reflect.Value) (list []string) {
	switch v.Kind() {
	case reflect.Interface:
		return said(v.Elem())
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			list = append(list, said(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type() == reflect.TypeFor[report.Hours]() && v.Type().Field(i).Name == "Short" {
				continue // stands in the legend of the picture
			}
			list = append(list, said(v.Field(i))...)
		}
	case reflect.String:
		if name := v.Type().Name(); name == "string" || name == "Paragraph" || name == "Heading" {
			return []string{v.String()}
		}
	}
	return list
}

func TestAPageSaysTheWholeSummary(t *testing.T) {
	t.Parallel()
	for _, journal := range []*steps.Journal{reporttest.JournalOf(t), reporttest.Stopped(t), reporttest.Alone(t), reporttest.Together(t)} {
		s := reporttest.Summary(journal, assets.Dutch)
		text := textOf(parsed(t, html.Render(s)))
		s.Days, s.Origin, s.Logo = nil, "", report.Logo{} // a page has no calendar
		for _, one := range said(reflect.ValueOf(s)) {
			if !strings.Contains(text, one) {
				t.Errorf("%q is missing", one)
			}
		}
	}
}

// TestAPageTakesEveryTextToTheLetter writes each hostile text in every field there is: the page has the
// elements and attributes that it would have with a harmless text, and nothing leads out of it.
func TestAPageTakesEveryTextToTheLetter(t *testing.T) {
	t.Parallel()
	shape := func(root *parser.Node) (list []string) {
		for _, n := range elements(root) {
			if within(n, "figure") || n.Data == "figure" {
				continue // a long name is not drawn; pictures have a test of their own
			}
			name := n.Data
			for _, a := range n.Attr {
				if a.Key != "class" { // a long word breaks
					name += " " + a.Key
				}
			}
			list = append(list, name)
		}
		return list
	}
	for _, h := range reporttest.HostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			page := html.Render(reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch))
			got := parsed(t, page)
			want := parsed(t, html.Render(reporttest.Summary(reporttest.Everywhere(t, reporttest.Harmless(text)), assets.Dutch)))
			if diff := cmp.Diff(shape(want), shape(got)); diff != "" {
				t.Errorf("the text has elements of its own (-harmless +hostile):\n%s", diff)
			}
			shown := textOf(got)
			for _, line := range append(reporttest.Lines(text), reporttest.NameOf(text)) {
				if !strings.Contains(shown, line) {
					t.Errorf("%q is not shown to the letter", line)
				}
			}
			leadsNowhereElse(t, got)
			if i := strings.IndexFunc(string(page), reporttest.Control); i >= 0 {
				t.Errorf("a control character at %d", i)
			}
		})
	}
}

// TestEveryTableSaysWhatItIsOf, to who moves from one to the next.
func TestEveryTableSaysWhatItIsOf(t *testing.T) {
	t.Parallel()
	for name, s := range reporttest.Documents(t, assets.Dutch) {
		root := parsed(t, html.Render(s))
		tables, captions := elements(root, "table"), elements(root, "caption")
		if len(tables) != len(captions) || slices.ContainsFunc(captions, func(n *parser.Node) bool { return textOf(n) == "" }) {
			t.Errorf("%s: of %d tables %d say what they are of", name, len(tables), len(captions))
		}
		if lang := attribute(elements(root, "html")[0], "lang"); lang != "nl-BE" {
			t.Errorf("%s: the page is in %q", name, lang)
		}
	}
}

// leadsNowhereElse holds a page to its own anchors and a picture within it, and to what a picture may be made of.
func leadsNowhereElse(t *testing.T, root *parser.Node) {
	t.Helper()
	places := map[string]bool{}
	for _, n := range elements(root) {
		if id := attribute(n, "id"); id != "" {
			if places[id] {
				t.Errorf("the id %q stands there twice", id)
			}
			places[id] = true
		}
		if within(n, "svg") && !slices.Contains([]string{"title", "rect", "line", "text"}, n.Data) {
			t.Errorf("a picture holds <%s>", n.Data)
		}
	}
	for _, n := range elements(root) {
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", strings.HasSuffix(a.Key, ":href"):
				t.Errorf("<%s> has an attribute %s", n.Data, a.Key)
			case a.Key == "href" && !(strings.HasPrefix(a.Val, "#") && places[a.Val[1:]]):
				t.Errorf("a link leads to %q", a.Val)
			case a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/"):
				t.Errorf("<%s> shows %q", n.Data, a.Val)
			}
		}
	}
}

// TestAPageIsBuiltForEveryReader holds what a screen reader and a keyboard lean on.
func TestAPageIsBuiltForEveryReader(t *testing.T) {
	t.Parallel()
	for language, spoken := range map[assets.Language]string{assets.Dutch: "nl-BE", assets.English: "en-GB"} {
		root := parsed(t, html.Render(reporttest.Summary(reporttest.Together(t), language)))
		if got := attribute(elements(root, "html")[0], "lang"); got != spoken {
			t.Errorf("the page says its language is %q, want %q", got, spoken)
		}
		level := 0
		for _, heading := range elements(root, "h1", "h2", "h3", "h4", "h5") {
			next := int(heading.Data[1] - '0')
			if next > level+1 || next == 1 && level > 0 {
				t.Errorf("%q stands at level %d after level %d", textOf(heading), next, level)
			}
			level = next
		}
		for _, landmark := range []string{"header", "nav", "main", "footer"} {
			if n := len(elements(root, landmark)); n != 1 {
				t.Errorf("there are %d of <%s>", n, landmark)
			}
		}
		for _, cell := range elements(root, "th") {
			if scope := attribute(cell, "scope"); scope != "col" && scope != "row" || textOf(cell) == "" {
				t.Errorf("the header %q has scope %q", textOf(cell), scope)
			}
		}
		for _, picture := range elements(root, "svg") {
			if title := picture.FirstChild; attribute(picture, "role") != "img" || title.Data != "title" || title.FirstChild == nil {
				t.Error("a picture does not say what it shows")
			}
		}
		leadsNowhereElse(t, root)
	}
}

// TestEveryPlaceOnAPageHasItsOwnName follows the links in documents of every kind.
func TestEveryPlaceOnAPageHasItsOwnName(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		for name, s := range reporttest.Documents(t, language) {
			t.Run(string(language)+" "+name, func(t *testing.T) { leadsNowhereElse(t, parsed(t, html.Render(s))) })
		}
	}
}

// TestAPageForbidsEverythingButItsStyle reads the policy that a browser will hold the page to.
func TestAPageForbidsEverythingButItsStyle(t *testing.T) {
	t.Parallel()
	root := parsed(t, html.Render(reporttest.Summary(reporttest.Together(t), assets.Dutch)))
	style := elements(root, "style")
	if len(style) != 1 || len(elements(root, "script", "link", "object", "iframe", "base")) > 0 {
		t.Fatal("the page holds more than a style")
	}
	sum := sha256.Sum256([]byte(style[0].FirstChild.Data))
	want := fmt.Sprintf("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src 'sha256-%s'",
		base64.StdEncoding.EncodeToString(sum[:]))
	for _, meta := range elements(root, "meta") {
		if attribute(meta, "http-equiv") == "Content-Security-Policy" && attribute(meta, "content") == want {
			return
		}
	}
	t.Errorf("the page does not say %q", want)
}

// TestEveryKindOfBlockOnAPage keeps the shape of a page under eyes, apart from what a summary says.
func TestEveryKindOfBlockOnAPage(t *testing.T) {
	t.Parallel()
	page := string(html.Render(reporttest.EveryBlock()))
	_, body, _ := strings.Cut(page, "</style>")
	golden.RequireEqual(t, []byte(body))
}

func TestSamePlanSamePage(t *testing.T) {
	t.Parallel()
	first := html.Render(reporttest.Summary(reporttest.Together(t), assets.Dutch))
	for range 20 {
		if again := html.Render(reporttest.Summary(reporttest.Together(t), assets.Dutch)); !bytes.Equal(again, first) {
			t.Fatal("the same plan gave other bytes")
		}
	}
}

func TestAPageNamesNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string { return string(html.Render(s)) })
}

// TestAPageHasItsNotice under the title, where there is one.
func TestAPageHasItsNotice(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	s.Notice = "Dit plan is niet heel."
	_, below, _ := strings.Cut(string(html.Render(s)), "</h1>")
	if header, _, _ := strings.Cut(below, "</header>"); !strings.Contains(header, s.Notice) {
		t.Errorf("under the title is %q", header)
	}
}

func BenchmarkPage(b *testing.B)          { benchmarkPage(b, reporttest.Example(b)) }
func BenchmarkPageManyTasks(b *testing.B) { benchmarkPage(b, reporttest.WithOwnTasks(b, 500)) }

// BenchmarkPageInRoles looks for twenty people in the notes of five hundred tasks.
func BenchmarkPageInRoles(b *testing.B) {
	firsts, lasts := []string{"Wouter", "An", "José", "Jean-Pierre", "Els"}, []string{"Peeters", "De Smet", "Núñez", "Maes-Janssens"}
	var changes []reporttest.Change
	for i, first := range firsts {
		for k, last := range lasts {
			changes = append(changes, reporttest.Member(fmt.Sprint("m-", i*10+k), first+" "+last, "teacher", 2, "beslist zelf tot 500 euro"))
		}
	}
	for i := range 500 {
		changes = append(changes, reporttest.OwnTask(fmt.Sprint("own-", i), fmt.Sprint("Eigen taak ", i), steps.PolicyTasks, func(c *reporttest.Change) {
			c.Note = steps.Set("Wouter bekijkt dit elke maandag met de leverancier; zijn er vragen, dan mail je els.desmet@school.be of bel je mevr. Maes.")
		}))
	}
	plan, options := reporttest.PlanOf(b, changes), reporttest.OptionsIn(assets.Dutch)
	options.Names = report.NamesAsRoles
	b.ReportAllocs()
	for b.Loop() {
		html.Render(report.Summarize(plan, options))
	}
}

func benchmarkPage(b *testing.B, j *steps.Journal) {
	b.ReportAllocs()
	for b.Loop() {
		html.Render(reporttest.Summary(j, assets.Dutch))
	}
}
