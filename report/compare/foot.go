package compare

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/report"
)

// withoutFeet leaves out the feet of pages that stand as they were made: the number in one would be found where a figure before or
// behind it was changed. A foot that was changed stays, and is looked at as any text that was added (missing.go).
func withoutFeet(theirs []token, s report.Summary) (kept []token) {
	state := tokens(plain(s.Foot))
	page := tokens(plain(assets.Load(s.Language).Document.PageOf.Fill("n", 1, "total", 1))) // whatever the numbers are
	school := tokens(plain(s.School))
	for at := 0; at < len(theirs); {
		if numbered := at + len(state); startsWith(theirs[at:], state, token.is) && startsWith(theirs[numbered:], page, token.isAnyOf) {
			at = numbered + len(page)
			kept = withoutName(kept, school)
			continue
		}
		kept = append(kept, theirs[at])
		at++
	}
	return kept
}

// withoutName leaves out the name of the school before a foot, where it may be cut short.
func withoutName(kept, name []token) []token {
	for n := len(name); n > 1 || n == 1 && n == len(name); n-- { // one word of several stands there by chance
		if body := len(kept) - n; body >= 0 && startsWith(kept[body:], name[:n], token.is) {
			return kept[:body]
		}
	}
	return kept
}

func startsWith(list, start []token, same func(a, b token) bool) bool {
	return len(list) >= len(start) && slices.EqualFunc(list[:len(start)], start, same)
}

func (t token) is(other token) bool { return t.key() == other.key() }

// isAnyOf says whether two are the same words, or numbers of any value.
func (t token) isAnyOf(other token) bool {
	return t.is(other) || t.kind == numberToken && other.kind == numberToken
}
