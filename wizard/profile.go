package wizard

import (
	"strconv"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// authorField says who is answering: it stands in the journal beside each answer.
func authorField(f screen.Frame) field {
	return field{
		id: "author", kind: oneText, label: string(f.Texts.Wizard.YourName), value: f.Session.Author(),
		hint: string(f.Texts.Wizard.YourNameHint),
		save: func(v string) (screen.Effect, string) { return screen.Signed{Author: v}, "" },
	}
}

// profilePage is the school's profile and who is answering.
func profilePage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	fields := []field{paragraph(f, f.Look.Muted, string(w.ProfileText)), gap(), authorField(f)}
	return sheet{title: string(w.ProfileTitle), labels: 16, fields: append(fields,
		append(profileFields(f, "name", "level", "group_kind", "group", "pupils", "hours"),
			actionField("means", string(w.ToMeans), screen.Show(screen.Place{Kind: screen.MeansList})))...)}
}

// profileFields are the fields of the school's profile with these names.
func profileFields(f screen.Frame, names ...string) (fields []field) {
	s, w := f.Plan.School, f.Texts.Wizard
	words := func(field string) func(string) string {
		return func(v string) string { return f.Texts.Value(field, v) }
	}
	all := map[string]field{
		"name": lineField("name", string(w.SchoolName), s.Name, string(w.SchoolHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Name: question.TextOf(v)}
		}),
		"level": pickField("level", f.Texts.Field("school_level"), s.Level, steps.SchoolLevels, words("school_level"),
			func(v steps.Field[steps.SchoolLevel]) steps.Change {
				return steps.Change{Kind: steps.ChangeSchool, Level: question.TextOf(string(question.ValueOf(v)))}
			}),
		"group_kind": pickField("group_kind", f.Texts.Field("group_kind"), s.GroupKind, steps.GroupKinds, words("group_kind"),
			nil),
		"group": lineField("group", string(w.GroupName), s.Group, string(w.GroupHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Group: question.TextOf(v)}
		}),
		"pupils": pupilsField(f),
		"hours": hoursField("hours", string(w.SchoolHours), s.Hours, f, steps.MaxSchoolHours, func(v steps.Field[steps.Decimal]) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Hours: v}
		}),
	}
	kind := all["group_kind"]
	kind.save = func(v string) (screen.Effect, string) {
		return screen.Record{Changes: f.Plan.Belong(steps.GroupKind(v))}, ""
	}
	all["group_kind"] = kind
	for _, name := range names {
		if name == "group" && s.GroupKind == steps.NoGroup {
			continue
		}
		fields = append(fields, all[name])
	}
	return fields
}

func pupilsField(f screen.Frame) field {
	fd := field{id: "pupils", kind: oneText, label: f.Texts.Field("pupils"), hint: string(f.Texts.Wizard.PupilsHint), replaced: true}
	if f.Plan.School.Pupils != nil {
		fd.value = strconv.Itoa(*f.Plan.School.Pupils)
	}
	fd.save = func(v string) (screen.Effect, string) {
		change := steps.Change{Kind: steps.ChangeSchool, Pupils: steps.Clear[int]()}
		if v = strings.TrimSpace(v); v != "" {
			n, err := strconv.Atoi(v)
			if err != nil || n < 0 || n > steps.MaxPupils {
				return nil, string(f.Texts.Wizard.BadPupils)
			}
			change.Pupils = steps.Set(n)
		}
		return screen.Record{Changes: []steps.Change{change}, Typed: true}, ""
	}
	return fd
}
