package page

import (
	"slices"
	"strconv"

	"stappenplan/planfile/importing"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/wizard/screen"
)

// A workbook of this program that comes back: what only a person knows of it, what cannot be, and what was not read.

func importDoubtsPage(f screen.Frame) sheet {
	i, w, own := f.Import, f.Texts.Importing, f.Texts.Workbook.Own
	next := string(w.ToPreview)
	if i.Reading.Bad != nil {
		next = w.LeavesBad.For(i.Reading.Bad.Count())
	}
	fields := []field{actionField("next", next, screen.Show(screen.Place{Kind: screen.ImportPreview})), gap()}
	if len(i.Doubts) > 0 {
		fields = append(fields, paragraph(f, f.Look.Strong, w.DoubtsWhat.For(len(i.Doubts))))
	}
	for at, d := range i.Doubts {
		said := f.Width / 3
		row := actionField("doubt:"+strconv.Itoa(at), screen.Fit(screen.OneLine("‘"+d.Said+"’"), said)+" ", screen.Show(screen.Place{Kind: screen.ImportDoubt, ID: strconv.Itoa(at)}))
		meant, settled := i.Means(d)
		sign := f.Look.Warn.On("? ")
		if settled {
			sign = f.Look.Good.On("✓ ")
		}
		row.Value = sign + screen.Fit(screen.OneLine(meaningOf(f, d, meant)), said) + " " + f.Look.Muted.On(screen.OneLine(i.Cells(d.Cells)))
		fields = append(fields, row)
	}
	if len(i.Doubts) > 0 {
		fields = append(fields, gap())
	}
	if i.Reading.Bad != nil {
		fields = append(fields, paragraph(f, f.Look.Warn, own.Bad.For(i.Reading.Bad.Count())))
		for _, problem := range i.Reading.Bad {
			fields = append(fields, read(hung("  ", f.Texts.Error(problem), f.Width)...))
		}
		fields = append(fields, gap())
	}
	if unread := i.Unread(); len(unread) > 0 {
		fields = append(fields, paragraph(f, f.Look.Strong, own.Unread.For(len(unread))))
		for _, line := range unread {
			fields = append(fields, read(hung("  ", line, f.Width)...))
		}
	}
	return sheet{Title: w.DoubtsTitle.Fill("file", importOf(f)), Fields: fields}
}

// meaningOf is what a text is taken to mean, in words.
func meaningOf(f screen.Frame, d spreadsheet.Doubt, meant string) string {
	for _, choice := range d.Choices {
		if choice.ID == meant {
			return choice.Name
		}
	}
	_, none := f.Import.Question(d)
	return none
}

// doubtAt is the doubt with an id.
func doubtAt(i importing.Import, id string) (d spreadsheet.Doubt, there bool) {
	at, err := strconv.Atoi(id)
	if err != nil || at < 0 || at >= len(i.Doubts) {
		return d, false
	}
	return i.Doubts[at], true
}

// nextDoubt is the first doubt that nobody settled, where the one that is asked about was not settled either.
func nextDoubt(i importing.Import, asked spreadsheet.Doubt) (at int, is bool) {
	if _, before := i.Means(asked); before {
		return 0, false
	}
	at = slices.IndexFunc(i.Doubts, func(d spreadsheet.Doubt) bool {
		_, settled := i.Means(d)
		return !settled && d.Question != asked.Question
	})
	return at, at >= 0
}

// importDoubtPage asks what a text means, and goes on to the next.
func importDoubtPage(f screen.Frame, id string) sheet {
	d, there := doubtAt(f.Import, id)
	if !there {
		return sheet{}
	}
	then := screen.Back(1)
	if next, is := nextDoubt(f.Import, d); is {
		then = screen.Replace(screen.Place{Kind: screen.ImportDoubt, ID: strconv.Itoa(next)})
	}
	question, none := f.Import.Question(d)
	fields := []field{gap(), paragraph(f, f.Look.Strong, question), paragraph(f, f.Look.Muted, f.Texts.Workbook.Own.Cells.Fill("cells", f.Import.Cells(d.Cells))), gap()}
	for _, choice := range append(d.Choices[:len(d.Choices):len(d.Choices)], spreadsheet.Choice{Name: none}) {
		sign := "○ "
		if "means:"+choice.ID == meantField(f, id) {
			sign = "● "
		}
		fields = append(fields, actionField("means:"+choice.ID, sign+screen.OneLine(choice.Name), screen.Decide{
			Make: func() (importing.Import, error) { return f.Import.Settle(d.Question, choice.ID) }, Then: then,
		}))
	}
	return sheet{Title: screen.OneLine("‘" + d.Said + "’"), Fields: fields}
}

// meantField is the row of what a text is taken to mean now.
func meantField(f screen.Frame, id string) string {
	d, there := doubtAt(f.Import, id)
	if !there {
		return ""
	}
	meant, _ := f.Import.Means(d)
	return "means:" + meant
}
