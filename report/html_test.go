package report_test

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
	"golang.org/x/net/html"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// parsed is a page as a browser reads it.
func parsed(t testing.TB, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// elements are the elements of these names, or all, in the order of the page.
func elements(root *html.Node, names ...string) (list []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			list = append(list, n)
		}
	}
	return list
}

// textOf is the text in an element, pictures left out.
func textOf(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && !within(n, "svg", "style") {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func within(n *html.Node, names ...string) bool {
	for a := range n.Ancestors() {
		if slices.Contains(names, a.Data) {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
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
	for _, journal := range []*steps.Journal{journalOf(t), stopped(t), alone(t), together(t)} {
		s := summaryOf(journal, assets.Dutch)
		text := textOf(parsed(t, report.HTML(s)))
		s.Days, s.Logo = nil, report.Logo{} // a page has no calendar
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
	shape := func(root *html.Node) (list []string) {
		for _, n := range elements(root) {
			if within(n, "svg") {
				continue // a long name is drawn on two lines; pictures have a test of their own
			}
			name := n.Data
			for _, a := range n.Attr {
				name += " " + a.Key
			}
			list = append(list, name)
		}
		return list
	}
	for _, h := range hostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			page := report.HTML(summaryOf(everywhere(t, text), assets.Dutch))
			got := parsed(t, page)
			want := parsed(t, report.HTML(summaryOf(everywhere(t, harmless(text)), assets.Dutch)))
			if diff := cmp.Diff(shape(want), shape(got)); diff != "" {
				t.Errorf("the text has elements of its own (-harmless +hostile):\n%s", diff)
			}
			shown := textOf(got)
			for _, line := range append(lines(text), nameOf(text)) {
				if !strings.Contains(shown, line) {
					t.Errorf("%q is not shown to the letter", line)
				}
			}
			leadsNowhereElse(t, got)
			if i := strings.IndexFunc(string(page), control); i >= 0 {
				t.Errorf("a control character at %d", i)
			}
		})
	}
}

// leadsNowhereElse holds a page to its own anchors and a picture within it, and to what a picture may be made of.
func leadsNowhereElse(t *testing.T, root *html.Node) {
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
	for _, language := range assets.Languages {
		root := parsed(t, report.HTML(summaryOf(together(t), language)))
		if got := attribute(elements(root, "html")[0], "lang"); got != string(language) {
			t.Errorf("the page says its language is %q, want %q", got, language)
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
	for _, language := range assets.Languages {
		for name, s := range documents(t, language) {
			t.Run(string(language)+" "+name, func(t *testing.T) { leadsNowhereElse(t, parsed(t, report.HTML(s))) })
		}
	}
}

// TestAPageForbidsEverythingButItsStyle reads the policy that a browser will hold the page to.
func TestAPageForbidsEverythingButItsStyle(t *testing.T) {
	root := parsed(t, report.HTML(summaryOf(together(t), assets.Dutch)))
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
	page := string(report.HTML(everyBlock()))
	_, body, _ := strings.Cut(page, "</style>")
	golden.RequireEqual(t, []byte(body))
}

func everyBlock() report.Summary {
	walk := report.Walk{Columns: [3]string{"", "Stap", "Stand"}, Steps: []report.WalkStep{
		{1, "Bewustzijn", "ja", report.MarkDone, false}, {2, "Gedragen visie", "nee", report.MarkNo, true},
		{3, "Plan", "nog te bespreken", report.MarkOpen, false}, {4, "Uren", "al iets ingevuld", report.MarkAhead, false},
		{5, "Team", "nog niet aan de beurt", report.MarkWaiting, false},
	}}
	amount := func(whole int64, text string) report.Amount { return report.Amount{steps.Whole(whole), true, text} }
	hours := report.Hours{Columns: [3]string{"Wie", "Gevraagd", "Beschikbaar"}, Lines: []report.HoursLine{
		{"De school", amount(30, "30"), amount(20, "20")}, {"An", amount(10, "10"), report.Amount{Text: "–"}},
	}}
	bars := report.Bars{Legend: []string{"nu", "later"}, Lines: []report.BarsLine{{"Technisch", []int{4, 2}}, {"Beleid", []int{0, 1}}}}
	list := report.List{Items: []report.Item{
		{Lead: "Eerst.", Text: "Dit."}, {Said: []report.Said{{"Wie mag wat?", "alles"}, {"Notitie", "een\n\n  twee"}}},
	}}
	steady := report.List{Numbered: true, Items: []report.Item{{Text: "Een & <ander>"}}}
	wide := report.Table{
		Columns: []report.Column{{Title: "Taak"}, {Title: "Termijn"}, {Title: "Trekker"}, {Title: "Uren", Number: true}},
		Rows:    [][]string{{"Wifi", "nu nodig", "An", "2"}},
	}
	form := report.Table{
		Columns: []report.Column{{Title: "Taak"}, {Title: "Termijn"}, {Title: "Trekker", Room: 16}, {Title: "Uren", Room: 5}},
		Rows:    [][]string{{"Wifi", "□ nu □ later", "", ""}},
	}
	return report.Summary{
		Language: assets.Dutch, Title: "Een plan", Facts: []string{"Ronde 1", "30 leerlingen"},
		Logo: report.Logo{Data: []byte("picture"), Type: "png", Width: 40, Height: 20}, Fingerprint: "1a2b3c4d",
		Parts: []report.Part{
			{report.Brief, "In het kort", []report.Section{{report.SectionStanding, "Stand", []report.Block{report.Paragraph("Zo staat het."), walk, hours, bars}}}},
			{report.Detail, "Toelichting", []report.Section{{report.SectionTasks, "Taken", []report.Block{
				report.Heading("Technisch"), wide, list, steady, report.Said{Label: "Notitie", Text: "kort"}, form, report.Room{Label: "Notitie", Lines: 2},
			}}}},
		},
		Foot: "Ronde 1 · kenmerk stappenplan-1a2b3c4d", Colophon: "Gemaakt met Stappenplan.",
	}
}

func TestSamePlanSamePage(t *testing.T) {
	first := report.HTML(summaryOf(together(t), assets.Dutch))
	for range 20 {
		if again := report.HTML(summaryOf(together(t), assets.Dutch)); !bytes.Equal(again, first) {
			t.Fatal("the same plan gave other bytes")
		}
	}
}

func BenchmarkPage(b *testing.B)          { benchmarkPage(b, exampleOf(b)) }
func BenchmarkPageManyTasks(b *testing.B) { benchmarkPage(b, withOwnTasks(b, 500)) }

// BenchmarkPageInRoles looks for twenty people in the notes of five hundred tasks.
func BenchmarkPageInRoles(b *testing.B) {
	firsts, lasts := []string{"Wouter", "An", "José", "Jean-Pierre", "Els"}, []string{"Peeters", "De Smet", "Núñez", "Maes-Janssens"}
	var changes []change
	for i, first := range firsts {
		for k, last := range lasts {
			changes = append(changes, member(fmt.Sprint("m-", i*10+k), first+" "+last, "teacher", 2, "beslist zelf tot 500 euro"))
		}
	}
	for i := range 500 {
		changes = append(changes, ownTask(fmt.Sprint("own-", i), fmt.Sprint("Eigen taak ", i), steps.PolicyTasks, func(c *change) {
			c.Note = steps.Set("Wouter bekijkt dit elke maandag met de leverancier; zijn er vragen, dan mail je els.desmet@school.be of bel je mevr. Maes.")
		}))
	}
	plan, options := planOf(b, changes), optionsIn(assets.Dutch)
	options.Names = report.NamesAsRoles
	b.ReportAllocs()
	for b.Loop() {
		report.HTML(report.Summarize(plan, options))
	}
}

func benchmarkPage(b *testing.B, j *steps.Journal) {
	b.ReportAllocs()
	for b.Loop() {
		report.HTML(summaryOf(j, assets.Dutch))
	}
}
