package report

import (
	"slices"
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
	case len(a.plan.Members) > drawnMembers, !a.owned():
		return []Block{sentences, a.hours(nil)}
	}
	return []Block{sentences + a.unowned(), a.hours(a.plan.Members), a.spare()}
}

// asked says whether it is known how many hours tasks at school ask.
func (a *author) asked() bool { return a.capacity.School.Known() }

// owned says whether any member owns a task at school or at the group: until then the hours of each say nothing.
func (a *author) owned() bool { return a.capacity.Team.Owned().Count > 0 }

// hoursInWords says whether the hours suffice, and what is not known of them.
func (a *author) hoursInWords() Paragraph {
	words, school, given := a.words.Hours, a.capacity.School, a.capacity.Given
	beyond, verdict := school.Beyond(given), words.Exact
	switch {
	case !given.Known() && !a.asked():
		return Paragraph(words.Unknown)
	case !given.Known():
		verdict = words.NotStated
	case !a.asked():
		verdict = words.NotAsked
	case given.Unknown > 0:
		verdict = words.InPart
	case beyond.Certain():
		verdict = words.Short
	case beyond.Hours < 0:
		verdict, beyond = words.Left, beyond.Opposite()
	case beyond.Bound == steps.AtLeast:
		verdict = words.AtLeast
	}
	sentences := []string{verdict.Fill(
		"planned", a.texts.HoursOf(school), "available", a.texts.HoursOf(given), "difference", a.texts.Quantity(beyond))}
	if given.Known() && given.Unknown == 0 && a.plan.School.Hours == nil {
		sentences = append(sentences, string(words.Members))
	}
	return Paragraph(strings.Join(append(sentences, a.texts.HoursNotes(a.capacity)...), " "))
}

// hours sets the hours asked of the school and of these members beside those there are.
func (a *author) hours(members []steps.Member) Hours {
	words := a.words.Hours
	h := Hours{Columns: [3]string{assets.Capital(string(words.Whose)), assets.Capital(string(words.Asked)), assets.Capital(string(words.Available))}}
	h.Lines = append(h.Lines, HoursLine{string(words.School), a.amount(a.capacity.School), a.given(a.capacity.Given)})
	for i, m := range members {
		own := a.capacity.Members[i]
		h.Lines = append(h.Lines, HoursLine{assets.Capital(m.Name), a.amount(own.Owned()), a.given(own.Given)})
	}
	if slices.ContainsFunc(h.Lines, HoursLine.short) {
		h.Short = assets.Capital(string(words.TooFew))
	}
	return h
}

// unowned says, after other sentences, what makes the hours asked of the members up to those asked of the school.
func (a *author) unowned() Paragraph {
	unowned := a.capacity.Unowned
	if unowned.Count == 0 || !unowned.Known() {
		return ""
	}
	return Paragraph(" " + a.words.Hours.Unowned.For(unowned.Count, "hours", a.texts.HoursOf(unowned)))
}

// spare says how the hours of the members differ from those of the school, where both are shown.
func (a *author) spare() Paragraph { return Paragraph(a.texts.HoursSpare(a.capacity)) }

// given is a sum of hours that there are, which nothing goes beyond while some of them are not filled in.
func (a *author) given(hours steps.Tally) Amount {
	amount := a.amount(hours)
	amount.Known = hours.Unknown == 0
	return amount
}

func (a *author) amount(hours steps.Tally) Amount {
	return Amount{hours.Hours, hours.Known(), a.texts.HoursOf(hours)}
}

// memberSums are the members with the sums of what they have and carry. The tasks at school that nobody owns make the hours
// at school up to those of the school.
func (a *author) memberSums() Table {
	words, table := a.words.Team, a.memberTable()
	table.Rows = append(table.Rows, a.memberRow(string(words.Together), "", a.capacity.Team))
	if unowned := a.capacity.Unowned; unowned.Count > 0 {
		row := a.memberRow(string(words.Unowned), "", steps.MemberCapacity{School: unowned})
		owns := len(row) - 2
		school := owns - 1
		if a.plan.Variant() == steps.GroupVariant {
			school--
		}
		for i := range row[1:] { // the rest is counted with the members
			if at := i + 1; at != school && at != owns {
				row[at] = ""
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// memberTable shows the hours that each member has and carries. Where members are called by their roles these need no
// column.
func (a *author) memberTable() Table {
	words := a.words.Team
	table := Table{Columns: a.columns("member")}
	if !a.people.InRoles() {
		table.Columns = a.columns("member", "role")
	}
	table.Columns = append(table.Columns, numbers(words.Available), numbers(words.AtSchool))
	if a.plan.Variant() == steps.GroupVariant {
		table.Columns = append(table.Columns, numbers(words.AtGroup))
	}
	table.Columns = append(table.Columns, numbers(words.Owns), numbers(words.StandsIn))
	for i, m := range a.plan.Members {
		role := a.orNone(a.texts.Value("role", string(m.Role)))
		table.Rows = append(table.Rows, a.memberRow(assets.Capital(m.Name), role, a.capacity.Members[i]))
	}
	return table
}

func (a *author) memberRow(name, role string, m steps.MemberCapacity) []string {
	row := []string{name}
	if !a.people.InRoles() {
		row = append(row, role)
	}
	row = append(row, a.texts.HoursOf(m.Given), a.texts.HoursOf(m.School))
	if a.plan.Variant() == steps.GroupVariant {
		row = append(row, a.texts.HoursOf(m.Group))
	}
	return append(row, strconv.Itoa(m.Owned().Count), strconv.Itoa(m.Backup))
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

// reckoning shows where the hours come from and where they go: what the means give, the tasks by class, and who carries
// them. The first page and the team have their numbers from here.
func (a *author) reckoning() []Block {
	blocks := append(a.meansReckoned(), a.classesReckoned()...)
	if len(a.plan.Members) > 0 {
		blocks = append(blocks, Heading(a.words.Hours.Carried), a.memberSums(), a.spare())
	}
	return blocks
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
		unknown := string(a.texts.Common.Unknown)
		row := []string{name, unknown, unknown, unknown}
		if m.Known {
			row = []string{name, a.texts.Number(m.Before), a.texts.Number(m.Pooled), a.texts.Number(m.Left)}
		}
		table.Rows = append(table.Rows, row)
	}
	for _, m := range c.Means {
		add(assets.Capital(a.texts.Value("source", string(m.Source))), m)
	}
	add(string(words.Together), c.MeansTotal)
	if !c.MeansTotal.Known && !slices.ContainsFunc(c.Means, func(m steps.MeansHours) bool { return !m.Known }) {
		together, beyond := table.Rows[len(table.Rows)-1], a.texts.Common.MoreThan.Fill("n", a.texts.Number(steps.MaxSchoolHours))
		together[1], together[3] = beyond, beyond // more than a school can have
	}
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
		case steps.ClassDropped, steps.ClassNotHere:
			if class.Count > 0 && !class.Known() {
				table.Rows[len(table.Rows)-1][2] = string(a.texts.Common.None) // hours that nobody asks for
			}
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
