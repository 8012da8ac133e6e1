package pdf

import "strconv"

// tag says what an element of a document is, in the words of PDF.
type tag string

const (
	tagDocument     tag = "Document"
	tagSection      tag = "Sect"
	tagTitle        tag = "H1"
	tagPart         tag = "H2"
	tagHeading      tag = "H3"
	tagBelow        tag = "H4"
	tagParagraph    tag = "P"
	tagList         tag = "L"
	tagItem         tag = "LI"
	tagLabel        tag = "Lbl"
	tagBody         tag = "LBody"
	tagTable        tag = "Table"
	tagRow          tag = "TR"
	tagHeadCell     tag = "TH"
	tagCell         tag = "TD"
	tagFigure       tag = "Figure"
	tagContents     tag = "TOC"
	tagContentsItem tag = "TOCI"
	tagReference    tag = "Reference"
	tagLink         tag = "Link"
	tagArtifact     tag = "Artifact" // no element: what a reader who listens does without
)

// element is an element of the document's structure. A box that is cut over pages leaves its element whole: it is put in
// the structure when it is first drawn, and what is drawn of it later is added.
type element struct {
	tag        tag
	attributes string // a dictionary of PDF; empty where there are none
	alternate  string // what a figure shows, in words
	parent     *element
	kids       []kid
}

// kid is what an element holds: another element, a piece of a page, or what leads elsewhere from there.
type kid struct {
	element *element
	content content
	link    *link // of the page that the content names
}

// content is the piece of a page that has a number there.
type content struct{ page, number int }

// Artifacts.
var (
	decoration = &element{tag: tagArtifact}
	footer     = &element{tag: tagArtifact, attributes: "<</Type /Pagination /Subtype /Footer>>"}
)

// The attributes of elements.
const (
	bulleted    = "<</O /List /ListNumbering /Disc>>"
	numbered    = "<</O /List /ListNumbering /Decimal>>"
	columnScope = "<</O /Table /Scope /Column>>"
	rowScope    = "<</O /Table /Scope /Row>>"
)

// structure is the tree of elements, and how far its drawing has come.
type structure struct {
	root   *element
	path   []*element // from the root to the element that is drawn
	open   *element   // of the content that was begun last on the page; nil where it was ended
	links  []*link
	places map[*element]destination // of the headings
	pages  [][]*element             // the elements that the pieces of each page belong to, by their numbers
	write  func(operators string)
}

func newStructure(write func(operators string)) *structure {
	root := &element{tag: tagDocument}
	return &structure{root: root, path: []*element{root}, places: map[*element]destination{}, write: write}
}

// current is the element that is drawn.
func (s *structure) current() *element { return s.path[len(s.path)-1] }

// begin goes into an element, which gets its place in the structure the first time. An artifact has nothing but itself.
func (s *structure) begin(e *element) {
	switch in := s.current(); {
	case in.tag == tagArtifact:
		e = in
	case e.tag != tagArtifact && e.parent == nil:
		e.parent = in
		in.kids = append(in.kids, kid{element: e})
	}
	s.path = append(s.path, e)
}

// end leaves the element that was begun last.
func (s *structure) end() { s.path = s.path[:len(s.path)-1] }

// mark lets what is painted from now on belong to an element.
func (s *structure) mark(e *element) {
	if s.open == e {
		return
	}
	s.endContent()
	s.open = e
	switch {
	case e.tag != tagArtifact:
		page := s.page()
		number := len(s.pages[page])
		s.pages[page] = append(s.pages[page], e)
		e.kids = append(e.kids, kid{content: content{page, number}})
		s.write("/" + string(e.tag) + " <</MCID " + strconv.Itoa(number) + ">> BDC")
	case e.attributes != "":
		s.write("/Artifact " + e.attributes + " BDC")
	default:
		s.write("/Artifact BMC")
	}
}

// page is the index of the page that is drawn.
func (s *structure) page() int { return len(s.pages) - 1 }

// beginPage begins the next page; [structure.endContent] ended what was open on the one before.
func (s *structure) beginPage() { s.pages = append(s.pages, nil) }

// endContent ends the piece of the page that is open.
func (s *structure) endContent() {
	if s.open != nil {
		s.write("EMC")
		s.open = nil
	}
}
