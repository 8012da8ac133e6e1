package report

import (
	"strconv"
	"strings"

	"maragu.dev/gomponents"
	"maragu.dev/gomponents/html"
)

// svg renders a drawing as a picture that stands in a page of HTML: its text is text, and its inks are classes
// for which the page's style has the colours.
func svg(d Drawing) node {
	return html.SVG(gomponents.Attr("viewBox", "0 0 "+measure(d.Width)+" "+measure(d.Height)), html.Role("img"),
		gomponents.El("title", textNode(d.Title)), nodesOf(d.Shapes, svgShape))
}

func svgShape(one Shape) node {
	switch one := one.(type) {
	case Bar:
		return gomponents.El("rect", inkClass(one.Ink),
			length("x", one.X), length("y", one.Y), length("width", one.Width), length("height", one.Height))
	case Stroke:
		return gomponents.El("line", inkClass(one.Ink),
			length("x1", one.X1), length("y1", one.Y1), length("x2", one.X2), length("y2", one.Y2), length("stroke-width", one.Width))
	case Label:
		return gomponents.El("text", inkClass(one.Ink),
			length("x", one.X), length("y", one.Y), length("font-size", one.Size),
			onlyIf(one.Anchor != Start, gomponents.Attr("text-anchor", anchorNames[one.Anchor])),
			onlyIf(one.Bold, gomponents.Attr("font-weight", "bold")), textNode(one.Text))
	}
	return nil
}

func inkClass(ink Ink) node { return html.Class(inkClasses[ink]) }

func length(name string, points float64) node { return gomponents.Attr(name, measure(points)) }

var (
	inkClasses = map[Ink]string{
		InkText: "text", InkMuted: "muted", InkAccent: "accent", InkGood: "good", InkWarn: "warn", InkBad: "bad", InkPale: "pale",
	}
	anchorNames = map[Anchor]string{Middle: "middle", End: "end"}
)

// measure writes a length to a tenth of a point, which nobody sees.
func measure(length float64) string {
	text := strconv.FormatFloat(length, 'f', 1, 64)
	return strings.TrimSuffix(text, ".0")
}
