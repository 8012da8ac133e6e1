package reading

import (
	"math"
	"strings"
)

// matrix maps places: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var unmoved = matrix{1, 0, 0, 1, 0, 0}

// times does m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is what an operator can set.
type state struct {
	space              matrix // of the page
	font               *font
	size               float64
	letter, word, wide float64 // between letters and words; how wide they are set
	lead               float64
}

// drawer follows the operators of pages, and writes down the text that they show.
type drawer struct {
	file  *file
	fonts map[reference]*font
	text  strings.Builder

	state
	kept       []state
	line, here matrix  // where the line and the next letter begin
	x, y, high float64 // where the last letter ended on the page, and how high it was
	begun      bool    // there is a letter on the page
}

const (
	deepestForm = 8
	mostKept    = 100
	mostOps     = 5_000_000
)

func (d *drawer) page(page dictionary) {
	d.state, d.kept, d.begun = state{space: unmoved, wide: 1}, nil, false
	var content []byte
	parts, is := d.file.value(page["Contents"]).(array)
	if !is {
		parts = array{page["Contents"]}
	}
	for _, part := range parts {
		if id, is := part.(reference); is {
			content = append(append(content, d.file.unpack(id)...), '\n')
		}
	}
	d.follow(content, d.file.dictionary(page["Resources"]), 0)
	d.text.WriteByte('\n')
}

// follow follows the operators of a page, or of a form on it.
func (d *drawer) follow(content []byte, resources dictionary, depth int) {
	s := &scanner{data: content}
	var with array
	for range mostOps {
		o := s.next(0)
		switch o := o.(type) {
		case end:
			return
		case word:
			if o == "ID" { // a picture in the line
				s.passPicture()
			} else {
				d.operator(o, with, resources, depth)
			}
			with = with[:0]
		default:
			if len(with) < 1000 {
				with = append(with, o)
			}
		}
		if d.text.Len() > maxText {
			return
		}
	}
}

// passPicture passes the data of a picture, up to the word that ends it.
func (s *scanner) passPicture() {
	for ; s.at < len(s.data); s.at++ {
		if rest := s.data[s.at:]; blank(rest[0]) && len(rest) > 2 && string(rest[1:3]) == "EI" && (len(rest) == 3 || blank(rest[3])) {
			s.at += 3
			return
		}
	}
}

// numbers are the last n of the operands; zeros where these are not there.
func numbers(with array, n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		if at := len(with) - n + i; at >= 0 {
			list[i], _ = with[at].(float64)
		}
	}
	return list
}

func (d *drawer) operator(op word, with array, resources dictionary, depth int) {
	switch op {
	case "q":
		if len(d.kept) < mostKept {
			d.kept = append(d.kept, d.state)
		}
	case "Q":
		if last := len(d.kept) - 1; last >= 0 {
			d.state, d.kept = d.kept[last], d.kept[:last]
		}
	case "cm":
		d.space = matrix(numbers(with, 6)).times(d.space)
	case "Do":
		d.form(with, resources, depth)
	case "BT":
		d.line, d.here = unmoved, unmoved
	case "Tf":
		if len(with) == 2 {
			key, _ := with[0].(name)
			d.font, d.size = d.fontCalled(key, resources), numbers(with, 1)[0]
		}
	case "Tm":
		d.line = matrix(numbers(with, 6))
		d.here = d.line
	case "Td", "TD", "T*":
		n := numbers(with, 2)
		switch op {
		case "TD":
			d.lead = -n[1]
		case "T*":
			n = []float64{0, -d.lead}
		}
		d.line = matrix{1, 0, 0, 1, n[0], n[1]}.times(d.line)
		d.here = d.line
	case "TL":
		d.lead = numbers(with, 1)[0]
	case "Tc":
		d.letter = numbers(with, 1)[0]
	case "Tw":
		d.word = numbers(with, 1)[0]
	case "Tz":
		d.wide = numbers(with, 1)[0] / 100
	case "Tj", "'", "\"":
		if op != "Tj" {
			d.operator("T*", nil, resources, depth)
		}
		if len(with) > 0 {
			d.show(with[len(with)-1])
		}
	case "TJ":
		if len(with) > 0 {
			list, _ := with[len(with)-1].(array)
			for _, one := range list {
				d.show(one)
			}
		}
	}
}

// form follows the operators of a form that is drawn here.
func (d *drawer) form(with array, resources dictionary, depth int) {
	key, _ := append(with, name(""))[0].(name)
	id, is := d.file.dictionary(resources["XObject"])[key].(reference)
	form := d.file.dictionary(id)
	if !is || form["Subtype"] != name("Form") || depth >= deepestForm {
		return
	}
	before := d.state
	if m, is := d.file.value(form["Matrix"]).(array); is {
		d.space = matrix(numbers(m, 6)).times(d.space)
	}
	if own := d.file.dictionary(form["Resources"]); own != nil {
		resources = own
	}
	d.follow(d.file.unpack(id), resources, depth+1)
	d.state = before
}

// show shows a text, or moves as a number says.
func (d *drawer) show(o any) {
	switch o := o.(type) {
	case float64:
		d.move(-o / 1000 * d.size * d.wide)
	case string:
		if d.font == nil {
			return
		}
		for len(o) > 0 {
			g := d.font.glyph(o)
			d.glyph(g)
			advance := g.width*d.size + d.letter
			if g.blank {
				advance += d.word
			}
			d.move(advance * d.wide)
			o = o[g.length:]
		}
	}
}

func (d *drawer) move(by float64) { d.here = matrix{1, 0, 0, 1, by, 0}.times(d.here) }

// glyph writes the letters of a shape, and a blank or a line end where it does not go on where the last one ended.
func (d *drawer) glyph(g glyph) {
	if g.text == "" {
		return
	}
	at := d.here.times(d.space)
	high := math.Abs(d.size) * math.Hypot(at[2], at[3])
	ahead, off := at[4]-d.x, math.Abs(at[5]-d.y)
	if d.begun {
		switch {
		case off > 0.5*max(high, d.high) || ahead < -0.5*max(high, d.high):
			d.text.WriteByte('\n')
		case ahead > 0.15*max(high, d.high):
			d.text.WriteByte(' ')
		}
	}
	d.text.WriteString(g.text)
	ended := matrix{1, 0, 0, 1, g.width * d.size * d.wide, 0}.times(d.here).times(d.space)
	d.x, d.y, d.high, d.begun = ended[4], ended[5], high, true
}
