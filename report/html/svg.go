package html

import (
	"strconv"
	"strings"

	"maragu.dev/gomponents"
	"maragu.dev/gomponents/html"

	"stappenplan/report"
)

// svg renders a drawing as an element of an HTML page: its text is text, and its inks are classes
// for which the page's style has the colours.
func svg(d report.Drawing) node {
	return html.SVG(gomponents.Attr("viewBox", "0 0 "+measure(d.Width)+" "+measure(d.Height)), html.Role("img"),
		gomponents.El("title", textNode(d.Title)), gomponents.Map(d.Shapes, svgShape))
}

func svgShape(one report.Shape) node {
	switch one := one.(type) {
	case report.Bar:
		return gomponents.El("rect", inkClass(one.Ink),
			length("x", one.X), length("y", one.Y), length("width", one.Width), length("height", one.Height))
	case report.Stroke:
		return gomponents.El("line", inkClass(one.Ink),
			length("x1", one.X1), length("y1", one.Y1), length("x2", one.X2), length("y2", one.Y2), length("stroke-width", one.Width))
	case report.Label:
		text := gomponents.El("text", inkClass(one.Ink),
			length("x", one.X), length("y", one.Y), length("font-size", one.Size),
			gomponents.If(one.Anchor != report.Start, gomponents.Attr("text-anchor", anchorNames[one.Anchor])),
			gomponents.If(one.Bold, gomponents.Attr("font-weight", "bold")), textNode(one.Text))
		return gomponents.Group{text, gomponents.Raw("\n")} // who reads the texts alone does not run two numbers together
	}
	return nil
}

func inkClass(ink report.Ink) node { return html.Class(inkClasses[ink]) }

func length(name string, points float64) node { return gomponents.Attr(name, measure(points)) }

var (
	inkClasses = map[report.Ink]string{
		report.InkText: "text", report.InkMuted: "muted", report.InkAccent: "accent", report.InkGood: "good", report.InkWarn: "warn", report.InkBad: "bad", report.InkSoft: "soft", report.InkPale: "pale",
	}
	anchorNames = map[report.Anchor]string{report.Middle: "middle", report.End: "end"}
)

// measure writes a length to a tenth of a point, which nobody sees.
func measure(length float64) string {
	text := strconv.FormatFloat(length, 'f', 1, 64)
	return strings.TrimSuffix(text, ".0")
}
