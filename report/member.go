package report

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// MemberPages are a page for each member of the team, or for the one that [Options].Member names: what goes with a job
// description. Each page names its member in full, and the others as [Options].Names says.
func MemberPages(plan steps.Plan, options Options) Summary {
	words := options.Texts.For(plan.School.Level).Report.Member
	of := options.Member
	options.Member = ""
	whole := newAuthor(plan, options)
	title := whole.title(words.Pages, words.PagesFor)
	var parts []Part
	var sensitive []string
	for _, m := range plan.Members {
		if of != "" && m.ID != of {
			continue
		}
		options.Member = m.ID
		a := newAuthor(plan, options)
		page := Part{memberPart(m.ID), assets.Capital(a.called(m.ID)), a.memberPage(m.ID)}
		parts, sensitive = append(parts, page), append(sensitive, a.sensitive([]Part{page})...)
		if of != "" {
			title = whole.titleOf(words.Title, words.TitleFor, "member", steps.CleanName(m.Name))
		}
	}
	if len(parts) == 0 {
		parts = whole.onePart(MemberPage, words.Pages, SectionMemberTasks, Paragraph(words.Nobody))
	}
	s := whole.document(title, parts)
	s.Sensitive = sensitive
	return s
}

// memberPart names the page of a member.
func memberPart(member string) PartID { return MemberPage + "-" + PartID(member) }

// memberSection names a section of the page of a member.
func memberSection(section SectionID, page PartID) SectionID {
	return section + SectionID(strings.TrimPrefix(string(page), string(MemberPage)))
}

// titleOf is the name of a document about something, of the school where that has a name.
func (a *author) titleOf(title, titleFor assets.Text, what, about string) string {
	if name := a.plan.School.Name; name != "" {
		return titleFor.Fill("school", name, what, about)
	}
	return title.Fill(what, about)
}

// onePart are the parts of a document that has one section.
func (a *author) onePart(id PartID, title assets.Text, section SectionID, blocks ...Block) []Part {
	return []Part{{id, string(title), []Section{a.section(section, blocks...)}}}
}

// called is a member's name with the role, unless that is what the member is called by.
func (a *author) called(id string) string {
	m, _ := a.plan.Member(id)
	role := a.texts.Value("role", string(m.Role))
	if role == "" || a.people.InRoles() && id != a.options.Member {
		return m.Name
	}
	return a.words.Member.Called.Fill("member", m.Name, "role", role)
}

// memberPage is all that the plan says of what a member does.
func (a *author) memberPage(id string) []Section {
	m, _ := a.plan.Member(id)
	words := a.words.Member
	tasks, standsIn, notes := a.tasksOfMember(id)
	mandate := Block(Paragraph(words.NoMandate))
	if !steps.Blank(m.Mandate) {
		mandate = List{Items: []Item{{Said: []Said{{m.Name, m.Mandate}}}}}
	}
	sections := []Section{
		a.section(SectionMemberHours, Paragraph(a.memberHours(id))),
		a.section(SectionMemberTasks, orSaid(tasks, words.NoTasks)),
		a.section(SectionMemberActions, a.actionsOf(id)),
		a.section(SectionMemberStandsIn, orSaid(standsIn, words.NoStandIn)),
		a.section(SectionMemberMandate, mandate),
		a.section(SectionMemberAgreements, under(Paragraph(a.words.Policy.Agreement), a.agreed())...),
		a.section(SectionMemberNotes, notes),
	}
	for i := range sections {
		sections[i].ID = memberSection(sections[i].ID, memberPart(id)) // several pages are one document
	}
	return sections
}

// orSaid is a table, or what is said where it is empty.
func orSaid(table Table, otherwise assets.Text) Block {
	if len(table.Rows) == 0 {
		return Paragraph(otherwise)
	}
	return table
}

// memberHours says how many hours a member has, and how many the tasks ask.
func (a *author) memberHours(id string) string {
	words := a.words.Member
	var sentences []string
	for _, m := range a.capacity.Members {
		if m.ID != id {
			continue
		}
		given, planned := words.Hours, words.Planned
		if !m.Given.Known() {
			given = words.HoursUnknown
		}
		if owned := m.Owned(); owned.Count == 0 {
			planned = ""
		} else if !owned.Known() {
			planned = words.PlannedUnknown
		}
		sentences = append(sentences, given.Fill("available", a.texts.HoursOf(m.Given)), planned.Fill("planned", a.texts.HoursOf(m.Owned())))
	}
	return strings.TrimSpace(strings.Join(sentences, " "))
}

// ofTeam are the classes of tasks that the team carries.
var ofTeam = []steps.HoursClass{steps.ClassNow, steps.ClassLater, steps.ClassSomeDay, steps.ClassGroupOurs, steps.ClassGroup}

// tasksOfMember are the tasks that take hours of a member with who steps in, those that the member steps in for, and the notes
// of the former.
func (a *author) tasksOfMember(id string) (tasks, standsIn Table, notes List) {
	tasks.Columns, standsIn.Columns = a.columns("task", "horizon", "backup", "hours"), a.columns("task", "owner", "hours")
	together := a.plan.Variant() == steps.GroupVariant
	if together {
		tasks.Columns = slices.Insert(tasks.Columns, levelColumn, a.columns("level")...)
	}
	for _, t := range a.tasks {
		switch {
		case !slices.Contains(ofTeam, t.HoursClass()):
		case t.Owner == id:
			row := []string{
				a.titles[t.ID], a.orNone(a.texts.Value("horizon", string(t.Horizon))), cmp.Or(a.name(t.Backup), string(a.words.Member.NoBackup)), a.number(t.Hours),
			}
			if together {
				row = slices.Insert(row, levelColumn, a.texts.Value("level", string(t.Level)))
			}
			tasks.Rows = append(tasks.Rows, row)
			if !steps.Blank(t.Note) {
				notes.Items = append(notes.Items, Item{Said: []Said{{a.titles[t.ID], t.Note}}})
			}
		case t.Backup == id:
			standsIn.Rows = append(standsIn.Rows, []string{a.titles[t.ID], a.orNone(a.name(t.Owner)), a.number(t.Hours)})
		}
	}
	return tasks, standsIn, notes
}
