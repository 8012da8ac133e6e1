package page

import (
	"slices"

	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// importPeoplePage lists the people whom a list names: who is a member, who is new, and who is nobody.
func importPeoplePage(f screen.Frame) sheet {
	i, w := f.Import, f.Texts.Importing
	fields := []field{actionField("next", string(w.ToPreview), screen.Show(screen.Place{Kind: screen.ImportPreview})), gap(), paragraph(f, f.Look.Muted, string(w.PeopleWhat))}
	add := func(name, rows, who string) {
		const width = 28
		row := actionField("person:"+name, screen.Fit(screen.OneLine(name), min(width, f.Width/3))+" ", screen.Show(screen.Place{Kind: screen.ImportPerson, ID: name}))
		row.Value = f.Look.Muted.On(screen.Fit(rows, 5)) + who
		fields = append(fields, row)
	}
	for _, p := range i.List.People {
		add(p.Name, w.PersonRows.Fill("n", p.Rows), whoIs(f, p))
	}
	for _, name := range i.Nobodies() {
		add(name, "", f.Look.Muted.On(string(w.IsNobody)))
	}
	return sheet{Title: w.PeopleTitle.Fill("file", importOf(f)), Fields: fields}
}

// whoIs says who somebody of a list is.
func whoIs(f screen.Frame, p lists.Person) string {
	who := screen.OneLine(f.Import.Person(p))
	switch {
	case p.Likely != "":
		return f.Look.Warn.On("? ") + who
	case p.Member == "":
		return f.Look.Muted.On("+ ") + who
	case who == "":
		who = string(f.Texts.Importing.IsMember)
	}
	return f.Look.Good.On("✓ ") + who
}

// importPersonPage says who somebody of a list is: a member, somebody else of the list, another name, or nobody.
func importPersonPage(f screen.Frame, name string) sheet {
	i, w := f.Import, f.Texts.Importing
	is := func(who string) screen.Effect {
		return screen.Decide{Make: func() (importing.Import, error) { return i.IsWho(name, who) }, Then: screen.Back(1)}
	}
	fields := []field{gap()}
	at := slices.IndexFunc(i.List.People, func(p lists.Person) bool { return p.Name == name })
	var p lists.Person
	if at >= 0 {
		p = i.List.People[at]
		fields = append(fields, actionField("same", w.AsItIs.Fill("who", name)+" · "+i.Person(p), screen.Back(1)))
	}
	members := slices.Clone(f.Plan.Members)
	slices.SortStableFunc(members, func(a, b steps.Member) int { return likelyFirst(a.Name, p.Likely) - likelyFirst(b.Name, p.Likely) })
	for _, m := range members {
		if m.ID != p.Member {
			fields = append(fields, actionField("is:"+m.Name, w.SameAs.Fill("name", screen.OneLine(m.Name))+", "+string(w.IsMember), is(m.Name)))
		}
	}
	for _, other := range i.List.People {
		if other.Name != name && other.Member == "" {
			fields = append(fields, actionField("is:"+other.Name, w.SameAs.Fill("name", screen.OneLine(other.Name)), is(other.Name)))
		}
	}
	if at >= 0 {
		fields = append(fields, actionField("nobody", string(w.Nobody), is("")))
	}
	other := field{Field: form.Field{ID: "name", Kind: form.Line, Label: string(w.SomebodyElse)}}
	other.Save = func(typed string) (screen.Effect, string) {
		if steps.Blank(typed) {
			return nil, ""
		}
		return is(steps.CleanName(typed)), ""
	}
	return sheet{Title: w.PersonTitle.Fill("name", screen.OneLine(name)), Fields: append(fields, gap(), other)}
}

// likelyFirst orders the member first whom a name may mean.
func likelyFirst(name, likely string) int {
	if name == likely {
		return 0
	}
	return 1
}
