package report

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// deeper is the part of the deepening sheets: what stands out in them, apart from what stands out in the plan, and an annex of
// each that has content.
func (a *author) deeper() Part {
	w := a.texts.SheetCommon
	part := Part{ID: Deeper, Title: string(w.Title)}
	part.Sections = append(part.Sections, a.titled(SectionSheetFindings, w.Findings, a.sheetFindings()))
	sheets := a.plan.Definitions().Sheets
	for i := range sheets {
		part.Sections = append(part.Sections, a.sheetSection(&sheets[i]))
	}
	return part
}

// sheetSection is the annex of a sheet; without blocks where it has no content.
func (a *author) sheetSection(s *steps.Sheet) Section {
	return a.titled(SectionID(s.ID), a.texts.Sheets[s.ID].Title, a.sheet(s)...)
}

// sheetFindings are what stands out in the sheets, with what can be done about it. What is a thought and no fault is said last.
func (a *author) sheetFindings() (list List) {
	for _, hint := range []bool{false, true} {
		for _, s := range a.plan.Definitions().Sheets {
			for _, f := range a.plan.SheetFindings(s.ID, a.options.Today) {
				if f.Hint == hint {
					text, advice := a.texts.SheetFinding(a.plan, f)
					list.Items = append(list.Items, Item{Lead: withFullStop(assets.Capital(text)), Text: advice})
				}
			}
		}
	}
	return list
}

// sheetsInBrief are the sheets of which the first page may say something: what is in them in a line, and the first thing that
// stands out.
func (a *author) sheetsInBrief() (list List) {
	for i := range a.plan.Definitions().Sheets {
		s := &a.plan.Definitions().Sheets[i]
		if !a.plan.Ticked(s.ID, steps.BoardSetting) {
			continue
		}
		var facts []string
		for _, t := range s.Tables {
			if rows := len(a.plan.CompleteRows(s.ID, t.ID)); rows > 0 && !t.Private && len(t.Fixed) == 0 {
				facts = append(facts, string(a.texts.Sheets[s.ID].Tables[t.ID].Title)+": "+a.countedIn(s, &t, rows))
			}
		}
		if len(facts) == 0 {
			continue
		}
		item := Item{Lead: withFullStop(string(a.texts.Sheets[s.ID].Title)), Text: strings.Join(facts, factsApart) + "."}
		found := slices.DeleteFunc(a.plan.SheetFindings(s.ID, a.options.Today), func(f steps.SheetFinding) bool { return f.Hint })
		if len(found) > 0 {
			text, _ := a.texts.SheetFinding(a.plan, found[0])
			item.Text += " " + withFullStop(assets.Capital(text))
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// countedIn is how many rows a table has, or how much money stands in it.
func (a *author) countedIn(s *steps.Sheet, t *steps.Table, rows int) string {
	for _, part := range s.Report {
		if part.Table == t.ID && part.Picture == steps.BudgetPicture {
			return a.texts.Money(a.plan.Budget(s.ID, part).Total)
		}
	}
	return a.texts.Whole(rows)
}

// sheetDays are the days of the sheets that may be in a calendar.
func (a *author) sheetDays() (days []Day) {
	for _, s := range a.plan.Definitions().Sheets {
		for _, d := range a.plan.SheetDays(s.ID) {
			row := sha256.Sum256([]byte(d.Row)) // which is made of its words: these may name somebody
			id := strings.Join([]string{s.ID, d.ID, hex.EncodeToString(row[:6])}, "-")
			days = append(days, Day{dayOfSheet + DayID(id), d.On, a.texts.SheetDay(a.spoken, s.ID, d)})
		}
	}
	return days
}
