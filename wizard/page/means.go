package page

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// meansPage is the calculator from points, lesson hours and clock hours to hours a week: the lines with their
// arithmetic, and the total as a proposal for the school's hours.
func meansPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	fields := []field{paragraph(f, f.Look.Muted, string(w.MeansText)), gap()}
	for i, m := range f.Plan.School.Means {
		fields = append(fields, meansRow(f, i, m))
	}
	fields = append(fields, actionField("add", string(w.AddMeans), screen.Show(screen.Place{Kind: screen.MeansCard})), gap())
	leave := screen.Effect(screen.Back(1))
	if sum := f.Facts.Capacity.MeansTotal; sum.Known {
		total := sum.Left
		fields = append(fields, labelledText(f, string(w.MeansTotal), f.Texts.Common.Hours.Fill("n", f.Texts.Number(total))))
		if sum.Pooled > 0 {
			fields = append(fields, labelledText(f, "", w.MeansParts.Fill("granted", f.Texts.Number(sum.Before), "pooled", f.Texts.Number(sum.Pooled))))
		}
		for range steps.MeansWarnings(f.Plan.School.Means) {
			fields = append(fields, paragraph(f, f.Look.Warn, "! "+string(w.MeansMany)))
		}
		if f.Plan.School.Hours == nil || *f.Plan.School.Hours != total {
			fields = append(fields, actionField("accept", w.MeansAccept.Fill("n", f.Texts.Number(total)), screen.Record{
				Changes: []steps.Change{{Kind: steps.ChangeSchool, Hours: steps.Set(total)}}, Then: screen.Back(1),
			}))
			leave = screen.Then(leave, screen.Say{Text: w.MeansNotTaken.Fill("n", f.Texts.Number(total))})
		}
	}
	if lack := question.MeansLack(f.Plan.School.Means, f.Texts); len(lack) > 0 {
		fields = append(fields, labelledText(f, string(w.MeansTotal), w.MeansLack.Fill("numbers", strings.Join(lack, ", "))))
	}
	return sheet{Title: string(w.MeansTitle), Labels: 16, Fields: append(fields,
		profileFields(f, "hours")[0],
		actionField("done", string(w.Ready), leave))}
}

// meansRow shows a line with its arithmetic.
func meansRow(f screen.Frame, i int, m steps.Means) field {
	fd := actionField("means:"+strconv.Itoa(i), question.MeansSum(m, f.Texts), screen.Show(screen.Place{Kind: screen.MeansCard, ID: strconv.Itoa(i)}))
	fd.Remove = screen.Record{Changes: []steps.Change{question.MeansChange(slices.Delete(slices.Clone(f.Plan.School.Means), i, i+1))}}
	return fd
}

// meansLabels is the room for what the numbers of a line are.
const meansLabels = 26

// meansCardPage is one line of means; a new one begins with its source.
func meansCardPage(f screen.Frame, id string) sheet {
	w, lines := f.Texts.Wizard, f.Plan.School.Means
	at, err := strconv.Atoi(id)
	if err != nil {
		fields := []field{paragraph(f, f.Look.Muted, string(w.MeansNew)), gap()}
		for _, source := range steps.MeansSources {
			line := steps.MeansDefaults(source, f.Plan.School.Level)
			fields = append(fields, actionField(string(source), assets.Capital(f.Texts.Value("source", string(source))), screen.Record{
				Changes: []steps.Change{question.MeansChange(append(slices.Clone(lines), line))},
				Then:    screen.Replace(screen.Place{Kind: screen.MeansCard, ID: strconv.Itoa(len(lines))}),
			}))
		}
		return sheet{Title: string(w.MeansTitle), Fields: fields}
	}
	if at >= len(lines) {
		return sheet{}
	}
	return sheet{Title: assets.Capital(f.Texts.Value("source", string(lines[at].Source))), Labels: meansLabels, Fields: append(meansFields(f, at),
		gap(), paragraph(f, f.Look.Strong, question.MeansSum(lines[at], f.Texts)), gap(), actionField("done", string(w.Ready), screen.Back(1)))}
}

// meansFields are the numbers of a line; what they are for stands under them.
func meansFields(f screen.Frame, at int) (fields []field) {
	for _, q := range question.MeansLine(at, f.Plan, f.Texts) {
		fields = append(fields, unasked(asked(f, q), q.Help...))
	}
	return fields
}
