package planfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
)

// Limits on a workbook, so that reading any file ends soon and in little memory. A workbook of a
// thousand own tasks is 2 MB when unpacked and has some 120,000 tags.
const (
	MaxSheetRows    = 5000
	MaxSheetColumns = 200

	maxUnpacked   = 25_000_000
	maxTags       = 600_000
	maxAttributes = 20_000 // of one element
	maxParts      = 10_000
	maxSheets     = 200
)

// IsWorkbook says whether data is a spreadsheet, or something that people take for one.
func IsWorkbook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK")) || bytes.HasPrefix(data, compoundFile) || isLockFile(data)
}

// CheckWorkbook says whether a workbook can be read at all, whatever stands in it. Its errors are [Errors].
func CheckWorkbook(data []byte) error {
	_, err := open(data)
	return err
}

// compoundFile begins an old Excel file, and a new one with a password.
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// isLockFile knows the file beside one that is open in Office: a length and a name, twice.
func isLockFile(data []byte) bool {
	const length, longestName = 165, 54
	return len(data) == length && data[0] > 0 && data[0] <= longestName && bytes.IndexByte(data, 0) >= 0
}

// book is a workbook of which nothing is read yet but its list of sheets.
type book struct {
	parts   map[string]*zip.File
	sheets  []sheetPart
	ours    bool     // it has the name that this program gives to its workbooks
	strings []string // that cells refer to
	dates   []bool   // by cell style: whether it shows a number as a day

	unpacked, tags int // what is left of the limits
}

// sheetPart is one sheet in the list of a workbook.
type sheetPart struct{ name, part string }

// fault makes the error that a file as a whole is refused with.
func fault(code string) error { return Errors{{code: code}} }

// open reads the list of sheets, and what cells refer to.
func open(data []byte) (*book, error) {
	switch {
	case isLockFile(data):
		return nil, fault("workbook-lock-file")
	case bytes.HasPrefix(data, compoundFile):
		return nil, fault(compoundCode(data))
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault("workbook-broken")
	}
	if len(archive.File) > maxParts {
		return nil, fault("workbook-too-full")
	}
	b := &book{parts: map[string]*zip.File{}, unpacked: maxUnpacked, tags: maxTags}
	for _, f := range archive.File {
		b.parts[partName(f.Name)] = f
	}
	if code := b.otherCode(); code != "" {
		return nil, fault(code)
	}
	return b, b.readList()
}

// compoundCode tells an old file from one with a password, whose content has this name in UTF-16.
func compoundCode(data []byte) string {
	var name []byte
	for _, letter := range []byte("EncryptedPackage") {
		name = append(name, letter, 0)
	}
	if bytes.Contains(data, name) {
		return "workbook-protected"
	}
	return "workbook-old-excel"
}

// partName is the name of a part as it is looked up: some programs write other slashes or letters.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// otherCode says what a zip file is when it is no workbook.
func (b *book) otherCode() string {
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
func (b *book) target() (part string) {
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
func (b *book) readList() error {
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
			return Errors{{code: "workbook-sheet-missing", value: s.name}}
		}
		if strings.HasSuffix(rels[s.part].kind, "/worksheet") { // and no chart
			b.sheets = append(b.sheets, sheetPart{s.name, target})
		}
	}
	if len(b.sheets) == 0 {
		return fault("workbook-broken")
	}
	if len(b.sheets) > maxSheets {
		return fault("workbook-too-full")
	}
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			err = errors.Join(err, b.readStrings(r.target))
		case strings.HasSuffix(r.kind, "/styles"):
			err = errors.Join(err, b.readStyles(r.target))
		}
	}
	if err != nil {
		return wholeFault(err)
	}
	return nil
}

// relation is what a part refers to.
type relation struct{ kind, target string }

// relations reads what a part refers to, by id.
func (b *book) relations(part string) (map[string]relation, error) {
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

// sheetNames are the sheets in their order, with the id of each one's part.
func (b *book) sheetNames(list string) (sheets []sheetPart, err error) {
	err = b.elements(list, func(e element) bool {
		switch {
		case e.name == "sheet" && !e.end:
			sheets = append(sheets, sheetPart{e.attribute("name"), e.attribute("id")})
		case e.name == "definedName" && e.attribute("name") == markName:
			b.ours = true
		}
		return true
	})
	return sheets, err
}

// read opens a part; what it gives is held against the limits.
func (b *book) read(part string) (io.Reader, func() error, error) {
	file := b.parts[part]
	if file == nil {
		return nil, nil, fault("workbook-broken")
	}
	content, err := file.Open()
	if err != nil {
		return nil, nil, fault("workbook-broken")
	}
	return &limited{book: b, from: content}, content.Close, nil
}

// limited counts what is unpacked, and the tags and attributes in it, since a short text of these takes
// the decoder much memory.
type limited struct {
	book   *book
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
		return 0, Errors{{code: "workbook-too-large", limit: strconv.Itoa(maxUnpacked / 1_000_000)}}
	case l.book.tags < 0, l.equals > 2*maxAttributes:
		return 0, fault("workbook-too-full")
	}
	return n, err
}

// wholeFault is the first fault of the file as a whole in an error, or that it is broken.
func wholeFault(err error) error {
	var known Errors
	if errors.As(err, &known) {
		return known
	}
	return fault("workbook-broken")
}
