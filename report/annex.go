package report

import (
	"strconv"

	"stappenplan/assets"
	"stappenplan/steps"
)

// annex is everything that was answered and does not stand in full elsewhere.
func (a *author) annex() []Section {
	return []Section{
		a.section(SectionSchool, a.school()...),
		a.section(SectionAnswers, a.answers()...),
		a.section(SectionTaskAnswers, a.taskAnswers()...),
		a.section(SectionSmallDifferences, a.smallDifferences()...),
	}
}

// labelled collects facts, most of them as "label: value".
type labelled struct {
	author *author
	facts  []string
}

// add adds the value of a field, unless it is empty.
func (l *labelled) add(field, value string) {
	if value != "" {
		l.facts = append(l.facts, l.author.texts.Field(field)+": "+value)
	}
}

func (l *labelled) value(field, value string) { l.add(field, l.author.texts.Value(field, value)) }

// plain adds a value that needs no label.
func (l *labelled) plain(field, value string) {
	if value != "" {
		l.facts = append(l.facts, l.author.texts.Value(field, value))
	}
}

func (l *labelled) number(field string, n *steps.Decimal) {
	if n != nil {
		l.add(field, l.author.texts.Number(*n))
	}
}

func (l *labelled) yesNo(field string, yes *bool) {
	if yes != nil {
		l.add(field, l.author.yesNo(*yes))
	}
}

// school is the profile of the school and of the round.
func (a *author) school() []Block {
	school, round := a.plan.School, a.plan.Round
	l := labelled{author: a}
	l.add("name", school.Name)
	l.value("school_level", string(school.Level))
	l.value("group_kind", string(school.GroupKind))
	l.add("school_group", school.Group)
	if school.Pupils != nil {
		l.add("pupils", strconv.Itoa(*school.Pupils))
	}
	l.number("hours", school.Hours)
	l.add("opened", a.texts.Date(round.Opened))
	l.add("next_evaluation", a.texts.Date(round.NextEvaluation))
	if len(round.Again) > 0 {
		l.add("again", a.listed(a.stepNames(round.Again)))
	}
	var list List
	for _, fact := range l.facts {
		list.Items = append(list.Items, Item{Text: assets.Capital(fact)})
	}
	for i, m := range school.Means {
		list.Items = append(list.Items, Item{Lead: a.words.Answers.Means.Fill("n", i+1) + ".", Text: a.means(m)})
	}
	if a.plan.OwnCatalogue {
		list.Items = append(list.Items, Item{Text: string(a.words.Answers.Catalogue)})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

// means is one line behind the school's hours.
func (a *author) means(m steps.Means) string {
	l := labelled{author: a}
	l.value("source", string(m.Source))
	l.number("amount", m.Amount)
	l.number("per_fulltime", m.PerFulltime)
	l.number("week", m.Week)
	l.number("pooled", m.Pooled)
	return sentence(l.facts)
}

// answers are the answers to the eight steps with their notes and evidence.
func (a *author) answers() (blocks []Block) {
	for _, step := range steps.Tree {
		answer, answered := a.plan.Answers[step.ID]
		if !answered {
			continue
		}
		blocks = append(blocks, Heading(a.words.Answers.Step.Fill("n", step.Number, "step", a.stepName(step.ID))),
			Paragraph(a.words.Answers.Question.Fill("question", a.texts.Question(step.ID, a.plan))))
		blocks = append(blocks, a.answer(answer))
	}
	return blocks
}

func (a *author) answer(answer steps.Answer) (list List) {
	l := labelled{author: a}
	l.value("choice", string(answer.Choice))
	l.add("by", answer.By)
	if !answer.At.IsZero() {
		l.add("at", a.texts.Date(steps.DateOf(answer.At)))
	}
	if len(l.facts) > 0 {
		list.Items = append(list.Items, Item{Text: sentence(l.facts)})
	}
	for _, said := range a.saidOf([]string{"note", "evidence"}, []string{answer.Note, answer.Evidence}) {
		list.Items = append(list.Items, Item{Said: []Said{said}})
	}
	return list
}

// saidOf are the texts of fields that hold something.
func (a *author) saidOf(fields, texts []string) (said []Said) {
	for i, text := range texts {
		if !steps.Blank(text) {
			said = append(said, Said{a.column(fields[i]), text})
		}
	}
	return said
}

// taskAnswers is everything that was said of each task.
func (a *author) taskAnswers() []Block {
	var list List
	for _, t := range a.tasks {
		if _, said := a.plan.Decisions[t.ID]; said {
			list.Items = append(list.Items, a.taskAnswer(t))
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

func (a *author) taskAnswer(t steps.Task) Item {
	d := t.Decision
	l := labelled{author: a}
	l.value("group", string(d.Group))
	l.plain("relevance", string(d.Relevance))
	l.plain("horizon", string(d.Horizon))
	l.value("level", string(d.Level))
	l.yesNo("scale", d.Scale)
	l.yesNo("specialist", d.Specialist)
	l.yesNo("local", d.Local)
	l.yesNo("feedback", d.Feedback)
	l.value("expertise", string(d.Expertise))
	l.yesNo("strategic", d.Strategic)
	l.yesNo("technical", d.Technical)
	l.value("sourcing", string(d.Sourcing))
	l.add("owner", a.name(d.Owner))
	l.add("backup", a.name(d.Backup))
	l.number("hours", d.Hours)
	return Item{Lead: stopped(a.titles[t.ID]), Text: sentence(l.facts), Said: a.saidOf([]string{"note"}, []string{d.Note})}
}

// sentence makes a line of facts.
func sentence(facts []string) string {
	text := ""
	for i, fact := range facts {
		if i > 0 {
			text += " · "
		}
		text += fact
	}
	return assets.Capital(text)
}
