package pdf_test

import (
	"slices"
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// uaMark is marked content that is open.
type uaMark struct {
	artifact bool
	tagged   bool // an element of the structure has it
	lang     bool
}

// uaState is what of the state of a page matters here.
type uaState struct {
	font   string
	hidden bool // text is not painted
}

// uaPaints are the operators that paint something.
var uaPaints = strings.Fields("Tj TJ ' \" f F f* B B* b b* S s sh Do EI")

// contents follows what is painted on every page.
func (u *uaChecker) contents() {
	for n, page := range u.pages {
		var marks []uaMark
		key := page.V.String()
		u.stream(key, page.V, page.V.Key("Contents"), page.Resources(), &marks, 0)
		u.check(len(marks) == 0, "14.6", "page %d leaves marked content open", n+1)
	}
	for place, numbers := range u.owners {
		for number, n := range numbers {
			u.check(u.seen[place][number], "14.7.4", "%s has piece %d of a page, which is not there", n.tag, number)
		}
	}
}

// stream follows what is painted by a page or a form.
func (u *uaChecker) stream(place string, of, content, resources reader.Value, marks *[]uaMark, depth int) {
	if u.seen[place] == nil {
		u.seen[place] = map[int64]bool{}
	}
	parents := reader.Value{}
	if key := of.Key("StructParents"); key.Kind() == reader.Integer {
		parents = u.numbered[key.Int64()]
	}
	var state, kept = uaState{}, []uaState(nil)
	below, inText := len(*marks), false
	reader.Interpret(content, func(s *reader.Stack, op string) {
		var operands []reader.Value
		for s.Len() > 0 {
			operands = append(operands, s.Pop())
		}
		slices.Reverse(operands)
		last := func(n int) reader.Value {
			if n > len(operands) {
				return reader.Value{}
			}
			return operands[len(operands)-n]
		}
		switch op {
		case "q":
			kept = append(kept, state)
		case "Q":
			if n := len(kept); n > 0 {
				state, kept = kept[n-1], kept[:n-1]
			}
		case "Tr":
			state.hidden = last(1).Int64() == 3
		case "Tf":
			state.font = last(2).Name()
		case "BT", "ET":
			inText = op == "BT"
		case "BMC", "BDC":
			tag, properties := last(1).Name(), reader.Value{}
			if op == "BDC" {
				tag, properties = last(2).Name(), last(1)
				if properties.Kind() == reader.Name {
					properties = resources.Key("Properties").Key(properties.Name())
				}
			}
			*marks = append(*marks, u.mark(place, tag, properties, parents, *marks))
		case "EMC":
			if len(*marks) == below {
				u.check(false, "14.6", "marked content is ended that was not begun")
				return
			}
			*marks = (*marks)[:len(*marks)-1]
		}
		if !slices.Contains(uaPaints, op) {
			return
		}
		if op == "Do" {
			if x := resources.Key("XObject").Key(last(1).Name()); x.Key("Subtype").Name() == "Form" {
				u.form(x, resources, marks, depth)
				return
			}
		}
		one := slices.ContainsFunc(*marks, func(m uaMark) bool { return m.artifact || m.tagged })
		u.check(one, "7.1-3", "%s paints what is neither tagged nor an artifact", op)
		if inText {
			lang := u.language || slices.ContainsFunc(*marks, func(m uaMark) bool { return m.lang })
			u.check(lang, "7.2-34", "a text is in no language")
			u.shown(resources.Key("Font").Key(state.font), operands, state)
		}
	})
}

// form follows what is painted by a form.
func (u *uaChecker) form(x, resources reader.Value, marks *[]uaMark, depth int) {
	u.check(x.Key("Ref").IsNull(), "7.20-1", "a form stands for something in another file")
	place := x.String()
	numbered := len(u.owners[place]) > 0
	u.check(!numbered || u.seen[place] == nil, "7.20-2", "a form with a structure is painted twice")
	if own := x.Key("Resources"); own.Kind() == reader.Dict {
		resources = own
	}
	if depth < 10 {
		u.stream(place, x, x, resources, marks, depth+1)
	}
}

// mark reads the beginning of marked content.
func (u *uaChecker) mark(place, tag string, properties, parents reader.Value, within []uaMark) (m uaMark) {
	u.lang(properties, "marked content")
	m.artifact = tag == "Artifact"
	m.lang = properties.Key("Lang").Text() != ""
	inTagged := slices.ContainsFunc(within, func(m uaMark) bool { return m.tagged })
	inArtifact := slices.ContainsFunc(within, func(m uaMark) bool { return m.artifact })
	if number := properties.Key("MCID"); number.Kind() == reader.Integer {
		owner := u.owners[place][number.Int64()]
		m.tagged = owner != nil
		u.check(!u.seen[place][number.Int64()], "14.7.4", "two pieces of a page have the number %d", number.Int64())
		u.seen[place][number.Int64()] = true
		if m.tagged {
			m.lang = m.lang || owner.lang
			m.artifact = false
			above := parents.Index(int(number.Int64()))
			u.check(above.Kind() == reader.Dict && above.String() == owner.value.String(), "14.7.4", "the parent tree and the structure differ on piece %d", number.Int64())
		}
	}
	u.check(!m.artifact || !inTagged, "7.1-1", "an artifact is in tagged content")
	u.check(!m.tagged || !inArtifact, "7.1-2", "tagged content is in an artifact")
	if tag == "Span" {
		inLanguage := u.language || m.lang || slices.ContainsFunc(within, func(m uaMark) bool { return m.lang })
		for key, rule := range map[string]string{"ActualText": "7.2-30", "Alt": "7.2-31", "E": "7.2-32"} {
			u.check(properties.Key(key).Kind() != reader.String || inLanguage, rule, "%s of a span is in no language", key)
		}
	}
	return m
}
