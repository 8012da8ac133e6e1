package report

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// detail is the part behind the first page.
func (a *author) detail() []Section {
	return []Section{
		a.section(SectionWeighing, a.weighing()...),
		a.section(SectionActions, a.actions()...),
		a.section(SectionAdvice, a.advice()...),
		a.section(SectionFindings, a.allFindings()),
		a.section(SectionTasks, a.overview()...),
		a.section(SectionLevels, a.levels()...),
		a.section(SectionSourcing, a.sourcing()...),
		a.section(SectionTeam, a.team()...),
		a.section(SectionAgreements, a.agreements()),
		a.section(SectionEvaluation, a.evaluation()),
		a.section(SectionFeedback, a.feedback()...),
		a.section(SectionDifferences, a.differences()...),
	}
}

// advice is what the step plan says to do first and what this program adds, by role, while the plan is held up by a no. The duty to
// have a policy plan stands before what else there is to know of it.
func (a *author) advice() []Block {
	advice := a.plan.Advice()
	if len(advice) == 0 {
		return nil
	}
	step := advice[0].Step
	var list List
	for _, one := range advice {
		said := a.texts.AdviceLines(one, a.plan)
		sentences := slices.DeleteFunc([]string{said.Advised, said.First}, func(text string) bool { return text == "" })
		if said.Also != "" {
			sentences = append(sentences, a.words.Advice.Also.Fill("also", assets.LowerFirst(strings.TrimSpace(said.Know+" "+said.Also))))
		}
		list.Items = append(list.Items, Item{
			Lead: string(a.texts.Plan.Roles[one.Role]) + ".", Text: strings.Join(sentences, " "),
		})
	}
	return under(Paragraph(a.words.Advice.Intro.Fill("n", step.Number(), "step", a.stepName(step))), list)
}

// namedInDetail is how many tasks a finding names where there is room; the task overview has them all.
const namedInDetail = 24

// allFindings lists the findings that the first page does not say, or not in full; the gravest kind first.
func (a *author) allFindings() (list List) {
	said := len(a.gravestKinds())
	for i, kind := range steps.ByGravity(a.findings) {
		if tasks := len(a.tasksOf(kind)); i >= said || cutShort(tasks, namedTasks) || cutShort(len(kind.Findings)-tasks, namedTasks) {
			list.Items = append(list.Items, a.findingKind(kind, namedInDetail))
		}
	}
	return list
}

// overview is the task overview made to measure: by group, then by horizon.
func (a *author) overview() []Block {
	counts := steps.Count(a.tasks)
	words := a.words.Tasks
	said := words.Counts.Fill("total", counts.Total, "decided", counts.Decided) + " " +
		words.Kept.Fill("short", counts.Short, "long", counts.Long, "dropped", counts.Dropped)
	if counts.NotHere > 0 {
		said += " " + words.NotHere.For(counts.NotHere)
	}
	blocks := []Block{Paragraph(said)}
	of, open := steps.CountByGroup(a.tasks), []string{}
	for _, group := range steps.Groups {
		title := a.texts.Group(a.plan, group)
		if said := a.overviewOf(group); len(said) > 0 {
			blocks = append(append(blocks, Heading(title)), said...)
		} else if of[group].Total > 0 {
			open = append(open, title)
		}
	}
	if len(blocks) == 1 {
		return nil // nothing was said of any task
	}
	above := []Block{a.bars()}
	if len(open) > 0 {
		above = append(above, Paragraph(words.Open.Fill("groups", a.joinTitles(open, 0))))
	}
	return slices.Insert(blocks, 1, above...)
}

// bars counts the tasks that apply by group and by when they are needed; groups of which none does are left out.
func (a *author) bars() Bars {
	var bars Bars
	for _, horizon := range []steps.Horizon{steps.Short, steps.Long, steps.Dropped} {
		bars.Legend = append(bars.Legend, a.texts.Value("horizon", string(horizon)))
	}
	counts := steps.CountByGroup(a.tasks)
	for _, group := range steps.Groups {
		if n := counts[group]; n.Short+n.Long+n.Dropped > 0 {
			bars.Lines = append(bars.Lines, BarsLine{a.texts.Group(a.plan, group), []int{n.Short, n.Long, n.Dropped}})
		}
	}
	return bars
}

// overviewOf is the overview of one group of tasks; nothing where nothing was said of any of them.
func (a *author) overviewOf(group steps.GroupID) (blocks []Block) {
	var said, now, later, dropped, notHere, undecided int
	for _, t := range a.tasks {
		if t.Group != group {
			continue
		}
		if t.Relevance != "" {
			said++
		}
		switch {
		case t.Relevance == steps.DoesNotApply:
			notHere++
		case t.Horizon == steps.Short && t.Kept:
			now++
		case t.Horizon == steps.Long && t.Kept:
			later++
		case t.Horizon == steps.Dropped && t.Relevance != "":
			dropped++
		default:
			undecided++
		}
	}
	if said == 0 {
		return nil
	}
	if now > 0 {
		blocks = append(blocks, a.taskTable(group))
	}
	words := a.words.Tasks
	var others []string
	for _, count := range []struct {
		n     int
		words assets.Plural
	}{{later, words.Later}, {dropped, words.Dropped}, {notHere, words.NotHere}, {undecided, words.Undecided}} {
		if count.n > 0 {
			others = append(others, count.words.For(count.n))
		}
	}
	if len(others) > 0 {
		blocks = append(blocks, Paragraph(strings.Join(others, " ")))
	}
	return blocks
}

// levelColumn is the index of the column with the level of a task, where not all are the school's.
const levelColumn = 1

// parted says whether some tasks are not the school's own: it works together with its group, or outsources.
func (a *author) parted() bool {
	outsourced := func(t steps.Task) bool { return t.HoursClass() == steps.ClassOutsource }
	return a.plan.Variant() == steps.GroupVariant || slices.ContainsFunc(a.tasks, outsourced)
}

// where is where a task is done. One that is outsourced is not done by the school, whoever follows it up.
func (a *author) where(t steps.Task) string {
	level, outsourced := a.texts.Value("level", string(t.Level)), string(a.texts.Common.HoursClasses[steps.ClassOutsource])
	switch {
	case t.HoursClass() != steps.ClassOutsource:
		return level
	case t.InGroup:
		return level + string(a.words.List.Names) + outsourced
	}
	return outsourced
}

// taskTable is the table of the tasks of a group that are needed now; the annex has all.
func (a *author) taskTable(group steps.GroupID) Table {
	parted := a.parted()
	fields := []string{"task", "owner", "backup", "hours"}
	if parted {
		fields = slices.Insert(fields, levelColumn, "level")
	}
	table := Table{Columns: a.columns(fields...)}
	table.Columns[0].Title = assets.Capital(a.texts.Value("horizon", string(steps.Short)))
	for _, t := range a.tasks {
		if t.Kept && t.Group == group && t.Horizon == steps.Short {
			table.Rows = append(table.Rows, a.taskRow(t, parted))
		}
	}
	return table
}

func (a *author) taskRow(t steps.Task, parted bool) []string {
	row := []string{a.titles[t.ID], a.orNone(a.name(t.Owner)), a.orNone(a.name(t.Backup)), a.number(t.Hours)}
	if parted {
		row = slices.Insert(row, levelColumn, a.where(t))
	}
	return row
}

// levels says what the school asks of its group, where the two work together; all else it does itself.
func (a *author) levels() []Block {
	kept := func(t steps.Task) bool { return t.Kept }
	if a.plan.Variant() != steps.GroupVariant || !slices.ContainsFunc(a.tasks, kept) {
		return nil
	}
	asked := a.askedOfGroup()
	if len(asked.Items) == 0 {
		return []Block{Paragraph(a.words.Levels.None.Fill("group", a.group()))}
	}
	return []Block{Paragraph(a.words.Levels.Asked.Fill("group", a.group())), asked}
}

// askedOfGroup lists the kept tasks at the level of the group, one item a group of tasks.
func (a *author) askedOfGroup() (list List) {
	for _, group := range steps.Groups {
		var titles []string
		for _, t := range a.tasks {
			if t.InGroup && t.Group == group {
				titles = append(titles, a.titles[t.ID])
			}
		}
		if len(titles) > 0 {
			list.Items = append(list.Items, Item{Lead: withFullStop(a.texts.Group(a.plan, group)), Text: a.joinTitles(titles, 0)})
		}
	}
	return list
}

// sourcing sets the advice for every task whose expertise is missing beside the decision. What the advice rests on stands above
// the table, so that no end of a page parts it from what it explains.
func (a *author) sourcing() []Block {
	table := Table{Columns: a.columns("task", "advice", "sourcing")}
	var reasons List
	told := map[string]bool{}
	for _, t := range a.tasks {
		if t.Advice == "" {
			continue
		}
		decision := cmp.Or(a.texts.Value("sourcing", string(t.Sourcing)), string(a.words.Tasks.NoDecision))
		table.Rows = append(table.Rows, []string{a.titles[t.ID], a.texts.SourcingAdviceShort(t), decision})
		if reason := a.texts.SourcingAdvice(t); !told[reason] {
			told[reason] = true
			reasons.Items = append(reasons.Items, Item{Lead: withFullStop(assets.Capital(a.texts.SourcingAdviceShort(t))), Text: reason})
		}
	}
	return []Block{reasons, table}
}

// feedback is the list for the head of the group.
func (a *author) feedback() []Block {
	return under(Paragraph(a.words.Tasks.Feedback), a.feedbackTasks())
}

func (a *author) feedbackTasks() (list List) {
	for _, title := range a.taskTitles(a.plan.Feedback()) {
		list.Items = append(list.Items, Item{Text: title})
	}
	return list
}
