package importing

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Section is a part of what an import changes, in the reader's words.
type Section struct {
	Title string
	Lines []string
}

// Preview says what becomes empty, what changes, and which of it is still a draft, where changes are made to a plan. The error is that
// of the plan, which refuses them.
func Preview(changes []steps.Change, before steps.Plan, texts *assets.Texts) (sections []Section, err error) {
	after, err := before.Apply(steps.Entry{Changes: changes})
	if err != nil {
		return nil, err
	}
	words := texts.Commands.Import
	if before.Archived() && !after.Archived() {
		sections = append(sections, Section{Title: string(words.Revived)})
	}
	differences := texts.Differences(before, after)
	add := func(title assets.Plural, lines []string) {
		if len(lines) > 0 {
			sections = append(sections, Section{title.For(len(lines)), lines})
		}
	}
	losing, other := split(changes)
	add(words.Loses, differences.Lines(losing))
	add(words.Changes, differences.Lines(other))
	add(words.Drafts, texts.NewDrafts(before, after))
	return sections, nil
}

// Loses says whether changes take something away.
func Loses(changes []steps.Change) bool {
	losing, _ := split(changes)
	return len(losing) > 0
}

// split parts changes into what they take away and what they give.
func split(changes []steps.Change) (losing, other []steps.Change) {
	for _, c := range changes {
		if c.Kind == steps.ChangeRemove {
			losing = append(losing, c)
			continue
		}
		loses := func(g steps.Given) bool { return g.Empties() && !g.Signature() }
		gives := func(g steps.Given) bool { return !g.Empties() && !g.Signature() }
		given := c.Given()
		if slices.ContainsFunc(given, loses) {
			losing = append(losing, c.Keeping(func(g steps.Given) bool { return !gives(g) }))
		}
		if slices.ContainsFunc(given, gives) || !slices.ContainsFunc(given, loses) {
			other = append(other, c.Keeping(func(g steps.Given) bool { return !loses(g) }))
		}
	}
	return losing, other
}
