package report

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// hoursInBrief says whether the hours suffice: in a few sentences, and as a picture where hours are known.
func (a *author) hoursInBrief() []Block {
	sentences := a.hoursInWords()
	switch {
	case !a.capacity.Known && !a.asked():
		return []Block{sentences}
	case len(a.plan.Members) > drawnMembers:
		return []Block{sentences, a.hours(nil)}
	}
	return []Block{sentences, a.hours(a.plan.Members)}
}

// asked says whether it is known how many hours tasks at school ask.
func (a *author) asked() bool { return a.capacity.School.Count > 0 && a.capacity.School.Known() }

// hoursInWords says whether the hours suffice, and what is not known of them.
func (a *author) hoursInWords() Paragraph {
	words, school, given := a.words.Hours, a.capacity.School, a.capacity.Given
	verdict := words.Exact
	switch {
	case !given.Known() && !a.asked():
		return Paragraph(words.Unknown)
	case !given.Known():
		verdict = words.NotStated
	case !a.asked():
		verdict = words.NotAsked
	case given.AtLeast():
		verdict = words.InPart
	case school.Hours > given.Hours:
		verdict = words.Short
	case school.Hours < given.Hours:
		verdict = words.Left
	}
	sentences := []string{verdict.Fill(
		"planned", a.texts.HoursOf(school), "available", a.texts.HoursOf(given), "difference", a.difference())}
	if given.Known() && !given.AtLeast() && a.plan.School.Hours == nil {
		sentences = append(sentences, string(words.Members))
	}
	return Paragraph(strings.Join(append(sentences, a.texts.HoursNotes(a.capacity)...), " "))
}

// difference is how many hours there are too few or left: where tasks have no hours, at least or at most so many.
func (a *author) difference() string {
	missing := a.capacity.Planned - a.capacity.Available
	text := a.texts.Number(max(missing, -missing))
	switch {
	case !a.capacity.School.AtLeast():
		return text
	case missing > 0:
		return a.texts.Common.AtLeast.Fill("n", text)
	}
	return a.texts.Common.AtMost.Fill("n", text)
}

// hours sets the hours asked of the school and of these members beside those there are.
func (a *author) hours(members []steps.Member) Hours {
	words := a.words.Hours
	h := Hours{Columns: [3]string{assets.Capital(string(words.Whose)), assets.Capital(string(words.Asked)), assets.Capital(string(words.Available))}}
	h.Lines = append(h.Lines, HoursLine{string(words.School), a.amount(a.capacity.School), a.amount(a.capacity.Given)})
	for i, m := range members {
		own := a.capacity.Members[i]
		h.Lines = append(h.Lines, HoursLine{assets.Capital(m.Name), a.amount(own.Owned()), a.amount(own.Given)})
	}
	return h
}

func (a *author) amount(hours steps.Tally) Amount {
	return Amount{hours.Hours, hours.Known(), a.texts.HoursOf(hours)}
}

// memberTable shows the hours that each member has and carries, with the sums; the tasks at school that nobody owns make the
// hours at school up to those of the school. Where members are called by their roles these need no column.
func (a *author) memberTable() Table {
	words, roles := a.words.Team, !a.people.InRoles()
	table := Table{Columns: a.columns("member")}
	if roles {
		table.Columns = a.columns("member", "role")
	}
	titles := []assets.Text{words.Available, words.AtSchool, words.AtGroup, words.Owns, words.StandsIn}
	atGroup := a.plan.Variant() == steps.GroupVariant
	if !atGroup {
		titles = []assets.Text{words.Available, words.AtSchool, words.Owns, words.StandsIn}
	}
	for _, title := range titles {
		table.Columns = append(table.Columns, numbers(title))
	}
	add := func(name, role string, m steps.MemberCapacity, available string) {
		row := []string{name}
		if roles {
			row = append(row, role)
		}
		row = append(row, available, a.texts.HoursOf(m.School))
		if atGroup {
			row = append(row, a.texts.HoursOf(m.Group))
		}
		table.Rows = append(table.Rows, append(row, strconv.Itoa(m.Owned().Count), strconv.Itoa(m.Backup)))
	}
	for i, m := range a.plan.Members {
		own := a.capacity.Members[i]
		add(assets.Capital(m.Name), a.orNone(a.texts.Value("role", string(m.Role))), own, a.texts.HoursOf(own.Given))
	}
	if len(a.plan.Members) > 0 {
		add(string(words.Together), "", a.capacity.Team, a.texts.HoursOf(a.capacity.Team.Given))
	}
	if unowned := a.capacity.Unowned; unowned.Count > 0 {
		add(string(words.Unowned), "", steps.MemberCapacity{School: unowned}, "")
		last := table.Rows[len(table.Rows)-1]
		if last[len(last)-1] = ""; atGroup { // what is at the group and who stands in is counted with the members
			last[len(last)-3] = ""
		}
	}
	return table
}

// sum is a sum in a table, where what has no hours is counted beside it.
func (a *author) sum(hours steps.Tally) string {
	if !hours.Known() {
		return string(a.texts.Common.Unknown)
	}
	return a.texts.Number(hours.Hours)
}

func numbers(title assets.Text) Column {
	return Column{Title: assets.Capital(string(title)), Number: true}
}

// reckoning shows where the hours come from and where they go: what the means give, and the tasks by class.
func (a *author) reckoning() []Block {
	return append(a.meansReckoned(), a.classesReckoned()...)
}

// meansReckoned is what the lines of means give, and what the school counts on.
func (a *author) meansReckoned() []Block {
	c, words := a.capacity, a.words.Hours
	if len(c.Means) == 0 {
		return nil
	}
	table := Table{Columns: []Column{
		{Title: assets.Capital(string(words.Source))}, numbers(words.Granted), numbers(words.Pooled), numbers(words.Kept),
	}}
	add := func(name string, m steps.MeansHours) {
		row := []string{name}
		for _, hours := range []steps.Decimal{m.Before, m.Pooled, m.Left} {
			row = append(row, a.sum(steps.Tally{Count: 1, Hours: hours, Unknown: map[bool]int{false: 1}[m.Known]}))
		}
		table.Rows = append(table.Rows, row)
	}
	for _, m := range c.Means {
		add(assets.Capital(a.texts.Value("source", string(m.Source))), m)
	}
	add(string(words.Together), c.MeansTotal)
	return []Block{Heading(words.Means), table, Paragraph(a.statedHours())}
}

// statedHours says what the school counts on beside what the means give.
func (a *author) statedHours() string {
	words, stated, total := a.words.Hours, a.plan.School.Hours, a.capacity.MeansTotal
	if stated == nil {
		return string(words.NotTaken)
	}
	text, difference := words.Stated, *stated-total.Left
	switch {
	case !total.Known:
	case difference > 0:
		text = words.StatedMore
	case difference < 0:
		text = words.StatedLess
	}
	return text.Fill("hours", a.texts.Number(*stated), "difference", a.texts.Number(max(difference, -difference)))
}

// classesReckoned are the tasks by where their hours go, with the sums; nothing where nothing was said of any task.
func (a *author) classesReckoned() []Block {
	c, words := a.capacity, a.words.Hours
	table := Table{Columns: []Column{
		{Title: assets.Capital(string(words.Where))}, numbers(words.Tasks), numbers(words.Hours), numbers(words.Without),
	}}
	add := func(name string, sum steps.Tally) {
		if sum.Count > 0 {
			table.Rows = append(table.Rows, []string{name, strconv.Itoa(sum.Count), a.sum(sum), strconv.Itoa(sum.Unknown)})
		}
	}
	for _, class := range c.Classes {
		if class.Class == steps.ClassUndecided && class.Count == c.All.Count {
			return nil
		}
		add(assets.Capital(string(a.texts.Common.HoursClasses[class.Class])), class.Tally)
		switch class.Class {
		case steps.ClassSomeDay:
			add(string(words.AtSchool), c.School)
		case steps.ClassGroup:
			add(string(words.AtGroup), c.Group)
		}
	}
	add(string(words.All), c.All)
	blocks := []Block{Heading(words.Classes), table}
	if c.All.Unknown > 0 {
		blocks = append(blocks, Paragraph(words.Uncounted))
	}
	return blocks
}
