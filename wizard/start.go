package wizard

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// firstStartPage says where the file is, that nothing leaves this computer, and how to back it up.
func firstStartPage(f frame) sheet {
	w := f.texts.Wizard
	where := f.session.Place
	if where == "" {
		where = string(w.InMemory)
	}
	return sheet{title: string(w.FirstTitle), fields: []field{
		gap(), paragraph(f, f.look.strong, string(w.FirstWhat)),
		gap(), labelledText(f, string(w.FirstFile), where),
		gap(), labelledText(f, string(w.FirstPrivate), string(w.FirstPrivateText)),
		gap(), labelledText(f, string(w.FirstBackup), string(w.FirstBackupText)),
		gap(), labelledText(f, string(w.FirstTime), string(w.FirstTimeText)),
		gap(), actionField("start", string(w.Begin), back{}),
	}}
}

// welcomePage asks the school's name and who is answering, and no more.
func welcomePage(f frame) sheet {
	w := f.texts.Wizard
	school := lineField("name", f.texts.Field("school"), f.plan.School.Name, string(w.SchoolHint), func(v string) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Name: textOf(v)}
	})
	school.label = string(w.SchoolName)
	return sheet{title: string(w.WelcomeTitle), labels: 16, fields: []field{
		gap(), paragraph(f, f.look.strong, string(w.WelcomeText)), gap(),
		authorField(f), school,
		gap(), paragraph(f, f.look.muted, string(w.WelcomeLater)),
		gap(), actionField("begin", string(w.BeginFirst), replace{stepPlace(steps.Awareness)}),
	}}
}

// authorField says who is answering: it stands in the journal beside each answer.
func authorField(f frame) field {
	return field{
		id: "author", kind: oneText, label: string(f.texts.Wizard.YourName), value: f.session.Author(),
		hint: string(f.texts.Wizard.YourNameHint),
		save: func(v string) (effect, string) { return signed{author: v}, "" },
	}
}

// profilePage is the school's profile and who is answering.
func profilePage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{paragraph(f, f.look.muted, string(w.ProfileText)), gap(), authorField(f)}
	return sheet{title: string(w.ProfileTitle), labels: 16, fields: append(fields,
		append(profileFields(f, "name", "level", "group_kind", "group", "pupils", "hours"),
			actionField("means", string(w.ToMeans), show{place{kind: meansList}}))...)}
}

// profileFields are the fields of the school's profile with these names.
func profileFields(f frame, names ...string) (fields []field) {
	s, w := f.plan.School, f.texts.Wizard
	of := func(name, label, hint string) field {
		row := steps.Named(steps.SchoolFields, name)
		fd := planField(f, row, row.Value(&s), steps.Change{Kind: steps.ChangeSchool})
		fd.label, fd.hint = cmp.Or(label, fd.label), cmp.Or(hint, fd.hint)
		return fd
	}
	kind := of("group_kind", "", "")
	kind.save = func(v string) (effect, string) { return record{changes: f.plan.Belong(steps.GroupKind(v))}, "" }
	all := map[string]field{
		"name": of("name", string(w.SchoolName), string(w.SchoolHint)), "level": of("level", "", ""), "group_kind": kind,
		"group": of("group", string(w.GroupName), string(w.GroupHint)), "hours": of("hours", string(w.SchoolHours), ""), "pupils": pupilsField(f),
	}
	for _, name := range names {
		if name == "group" && s.GroupKind == steps.NoGroup {
			continue
		}
		fields = append(fields, all[name])
	}
	return fields
}

func pupilsField(f frame) field {
	fd := field{id: "pupils", kind: oneText, label: f.texts.Field("pupils"), hint: string(f.texts.Wizard.PupilsHint), replaced: true}
	if f.plan.School.Pupils != nil {
		fd.value = strconv.Itoa(*f.plan.School.Pupils)
	}
	fd.save = func(v string) (effect, string) {
		change := steps.Change{Kind: steps.ChangeSchool, Pupils: steps.Clear[int]()}
		if v = strings.TrimSpace(v); v != "" {
			n, err := strconv.Atoi(v)
			if err != nil || n < 0 || n > steps.MaxPupils {
				return nil, string(f.texts.Wizard.BadPupils)
			}
			change.Pupils = steps.Set(n)
		}
		return record{changes: []steps.Change{change}, typed: true}, ""
	}
	return fd
}

// overviewPage lists the eight steps with their state and the one next thing to do.
func overviewPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{gap()}
	if f.facts.current == "" {
		fields = append(fields, paragraph(f, f.look.good, w.RoundComplete.Fill("date", f.texts.Date(f.plan.Round.NextEvaluation))),
			actionField("next-round", string(w.OpenRound), show{place{kind: newRound}}),
			actionField("board", string(w.ToSummary), show{place{kind: summary}}), gap())
	} else {
		fields = append(fields, actionField("next", w.NextThing.Fill("n", f.facts.current.Number(),
			"step", f.texts.Plan.Steps[f.facts.current].Rail, "todo", todo(f, f.facts.current)), show{stepPlace(f.facts.current)}), gap())
	}
	phase := 0
	for _, s := range steps.Tree {
		if s.Phase != phase {
			phase = s.Phase
			fields = append(fields, paragraph(f, f.look.muted, string(f.texts.Plan.Phases[phase-1])))
		}
		fields = append(fields, overviewRow(f, s))
	}
	fields = append(fields, gap())
	fields = append(fields, gravestLines(f, 3)...)
	return sheet{title: string(w.OverviewTitle), fields: fields, commands: overviewCommands(f)}
}

func overviewCommands(f frame) []command {
	w := f.texts.Wizard.Keys
	return []command{
		{key: "s", label: w.Summary, wish: show{place{kind: summary}}},
		{key: "k", label: w.Map, wish: show{place{kind: treeMap}}},
		{key: "p", label: w.Profile, wish: show{place{kind: profile}}},
		{key: "a", label: w.Findings, wish: show{place{kind: findingList}}},
		{key: "t", label: w.Trial, wish: show{place{kind: trying}}},
		{key: "h", label: w.History, wish: show{place{kind: history}}},
	}
}

// overviewRow is a step with its state in words.
func overviewRow(f frame, s steps.Step) field {
	name := f.texts.Plan.Steps[s.ID].Rail
	fd := actionField(string(s.ID), f.facts.mark(s.ID)+" "+strconv.Itoa(s.Number)+" "+fit(string(name), 18), show{stepPlace(s.ID)})
	fd.value = " " + f.look.muted.on(ansi.Truncate(todo(f, s.ID), max(0, f.width-26), "…"))
	return fd
}

// todo says in a few words how a step stands, and what is missing where it waits.
func todo(f frame, id steps.StepID) string {
	w, standing := f.texts.Wizard, f.facts.standing(id)
	switch standing.State {
	case steps.StepStopped:
		return string(w.WorkFirst)
	case steps.StepToDo, steps.StepBegun, steps.StepAgain:
		if missing := f.facts.missing[id][0]; missing.ID != steps.GapAnswer {
			return f.texts.Plan.Gaps[missing.ID].For(missing.N)
		}
		return string(w.Waits)
	}
	return f.texts.Standing(standing, f.plan)
}

// currentRow is the row of the overview on which the cursor begins: the next thing to do.
func currentRow(f frame) string {
	if f.facts.current == "" {
		return "board"
	}
	return "next"
}

// gravestLines are the gravest kinds of findings, each in one line.
func gravestLines(f frame, most int) (fields []field) {
	kinds := steps.ByGravity(f.facts.findings)
	if len(kinds) == 0 {
		return nil
	}
	fields = append(fields, paragraph(f, f.look.muted, string(f.texts.Wizard.FindingsTitle)))
	for i, k := range kinds {
		if i == most {
			break
		}
		fields = append(fields, paragraph(f, f.look.warn, "! "+findingKind(f, k)))
	}
	return fields
}

// findingKind says one finding in full, and several of a kind with their number.
func findingKind(f frame, k steps.FindingKind) string {
	if len(k.Findings) == 1 {
		return f.texts.Finding(k.Findings[0], f.plan, f.facts.capacity)
	}
	return f.texts.Plan.Findings[k.ID].Title.For(len(k.Findings))
}
