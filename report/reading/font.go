package reading

import (
	"unicode/utf16"
)

// font says which letters the shapes of a font are, and how wide.
type font struct {
	double  bool // a code takes two bytes
	table   bool // it says which letters its codes are
	letters map[int]string
	ranges  []letterRange
	widths  map[int]float64
	usual   float64 // the width of what has none
}

// letterRange are codes whose letters follow each other as they do.
type letterRange struct {
	from, to int
	first    []uint16
}

// glyph is a shape.
type glyph struct {
	text   string
	width  float64 // as a part of the size
	length int     // of its code
	blank  bool    // the code of a blank in a font of one byte
}

// fontCalled is the font of a name.
func (d *drawer) fontCalled(key name, resources dictionary) *font {
	id, is := d.file.dictionary(resources["Font"])[key].(reference)
	if !is {
		return nil
	}
	if known, is := d.fonts[id]; is {
		return known
	}
	made := d.file.font(d.file.dictionary(id))
	d.fonts[id] = made
	return made
}

func (f *file) font(d dictionary) *font {
	made := &font{letters: map[int]string{}, widths: map[int]float64{}, usual: 0.5}
	if id, is := d["ToUnicode"].(reference); is {
		made.readLetters(f.unpack(id))
		made.table = true
	}
	inner, _ := f.value(d["DescendantFonts"]).(array)
	if made.double = len(inner) > 0; made.double {
		made.readWidths(f, f.dictionary(inner[0]))
		return made
	}
	unit := 0.001
	if m, is := f.value(d["FontMatrix"]).(array); is && len(m) == 6 {
		unit = numbers(m[:1], 1)[0]
	}
	first, _ := f.value(d["FirstChar"]).(float64)
	list, _ := f.value(d["Widths"]).(array)
	for i, w := range list {
		width, _ := f.value(w).(float64)
		made.widths[int(first)+i] = width * unit
	}
	return made
}

// How many codes get a width from others, and how many ranges of letters are read: a font that says more is made to be slow.
const (
	mostSpread = 1 << 18
	mostRanges = 5000
)

// readWidths reads how wide the shapes are of a font whose codes take two bytes.
func (made *font) readWidths(f *file, d dictionary) {
	made.usual = 1
	if usual, is := f.value(d["DW"]).(float64); is {
		made.usual = usual / 1000
	}
	list, _ := f.value(d["W"]).(array)
	for i, spread := 0, mostSpread; i+1 < len(list); {
		first, _ := f.value(list[i]).(float64)
		if each, is := f.value(list[i+1]).(array); is {
			for n, w := range each {
				width, _ := f.value(w).(float64)
				made.widths[int(first)+n] = width / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last, _ := f.value(list[i+1]).(float64)
		width, _ := f.value(list[i+2]).(float64)
		for code := int(max(0, first)); code <= int(min(last, 0xFFFF)) && spread > 0; code++ {
			made.widths[code] = width / 1000
			spread--
		}
		i += 3
	}
}

// readLetters reads which letters the codes stand for.
func (made *font) readLetters(table []byte) {
	s := &scanner{data: table}
	var with array
	for {
		o := s.next(0)
		switch o := o.(type) {
		case end:
			return
		case word:
			switch o {
			case "endbfchar":
				for i := 0; i+1 < len(with); i += 2 {
					if to, is := with[i+1].(string); is {
						made.letters[code(with[i])] = string(utf16.Decode(units(to)))
					}
				}
			case "endbfrange":
				for i := 0; i+2 < len(with); i += 3 {
					made.readRange(code(with[i]), code(with[i+1]), with[i+2])
				}
			}
			with = with[:0]
		default:
			with = append(with, o)
		}
	}
}

func (made *font) readRange(from, to int, o any) {
	switch o := o.(type) {
	case string:
		if len(made.ranges) == mostRanges {
			return
		}
		made.ranges = append(made.ranges, letterRange{from, to, units(o)})
	case array:
		for n, one := range o {
			if text, is := one.(string); is {
				made.letters[from+n] = string(utf16.Decode(units(text)))
			}
		}
	}
}

// code is the number that is the code of a shape.
func code(o any) (n int) {
	text, _ := o.(string)
	for i := range min(len(text), 4) {
		n = n<<8 | int(text[i])
	}
	return n
}

// units are the units of a text in UTF-16.
func units(text string) (list []uint16) {
	for i := 0; i+1 < len(text); i += 2 {
		list = append(list, uint16(text[i])<<8|uint16(text[i+1]))
	}
	return list
}

// glyph is the first shape of a text.
func (made *font) glyph(text string) (g glyph) {
	g.length = 1
	if made.double {
		g.length = min(2, len(text))
	}
	at := code(text[:g.length])
	g.blank = !made.double && at == ' '
	width, known := made.widths[at]
	if !known {
		width = made.usual
	}
	g.width, g.text = width, made.lettersOf(at)
	return g
}

func (made *font) lettersOf(at int) string {
	if text, known := made.letters[at]; known {
		return text
	}
	for _, r := range made.ranges {
		if at >= r.from && at <= r.to && len(r.first) > 0 {
			list := append([]uint16(nil), r.first...)
			list[len(list)-1] += uint16(at - r.from)
			text := string(utf16.Decode(list))
			made.letters[at] = text
			return text
		}
	}
	text := ""
	if !made.double && !made.table && at >= ' ' {
		text = string(rune(at)) // the letters of Latin
	}
	made.letters[at] = text
	return text
}
