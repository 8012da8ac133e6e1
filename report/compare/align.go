package compare

import "slices"

// alignment lays two lists of tokens beside each other.
type alignment struct {
	ours, theirs []token
	a, b         []int  // the same, as numbers: equal where the tokens are
	match        []int  // for each of ours, the one of theirs that it is; -1 where there is none
	instead      []int  // for each of ours, the figure of theirs that stands in its place; -1 where there is none
	skipped      []bool // of ours, those that were too many to lay beside theirs
	optional     []bool // of ours, those in whose place nothing stands
}

func align(ours, theirs []token, optional []bool) *alignment {
	l := &alignment{ours: ours, theirs: theirs, optional: optional, skipped: make([]bool, len(ours))}
	known := map[string]int{}
	numbered := func(list []token) []int {
		ids := make([]int, len(list))
		for i, t := range list {
			id, is := known[t.key()]
			if !is {
				id = len(known)
				known[t.key()] = id
			}
			ids[i] = id
		}
		return ids
	}
	l.a, l.b = numbered(ours), numbered(theirs)
	l.match, l.instead = slices.Repeat([]int{-1}, len(ours)), slices.Repeat([]int{-1}, len(ours))
	l.between(0, len(ours), 0, len(theirs), 0)
	l.closeUp()
	l.leaveFarOnes()
	return l
}

// closeUp lays what was found farther on right behind a figure that stands in the place of another, where it stands there too:
// the last word of a sentence can be that of the heading below it, which a format writes twice.
func (l *alignment) closeUp() {
	for i := 1; i < len(l.ours); i++ {
		if place := l.instead[i-1] + 1; place > 0 && l.match[i] > place && l.a[i] == l.b[place] {
			l.match[i] = place
		}
	}
}

// leaveFarOnes leaves a figure that was found far from its neighbours, as in the foot of a page, where another one stands
// right behind what is before it.
func (l *alignment) leaveFarOnes() {
	for i := 1; i < len(l.ours); i++ {
		at, place := l.match[i], l.match[i-1]+1
		switch {
		case at < 0 || place == 0 || at == place || l.optional[i] || l.ours[i].kind == wordToken:
		case i+1 < len(l.ours) && l.match[i+1] == at+1: // not far from what is behind it
		case l.a[i] == l.b[place]:
			l.match[i] = place
		case l.theirs[place].kind == l.ours[i].kind:
			l.match[i], l.instead[i] = -1, place
		}
	}
}

// grams are how many tokens in a row are looked for that both texts have once: first many, which cannot be by chance.
var grams = []int{8, 4, 2}

// mostCells is how large a table is made to find the best way to lay what is left.
const mostCells = 4_000_000

// between lays the tokens a0 to a1 of ours beside b0 to b1 of theirs.
func (l *alignment) between(a0, a1, b0, b1, level int) {
	for a0 < a1 && b0 < b1 && l.a[a0] == l.b[b0] {
		l.match[a0] = b0
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && l.a[a1-1] == l.b[b1-1] {
		a1, b1 = a1-1, b1-1
		l.match[a1] = b1
	}
	switch {
	case a0 == a1 || b0 == b1:
		return
	case level == len(grams):
		l.best(a0, a1, b0, b1)
		return
	}
	for _, pair := range l.anchors(a0, a1, b0, b1, grams[level]) {
		l.between(a0, pair[0], b0, pair[1], level+1)
		l.match[pair[0]] = pair[1]
		a0, b0 = pair[0]+1, pair[1]+1
	}
	l.between(a0, a1, b0, b1, level+1)
}

// anchors are places at which both have the same n tokens, and nowhere else: the longest row of them in which both go on.
func (l *alignment) anchors(a0, a1, b0, b1, n int) (chain [][2]int) {
	ours, theirs := once(l.a[a0:a1], n), once(l.b[b0:b1], n)
	var pairs [][2]int
	for gram, at := range ours {
		if other, is := theirs[gram]; is && at >= 0 && other >= 0 {
			pairs = append(pairs, [2]int{a0 + at, b0 + other})
		}
	}
	slices.SortFunc(pairs, func(p, q [2]int) int { return p[0] - q[0] })
	return longestRise(pairs)
}

// once are the rows of n numbers and where they stand; -1 where that is at several places.
func once(list []int, n int) map[[8]int32]int {
	places := map[[8]int32]int{}
	for i := 0; i+n <= len(list); i++ {
		gram := [8]int32{}
		for k := range n {
			gram[k] = int32(list[i+k]) + 1
		}
		if _, is := places[gram]; is {
			places[gram] = -1
		} else {
			places[gram] = i
		}
	}
	return places
}

// longestRise is the longest choice of pairs whose second numbers go up as the first do.
func longestRise(pairs [][2]int) (rise [][2]int) {
	var ends []int // the pair with the lowest second number that ends a rise of this length
	before := make([]int, len(pairs))
	for i, p := range pairs {
		at, _ := slices.BinarySearchFunc(ends, p[1], func(e, second int) int { return pairs[e][1] - second })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		rise = append(rise, pairs[i])
	}
	slices.Reverse(rise)
	return rise
}

// What it is worth to lay two tokens beside each other. Where all of ours are found in their order nothing is worth more, so
// that nothing that was only added stands in the place of anything. What stands in the place of a figure is rather next to
// its neighbours.
const (
	worthSame    = 8
	worthInstead = 4
	worthBehind  = 2 // what lies beside each other too
	worthBefore  = 1 // the same
)

// worth is that of two tokens; behind and before say what these stand next to.
func (l *alignment) worth(i, j int, behind, before bool) (worth int32) {
	x, y := l.ours[i], l.theirs[j]
	switch {
	case l.a[i] == l.b[j]:
		return worthSame
	case x.kind == wordToken || x.kind != y.kind || l.optional[i]:
		return 0
	}
	worth = worthInstead
	if behind {
		worth += worthBehind
	}
	if before {
		worth += worthBefore
	}
	return worth
}

// The steps of a way through the table.
const (
	stepBoth byte = iota
	stepOurs
	stepTheirs
)

// best lays what is left in the way that is worth most.
func (l *alignment) best(a0, a1, b0, b1 int) {
	n, m := a1-a0, b1-b0
	if n*m > mostCells {
		for i := a0; i < a1; i++ {
			l.skipped[i] = true
		}
		return
	}
	step := make([]byte, n*m)
	above, row := make([]int32, m+1), make([]int32, m+1)
	for i := range n {
		for j := range m {
			value, from := above[j+1], stepOurs
			if row[j] >= value {
				value, from = row[j], stepTheirs
			}
			behind := i == 0 && j == 0 || i > 0 && j > 0 && step[(i-1)*m+j-1] == stepBoth
			if worth := l.worth(a0+i, b0+j, behind, i == n-1 && j == m-1); worth > 0 && above[j]+worth >= value {
				value, from = above[j]+worth, stepBoth
			}
			row[j+1], step[i*m+j] = value, from
		}
		above, row = row, above
	}
	for i, j := n-1, m-1; i >= 0 && j >= 0; {
		switch step[i*m+j] {
		case stepBoth:
			if l.a[a0+i] == l.b[b0+j] {
				l.match[a0+i] = b0 + j
			} else {
				l.instead[a0+i] = b0 + j
			}
			i, j = i-1, j-1
		case stepOurs:
			i--
		default:
			j--
		}
	}
}
