// Package compare finds what was changed by hand in a document of a plan: the figures, the dates and the decisions that are
// asked. Other words may be changed, and are not told.
//
// Both the document as it should be and its text as it was read are cut into words, numbers and dates, and these laid beside
// each other. Told is only where one number or date stands in the place of another between words that stayed, or nothing
// does (missing.go); and of decisions any other word, and one more in their list (added.go). So a foot of a page, the head of
// a table that is repeated, a picture, a line that breaks elsewhere or a passage that was added is no difference.
package compare

import (
	"strings"
	"unicode"

	"stappenplan/report"
)

// Difference is a figure, a date or a decision that stands otherwise in a document than in the plan.
type Difference struct {
	Heading  string // what it stands under
	Stands   string // empty where it is not there at all
	Plan     string // empty where the plan has no such decision
	Decision bool
}

// Compare finds the differences between a document as it should be and the text of one. Sections that hold what did not
// come from the plan are left out.
func Compare(s report.Summary, text string, without ...report.SectionID) (differences []Difference) {
	text = plain(text)
	theirs := withoutFeet(tokens(text), s)
	c := &comparison{expected: expect(s, neighbours(theirs), without), text: text}
	c.alignment = align(c.expected.tokens, theirs, c.soft)
	for i, u := range c.units {
		if u.decision {
			differences = append(differences, c.decision(u)...)
			continue
		}
		if !u.unreadable() {
			differences = append(differences, c.figures(i)...)
		}
	}
	differences = append(differences, c.missing()...)
	return append(differences, c.added()...)
}

// comparison is a document as it should be, and beside it the text of one.
type comparison struct {
	*expected
	*alignment
	text string
}

// unreadable says whether a program that writes a text down again may write its figures in another order or lose some.
func (u unit) unreadable() bool { return rightToLeft(u.text) || piled(u.text) || piled(u.heading) }

// piled says whether a text has more marks upon its letters than letters: they cover what stands around them.
func piled(text string) bool {
	marks, letters := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.M, r):
			marks++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return marks > letters && marks > 3
}

// rightToLeft says whether a text has letters that are written from the right: numbers among them are drawn in another
// order.
func rightToLeft(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
	}) >= 0
}

// figures are the differences in the figures and dates of a unit.
func (c *comparison) figures(of int) (differences []Difference) {
	u := c.units[of]
	for i := u.begin; i < u.end; i++ {
		if j := c.instead[i]; j >= 0 && c.replaced(i) {
			differences = append(differences, Difference{
				Heading: u.heading, Stands: c.text[c.theirs[j].begin:c.theirs[j].end], Plan: u.text[c.ours[i].begin:c.ours[i].end],
			})
		} else if day := c.otherDay(i); day != "" {
			differences = append(differences, Difference{Heading: u.heading, Stands: day, Plan: u.text[c.ours[i].begin:c.ours[i].end]})
		}
	}
	return differences
}

// otherDay is the day without its year that stands in the place of a date right behind the words before it, when it is another
// one; empty where there is none.
func (c *comparison) otherDay(i int) string {
	if c.ours[i].kind != dateToken || c.match[i] >= 0 || i == 0 || c.match[i-1] < 0 {
		return ""
	}
	at := c.match[i-1] + 1
	end := min(at+2, len(c.theirs))
	day := dayOf(c.theirs[at:end], c.text)
	if day == "" || strings.HasSuffix(c.ours[i].value, day) {
		return ""
	}
	return c.text[c.theirs[at].begin:c.theirs[end-1].end]
}

// mostReplaced is how many tokens in a row may be other ones, of which only the words before them stayed.
const mostReplaced = 4

// replaced says whether what stands in the place of a token does so without a doubt: the words around them are the same.
func (c *comparison) replaced(i int) bool {
	first, last := i, i
	for first > 0 && c.besides(first-1, first) {
		first--
	}
	for last+1 < len(c.ours) && c.besides(last, last+1) {
		last++
	}
	before := first > 0 && c.match[first-1] >= 0 && c.match[first-1] == c.instead[first]-1
	behind := last+1 < len(c.ours) && c.match[last+1] >= 0 && c.match[last+1] == c.instead[last]+1
	u := c.units[c.of[i]]
	switch {
	case c.brokenUp(first, last):
		return false
	case before && behind:
		return true
	case before && last == u.end-1:
		return true
	case before:
		ours, theirs := c.gap(last)
		return ours == theirs && ours <= mostReplaced
	}
	return behind && last+1 < u.end
}

// besides says whether what stands in the place of two neighbours are neighbours too.
func (c *comparison) besides(i, j int) bool {
	return c.instead[i] >= 0 && c.instead[j] == c.instead[i]+1
}

// gap is how many tokens around a place are found on neither side, up to the next that are the same.
func (c *comparison) gap(i int) (ours, theirs int) {
	before, behind := i, i
	for before >= 0 && c.match[before] < 0 {
		before--
	}
	for behind < len(c.ours) && c.match[behind] < 0 {
		behind++
	}
	from, to := -1, len(c.theirs)
	if before >= 0 {
		from = c.match[before]
	}
	if behind < len(c.ours) {
		to = c.match[behind]
	}
	return behind - before - 1, to - from - 1
}

// mostBroken is how many pieces before and behind a figure may belong to it, where its column is too narrow for it.
const mostBroken = 4

// brokenUp says whether the tokens from first to last are the same letters as those in their place, cut elsewhere: with the
// tokens around these that are found nowhere.
func (c *comparison) brokenUp(first, last int) bool {
	ours := bare(c.units[c.of[first]].text[c.ours[first].begin:c.ours[first].end])
	for i := first + 1; i <= last; i++ {
		ours += bare(c.units[c.of[i]].text[c.ours[i].begin:c.ours[i].end])
	}
	from, to := c.instead[first], c.instead[last]+1
	for more := range mostBroken {
		for before := range mostBroken {
			begin, end := max(0, from-before), min(len(c.theirs), to+more)
			if end-begin != last+1-first && bare(c.text[c.theirs[begin].begin:c.theirs[end-1].end]) == ours {
				return true
			}
		}
	}
	return false
}

// bare are the letters and digits of a text.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if digit(r) || letter(r) {
			return r
		}
		return -1
	}, text)
}

// letters are those of tokens, without what is between them.
func letters(list []token) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(t.value)
	}
	return b.String()
}

// decision is the difference in a decision that is asked: any other word counts.
func (c *comparison) decision(u unit) []Difference {
	missing, found := 0, 0
	for i := u.begin; i < u.end; i++ {
		switch {
		case c.skipped[i]:
			return nil
		case c.match[i] >= 0:
			found++
		case !c.ours[i].odd && written(c.ours[i].value):
			missing++
		}
	}
	from, to := c.around(u)
	if missing == 0 || u.unreadable() || strings.Contains(letters(c.theirs[from:to]), letters(c.ours[u.begin:u.end])) {
		return nil
	}
	d := Difference{Heading: u.heading, Plan: u.text[c.ours[u.begin].begin:c.ours[u.end-1].end], Decision: true}
	if found > 0 || to-from > 0 && to-from < 2*(u.end-u.begin) {
		d.Stands = strings.Join(strings.Fields(c.text[c.theirs[from].begin:c.theirs[to-1].end]), " ")
	}
	return []Difference{d}
}

// written says whether every format has the letters of a word: a font may lack the others, and says so in words.
func written(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
}

// around are the tokens of theirs in the place of a unit: from the last before it to the first behind it that are the same,
// as far as these are near.
func (c *comparison) around(u unit) (from, to int) {
	first, last := -1, -1
	for i := u.begin; i < u.end; i++ {
		if j := c.match[i]; j >= 0 {
			if first < 0 {
				first = j
			}
			last = j
		}
	}
	to = len(c.theirs)
	for i := u.begin - 1; i >= 0 && from == 0; i-- {
		from = c.match[i] + 1
	}
	for i := u.end; i < len(c.ours) && to == len(c.theirs); i++ {
		if c.match[i] >= 0 {
			to = c.match[i]
		}
	}
	if first >= 0 && (from > first || first-from > u.end-u.begin) {
		from = first
	}
	if last >= 0 && (to <= last || to-last > u.end-u.begin) {
		to = last + 1
	}
	return from, max(from, to)
}
