package spreadsheet

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// readTeam reads the members, of whom the tasks then can speak; those with an id first, since they know who they are.
func (r *reader) readTeam(t *table) {
	if t == nil {
		return
	}
	rows := t.filled(teamColumns)
	for _, withID := range []bool{true, false} {
		for _, row := range rows {
			if (t.at(row, "id").Text != "") == withID {
				r.readMember(t, row)
			}
		}
	}
	r.withoutNamesakes()
}

// withoutNamesakes leaves out the names of other members: who has a name keeps it, also where the cell that says otherwise cannot
// be. Who is not renamed after all has the old name again, so that it is looked at until nobody is left out.
func (r *reader) withoutNamesakes() {
	bad := map[string]bool{}
	for i := range r.team {
		c, can := r.allowed(r.plan, r.team[i])
		r.team[i], bad[c.Member] = c, !can
	}
	for namesakes := bad; len(namesakes) > 0; namesakes = r.namesakes() {
		r.team = slices.DeleteFunc(r.team, func(c cellChange) bool {
			_, known := r.plan.Member(c.Member)
			return namesakes[c.Member] && !known
		})
		for i := range r.team {
			if c := &r.team[i]; namesakes[c.Member] {
				c.Name = steps.Field[string]{}
			}
		}
	}
}

// namesakes are the members who are given a name that another keeps, or is given before them, which is reported.
func (r *reader) namesakes() map[string]bool {
	has, namesakes := map[string]bool{}, map[string]bool{}
	renamed := map[string]bool{}
	for _, c := range r.team {
		m, _ := r.plan.Member(c.Member)
		if name, given := c.Name.Value(); given && planfile.Fold(name) != planfile.Fold(m.Name) {
			renamed[c.Member] = true
		}
	}
	for _, m := range r.plan.Members {
		if !renamed[m.ID] {
			has[planfile.Fold(m.Name)] = true
		}
	}
	for _, c := range r.team {
		name, _ := c.Name.Value()
		switch folded := planfile.Fold(name); {
		case !renamed[c.Member]:
		case has[folded]:
			r.report(c.table, c.table.at(c.row, "name"), "workbook-twice", name, "")
			namesakes[c.Member] = true
		default:
			has[folded] = true
		}
	}
	return namesakes
}

func (r *reader) readMember(t *table, row xlsx.Row) {
	name := t.at(row, "name")
	id, ok := r.memberOf(t, row, name)
	if !ok {
		return
	}
	r.claimed["member "+id] = true
	m, known := r.plan.Member(id)
	change := cellChange{steps.Change{Kind: steps.ChangeMember, Member: id}, t, row}
	if recognised := known && t.at(row, "id").Text == ""; t.has("name") && !recognised && name.Text != planfile.MemberNames(r.plan)[id] {
		change.Name = steps.Set(name.Text)
	}
	r.fields(&change, teamColumns, func(field string) string { return rawMember(m, field) })
	r.team = append(r.team, change)
	r.people.Add(id, name.Text)
	if folded := planfile.Fold(name.Text); r.members[folded] == "" {
		r.members[folded] = id
	}
}

// memberOf says whom a row is about: a member, or one that it adds.
func (r *reader) memberOf(t *table, row xlsx.Row, name xlsx.Cell) (id string, ok bool) {
	given := t.at(row, "id")
	taken := func(id string) bool {
		_, taken := r.plan.Member(id)
		return taken || r.claimed["member "+id]
	}
	switch id = given.Text; {
	case name.Text == "" && (t.has("name") || id == ""):
		r.report(t, name, "workbook-name-missing", "", "")
		return "", false
	case id != "" && !steps.ValidID(id):
		r.report(t, given, "workbook-unknown-id", id, "")
		return "", false
	case id == "":
		if id, ok = r.whoever(t, name); !ok {
			return "", false
		}
		if id == "" {
			id = steps.NewMemberID(name.Text, taken)
		}
	}
	if r.claimed["member "+id] {
		r.report(t, name, "workbook-twice", name.Text, "")
		return "", false
	}
	return id, true
}

// whoever returns the id of the member that a cell means, nothing where it is somebody else. A name that may be that of a member
// is asked about; until then it is not ok.
func (r *reader) whoever(t *table, c xlsx.Cell) (id string, ok bool) {
	name := steps.CleanName(c.Text)
	if id = r.people.Of(name); id != "" {
		return id, true
	}
	var likely []Choice
	var names []string
	for _, id := range r.people.Likely(name) {
		likely, names = append(likely, Choice{id, r.people.Name(id)}), append(names, r.people.Name(id))
	}
	if len(likely) == 0 {
		return "", true
	}
	id, asked := r.settled(WhoIsMeant, t, c, likely, likely[0].ID)
	if !asked {
		r.report(t, c, "workbook-likely-member", name, strings.Join(names, ", "))
	}
	return id, asked
}

// peopleIn are the cells that a cell would be if each of the names in it had one of its own: several only where each of them is,
// or may be, that of a member.
func (r *reader) peopleIn(c xlsx.Cell) []xlsx.Cell {
	whole := []xlsx.Cell{c}
	if len(c.Text) > 4*steps.MaxName || r.knows(c.Text) {
		return whole
	}
	var list []xlsx.Cell
	for _, name := range planfile.NamesIn(c.Text) {
		if !r.knows(name) {
			return whole
		}
		one := c
		one.Text = name
		list = append(list, one)
	}
	if len(list) < 2 {
		return whole
	}
	return list
}

// knows says whether a name is, or may be, that of a member.
func (r *reader) knows(name string) bool {
	return r.people.Of(name) != "" || len(r.people.Likely(name)) > 0
}

// readAbilities reads what the members know and like, of which the tasks are there by now.
func (r *reader) readAbilities(plan steps.Plan) steps.Plan {
	r.abilities = assets.NewAbilityNames(plan, r.languages...)
	abilities := slices.DeleteFunc(slices.Clone(teamColumns), func(c sheetColumn) bool { return c.kind != abilityColumn })
	var list []cellChange
	for _, c := range r.team {
		m, made := plan.Member(c.Member)
		if !made {
			continue
		}
		of := cellChange{steps.Change{Kind: steps.ChangeMember, Member: c.Member}, c.table, c.row}
		r.fields(&of, abilities, func(field string) string { return rawMember(m, field) })
		list = append(list, of)
	}
	return r.checked(plan, list)
}
