package report

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// BoardMinutes is the extract of what the board decided, to take over in its minutes: the decisions of the newest day, or
// those of the round of which the day is not known.
func BoardMinutes(plan steps.Plan, options Options) Summary {
	a := newAuthor(plan, options)
	words := a.words.Minutes
	return a.document(a.title(words.Title, words.TitleFor), a.onePart(Minutes, words.Part, SectionTaken, a.minutes()...))
}

func (a *author) minutes() []Block {
	words, taken := a.words.Minutes, a.ofLastMeeting()
	if len(taken) == 0 {
		return []Block{Paragraph(words.None)}
	}
	intro := string(words.Undated)
	if day := taken[0].On; day != "" {
		intro = words.On.Fill("date", a.texts.Date(day))
	}
	list := List{Numbered: true, Items: each(taken, a.minute)}
	return []Block{Paragraph(intro), list, Room{string(a.words.Weighing.Signature), 1}}
}

// ofLastMeeting are the decisions of one meeting: those of the newest day, else those without a day. Where that day is of an
// earlier round, what was decided in this one comes first.
func (a *author) ofLastMeeting() []steps.TakenDecision {
	taken := a.plan.TakenDecisions(a.options.Today)
	var newest steps.Date
	earlier, undated := false, false
	for _, t := range taken {
		if t.On > newest {
			newest, earlier = t.On, t.Round != nil && *t.Round != a.plan.Round.Number
		}
		undated = undated || t.On == ""
	}
	if earlier && undated {
		newest = ""
	}
	return slices.DeleteFunc(taken, func(t steps.TakenDecision) bool { return t.On != newest })
}

// minute is a decision, what was made of it, and who carries it out by when.
func (a *author) minute(t steps.TakenDecision) Item {
	sentences := []string{assets.Capital(a.texts.Value("outcome", string(t.Outcome))) + "."}
	if t.Outcome == steps.Approved || t.Outcome == steps.Amended {
		sentences = append(sentences, a.execution(t.Resolution))
	}
	title := cmp.Or(a.plan.Wording(t.Decision), a.inShort(t.Decision))
	if t.Decision.PerTask() && len(t.Decision.Tasks) > 1 {
		title = string(a.texts.Plan.Decisions[t.Decision.Kind]) + ": " + a.joinTitles(a.taskTitles(t.Decision.Tasks), 0)
	}
	item := Item{Lead: withFullStop(assets.Capital(title)), Text: strings.Join(sentences, " ")}
	if !steps.Blank(t.Note) {
		item.Said = []Said{{a.column("note"), t.Note}}
	}
	item.Said = append(item.Said, a.actionsFor(t.Decision)...)
	return item
}

// execution says who carries a decision out, and by when.
func (a *author) execution(r steps.Resolution) string {
	words, owner := a.words.Minutes, a.texts.Whoever(a.plan, r.Owner)
	switch {
	case owner != "" && r.Due != "":
		return words.OwnerDue.Fill("owner", owner, "date", a.texts.Date(r.Due))
	case owner != "":
		return words.Owner.Fill("owner", owner)
	case r.Due != "":
		return words.Due.Fill("date", a.texts.Date(r.Due))
	}
	return string(words.NoOwner)
}
