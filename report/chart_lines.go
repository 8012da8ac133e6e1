package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// Drawing sets the links in a row, and after as many as fit on the next one, each with the sign and the word of its state.
func (c Chain) Drawing() Drawing {
	const inRow, gap, high = 4, 14.0, 46.0
	links := c.Links[:min(len(c.Links), mostLines)]
	rows := (len(links) + inRow - 1) / inRow
	d := Drawing{Width: pictureWidth, Height: float64(rows)*(high+gap) - gap + 4, Title: c.title()}
	wide := (pictureWidth - gap*(inRow-1) - 2) / inRow
	for i, l := range links {
		x, y := 1+float64(i%inRow)*(wide+gap), 2+float64(i/inRow)*(high+gap)
		d.box(x, y, wide, high, 1.2, stepInk(l.Mark))
		if i+1 < len(links) && i%inRow < inRow-1 {
			d.add(Stroke{x + wide, y + high/2, x + wide + gap, y + high/2, 1.6, InkMuted})
		}
		d.text(x+7, y+12, Start, true, InkText, wrapped(l.Name, int((wide-12)/cellOfSmall)-2, 3))
		d.add(sign(x+12, y+high-10, l.Mark, stepInk(l.Mark))...)
		d.add(Label{x + 22, y + high - 7, smallSize, false, Start, InkText, ansi.Truncate(l.State, int((wide-28)/cellOfSmall), "…")})
	}
	return d
}

func (c Chain) title() string {
	return strings.Join(each(c.Links, func(l ChainLink) string { return l.Name + ": " + l.State }), "; ")
}

// Drawing sets each number as a line over its moments, between its lowest and its highest, with the target as a pale rule.
func (t Trends) Drawing() Drawing {
	const height = 50
	lines := t.Lines[:min(len(t.Lines), mostLines)]
	d := Drawing{Width: pictureWidth, Height: height * float64(max(1, len(lines))), Title: t.title(lines)}
	for i, l := range lines {
		y := height * float64(i)
		if i > 0 {
			d.add(Stroke{0, y, pictureWidth, y, 0.5, InkPale})
		}
		d.named(y+height/2, l.Label, false)
		d.trend(l, t.Moments, y+16, height-30)
	}
	return d
}

// trend is one number; y and height are where its line goes.
func (d *Drawing) trend(l TrendsLine, moments []string, y, height float64) {
	const from, width = chartLabel + 24.0, pictureWidth - chartLabel - 100.0
	least, most := l.Between()
	at := func(n steps.Decimal) float64 {
		if most == least {
			return y + height/2
		}
		return y + height*float64(most-n)/float64(most-least)
	}
	step := width / float64(max(1, len(moments)-1))
	var labels []labelBox
	for _, p := range l.Points {
		labels = append(labels, labelBox{from + step*float64(slices.Index(moments, p.Moment)), at(p.Value) - 5, cellOfSmall * float64(ansi.StringWidth(p.Text))})
	}
	if l.Target.Known {
		level := at(l.Target.Value)
		for x := from - 10; x < from+width; x += 8 {
			if !slices.ContainsFunc(labels, func(b labelBox) bool { return b.covers(x+2, level) }) {
				d.add(Stroke{x, level, x + 4, level, 1, InkMuted})
			}
		}
		d.add(Label{from + width + 6, level + 2.5, smallSize, false, Start, InkMuted, "→ " + l.Target.Text})
	}
	for i, p := range l.Points {
		place := slices.Index(moments, p.Moment)
		x, level := from+step*float64(place), at(p.Value)
		if i > 0 {
			d.add(Stroke{from + step*float64(slices.Index(moments, l.Points[i-1].Moment)), at(l.Points[i-1].Value), x, level, 1.6, InkAccent})
		}
		d.add(Bar{x - 2, level - 2, 4, 4, InkAccent})
		anchor, last := Middle, place == len(moments)-1
		if i > 0 && last {
			anchor = End
		}
		d.add(Label{x + 2, level - 5, smallSize, last, anchor, InkText, p.Text}, Label{x + 2, y + height + 11, stateSize, false, anchor, InkMuted, p.Moment})
	}
}

// labelBox is where a number stands: its middle, its foot and how wide it is.
type labelBox struct{ x, foot, wide float64 }

// covers says whether something at a point would go through the number.
func (b labelBox) covers(x, y float64) bool {
	return math.Abs(x-b.x) < b.wide/2+5 && y > b.foot-smallSize && y < b.foot+2
}

// Between are the lowest and the highest number of a line.
func (l TrendsLine) Between() (least, most steps.Decimal) {
	first := true
	say := func(a Amount) {
		if !a.Known {
			return
		}
		if first {
			least, most, first = a.Value, a.Value, false
		}
		least, most = min(least, a.Value), max(most, a.Value)
	}
	say(l.Target)
	for _, p := range l.Points {
		say(p.Amount)
	}
	return least, most
}

func (t Trends) title(lines []TrendsLine) string {
	return strings.Join(each(lines, func(l TrendsLine) string {
		points := each(l.Points, func(p TrendsPoint) string { return p.Moment + " " + p.Text })
		return l.Label + ": " + strings.Join(append(points, "→ "+l.Target.Text), ", ")
	}), "; ")
}

// Drawing sets the means of each question on a line from the lowest score to the highest: a hollow box for before, a full one
// for after, and a bar between them.
func (s Shifts) Drawing() Drawing {
	const height, head = 22.0, 30.0
	lines := s.Lines[:min(len(s.Lines), mostLines)]
	d := Drawing{Width: pictureWidth, Height: head + height*float64(len(lines)), Title: s.title(lines)}
	from, width := float64(chartLabel+20), float64(pictureWidth-chartLabel-40)
	at := func(n steps.Decimal) float64 {
		return from + width*float64(n-steps.Whole(1))/float64(steps.Whole(int64(max(1, s.Most-1))))
	}
	d.hollow(from, 6)
	d.add(Label{from + 8, 9, smallSize, false, Start, InkText, s.Moments[0]})
	after := from + 30 + cellOfSmall*float64(ansi.StringWidth(s.Moments[0]))
	d.add(Bar{after - 3, 3, 6, 6, InkAccent}, Label{after + 8, 9, smallSize, false, Start, InkText, s.Moments[1]})
	for n := 1; n <= s.Most; n++ {
		x := at(steps.Whole(int64(n)))
		text := strconv.Itoa(n)
		anchor := Middle
		switch n {
		case 1:
			text, anchor = strings.TrimSpace(text+" "+s.Lowest), Start
		case s.Most:
			text, anchor = strings.TrimSpace(s.Highest+" "+text), End
		}
		d.add(Label{x, 22, stateSize, false, anchor, InkMuted, text}, Stroke{x, head - 4, x, d.Height, 0.5, InkPale})
	}
	for i, l := range lines {
		y := head + height*(float64(i)+0.5)
		d.named(y, l.Label, false)
		if l.Before.Known && l.After.Known {
			d.add(Stroke{at(l.Before.Value), y, at(l.After.Value), y, 2, InkSoft})
		}
		d.mean(l.Before, at(l.Before.Value), y, l.After.Value < l.Before.Value && l.After.Known, d.hollow)
		d.mean(l.After, at(l.After.Value), y, l.After.Value >= l.Before.Value || !l.Before.Known, func(x, y float64) { d.add(Bar{x - 3, y - 3, 6, 6, InkAccent}) })
	}
	return d
}

// hollow adds a hollow box.
func (d *Drawing) hollow(x, y float64) {
	d.add(Bar{x - 3, y - 3, 6, 6, InkAccent}, Bar{x - 1.7, y - 1.7, 3.4, 3.4, InkPale})
}

// mean adds a mean, its number on the outer side of the pair.
func (d *Drawing) mean(m Amount, x, y float64, right bool, box func(x, y float64)) {
	if !m.Known {
		return
	}
	box(x, y)
	if right {
		d.add(Label{x + 6, y + 2.5, smallSize, false, Start, InkText, m.Text})
	} else {
		d.add(Label{x - 6, y + 2.5, smallSize, false, End, InkText, m.Text})
	}
}

func (s Shifts) title(lines []ShiftsLine) string {
	return strings.Join(each(lines, func(l ShiftsLine) string {
		return l.Label + " " + s.Moments[0] + " " + l.Before.Text + ", " + s.Moments[1] + " " + l.After.Text
	}), "; ")
}
