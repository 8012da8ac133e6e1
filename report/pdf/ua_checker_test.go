package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"testing"

	reader "github.com/ledongthuc/pdf"
)

// uaChecker looks for what breaks PDF/UA-1 (ISO 14289-1) in a file, which it reads with another library than the one that
// writes it. It knows the rules that a document of text meets; they have the numbers that veraPDF gives them: the clause and
// the number of the test in it.
type uaChecker struct {
	root     reader.Value // the catalogue
	pages    []reader.Page
	language bool // of the whole document
	faults   []string
	tree     *uaNode
	owners   map[string]map[int64]*uaNode // of what is painted, by page or form and number
	numbered map[int64]reader.Value       // what the parent tree has
	seen     map[string]map[int64]bool    // what is painted with a number, by page or form
	codes    map[string]map[string]uaFont // the codes that are shown, by font
}

// uaFaults are the rules that a file breaks, each with what breaks it.
func uaFaults(file []byte) (faults []string) {
	u, err := newUAChecker(file)
	if err != nil {
		return []string{"unreadable: " + err.Error()}
	}
	defer func() {
		if wrong := recover(); wrong != nil {
			faults = append(u.faults, fmt.Sprintf("unreadable: %v", wrong))
		}
	}()
	u.document(file)
	u.metadata()
	u.structure()
	u.contents()
	u.annotations()
	u.fonts()
	slices.Sort(u.faults)
	return slices.Compact(u.faults)
}

func newUAChecker(file []byte) (*uaChecker, error) {
	r, err := reader.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	u := &uaChecker{
		root: r.Trailer().Key("Root"), owners: map[string]map[int64]*uaNode{}, numbered: map[int64]reader.Value{},
		seen: map[string]map[int64]bool{}, codes: map[string]map[string]uaFont{},
	}
	for n := range r.NumPage() {
		u.pages = append(u.pages, r.Page(n+1))
	}
	return u, nil
}

// uaTree reads the structure of a file.
func uaTree(t testing.TB, file []byte) *uaNode {
	t.Helper()
	u, err := newUAChecker(file)
	if err != nil {
		t.Fatal(err)
	}
	u.structure()
	return u.tree
}

// check notes a rule that does not hold.
func (u *uaChecker) check(holds bool, rule, about string, values ...any) {
	if !holds {
		u.faults = append(u.faults, rule+" "+fmt.Sprintf(about, values...))
	}
}

var uaHeader = regexp.MustCompile(`^%PDF-1\.[0-7](\r\n|\r|\n)`)

// document looks at what the catalogue says.
func (u *uaChecker) document(file []byte) {
	u.check(uaHeader.Match(file), "6.1-1", "the file begins with %.12q", file)
	u.check(u.root.Key("MarkInfo").Key("Marked").Bool(), "6.2-1", "the document is not marked")
	u.check(!u.root.Key("MarkInfo").Key("Suspects").Bool(), "7.1-4", "the marks are suspect")
	u.check(u.root.Key("ViewerPreferences").Key("DisplayDocTitle").Bool(), "7.1-10", "the title is not shown")
	u.check(u.root.Key("StructTreeRoot").Kind() == reader.Dict, "7.1-11", "there is no structure")
	u.lang(u.root, "catalogue")
	u.language = u.root.Key("Lang").Kind() == reader.String
	u.check(u.language || u.root.Key("Outlines").Key("First").IsNull(), "7.2-2", "bookmarks are in no language")
}

var uaLanguage = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// lang looks at the language of something, where it has one of its own.
func (u *uaChecker) lang(of reader.Value, what string) {
	if lang := of.Key("Lang"); lang.Kind() == reader.String {
		u.check(uaLanguage.MatchString(lang.Text()), "7.2-29", "%s is in the language %q", what, lang.Text())
	}
}

// annotations looks at links and other things on the pages that react.
func (u *uaChecker) annotations() {
	for n, page := range u.pages {
		annotations := page.V.Key("Annots")
		u.check(annotations.Len() == 0 || page.V.Key("Tabs").Name() == "S", "7.18.3-1", "page %d has annotations in no order", n+1)
		for i := range annotations.Len() {
			a := annotations.Index(i)
			const hidden = 2
			if a.Key("F").Int64()&hidden != 0 || uaOutside(a, page) {
				continue
			}
			parent := ""
			owner := reader.Value{}
			if key := a.Key("StructParent"); key.Kind() == reader.Integer {
				owner = u.numbered[key.Int64()]
				parent, _ = u.standard(owner.Key("S").Name())
			}
			said := a.Key("Contents").Text() != ""
			u.check(!said || u.language || a.Key("Lang").Text() != "" || uaInherits(owner, "Lang"), "7.2-24", "an annotation is in no language")
			switch kind := a.Key("Subtype").Name(); kind {
			case "Link":
				u.check(parent == "Link", "7.18.5-1", "a link on page %d is in %q", n+1, parent)
				u.check(said, "7.18.5-2", "a link on page %d is not described", n+1)
			case "Widget", "PrinterMark":
			default:
				u.check(parent == "Annot", "7.18.1-1", "%s on page %d is in %q", kind, n+1, parent)
				u.check(said || owner.Key("Alt").Text() != "", "7.18.1-2", "%s on page %d is not described", kind, n+1)
			}
		}
	}
}

// uaInherits says whether a dictionary or one above it has a key.
func uaInherits(of reader.Value, key string) bool {
	for range 100 {
		if of.Key(key).Text() != "" {
			return true
		}
		above := of.Key("Parent")
		if above.IsNull() {
			above = of.Key("P")
		}
		if of = above; of.Kind() != reader.Dict {
			return false
		}
	}
	return false
}

// uaOutside says whether an annotation is beside the page.
func uaOutside(a reader.Value, page reader.Page) bool {
	var box reader.Value
	for at := page.V; box.IsNull() && !at.IsNull(); at = at.Key("Parent") {
		if box = at.Key("CropBox"); box.IsNull() {
			box = at.Key("MediaBox")
		}
	}
	rect := a.Key("Rect")
	side := func(v reader.Value, i int) float64 { return v.Index(i).Float64() }
	return side(rect, 0) >= side(box, 2) || side(rect, 2) <= side(box, 0) || side(rect, 1) >= side(box, 3) || side(rect, 3) <= side(box, 1)
}

// uaClean fails with each rule of PDF/UA-1 that a file breaks.
func uaClean(t testing.TB, file []byte) {
	t.Helper()
	for _, fault := range uaFaults(file) {
		t.Errorf("PDF/UA-1 %s", fault)
	}
}
