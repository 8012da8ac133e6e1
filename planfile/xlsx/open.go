// Package xlsx reads the cells out of a spreadsheet (.xlsx), whatever stands in them and whoever made it. It reads token by
// token and within limits, so that reading any file ends soon and in little memory.
package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"iter"
	"path"
	"slices"
	"strings"
)

// Limits on a workbook. One of a thousand rows of twenty columns is 2 MB when unpacked and has some 120,000 tags.
const (
	MaxRows    = 5100 // of a sheet, that hold something: 5,000 answers of an inquiry, and what stands around them
	MaxColumns = 200
	MaxCells   = 150_000 // of a sheet, that hold something

	maxUnpacked   = 25_000_000
	maxTags       = 800_000
	maxAttributes = 20_000 // of one element
	maxParts      = 10_000
	maxSheets     = 200
)

// IsWorkbook says whether data is a spreadsheet, or something that people take for one.
func IsWorkbook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK")) || bytes.HasPrefix(data, compoundFile) || isLockFile(data)
}

// Fault is why a workbook cannot be read.
type Fault struct {
	Code  string // what is wrong, such as "workbook-broken"
	Sheet string // in which sheet, empty where it is the file as a whole
	Limit int    // what was passed, 0 where it is no limit
}

// Error is for programmers.
func (f Fault) Error() string { return strings.TrimPrefix(f.Sheet+": "+f.Code, ": ") }

// compoundFile begins an old Excel file, and a new one with a password.
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// isLockFile knows the file beside one that is open in Office: a length and a name, twice.
func isLockFile(data []byte) bool {
	const length, longestName = 165, 54
	return len(data) == length && data[0] > 0 && data[0] <= longestName && bytes.IndexByte(data, 0) >= 0
}

// Book is a workbook whose sheets can be read.
type Book struct {
	Sheets []Sheet
	Names  []string // of cells and ranges, that formulas can use

	parts   map[string]*zip.File
	clean   func(string) string
	strings []richText       // that cells refer to
	styles  []style          // that cells refer to
	from    float64          // of the day 0, in days since the end of 1899: some workbooks count from 1904
	heads   map[string][]Row // by sheet, once read
	all     map[string][]Row // the same

	unpacked, tags int // what is left of the limits
}

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
	part   string
}

// style is what counts of the look of a cell.
type style struct {
	format format
	struck bool // out, all of it
}

// Of is a workbook of one sheet, made of rows of texts that were read elsewhere. Its errors are each a [Fault]; with one, the
// book has the rows before.
func Of(name string, rows iter.Seq2[[]string, error], clean func(text string) string) (*Book, error) {
	r := rowReader{book: &Book{Sheets: []Sheet{{Name: name}}, clean: clean}, sheet: Sheet{Name: name}}
	for texts, err := range rows {
		r.err = err
		r.row = Row{Number: r.row.Number + 1}
		for i, text := range texts {
			if text != "" && r.err == nil {
				r.keep(Cell{Row: r.row.Number, Column: i + 1, Text: clean(text)})
			}
		}
		if r.err == nil {
			r.keepRow()
		}
		if r.err != nil {
			break
		}
	}
	head := slices.DeleteFunc(slices.Clone(r.rows[:min(len(r.rows), HeadRows)]), func(row Row) bool { return row.Number > HeadRows })
	r.book.all, r.book.heads = map[string][]Row{"": r.rows}, map[string][]Row{"": head}
	return r.book, r.err
}

// Open reads the list of sheets, and what cells refer to. Each text in a cell becomes what clean makes of it; a cell of
// which nothing is left is an empty one. Its errors, and those of the methods of Book, are each a [Fault].
func Open(data []byte, clean func(text string) string) (*Book, error) {
	switch {
	case isLockFile(data):
		return nil, Fault{Code: "workbook-lock-file"}
	case bytes.HasPrefix(data, compoundFile):
		return nil, Fault{Code: compoundCode(data)}
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, Fault{Code: "workbook-broken"}
	}
	if len(archive.File) > maxParts {
		return nil, Fault{Code: "workbook-too-full"}
	}
	b := &Book{parts: map[string]*zip.File{}, clean: clean, heads: map[string][]Row{}, all: map[string][]Row{}, unpacked: maxUnpacked, tags: maxTags}
	for _, f := range archive.File {
		b.parts[partName(f.Name)] = f
	}
	if code := b.otherCode(); code != "" {
		return nil, Fault{Code: code}
	}
	return b, b.readList()
}

// compoundCode tells an old file from one with a password, whose content has this name in UTF-16.
func compoundCode(data []byte) string {
	if bytes.Contains(data, []byte(strings.Join(strings.Split("EncryptedPackage", ""), "\x00"))) {
		return "workbook-protected"
	}
	return "workbook-old-excel"
}

// partName is the name of a part as it is looked up: some programs write other slashes or letters.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// otherCode says what a zip file is when it is no workbook.
func (b *Book) otherCode() string {
	has := func(name string) bool { return b.parts[name] != nil }
	switch {
	case has("xl/workbook.bin"):
		return "workbook-binary"
	case has("_rels/.rels") && b.target() != "":
		return ""
	case has("word/document.xml"):
		return "workbook-document"
	case has("mimetype") && has("content.xml"):
		return "workbook-open-document"
	}
	return "workbook-other"
}

// target is the part with the list of sheets.
func (b *Book) target() (part string) {
	rels, err := b.relations("")
	if err != nil {
		return ""
	}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/officeDocument") && strings.HasSuffix(r.target, ".xml") && !strings.HasPrefix(r.target, "word/") {
			part = r.target
		}
	}
	return part
}

// readList reads the list of sheets, the shared texts and the styles.
func (b *Book) readList() error {
	list := b.target()
	rels, err := b.relations(list)
	if err != nil {
		return err
	}
	named, err := b.sheetNames(list)
	if err != nil {
		return err
	}
	for _, s := range named {
		target := rels[s.part].target
		if b.parts[target] == nil {
			return Fault{Code: "workbook-sheet-missing", Sheet: s.Name}
		}
		if strings.HasSuffix(rels[s.part].kind, "/worksheet") { // and no chart
			b.Sheets = append(b.Sheets, Sheet{s.Name, s.Hidden, target})
		}
	}
	if len(b.Sheets) == 0 {
		return Fault{Code: "workbook-broken"}
	}
	if len(b.Sheets) > maxSheets {
		return Fault{Code: "workbook-too-full"}
	}
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			err = b.readStrings(r.target)
		case strings.HasSuffix(r.kind, "/styles"):
			err = b.readStyles(r.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// relation is what a part refers to.
type relation struct{ kind, target string }

// relations reads what a part refers to, by id.
func (b *Book) relations(part string) (map[string]relation, error) {
	folder, name := path.Split(part)
	rels := map[string]relation{}
	err := b.elements(folder+"_rels/"+name+".rels", func(e element) bool {
		if e.name == "Relationship" && e.attribute("TargetMode") != "External" {
			target := e.attribute("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(folder, target)
			}
			rels[e.attribute("Id")] = relation{e.attribute("Type"), partName(path.Clean(target))}
		}
		return true
	})
	return rels, err
}

// sheetNames are the sheets in their order, with the id of each one's part. It also reads from which day the workbook counts.
func (b *Book) sheetNames(list string) (sheets []Sheet, err error) {
	const days1904 = 1462
	err = b.elements(list, func(e element) bool {
		switch {
		case e.name == "sheet" && !e.end:
			state := e.attribute("state")
			sheets = append(sheets, Sheet{e.attribute("name"), state != "" && state != "visible", e.attribute("id")})
		case e.name == "workbookPr" && !e.end && isTrue(e.attribute("date1904")):
			b.from = days1904
		case e.name == "definedName" && !e.end:
			b.Names = append(b.Names, e.attribute("name"))
		}
		return true
	})
	return sheets, err
}

// isTrue says whether an attribute is set to true.
func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }

// limited counts what is unpacked, and the tags and attributes in it, since a short text of these takes
// the decoder much memory.
type limited struct {
	book   *Book
	from   io.Reader
	equals int // since the last tag began
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	read := p[:n]
	l.book.unpacked -= n
	if tags := bytes.Count(read, []byte("<")); tags > 0 {
		l.book.tags -= tags
		l.equals = bytes.Count(read[bytes.LastIndexByte(read, '<'):], []byte("="))
	} else {
		l.equals += bytes.Count(read, []byte("="))
	}
	switch {
	case l.book.unpacked < 0:
		return 0, Fault{Code: "workbook-too-large", Limit: maxUnpacked / 1_000_000}
	case l.book.tags < 0, l.equals > 2*maxAttributes:
		return 0, Fault{Code: "workbook-too-full"}
	}
	return n, err
}

// faultOf is the fault in an error of the decoder, which passes on those of limited; any other says that the part is broken.
func faultOf(err error) error {
	var known Fault
	if errors.As(err, &known) {
		return known
	}
	return Fault{Code: "workbook-broken"}
}
