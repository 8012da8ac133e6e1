package compare

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/report"
)

// withoutFeet leaves out the feet of pages that stand as they were made: the number in one would be found where a figure before or
// behind it was changed. A foot that was changed stays, and is looked at as any text that was added (missing.go).
func withoutFeet(theirs []token, s report.Summary) (kept []token) {
	foot := slices.Concat(tokens(plain(s.Foot)), tokens(plain(assets.Load(s.Language).Document.PageOf.Fill("n", anyPage, "total", anyPage))))
	if len(foot) == 0 {
		return theirs
	}
	for at := 0; at < len(theirs); {
		if at+len(foot) <= len(theirs) && slices.EqualFunc(foot, theirs[at:at+len(foot)], samePage) {
			at += len(foot)
			kept = withoutEnd(kept, tokens(plain(s.School)))
			continue
		}
		kept = append(kept, theirs[at])
		at++
	}
	return kept
}

// withoutEnd leaves out the name of the school before a foot, which may be cut short there.
func withoutEnd(kept, name []token) []token {
	same := func(a, b token) bool { return a.key() == b.key() }
	for n := min(len(name), len(kept)); n > 0; n-- {
		if body := len(kept) - n; slices.EqualFunc(name[:n], kept[body:], same) {
			return kept[:body]
		}
	}
	return kept
}

// anyPage stands in a foot for the number of any page.
const anyPage = "0"

func samePage(foot, their token) bool {
	return foot.key() == their.key() || foot.kind == numberToken && foot.value == anyPage && their.kind == numberToken
}
