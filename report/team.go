package report

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// hoursInBrief says whether the hours suffice: in a sentence or two, and as a picture where hours are known.
func (a *author) hoursInBrief() []Block {
	sentences := a.hoursInWords()
	switch {
	case !a.capacity.Known && a.capacity.Planned == 0:
		return []Block{sentences}
	case len(a.plan.Members) > drawnMembers:
		return []Block{sentences, a.hours(nil)}
	}
	return []Block{sentences, a.hours(a.plan.Members)}
}

// hoursInWords says in a sentence or two whether the hours suffice.
func (a *author) hoursInWords() Paragraph {
	words := a.words.Hours
	planned, available := a.capacity.Planned, a.capacity.Available
	verdict := words.Exact
	switch known := a.capacity.Known; {
	case !known && planned == 0:
		return Paragraph(words.Unknown)
	case !known:
		verdict = words.NotStated
	case planned == 0:
		verdict = words.NotAsked
	case planned > available:
		verdict = words.Short
	case planned < available:
		verdict = words.Left
	}
	difference := max(planned-available, available-planned)
	sentences := []string{verdict.Fill(
		"planned", a.texts.Number(planned), "available", a.texts.Number(available), "difference", a.texts.Number(difference))}
	if a.capacity.Known && a.plan.School.Hours == nil {
		sentences = append(sentences, string(words.Members))
	}
	if n := a.capacity.School.Unknown; n > 0 {
		sentences = append(sentences, words.Missing.For(n))
	}
	return Paragraph(strings.Join(sentences, " "))
}

// team shows who is in the team, what each carries, and what each may decide.
func (a *author) team() []Block {
	if len(a.plan.Members) == 0 {
		return nil
	}
	blocks := []Block{a.memberTable()}
	if len(a.plan.Members) > drawnMembers {
		blocks = append(blocks, a.hours(a.plan.Members)) // the first page had no room for them
	}
	blocks = append(blocks, under(Heading(a.words.Team.Mandates), a.mandates())...)
	wishes := a.ofMembers(func(m steps.Member) string { return m.Motivation })
	return append(blocks, under(Heading(a.words.Team.Wishes), wishes)...)
}

// memberTable shows who carries how much; where members are called by their roles these need no column.
func (a *author) memberTable() Table {
	fields := []string{"member", "role", "hours"}
	if a.people.InRoles() {
		fields = []string{"member", "hours"}
	}
	table := Table{Columns: append(a.columns(fields...),
		Column{Title: assets.Capital(string(a.words.Team.Owns)), Number: true},
		Column{Title: assets.Capital(string(a.words.Team.StandsIn)), Number: true})}
	owns, standsIn := map[string]int{}, map[string]int{}
	for _, t := range a.tasks {
		if t.InSchool {
			owns[t.Owner]++
			standsIn[t.Backup]++
		}
	}
	for _, m := range a.plan.Members {
		row := []string{assets.Capital(m.Name)}
		if !a.people.InRoles() {
			row = append(row, a.orNone(a.texts.Value("role", string(m.Role))))
		}
		table.Rows = append(table.Rows, append(row, a.number(m.Hours), strconv.Itoa(owns[m.ID]), strconv.Itoa(standsIn[m.ID])))
	}
	return table
}

// hours sets the hours asked of the school and of these members beside those there are.
func (a *author) hours(members []steps.Member) Hours {
	words := a.words.Hours
	h := Hours{Columns: [3]string{assets.Capital(string(words.Whose)), assets.Capital(string(words.Asked)), assets.Capital(string(words.Available))}}
	h.Lines = append(h.Lines, HoursLine{
		string(words.School), a.amount(a.capacity.Planned, true), a.amount(a.capacity.Available, a.capacity.Known),
	})
	for i, m := range members {
		own := a.capacity.Members[i]
		h.Lines = append(h.Lines, HoursLine{assets.Capital(m.Name), a.amount(own.Planned, true), a.amount(own.Available, m.Hours != nil)})
	}
	return h
}

func (a *author) amount(hours steps.Decimal, known bool) Amount {
	if !known {
		return Amount{Text: string(a.texts.Common.None)}
	}
	return Amount{hours, true, a.texts.Number(hours)}
}

func (a *author) mandates() List {
	return a.ofMembers(func(m steps.Member) string { return m.Mandate })
}

// ofMembers lists what is said of each member, of those of whom something is.
func (a *author) ofMembers(what func(steps.Member) string) (list List) {
	for _, m := range a.plan.Members {
		if text := what(m); !steps.Blank(text) {
			list.Items = append(list.Items, Item{Said: []Said{{assets.Capital(m.Name), text}}})
		}
	}
	return list
}

// agreements are the five agreements, once one of them or the team is there.
func (a *author) agreements() (list List) {
	if len(a.plan.Agreements)+len(a.plan.Members) == 0 {
		return list
	}
	for _, id := range steps.AgreementIDs {
		list.Items = append(list.Items, a.agreement(id))
	}
	return list
}

func (a *author) agreement(id steps.AgreementID) Item {
	agreement := a.plan.Agreements[id]
	title := string(a.texts.Plan.Agreements[id].Title)
	if !agreement.Settled() {
		return Item{Lead: title + ".", Text: string(a.words.Team.NotMade)}
	}
	item := Item{}
	if agreement.NotNeeded {
		item.Lead, item.Text = title+".", string(a.words.Team.NotNeeded)
		title = a.column("note")
	}
	if !steps.Blank(agreement.Text) {
		item.Said = []Said{{title, agreement.Text}}
	}
	return item
}

// evaluation is what step 8 brought.
func (a *author) evaluation() (list List) {
	e := a.plan.Evaluation
	said := func(question, text string) {
		if !steps.Blank(text) {
			list.Items = append(list.Items, Item{Said: []Said{{question, text}}})
		}
	}
	chosen := func(question string, names []string) {
		if len(names) > 0 {
			list.Items = append(list.Items, Item{Lead: question, Text: a.joinNames(names)})
		}
	}
	question := func(id string) string { return string(a.texts.Plan.Evaluation[id].Question) }
	said(question("collaboration"), e.Collaboration)
	said(question("composition"), e.Composition)
	chosen(question("present"), each(e.Present, a.name))
	chosen(question("repeat"), each(e.Repeat, a.numberedStep))
	return list
}

// numberedStep is the name of a step after its number.
func (a *author) numberedStep(id steps.StepID) string {
	return a.words.Answers.Step.Fill("n", id.Number(), "step", a.stepName(id))
}
