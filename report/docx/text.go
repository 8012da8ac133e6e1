package docx

import (
	"strconv"
	"strings"
)

// paragraphFormat is how a paragraph of a Word document looks.
type paragraphFormat struct {
	style     string
	keep      bool // stays on the page of the next
	anew      bool // begins a page
	number    int  // the numbering of its list; 0 is that of the style
	fromRight bool // is written from the right
	atEnd     bool // stands at the end of its line
}

// of is the format for a text, which may have to be written from the right.
func (l paragraphFormat) of(text string) paragraphFormat {
	l.fromRight = fromRight(text)
	return l
}

// begin opens a paragraph. The properties stand in the order that Word insists on.
func (w *writer) begin(format paragraphFormat) {
	w.out.open("w:p")
	w.out.open("w:pPr")
	w.out.empty("w:pStyle", "w:val", format.style)
	if format.keep {
		w.out.empty("w:keepNext")
	}
	if format.anew {
		w.out.empty("w:pageBreakBefore")
	}
	if format.number > 0 {
		w.out.open("w:numPr")
		w.out.empty("w:ilvl", "w:val", "0")
		w.out.empty("w:numId", "w:val", strconv.Itoa(format.number))
		w.out.close("w:numPr")
	}
	if format.fromRight {
		w.out.empty("w:bidi")
	}
	if format.atEnd {
		w.out.empty("w:jc", "w:val", "right")
	}
	w.out.close("w:pPr")
}

func (w *writer) end() { w.out.close("w:p") }

// run writes a text, bold or not, with its line ends and tabs.
func (w *writer) run(bold bool, text string) {
	for _, part := range stretches(text) {
		w.out.open("w:r")
		if bold || part.fromRight {
			w.out.open("w:rPr")
			if bold {
				w.out.empty("w:rStyle", "w:val", "Strong")
			}
			if part.fromRight {
				w.out.empty("w:rtl")
			}
			w.out.close("w:rPr")
		}
		w.lines(part.text)
		w.out.close("w:r")
	}
}

// lines writes a text with an element for every line end and tab.
func (w *writer) lines(text string) {
	for {
		at := strings.IndexAny(text, "\n\t")
		if at < 0 {
			w.letters(text)
			return
		}
		w.letters(text[:at])
		if text[at] == '\n' {
			w.out.empty("w:br")
		} else {
			w.out.empty("w:tab")
		}
		text = text[at+1:]
	}
}

func (w *writer) letters(text string) {
	if text == "" {
		return
	}
	w.out.open("w:t", "xml:space", "preserve")
	w.out.text(text)
	w.out.close("w:t")
}
