package lists

import (
	"slices"
	"strings"
)

// register finds names by what is written for them: the same words in any order and with any accents, the first name alone, or
// an initial for it.
type register struct{ whole, short map[string][]string }

func (r *register) add(name string) {
	if r.whole == nil {
		r.whole, r.short = map[string][]string{}, map[string][]string{}
	}
	r.whole[keyOf(name)] = append(r.whole[keyOf(name)], name)
	if first, last, several := strings.Cut(strings.TrimSpace(plain(name)), " "); several {
		r.short[first] = append(r.short[first], name)
		if initial := first[:1] + " " + last; initial != first+" "+last {
			r.short[initial] = append(r.short[initial], name)
		}
	}
}

// find is the name that is meant: the first of those that are whole, or the only one that is shortened. It is empty where there is
// none.
func (r register) find(written string) string {
	switch names := r.whole[keyOf(written)]; len(names) {
	case 0:
	case 1:
		return names[0]
	default:
		return ""
	}
	return r.lengthen(written)
}

// lengthen is the only name that is shortened, empty where there is none.
func (r register) lengthen(written string) string {
	if names := r.short[strings.TrimSpace(plain(written))]; len(names) == 1 {
		return names[0]
	}
	return ""
}

// keyOf is the same for names of the same words.
func keyOf(name string) string {
	words := strings.Fields(plain(name))
	slices.Sort(words)
	return strings.Join(words, " ")
}
