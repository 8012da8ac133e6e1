package wizard

import (
	"fmt"
	"html"
	"image/color"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// The size of a cell in a picture, the letters in it, and the edge around all, in pixels.
const (
	cellWidth, cellHeight = 8.4, 19
	letterSize            = 14
	pictureEdge           = 14
)

// The colours of a terminal that says none.
var (
	paper = color.RGBA{0x0c, 0x10, 0x16, 0xff}
	ink   = color.RGBA{0xe6, 0xea, 0xef, 0xff}
)

// picture draws what stands on a screen as an SVG, from the cells of a terminal that was shown it. Its description is the text of
// the screen, for who cannot see it.
func picture(t testing.TB, title, shown string, width, height int) string {
	t.Helper()
	terminal := vt.NewEmulator(width, height)
	if _, err := terminal.WriteString(strings.ReplaceAll(shown, "\n", "\r\n")); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	wide, high := float64(width)*cellWidth+2*pictureEdge, float64(height)*cellHeight+2*pictureEdge
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" role="img">`+"\n", wide, high, wide)
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s</desc>\n", html.EscapeString(title), html.EscapeString(plainText(shown)))
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(paper))
	fmt.Fprintf(&b, `<g transform="translate(%d %d)" font-family="'Cascadia Mono','DejaVu Sans Mono',Consolas,Menlo,monospace" font-size="%d">`+"\n", pictureEdge, pictureEdge, letterSize)
	for y := range height {
		runs := runsOf(terminal, y, width)
		for _, r := range runs {
			if r.ground != paper {
				fmt.Fprintf(&b, `<rect x="%s" y="%d" width="%s" height="%d" fill="%s"/>`+"\n", across(r.from), y*cellHeight, across(r.cells), cellHeight, hex(r.ground))
			}
		}
		for _, r := range runs {
			if strings.TrimSpace(r.text) == "" {
				continue
			}
			fmt.Fprintf(&b, `<text x="%s" y="%d" textLength="%s" lengthAdjust="spacingAndGlyphs" fill="%s"%s xml:space="preserve">%s</text>`+"\n",
				across(r.from), y*cellHeight+letterSize, across(r.cells), hex(r.letters), r.style, html.EscapeString(r.text))
		}
	}
	return b.String() + "</g>\n</svg>\n"
}

// run is a part of a line that looks alike.
type run struct {
	from, cells     int
	letters, ground color.Color
	style, text     string
}

func runsOf(terminal *vt.Emulator, y, width int) (runs []run) {
	for x := 0; x < width; {
		cell := terminal.CellAt(x, y)
		wide := max(1, cell.Width)
		next := run{x, wide, ink, paper, "", cell.Content}
		if cell.Style.Fg != nil {
			next.letters = opaque(cell.Style.Fg)
		}
		if cell.Style.Bg != nil {
			next.ground = opaque(cell.Style.Bg)
		}
		if next.text == "" {
			next.text = " "
		}
		for attribute, says := range map[uint8]string{uv.AttrBold: ` font-weight="bold"`, uv.AttrItalic: ` font-style="italic"`} {
			if cell.Style.Attrs&attribute != 0 {
				next.style = says
			}
		}
		if cell.Style.Attrs&uv.AttrReverse != 0 {
			next.letters, next.ground = next.ground, next.letters
		}
		if last := len(runs) - 1; last >= 0 && runs[last].letters == next.letters && runs[last].ground == next.ground && runs[last].style == next.style {
			runs[last].cells += wide
			runs[last].text += next.text
		} else {
			runs = append(runs, next)
		}
		x += wide
	}
	return runs
}

func opaque(c color.Color) color.Color {
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func across(cells int) string { return fmt.Sprintf("%.1f", float64(cells)*cellWidth) }

// plainText is what stands on a screen, without colour and without blanks at the ends of its lines.
func plainText(shown string) string {
	lines := strings.Split(ansi.Strip(shown), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
