package page

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// authorField says who is answering: it stands in the journal beside each answer.
func authorField(f screen.Frame) form.Field {
	return form.Field{
		ID: "author", Kind: form.OneText, Label: string(f.Texts.Wizard.YourName), Value: f.Session.Author(),
		Hint: string(f.Texts.Wizard.YourNameHint),
		Save: func(v string) (screen.Effect, string) { return screen.Signed{Author: v}, "" },
	}
}

// profilePage is the school's profile and who is answering.
func profilePage(f screen.Frame) form.Sheet {
	w := f.Texts.Wizard
	fields := []form.Field{paragraph(f, f.Look.Muted, string(w.ProfileText)), gap(), authorField(f)}
	return form.Sheet{Title: string(w.ProfileTitle), Labels: 16, Fields: append(fields,
		append(profileFields(f, "name", "level", "group_kind", "group", "pupils", "hours"),
			actionField("means", string(w.ToMeans), screen.Show(screen.Place{Kind: screen.MeansList})))...)}
}

// profileFields are the fields of the school's profile with these ids, in their usual order.
func profileFields(f screen.Frame, ids ...string) (fields []form.Field) {
	s, w := f.Plan.School, f.Texts.Wizard
	kind := pickField("group_kind", f.Texts.Field("group_kind"), s.GroupKind, steps.GroupKinds, valuesOf(f, "group_kind"), nil)
	kind.Save = func(v string) (screen.Effect, string) {
		return screen.Record{Changes: f.Plan.Belong(steps.GroupKind(v))}, ""
	}
	for _, fd := range []form.Field{
		lineField("name", string(w.SchoolName), s.Name, string(w.SchoolHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Name: question.TextOf(v)}
		}),
		pickField("level", f.Texts.Field("school_level"), s.Level, steps.SchoolLevels, valuesOf(f, "school_level"),
			func(v steps.Field[steps.SchoolLevel]) steps.Change {
				return steps.Change{Kind: steps.ChangeSchool, Level: question.TextOf(string(question.ValueOf(v)))}
			}),
		kind,
		lineField("group", string(w.GroupName), s.Group, string(w.GroupHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Group: question.TextOf(v)}
		}),
		pupilsField(f),
		hoursField("hours", string(w.SchoolHours), s.Hours, f, steps.MaxSchoolHours, func(v steps.Field[steps.Decimal]) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Hours: v}
		}),
	} {
		if slices.Contains(ids, fd.ID) && (fd.ID != "group" || s.GroupKind != steps.NoGroup) {
			fields = append(fields, fd)
		}
	}
	return fields
}

func pupilsField(f screen.Frame) form.Field {
	fd := form.Field{ID: "pupils", Kind: form.OneText, Label: f.Texts.Field("pupils"), Hint: string(f.Texts.Wizard.PupilsHint), Replaced: true}
	if f.Plan.School.Pupils != nil {
		fd.Value = strconv.Itoa(*f.Plan.School.Pupils)
	}
	fd.Save = func(v string) (screen.Effect, string) {
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
