package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
)

// people calls everyone in a plan the way a reader may know them, also in what was written about them.
type people struct {
	names  Names
	words  assets.ReportPeopleTexts
	labels map[string]string // of members, by id
	calls  map[rune][]call   // by the first letter, in small; the longest first
}

// call is one way in which somebody is written.
type call struct {
	words  []string
	folded bool // capitals make no difference
	label  string
}

// newPeople knows the members of a plan and of the one before.
func newPeople(options Options, plan steps.Plan) people {
	p := people{names: options.Names, words: options.Texts.Report.People, labels: map[string]string{}}
	members := plan.Members
	if options.Previous != nil {
		members = slices.Concat(members, options.Previous.Members)
	}
	p.label(members)
	if p.names != NamesInFull {
		p.listen(members)
	}
	return p
}

// inRoles says whether members are called by their roles.
func (p *people) inRoles() bool { return p.names != NamesInFull && p.names != NamesAsInitials }

// label gives each member a name in the document: an own number where two would be called the same.
func (p *people) label(members []steps.Member) {
	var ids []string
	base, count, seen := map[string]string{}, map[string]int{}, map[string]int{}
	for _, m := range members {
		if _, known := base[m.ID]; !known {
			base[m.ID] = p.plain(m)
			count[base[m.ID]]++
			ids = append(ids, m.ID)
		}
	}
	for _, id := range ids {
		label := base[id]
		if count[label] > 1 && p.names != NamesInFull {
			seen[label]++
			label += " " + itoa(seen[label])
		}
		p.labels[id] = label
	}
}

// plain is how a member is called without a number.
func (p *people) plain(m steps.Member) string {
	switch p.names {
	case NamesInFull:
		return m.Name
	case NamesAsInitials:
		if letters := initials(m.Name); letters != "" {
			return letters
		}
	}
	if m.Role == "" {
		return string(p.words.Member)
	}
	return string(p.words.Roles[m.Role])
}

// initials are the first letters of the words of a name.
func initials(name string) (letters string) {
	for word := range strings.FieldsSeq(name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLetter(first) {
			letters += string(unicode.ToUpper(first)) + "."
		}
	}
	return letters
}

// named is a plan in which everyone is called as the reader may know them.
func (p *people) named(plan steps.Plan) steps.Plan {
	if p.names == NamesInFull {
		return plan
	}
	plan.Members = slices.Clone(plan.Members)
	for i, m := range plan.Members {
		plan.Members[i].Name = p.labels[m.ID]
		plan.Members[i].Mandate, plan.Members[i].Motivation = p.in(m.Mandate), p.in(m.Motivation)
	}
	plan.Answers = each(plan.Answers, func(a steps.Answer) steps.Answer {
		a.Note, a.Evidence, a.By = p.in(a.Note), p.in(a.Evidence), p.person(a.By)
		return a
	})
	plan.Decisions = each(plan.Decisions, func(d steps.Decision) steps.Decision {
		d.Title, d.Note = p.in(d.Title), p.in(d.Note)
		return d
	})
	plan.Agreements = each(plan.Agreements, func(a steps.Agreement) steps.Agreement {
		a.Text = p.in(a.Text)
		return a
	})
	e := &plan.Evaluation
	e.Collaboration, e.Composition, e.Present = p.in(e.Collaboration), p.in(e.Composition), p.present(e.Present)
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

// person is how one person is called, a member or not; empty where all there is to say would be the name.
func (p *people) person(name string) string {
	if label, n := p.at(name); n == len(name) {
		return label
	}
	if p.names == NamesAsInitials {
		return initials(name)
	}
	return ""
}

// present keeps members, and counts the others where they cannot be called by their names.
func (p *people) present(names []string) (list []string) {
	others := 0
	for _, name := range names {
		called := name
		if _, member := p.labels[name]; !member {
			called = p.person(name)
		}
		switch {
		case called == "":
			others++
		case !slices.Contains(list, called):
			list = append(list, called)
		}
	}
	if others > 0 {
		list = append(list, p.words.Others.For(others))
	}
	return list
}
