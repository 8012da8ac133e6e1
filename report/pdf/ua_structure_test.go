package pdf_test

import (
	"regexp"
	"slices"
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// uaNode is an element of the structure.
type uaNode struct {
	value  reader.Value
	tag    string // the standard one
	kids   []*uaNode
	parent *uaNode
	lang   bool // it is in a language, or one above it is
	empty  bool // nothing of it is painted
}

var uaStandard = strings.Fields(`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
	L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
	Figure Formula Form`)

// standard is the standard tag that a tag stands for; whole is false where there is none.
func (u *uaChecker) standard(tag string) (standard string, whole bool) {
	roles := u.root.Key("StructTreeRoot").Key("RoleMap")
	for range 50 {
		next := roles.Key(tag).Name()
		if slices.Contains(uaStandard, tag) || next == "" {
			return tag, slices.Contains(uaStandard, tag)
		}
		tag = next
	}
	return tag, false
}

// structure reads the structure, and looks at every element.
func (u *uaChecker) structure() {
	root := u.root.Key("StructTreeRoot")
	u.roles(root.Key("RoleMap"))
	u.parents(root.Key("ParentTree"))
	u.tree = &uaNode{value: root}
	u.kids(u.tree, root.Key("K"), "")
	var headings []int
	numbered, plain := false, false
	notes := map[string]bool{}
	var look func(n *uaNode)
	look = func(n *uaNode) {
		if n.tag == "H" {
			plain = true
		} else if uaHeading.MatchString(n.tag) {
			numbered = true
			headings = append(headings, int(n.tag[1]-'0'))
		}
		if n.tag == "Note" {
			id := n.value.Key("ID").Text()
			u.check(id != "", "7.9-1", "a note has no name")
			u.check(!notes[id], "7.9-2", "two notes are called %q", id)
			notes[id] = true
		}
		u.element(n)
		for _, kid := range n.kids {
			look(kid)
		}
	}
	for _, kid := range u.tree.kids {
		look(kid)
	}
	last := 0
	for _, level := range headings {
		u.check(level <= last+1, "7.4.2-1", "a heading of level %d follows one of level %d", level, last)
		last = level
	}
	u.check(!plain || !numbered, "7.4.4-2", "some headings have a level, some do not")
	u.check(!plain || !numbered, "7.4.4-3", "some headings have a level, some do not")
}

var uaHeading = regexp.MustCompile(`^H[1-6]$`)

// roles looks at the tags that are not standard ones.
func (u *uaChecker) roles(roles reader.Value) {
	for _, tag := range roles.Keys() {
		u.check(!slices.Contains(uaStandard, tag), "7.1-7", "%s is given another meaning", tag)
		at := tag
		for n := 0; at != ""; n++ {
			if at = roles.Key(at).Name(); n > 50 {
				u.check(false, "7.1-6", "%s goes round", tag)
				break
			}
		}
	}
}

// parents reads the parent tree.
func (u *uaChecker) parents(tree reader.Value) {
	numbers := tree.Key("Nums")
	for i := 0; i+1 < numbers.Len(); i += 2 {
		u.numbered[numbers.Index(i).Int64()] = numbers.Index(i + 1)
	}
	for i := range tree.Key("Kids").Len() {
		u.parents(tree.Key("Kids").Index(i))
	}
}

// kids reads what an element has: others, and pieces of pages.
func (u *uaChecker) kids(n *uaNode, held reader.Value, page string) {
	switch held.Kind() {
	case reader.Array:
		for i := range held.Len() {
			u.kids(n, held.Index(i), page)
		}
	case reader.Integer:
		n.empty = false
		u.own(page, held.Int64(), n)
	case reader.Dict:
		switch held.Key("Type").Name() {
		case "MCR":
			n.empty = false
			switch stream := held.Key("Stm"); {
			case !stream.IsNull():
				page = stream.String()
			case !held.Key("Pg").IsNull():
				page = held.Key("Pg").String()
			}
			u.own(page, held.Key("MCID").Int64(), n)
		case "OBJR":
			n.empty = false
		default:
			kid := &uaNode{value: held, parent: n, empty: true}
			kid.lang = held.Key("Lang").Text() != "" || n.lang
			var whole bool
			kid.tag, whole = u.standard(held.Key("S").Name())
			u.check(whole, "7.1-5", "%s is no standard tag", held.Key("S").Name())
			if own := held.Key("Pg"); !own.IsNull() {
				page = own.String()
			}
			n.kids = append(n.kids, kid)
			u.kids(kid, held.Key("K"), page)
		}
	}
}

// own notes whose piece of a page it is that has a number there.
func (u *uaChecker) own(page string, number int64, n *uaNode) {
	if u.owners[page] == nil {
		u.owners[page] = map[int64]*uaNode{}
	}
	u.check(u.owners[page][number] == nil, "14.7.4", "two elements have piece %d of one page", number)
	u.owners[page][number] = n
}

// uaPlaces says which elements each may hold, or be in; what is not here is free.
var uaPlaces = map[string]struct {
	mayHold       string
	rule          string // of what it may hold
	mayBeIn       string
	rulePlace     string // of what it may be in
	captionAtHead string // the rule that a caption comes first
}{
	"Table": {mayHold: "TR THead TBody TFoot Caption", rule: "7.2-3"},
	"TR":    {mayHold: "TH TD", rule: "7.2-10", mayBeIn: "Table THead TBody TFoot", rulePlace: "7.2-4"},
	"THead": {mayHold: "TR", rule: "7.2-36", mayBeIn: "Table", rulePlace: "7.2-5"},
	"TBody": {mayHold: "TR", rule: "7.2-37", mayBeIn: "Table", rulePlace: "7.2-6"},
	"TFoot": {mayHold: "TR", rule: "7.2-38", mayBeIn: "Table", rulePlace: "7.2-7"},
	"TH":    {mayBeIn: "TR", rulePlace: "7.2-8"},
	"TD":    {mayBeIn: "TR", rulePlace: "7.2-9"},
	"L":     {mayHold: "L LI Caption", rule: "7.2-19", captionAtHead: "7.2-40"},
	"LI":    {mayHold: "Lbl LBody", rule: "7.2-20", mayBeIn: "L", rulePlace: "7.2-17"},
	"LBody": {mayBeIn: "LI", rulePlace: "7.2-18"},
	"TOC":   {mayHold: "TOC TOCI Caption", rule: "7.2-27", captionAtHead: "7.2-28"},
	"TOCI":  {mayBeIn: "TOC", rulePlace: "7.2-26"},
}

// element looks at one element.
func (u *uaChecker) element(n *uaNode) {
	u.check(slices.Contains(n.value.Keys(), "P"), "7.1-12", "%s has no parent", n.tag)
	u.lang(n.value, n.tag)
	for key, rule := range map[string]string{"ActualText": "7.2-21", "Alt": "7.2-22", "E": "7.2-23"} {
		u.check(n.value.Key(key).Kind() != reader.String || n.lang || u.language, rule, "%s of %s is in no language", key, n.tag)
	}
	place := uaPlaces[n.tag]
	u.check(place.mayBeIn == "" || slices.Contains(strings.Fields(place.mayBeIn), n.parent.tag), place.rulePlace, "%s is in %q", n.tag, n.parent.tag)
	plain := 0
	for i, kid := range n.kids {
		u.check(place.mayHold == "" || slices.Contains(strings.Fields(place.mayHold), kid.tag), place.rule, "%s holds %s", n.tag, kid.tag)
		u.check(place.captionAtHead == "" || kid.tag != "Caption" || i == 0, place.captionAtHead, "a caption is not at the head of %s", n.tag)
		if kid.tag == "H" {
			plain++
		}
	}
	u.check(plain <= 1, "7.4.4-1", "%s has %d headings", n.tag, plain)
	words := n.value.Key("Alt").Text() != "" || n.value.Key("ActualText").Kind() == reader.String
	u.check(n.tag != "Figure" || words, "7.3-1", "a figure is not described")
	u.check(n.tag != "Formula" || words, "7.7-1", "a formula is not described")
	if n.tag == "Table" {
		u.table(n)
	}
}
