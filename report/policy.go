package report

import (
	"slices"
	"strings"

	"stappenplan/steps"
)

// PolicyPlan is what of a plan can be taken over in the school's ICT policy plan as it is: the team, the tasks,
// the mandates and the agreements, in sentences and tables, and the sheets that stand beside the policy plan.
func PolicyPlan(plan steps.Plan, options Options) Summary {
	a := newAuthor(plan, options)
	words := a.words.Policy
	sections := []Section{
		a.section(SectionTeam, a.teamInWords()...),
		a.section(SectionTasks, a.tasksInWords()...),
		{SectionLevels, string(words.Levels), under(Paragraph(words.Together.Fill("group", a.group())+a.outsourcedToo()), a.askedOfGroup())},
		a.section(SectionSourcing, a.sourced()...),
		a.section(SectionMandates, under(Paragraph(words.Mandates), a.mandates())...),
		a.section(SectionAgreements, under(Paragraph(words.Agreement), a.agreed())...),
		{SectionFindings, string(words.Open), under(Paragraph(words.OpenIntro), a.stillOpen())},
	}
	for _, s := range a.plan.Definitions().Sheets {
		if slices.Contains(s.Steps, steps.Policy) {
			sections = append(sections, a.sheetSection(&s))
		}
	}
	sections = append(sections, a.section(SectionNext, a.evaluatedAgain()...))
	return a.document(a.title(words.Title, words.TitleFor), []Part{{Passages, string(a.words.Parts.Policy), sections}})
}

// teamInWords says who is in the team. It is there in any case, so that the document is never empty.
func (a *author) teamInWords() []Block {
	words, n := a.words.Policy, len(a.plan.Members)
	if n == 0 {
		return []Block{Paragraph(words.NoTeam)}
	}
	sentences := words.Team.For(n)
	planned, available := a.texts.HoursOf(a.capacity.School), a.texts.HoursOf(a.capacity.Given)
	switch {
	case !a.capacity.Known:
	case !a.asked():
		sentences += " " + words.NotAsked.Fill("available", available)
	default:
		said := append([]string{sentences, words.Hours.Fill("planned", planned, "available", available)}, a.texts.HoursNotes(a.capacity)...)
		sentences = strings.Join(said, " ")
	}
	return []Block{Paragraph(sentences), a.memberSums(), a.spare()}
}

// tasksInWords are the tasks the school needs, by group.
func (a *author) tasksInWords() []Block {
	var sentences []string
	counts := steps.Count(a.tasks)
	if counts.Short > 0 {
		sentences = append(sentences, a.words.Policy.Now.For(counts.Short))
		if n := a.neededOfGroup(); n > 0 {
			sentences = append(sentences, a.words.Policy.NowGroup.For(n, "group", a.group()))
		}
	}
	if counts.Long > 0 {
		sentences = append(sentences, a.words.Policy.Later.For(counts.Long))
	}
	if len(sentences) == 0 {
		return nil
	}
	blocks := []Block{Paragraph(strings.Join(sentences, " "))}
	for _, group := range steps.Groups {
		if table := a.taskTable(group); len(table.Rows) > 0 {
			blocks = append(blocks, Heading(a.texts.Group(a.plan, group)), table)
		}
	}
	return blocks
}

// neededOfGroup is how many of the tasks that are needed now lie with the group.
func (a *author) neededOfGroup() (n int) {
	for _, t := range a.tasks {
		if t.InGroup && t.Horizon == steps.Short {
			n++
		}
	}
	return n
}

// outsourcedToo says that not all other tasks are done by the school itself, where that is so.
func (a *author) outsourcedToo() string {
	if !slices.ContainsFunc(a.tasks, func(t steps.Task) bool { return t.Kept && !t.InGroup && t.Sourcing == steps.Outsource }) {
		return ""
	}
	return " " + string(a.words.Policy.Outsourced)
}

// stillOpen is what a reader of the policy plan must know is not settled yet.
func (a *author) stillOpen() (list List) {
	for _, kind := range steps.ByGravity(a.findings) {
		item := Item{Text: a.texts.Plan.Findings[kind.ID].Title.For(len(kind.Findings)) + "."}
		if tasks := a.tasksOf(kind); len(tasks) > 0 {
			item.Text += " " + a.words.Findings.About.Fill("tasks", a.joinTitles(tasks, namedTasks))
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// sourced says how missing expertise is dealt with.
func (a *author) sourced() []Block {
	table := Table{Columns: a.columns("task", "sourcing")}
	for _, t := range a.tasks {
		if t.Advice != "" && t.Sourcing != "" {
			table.Rows = append(table.Rows, []string{a.titles[t.ID], a.texts.Value("sourcing", string(t.Sourcing))})
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Block{Paragraph(a.words.Policy.Sourcing), table}
}

// agreed are the agreements that were made.
func (a *author) agreed() (list List) {
	for _, id := range steps.AgreementIDs {
		if agreement := a.plan.Agreements[id]; agreement.Settled() && !agreement.NotNeeded {
			list.Items = append(list.Items, a.agreement(id))
		}
	}
	return list
}

// evaluatedAgain says when the team is evaluated, where that day is still to come.
func (a *author) evaluatedAgain() []Block {
	date := a.plan.Round.NextEvaluation
	if date == "" || date < a.options.Today {
		return nil
	}
	return []Block{Paragraph(a.words.Policy.Next.Fill("date", a.texts.Date(date)))}
}
