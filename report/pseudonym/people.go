// Package pseudonym calls people by their roles or their initials, also in what was written about them. It knows everyone
// who is or was in the team, and finds them in a text by the ways in which people write a name.
package pseudonym

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Names says how people are called in a document.
type Names string

// The values of [Names].
const (
	AsRoles    Names = "roles"    // "teacher 2": numbered only where a role occurs more than once
	AsInitials Names = "initials" // "B.C."
	InFull     Names = "full"
)

// People calls everyone in a plan the way a reader may know them, also in what was written about them.
type People struct {
	names     Names
	named     string // the id of a member who is called by the name in full all the same
	words     assets.ReportPeopleTexts
	labels    map[string]string     // of members, by id
	spoken    map[string]string     // labels with their article, as they stand in a sentence; by label
	spellings map[string][]spelling // by their letters
	keys      []string              // these letters, in order
	small     map[string]bool       // words that were typed in small letters in what is hardly a name
}

// New knows the members of a plan, of the one before (nil where there is none), everyone of earlier, and others who are named
// where a member can be.
func New(names Names, words assets.ReportPeopleTexts, plan steps.Plan, previous *steps.Plan, everyone []steps.Person) People {
	return Naming("", names, words, plan, previous, everyone)
}

// Naming is [New], but for the member with an id, who is called by the name in full: the page that is about someone says who
// that is.
func Naming(member string, names Names, words assets.ReportPeopleTexts, plan steps.Plan, previous *steps.Plan, everyone []steps.Person) People {
	p := People{
		names: names, named: member, words: words, labels: map[string]string{}, spoken: map[string]string{}, spellings: map[string][]spelling{}, small: map[string]bool{},
	}
	members := plan.Members
	if previous != nil {
		members = slices.Concat(members, previous.Members)
	}
	count := p.label(members)
	if p.names == InFull {
		return p
	}
	for _, m := range members {
		p.addName(m.Name, p.labels[m.ID], false)
	}
	for _, one := range everyone {
		label := p.whole(one.Name) // who has a name that is known is no other person
		if label == "" {
			label = p.plain(one.Member)
			if count[label]++; count[label] > 1 {
				label = numbered(label, count[label])
			}
		}
		for _, name := range append(slices.Clone(one.Former), one.Name) {
			p.addName(name, label, true)
		}
	}
	for _, name := range outsiders(plan, previous) { // by the whole of what was typed: that can be a body too
		whole := foldWords(name)
		if _, member := plan.Member(name); !member && len(whole) > 1 && p.whole(name) == "" && !slices.ContainsFunc(whole, namesNobody) {
			p.add(spelling{cmp.Or(p.person(name), string(p.words.Guest)), true, true}, whole)
		}
	}
	p.sort()
	return p
}

// sort makes the spellings ready to be looked up.
func (p *People) sort() { p.keys = slices.Sorted(maps.Keys(p.spellings)) }

// outsiders are the names that stand where others than members can: who took part in an evaluation, who carries out a
// decision, who does an action, and whom the sheets name.
func outsiders(plan steps.Plan, previous *steps.Plan) (names []string) {
	add := func(p steps.Plan) {
		names = append(names, p.Evaluation.Present...)
		for _, r := range p.Resolutions {
			names = append(names, r.Owner)
		}
		for _, a := range p.Actions {
			names = append(names, a.Owner)
		}
		names = append(names, p.NamedInSheets()...)
	}
	if add(plan); previous != nil {
		add(*previous)
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, steps.MemberPrefix) })
}

// label gives each member a name in the document: an own number where two would be called the same. It says how
// many are called so.
func (p *People) label(members []steps.Member) (count map[string]int) {
	base, seen := map[string]string{}, map[string]int{}
	count = map[string]int{}
	for _, m := range members {
		if _, known := base[m.ID]; !known {
			base[m.ID] = p.plain(m)
			count[base[m.ID]]++
		}
	}
	for _, m := range members {
		label := base[m.ID]
		if _, known := p.labels[m.ID]; known {
			continue
		}
		if p.labels[m.ID] = label; count[label] > 1 && p.names != InFull {
			seen[label]++
			p.labels[m.ID] = numbered(label, seen[label])
		}
		if m.ID == p.named {
			p.labels[m.ID] = m.Name
		}
	}
	return count
}

func numbered(label string, n int) string { return label + " " + strconv.Itoa(n) }

// plain is how a member is called without a number.
func (p *People) plain(m steps.Member) string {
	if p.names == InFull {
		return m.Name
	}
	if letters := initials(m.Name); p.names == AsInitials && letters != "" {
		return letters
	}
	label := string(p.words.Member)
	if m.Role != "" {
		label = string(p.words.Roles[m.Role])
	}
	p.spoken[label] = string(p.words.Articles[m.Role]) + " " + label
	return label
}

// whole is the label of who a text is the name of; empty where it is of nobody.
func (p *People) whole(text string) string {
	return p.labelOf(strings.Join(foldWords(text), ""), func(spelling) bool { return true })
}

// InRoles says whether members are called by their roles.
func (p *People) InRoles() bool { return p.names != InFull && p.names != AsInitials }

// InSentence is a label as it stands in a sentence; one with a number needs no article.
func (p *People) InSentence(label string) string {
	return cmp.Or(p.spoken[label], label)
}

// initials are the first letters of the words of a name, in a script that has them: 王 is all of a name.
func initials(name string) (letters string) {
	name = inBrackets().ReplaceAllString(name, " ")
	if last, first, turned := strings.Cut(name, ","); turned {
		name = first + " " + last
	}
	for word := range strings.FieldsSeq(name) {
		switch first, _ := utf8.DecodeRuneInString(word); {
		case isCased(first):
			letters += string(unicode.ToUpper(first)) + "."
		case unicode.IsLetter(first):
			return ""
		}
	}
	return letters
}

// Plan returns a plan in which everyone is called as the reader may know them.
func (p *People) Plan(plan steps.Plan) steps.Plan {
	if p.names == InFull {
		return plan
	}
	plan = plan.RetoldSheets(p.Text)
	for i, m := range plan.Members {
		plan.Members[i] = steps.Retold(steps.MemberFields, m, p.Text)
		plan.Members[i].Name = p.labels[m.ID]
	}
	plan.Answers = each(plan.Answers, func(a steps.Answer) steps.Answer {
		by := p.person(a.By)
		a = steps.Retold(steps.AnswerFields, a, p.Text)
		a.By = by
		return a
	})
	plan.Decisions = each(plan.Decisions, func(d *steps.Decision) *steps.Decision {
		told := steps.Retold(steps.TaskFields, *d, p.Text)
		return &told
	})
	plan.Resolutions = slices.Clone(plan.Resolutions)
	for i, r := range plan.Resolutions {
		plan.Resolutions[i] = steps.Retold(steps.ResolutionFields, r, p.Text)
	}
	plan.Actions = slices.Clone(plan.Actions)
	for i, action := range plan.Actions {
		plan.Actions[i] = steps.Retold(steps.ActionFields, action, p.Text)
	}
	plan.Agreements = each(plan.Agreements, func(a steps.Agreement) steps.Agreement { return steps.Retold(steps.AgreementFields, a, p.Text) })
	plan.Evaluation = steps.Retold(steps.EvaluationFields, plan.Evaluation, p.Text)
	plan.Evaluation.Present = p.present(plan.Evaluation.Present, plan)
	name, group := plan.School.Name, plan.School.Group
	plan.School = steps.Retold(steps.SchoolFields, plan.School, p.Text)
	plan.School.Name, plan.School.Group = name, group
	if plan.OwnCatalogue {
		plan.Catalogue = p.titled(*plan.Catalogue)
	}
	// The names of the school and of its group stay: a school may be called "Basisschool Bart Claes".
	return plan
}

// each makes a map with what becomes of every value.
func each[K comparable, V any](from map[K]V, become func(V) V) map[K]V {
	to := make(map[K]V, len(from))
	for key, value := range from {
		to[key] = become(value)
	}
	return to
}

// titled is a catalogue whose titles name nobody; a document shows no more of it.
func (p *People) titled(c steps.Catalogue) *steps.Catalogue {
	c.Groups, c.Tasks = slices.Clone(c.Groups), slices.Clone(c.Tasks)
	for i := range c.Groups {
		c.Groups[i].Title = each(c.Groups[i].Title, p.Text)
	}
	for i := range c.Tasks {
		c.Tasks[i].Title = each(c.Tasks[i].Title, p.Text)
	}
	return &c
}

// person is how one person is called, a member or not; empty where all there is to say would be the name.
func (p *People) person(name string) string {
	label := p.whole(name)
	if label == "" && p.names == AsInitials {
		return initials(name)
	}
	return label
}

// present keeps the members of a plan, and counts those who cannot be called by their names.
func (p *People) present(names []string, plan steps.Plan) (list []string) {
	others, called := 0, map[string]bool{}
	for _, name := range names {
		label := cmp.Or(p.labels[name], p.person(name))
		switch {
		case label == "" || label == string(p.words.Guest):
			others++
		case !called[label]:
			called[label] = true
			if _, member := plan.Member(name); !member {
				name = label // an id is made of a name
			}
			list = append(list, name)
		}
	}
	if others > 0 {
		list = append(list, p.words.Others.For(others))
	}
	return list
}
