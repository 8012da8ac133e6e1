// Package html writes a summary as a page for a browser.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"maragu.dev/gomponents"
	"maragu.dev/gomponents/html"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/report"
)

// Render writes a summary as one page that needs nothing beside itself: no script, no other file and no
// network, which its own policy forbids. It reads on a screen and a phone, in light and dark, aloud, and on
// paper. The same summary gives the same bytes.
func Render(s report.Summary) []byte {
	var b bytes.Buffer
	if err := page(s).Render(&b); err != nil {
		panic(fmt.Sprintf("render a page: %v", err)) // writing to memory does not fail
	}
	return b.Bytes()
}

var markInHead = lazyregexp.New(`<meta name="[a-z-]+" content="` + report.MarkPattern + `"`)

// Fingerprint finds what the mark of a page says behind its first word, and says whether the document is a page.
func Fingerprint(document []byte) (fingerprint string, isPage bool) {
	const beginning = "<!doctype html>"
	if !strings.EqualFold(string(document[:min(len(document), len(beginning))]), beginning) {
		return "", false
	}
	return report.FindMark(document, markInHead()), true
}

//go:embed style.css
var pageStyle string

// pagePolicy allows the page its own style and pictures embedded in it, and nothing else.
var pagePolicy = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(pageStyle))
	return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
})

// node is a piece of a page: an element, an attribute, a text or several of them.
type node = gomponents.Node

// textNode is a text, escaped; nothing but [pageStyle] goes into a page as it is.
func textNode(content string) node { return gomponents.Text(content) }

// newline begins a line of the page's source, for who reads that.
func newline(content node) node { return gomponents.Group{gomponents.Raw("\n"), content} }

// itsOwnWay lets the words of a person run in the direction of their script.
func itsOwnWay() node { return html.Dir("auto") }

func page(s report.Summary) node {
	alone := 0
	if len(s.Parts) > 0 && s.Parts[0].ID == report.Brief {
		alone = 1
	}
	first, rest := s.Parts[:alone], s.Parts[alone:] // the table of contents lists only the rest
	return html.Doctype(html.HTML(html.Lang(s.Language.Spelling()),
		newline(head(s)),
		newline(html.Body(
			newline(header(s)),
			newline(html.Main(gomponents.Map(first, part), gomponents.If(severalPages(rest), newline(contents(rest, s.Language))), gomponents.Map(rest, part))),
			newline(html.Footer(gomponents.If(s.Foot != "", newline(html.P(textNode(s.Foot)))), newline(html.P(textNode(s.Colophon))))),
		)),
		gomponents.Raw("\n"),
	))
}

// severalPages says whether parts are more than a letter or a page, which need no table of contents.
func severalPages(parts []report.Part) bool {
	if len(parts) == 1 {
		id := parts[0].ID
		return id != report.Letter && id != report.Minutes && !strings.HasPrefix(string(id), string(report.MemberPage))
	}
	return len(parts) > 0
}

func head(s report.Summary) node {
	named := func(name, content string) node {
		return newline(html.Meta(html.Name(name), html.Content(content)))
	}
	return html.Head(
		newline(html.Meta(html.Charset("utf-8"))),
		newline(html.Meta(gomponents.Attr("http-equiv", "Content-Security-Policy"), html.Content(pagePolicy()))),
		named("viewport", "width=device-width, initial-scale=1"),
		named("color-scheme", "light dark"),
		named("referrer", "no-referrer"),
		gomponents.If(s.Mark() != "", named("keywords", s.Mark())),
		newline(html.TitleEl(textNode(s.Title))),
		newline(html.StyleEl(gomponents.Raw(pageStyle))),
	)
}

func header(s report.Summary) node {
	var facts gomponents.Group
	for i, fact := range s.Head() {
		facts = append(facts, gomponents.If(i > 0, textNode(" · ")), gomponents.El("bdi", textNode(fact)))
	}
	return html.Header(
		gomponents.If(len(s.Logo.Data) > 0, newline(logo(s.Logo))),
		newline(html.H1(itsOwnWay(), textNode(s.Title))),
		newline(html.P(html.Class("facts"), facts)),
		gomponents.If(s.Notice != "", newline(html.P(textNode(s.Notice)))),
	)
}

func logo(l report.Logo) node {
	return html.Img(html.Src("data:image/"+l.Type+";base64,"+base64.StdEncoding.EncodeToString(l.Data)),
		html.Width(strconv.Itoa(l.Width)), html.Height(strconv.Itoa(l.Height)), html.Alt(""))
}

// contents lists parts and their sections.
func contents(parts []report.Part, language assets.Language) node {
	const id = "contents"
	entry := func(id, title string, below node) node {
		return newline(html.Li(html.A(html.Href("#"+id), textNode(title)), below))
	}
	section := func(s report.Section) node { return entry(string(s.ID), s.Title, nil) }
	part := func(p report.Part) node {
		return entry(string(p.ID), p.Title, newline(html.Ul(gomponents.Map(p.Sections, section))))
	}
	return html.Nav(html.Aria("labelledby", id),
		newline(html.H2(html.ID(id), textNode(string(assets.Load(language).Document.Contents)))),
		newline(html.Ul(gomponents.Map(parts, part))),
	)
}

func part(p report.Part) node {
	return newline(html.Section(html.Class("part"), html.Aria("labelledby", string(p.ID)),
		newline(html.H2(html.ID(string(p.ID)), textNode(p.Title))),
		gomponents.Map(p.Sections, section),
	))
}

func section(s report.Section) node {
	blocks, caption := make(gomponents.Group, len(s.Blocks)), s.Title
	for i, one := range s.Blocks {
		if heading, is := one.(report.Heading); is {
			caption = string(heading)
		}
		blocks[i] = block(one, caption)
	}
	return newline(html.Section(html.ID(string(s.ID)), newline(html.H3(textNode(s.Title))), blocks))
}

// block is one block; the caption is what it stands under.
func block(block report.Block, caption string) node {
	switch b := block.(type) {
	case report.Paragraph:
		return newline(html.P(itsOwnWay(), textNode(string(b))))
	case report.Heading:
		return newline(html.H4(textNode(string(b))))
	case report.List:
		return list(b)
	case report.Said:
		return said(b)
	case report.Table:
		return tableOf(table{Table: b, caption: caption, here: -1, wide: len(b.Columns) > 2})
	case report.Room:
		return room(b)
	case report.Walk:
		here := slices.IndexFunc(b.Steps, func(s report.WalkStep) bool { return s.Here })
		return gomponents.Group{figure(b.Drawing()), tableOf(table{Table: b.Table(), caption: caption, name: 1, here: here, class: "walk drawn"})}
	case report.Chart:
		return gomponents.Group{figure(b.Drawing()), tableOf(table{Table: b.Table(), caption: caption, here: -1, wide: len(b.Table().Columns) > 2})}
	case report.Figure:
		if !report.NamedInFull(b) {
			return tableOf(table{Table: b.Table(), caption: caption, here: -1})
		}
		return gomponents.Group{figure(b.Drawing()), tableOf(table{Table: b.Table(), caption: caption, here: -1, class: "drawn"})}
	}
	return nil
}

func list(l report.List) node {
	items := gomponents.Map(l.Items, func(item report.Item) node {
		return newline(html.Li(itsOwnWay(),
			gomponents.If(item.Lead != "", html.Strong(textNode(item.Lead))), gomponents.If(item.Lead != "" && item.Text != "", textNode(" ")),
			textNode(item.Text), gomponents.Map(item.Said, said)))
	})
	switch {
	case len(l.Items) == 0:
		return nil
	case l.Numbered:
		return newline(html.Ol(items))
	}
	return newline(html.Ul(items))
}

// said is what someone wrote: after its label, or in a block where it is more than one line.
func said(s report.Said) node {
	label := html.Strong(itsOwnWay(), textNode(s.Before()))
	words := gomponents.Group{textNode(" "), html.Span(itsOwnWay(), textNode(s.Text))}
	if strings.Contains(s.Text, "\n") {
		words = gomponents.Group{newline(html.BlockQuote(itsOwnWay(), textNode(s.Text)))}
	}
	return newline(html.Div(html.Class("said"), label, words))
}

// room is lines to write on after a label.
func room(r report.Room) node {
	return newline(html.Div(html.Class("room"),
		newline(html.P(textNode(r.Label), textNode(":"))),
		gomponents.Map(make([]struct{}, r.Lines), func(struct{}) node { return newline(html.Div()) }),
	))
}

func figure(d report.Drawing) node { return newline(html.Figure(svg(d))) }

// table is a table and how a page shows it.
type table struct {
	report.Table
	caption string // for who does not see what it stands under
	class   string // drawn: a picture above it says the same, and only who cannot see that needs the table
	wide    bool   // too many columns for a phone, where its rows become blocks
	name    int    // the column that names a row
	here    int    // the row that stands out; -1 where none does
}

func tableOf(t table) node {
	if len(t.Columns) == 0 {
		return nil
	}
	if t.wide {
		t.class = "wide"
	}
	if t.ToWriteIn() {
		t.class = strings.TrimSpace(t.class + " form")
	}
	rows := make(gomponents.Group, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = newline(html.Tr(gomponents.If(i == t.here, gomponents.Group{html.Class("here"), html.Aria("current", "step")}), t.cells(row)))
	}
	return newline(html.Table(gomponents.If(t.class != "", html.Class(t.class)),
		newline(html.Caption(textNode(t.caption))),
		newline(html.THead(html.Tr(gomponents.Map(t.Columns, column)))),
		newline(html.TBody(rows)),
	))
}

func column(c report.Column) node {
	if c.Title == "" {
		return html.Td()
	}
	return html.Th(html.Scope("col"), gomponents.If(c.Number, html.Class("number")), textNode(c.Title))
}

func (t table) cells(row []string) node {
	cells := make(gomponents.Group, len(row))
	for i, cell := range row {
		column := t.Columns[i]
		long := gomponents.If(hasLongWord(cell), html.Class("long"))
		if i == t.name && column.Room == 0 {
			cells[i] = html.Th(html.Scope("row"), itsOwnWay(), long, textNode(cell))
			continue
		}
		look := node(gomponents.Group{itsOwnWay(), long})
		switch {
		case column.Room > 0:
			look = html.Class("room")
		case column.Number:
			look = html.Class("number")
		}
		cells[i] = html.Td(look, gomponents.If(t.wide, html.Data("column", column.Title)), textNode(cell))
	}
	return cells
}

// longestWord is how many letters a word of a table may have for a phone to show it unbroken.
const longestWord = 30

// hasLongWord says whether a text has a word that no phone has room for.
func hasLongWord(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, report.Breakable), func(word string) bool { return utf8.RuneCountInString(word) > longestWord })
}
