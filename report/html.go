package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"

	"stappenplan/assets"
)

// HTML renders a summary as one page that needs nothing beside itself: no script, no other file and no
// network, which its own policy forbids. It reads on a screen and a phone, in light and dark, aloud, and on
// paper. The same summary gives the same bytes.
func HTML(s Summary) []byte {
	var b bytes.Buffer
	if err := pageTemplate().Execute(&b, newPage(s)); err != nil {
		panic(fmt.Sprintf("render a page: %v", err)) // the template is ours and writing to memory does not fail
	}
	return b.Bytes()
}

//go:embed html/page.html
var pageSource string

//go:embed html/style.css
var pageStyle string

// pageTemplate is read when the first page is made, so that a command that makes none does not wait for it.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{"shown": shownBlock}).Parse(pageSource))
})

// page is what the template asks of a summary.
type page struct {
	Summary
	First    []Part // what stands alone
	Rest     []Part // what the table of contents lists
	Contents string // the title of that
	Style    template.CSS
	Policy   string
	Picture  template.URL // the logo, where there is one
}

func newPage(s Summary) page {
	p := page{Summary: s, Rest: s.Parts, Style: template.CSS(pageStyle), Policy: pagePolicy()}
	if len(s.Parts) > 0 && s.Parts[0].ID == Brief {
		p.First, p.Rest = s.Parts[:1], s.Parts[1:]
	}
	if len(p.Rest) > 0 {
		p.Contents = string(assets.Load(s.Language).Document.Contents)
	}
	if len(s.Logo.Data) > 0 {
		p.Picture = template.URL("data:image/" + s.Logo.Type + ";base64," + base64.StdEncoding.EncodeToString(s.Logo.Data))
	}
	return p
}

// pagePolicy allows the page its own style and a picture that stands in it, and nothing else.
var pagePolicy = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(pageStyle))
	return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
})

// pageBlock is a block as the template shows it: whatever of it is there.
type pageBlock struct {
	Heading, Paragraph string
	List               List
	Said               []Said
	Picture            template.HTML
	Table              pageTable
}

// pageTable is a table as the template shows it.
type pageTable struct {
	Table
	Wide bool // too many columns for a phone, where its rows become blocks
	Walk bool // the eight steps: numbers first, and a row may stand out
	Name int  // the column that names a row
	Here int  // the row that stands out; -1 where none does
}

// plainTable is a table whose rows are named by their first column.
func plainTable(t Table) pageTable { return pageTable{Table: t, Here: -1} }

func shownBlock(block Block) pageBlock {
	switch b := block.(type) {
	case Paragraph:
		return pageBlock{Paragraph: string(b)}
	case Heading:
		return pageBlock{Heading: string(b)}
	case List:
		return pageBlock{List: b}
	case Said:
		return pageBlock{Said: []Said{b}}
	case Table:
		table := plainTable(b)
		table.Wide = len(b.Columns) > 3
		return pageBlock{Table: table}
	case Walk:
		here := slices.IndexFunc(b.Steps, func(s WalkStep) bool { return s.Here })
		return pageBlock{Picture: b.Drawing().svg(), Table: pageTable{Table: walkTable(b), Walk: true, Name: 1, Here: here}}
	case Hours:
		return pageBlock{Picture: b.Drawing().svg(), Table: plainTable(hoursTable(b))}
	case Bars:
		return pageBlock{Picture: b.Drawing().svg(), Table: plainTable(barsTable(b))}
	}
	return pageBlock{}
}

// Asks says that a label is a question, and takes no colon.
func (s Said) Asks() bool { return strings.HasSuffix(s.Label, "?") }

// ManyLines says that what someone wrote is more than one line.
func (s Said) ManyLines() bool { return strings.Contains(s.Text, "\n") }
