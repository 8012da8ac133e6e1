package lists

import (
	"slices"
	"strings"
	"unicode"

	"stappenplan/lazyregexp"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// betweenNames are what people write between two names, whatever a comma stands for.
var betweenNames = strings.NewReplacer(" @", "\n", ";", "\n", "/", "\n", "+", "\n", "&", "\n", " en ", "\n", " and ", "\n")

var (
	aShare    = lazyregexp.New(`[ ,]*(?:[(\[][^()\[\]]*\d[^()\[\]]*[)\]]|\d[\d.,]*[  ]?(?:%|u|uur|uren|h|lt|hours?|/ ?\d+))\.?$`)
	anInitial = lazyregexp.New(`^(?:\p{Lu}\.? ?)+$`)
	aPhone    = lazyregexp.New(`(?i)[(\[]?(?:\b(?:tel|telefoon|telephone|phone|gsm|mobile|nr)\b[.:]* *)*\+?\(?\d(?:[ ./()-]{0,2}\d){7,}[)\]]?`)
	inBracket = lazyregexp.New(` *[(\[][^()\[\]]*[)\]]$`)
	anAddress = lazyregexp.New(`^([\pL\d]+(?:[._-][\pL\d]+)*)@[\w.-]+$`)
)

// namesIn are the names in a text. It is not complete where one is too long for a name, or says more than a name.
func (r *reader) namesIn(text string, t table) (names []string, complete bool) {
	const most = 20
	text = cut(text)
	spoken := aPhone().ReplaceAllString(text, " ")
	complete = spoken == text
	for i, piece := range piecesOf(spoken, t.commaInside) {
		if i == most {
			return names, false
		}
		name, whole := r.nameIn(piece, t)
		person := len(name) <= maxMeaning && !r.isNobody(name)
		complete = complete && (person && whole || !person && saysNothing(name))
		if person {
			names = append(names, name)
		}
	}
	return names, complete
}

// isNobody says whether a text is a word for nobody or for everyone, or holds no letter; a member can be called so.
func (r *reader) isNobody(name string) bool {
	return (r.words.nobody.are(name) || !strings.ContainsFunc(name, unicode.IsLetter)) && r.memberOf(name) == nil
}

// saysNothing says whether what stands for nobody is only a sign or a few letters, which need no note.
func saysNothing(name string) bool {
	const few = 3
	letters := 0
	for _, c := range name {
		if unicode.IsDigit(c) {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters <= few
}

// piecesOf parts a text into what may be names.
func piecesOf(text string, commaInside bool) (pieces []string) {
	text = betweenNames.Replace(text)
	if !commaInside {
		text = strings.ReplaceAll(text, ",", "\n")
	}
	for piece := range strings.SplitSeq(text, "\n") {
		if piece = steps.CleanName(piece); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// nameIn is a name as people say it: without a share of time, out of an address, the first name first. Whole says that
// nothing of it was left out.
func (r *reader) nameIn(piece string, t table) (name string, whole bool) {
	piece = strings.TrimPrefix(piece, "@")
	name = strings.Join(strings.Fields(aShare().ReplaceAllString(piece, "")), " ")
	if role := inBracket().FindString(name); role != "" && r.roleOf(strings.Trim(role, " ()[]")) != "" && r.roleOf(name) == "" {
		name = steps.CleanName(strings.TrimSuffix(name, role))
	}
	whole = name == strings.Join(strings.Fields(piece), " ")
	if address := anAddress().FindStringSubmatch(name); address != nil {
		return capitals(strings.FieldsFunc(address[1], func(r rune) bool { return strings.ContainsRune("._-", r) })), whole
	}
	if surname, first, found := strings.Cut(name, ","); found {
		return steps.CleanName(first + " " + surname), whole
	}
	if t.surnameFirst && r.roleOf(name) == "" && r.memberOf(name) == nil {
		name = firstNameFirst(name)
	}
	return name, whole
}

// firstNameFirst takes the last word of a name for the first name.
func firstNameFirst(name string) string {
	words := strings.Fields(name)
	return strings.Join(append(words[len(words)-1:], words[:len(words)-1]...), " ")
}

func capitals(words []string) string {
	for i, word := range words {
		letters := []rune(word)
		letters[0] = unicode.ToUpper(letters[0])
		words[i] = string(letters)
	}
	return strings.Join(words, " ")
}

// findNames finds out, down the columns with names, whether surnames stand first and what a comma stands for.
func (r *reader) findNames(t *table) {
	var pieces []string
	for _, column := range t.columns {
		if column.Field == Owner || column.Field == Backup {
			for _, c := range cellsOf(*t, column.number) {
				pieces = append(pieces, piecesOf(cut(c.Text), true)...)
			}
		}
	}
	alone := map[string]bool{} // what stands before or after a comma, or without one
	for _, piece := range pieces {
		_, first, _ := strings.Cut(piece, ",")
		alone[planfile.Fold(first)] = true
		alone[planfile.Fold(piece)] = true
	}
	inside, reversed := 0, 0
	for _, piece := range pieces {
		if surname, first, found := strings.Cut(piece, ","); found {
			inside += r.commaInside(surname, first, alone)
		} else {
			reversed += r.reversed(piece)
		}
	}
	t.commaInside = inside > 0
	t.surnameFirst = t.commaInside || reversed > 0
}

// commaInside weighs whether a comma stands inside a name, as in "Janssens, Piet" (more than 0), or between two.
func (r *reader) commaInside(before, after string, alone map[string]bool) int {
	const strong = 3
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	surnameFirst := r.memberOf(after+" "+before) != nil || anInitial().MatchString(after) && !anInitial().MatchString(before)
	words := func(text string) int { return len(strings.Fields(text)) }
	switch {
	case surnameFirst:
		return strong
	case strings.Contains(after, ","), r.isMember(before), r.isMember(after), r.words.nobody.are(before), words(after) > 2:
		return -strong
	case r.words.particles.are(strings.Fields(before + " ?")[0]), strings.ContainsAny(before, "'’"):
		return strong
	case words(before) > 1 && words(after) > 1, alone[planfile.Fold(before)]:
		return -strong
	}
	return 0
}

// reversed weighs whether the surname stands first in a name (more than 0), or last.
func (r *reader) reversed(name string) int {
	words := strings.Fields(name)
	switch {
	case len(words) < 2 || r.roleOf(name) != "":
		return 0
	case plain(r.names.find(name)) == plain(name):
		return -1
	case plain(r.names.find(name)) == plain(firstNameFirst(name)), r.words.particles.are(words[0]) && len(words) > 2:
		return 1
	case r.words.particles.are(words[1]):
		return -1
	}
	return 0
}

// roleOf is the role that a text names.
func (r *reader) roleOf(text string) steps.MemberRole {
	for _, role := range steps.MemberRoles {
		if r.words.roles[role].are(text) {
			return role
		}
	}
	const external = steps.MemberRole("external")
	if first, _, _ := strings.Cut(strings.TrimSpace(text), " "); r.words.roles[external].are(first) { // firma X
		return external
	}
	return ""
}

// memberOf is the member whom a name means.
func (r *reader) memberOf(name string) *steps.Member { return r.members[r.names.find(name)] }

// isName says whether a text may be the name of a person or of a role.
func (r *reader) isName(text string) bool {
	const most = 5
	if r.isKnown(text) {
		return true
	}
	words := strings.Fields(text)
	letters := func(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune(" .'’-", c) }
	return len(words) > 0 && len(words) <= most && !r.words.nobody.are(text) && len(text) <= maxMeaning && !strings.ContainsFunc(text, letters) && unicode.IsUpper([]rune(words[0])[0]) &&
		!slices.ContainsFunc(words, r.words.generic.are) && r.groupOf(text) == ""
}

// isMember says whether a text is a member or a role.
func (r *reader) isMember(text string) bool { return r.memberOf(text) != nil || r.roleOf(text) != "" }

// isKnown says whether a text is a member, a role, or a first name and a surname.
func (r *reader) isKnown(text string) bool {
	if r.isMember(text) {
		return true
	}
	words := strings.Fields(text)
	return len(words) > 1 && len(words) < 5 && !slices.ContainsFunc(words, func(word string) bool {
		return r.words.generic.are(word) || !unicode.IsUpper([]rune(word)[0]) && !r.words.particles.are(word) || strings.ContainsFunc(word, unicode.IsDigit)
	})
}

// holdsNames says whether a cell may hold names and nothing else.
func (r *reader) holdsNames(c xlsx.Cell) bool {
	const most = 5
	return c.Kind == xlsx.TextCell && len(c.Text) <= maxMeaning && !slices.ContainsFunc(piecesOf(c.Text, false), func(piece string) bool {
		return len(strings.Fields(piece)) > most
	})
}

// holdsMembers says whether a cell holds members or roles and nothing else.
func (r *reader) holdsMembers(c xlsx.Cell) bool {
	return c.Kind == xlsx.TextCell && len(c.Text) <= maxMeaning && !slices.ContainsFunc(piecesOf(c.Text, false), func(piece string) bool {
		return !r.isMember(piece)
	})
}
