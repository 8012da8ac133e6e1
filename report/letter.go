package report

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// GroupLetter is a letter to the school's group: who the school is, what it asks and what it brings. Where the group is the
// board, it speaks of what happens within it.
func GroupLetter(plan steps.Plan, options Options) Summary {
	a := newAuthor(plan, options)
	words := a.words.Letter
	if a.plan.School.GroupKind == steps.NoGroup {
		return a.document(a.title(words.Part, words.PartFor), a.onePart(Letter, words.Part, SectionLetterWho, Paragraph(words.NoGroup)))
	}
	title := a.titleOf(words.Title, words.TitleFor, "group", a.group())
	return a.document(title, []Part{{Letter, words.To.Fill("head", a.head(), "group", a.group()), []Section{
		a.section(SectionLetterWho, Paragraph(a.introduced())),
		a.section(SectionLetterAsk, a.asksOfGroup()...),
		a.section(SectionLetterBring, a.brings()...),
		a.section(SectionLetterContact, Paragraph(words.Contact.Fill("who", a.contact())), Room{string(words.Reach), 1}),
		a.section(SectionLetterSign, Room{string(words.Date), 1}, Room{string(words.Signature), 1}),
	}}})
}

// withinOr is the first text in a school whose group is its board, and the second in any other.
func (a *author) withinOr(within, with assets.Text) string {
	text := with
	if a.plan.School.GroupKind == steps.SchoolGroup {
		text = within
	}
	return text.Fill("group", a.group())
}

// introduced says who the school is, and how far it is.
func (a *author) introduced() string {
	words, school := a.words.Letter, a.plan.School
	sentences := []string{a.withinOr(words.IntroWithin, words.Intro)}
	var facts []string
	if school.Level != "" {
		facts = append(facts, a.texts.Value("school_level", string(school.Level)))
	}
	if school.Pupils != nil {
		facts = append(facts, a.words.Pupils.For(*school.Pupils))
	}
	if len(facts) > 0 {
		sentences = append(sentences, words.School.Fill("facts", a.joinNames(facts)))
	}
	if n := len(a.plan.Members); n > 0 {
		sentences = append(sentences, words.Team.For(n))
	}
	if a.capacity.Known {
		sentences = append(sentences, string(a.hoursInWords()))
	}
	return strings.Join(append(sentences, a.stage()), " ")
}

// stage says how far the school is, without what is missing there.
func (a *author) stage() string {
	if id := a.plan.Current(); id != "" && a.plan.Begun() {
		return a.words.Standing.At.Fill("n", id.Number(), "step", a.stepName(id))
	}
	return a.standing()
}

// asksOfGroup are the tasks that the school wants at its group, those of which working together is advisable, and what is
// decided or to be decided about pooling.
func (a *author) asksOfGroup() (blocks []Block) {
	words := a.words.Letter
	if tasks := a.askedOfGroup(); a.plan.Variant() == steps.GroupVariant && len(tasks.Items) > 0 {
		blocks = append(blocks, Paragraph(a.withinOr(words.TasksWithin, words.Tasks)), tasks)
	}
	blocks = append(blocks, under(Paragraph(a.withinOr(words.FeedbackWithin, words.Feedback)), a.feedbackTasks())...)
	var asked, taken List
	for _, d := range a.plan.BoardDecisions(a.options.Today) {
		if aboutPooling(d.Kind) {
			asked.Items = append(asked.Items, a.decision(d))
		}
	}
	for _, r := range a.plan.Resolutions {
		if d := r.Decision(); aboutPooling(d.Kind) && (r.Outcome == steps.Approved || r.Outcome == steps.Amended) {
			taken.Items = append(taken.Items, Item{Lead: withFullStop(assets.Capital(a.inShort(d))), Text: assets.Capital(a.texts.Value("outcome", string(r.Outcome))) + "."})
		}
	}
	blocks = append(blocks, under(Paragraph(words.Asked), asked)...)
	blocks = append(blocks, under(Paragraph(words.Taken), taken)...)
	if len(blocks) == 0 {
		return []Block{Paragraph(words.Nothing)}
	}
	return blocks
}

func aboutPooling(kind steps.BoardDecisionID) bool {
	return kind == steps.DiscussPooling || kind == steps.JoinMeans
}

// brings are the means and the hours that the school puts in.
func (a *author) brings() []Block {
	words := a.words.Letter
	var list List
	for i, m := range a.plan.School.Means {
		if hours := a.capacity.Means[i]; hours.Known && hours.Pooled > 0 {
			text := words.Means.Fill("hours", a.texts.Number(hours.Pooled), "source", a.texts.Value("source", string(m.Source)))
			list.Items = append(list.Items, Item{Text: text})
		}
	}
	if ours := a.capacity.Team.Group; ours.Count > 0 {
		list.Items = append(list.Items, Item{Text: words.Ours.For(ours.Count, "hours", a.texts.HoursOf(ours))})
	}
	if len(list.Items) == 0 {
		return []Block{Paragraph(words.NoMeans)}
	}
	return []Block{list}
}

// headOfSchool is the role of who answers for a school.
const headOfSchool steps.MemberRole = "director"

// contact is who answers for the school: the ICT coordinator, else the head.
func (a *author) contact() string {
	for _, role := range []steps.MemberRole{steps.ICTCoordinator, headOfSchool} {
		for _, m := range a.plan.Members {
			if m.Role == role {
				return a.called(m.ID)
			}
		}
	}
	return string(a.words.People.Roles[headOfSchool])
}
