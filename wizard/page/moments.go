package page

import (
	"strconv"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// pickTo begins the id of the list in which the second of two moments is chosen; after it comes the entry of the first. pickEntry
// begins that of a history in which one is.
const (
	pickTo    = "to:"
	pickEntry = "pick:"
)

// momentPage lists the moments that can be compared: the ends of rounds, days, or any entry. First the one, then the other.
func momentPage(f screen.Frame, id string) sheet {
	w, journal := f.Texts.Past, f.Session.Journal()
	choose := func(n uint64, now bool) screen.Effect { return momentChosen(id, n, now, false) }
	title := string(w.PickFrom)
	var fields []field
	if first, second := strings.CutPrefix(id, pickTo); second {
		n, _ := strconv.ParseUint(first, 10, 64)
		m, _, err := journal.Moment(min(n, journal.Len()))
		if err != nil {
			return sheet{}
		}
		title = w.PickTo.Fill("moment", f.Texts.MomentOf(m, f.Session.Clock().Location()))
		fields = append(fields, actionField("now", string(w.Present), choose(journal.Len(), true)))
	}
	fields = append(fields, actionField("entry", string(w.PickEntry), screen.Show(screen.Place{Kind: screen.History, ID: pickEntry + id})), gap(), paragraph(f, f.Look.Accent, string(w.Moments)),
		actionField("beginning", f.Texts.MomentOf(steps.Moment{}, nil), choose(0, false)))
	for round := 2; round <= f.Plan.Round.Number; round++ {
		n, known := journal.BeforeRound(round)
		if !known || n == 0 {
			continue
		}
		label := w.RoundEnd.Fill("n", round-1, "date", f.Texts.Date(dayOf(f, n)), "entry", n)
		fields = append(fields, actionField("round"+strconv.Itoa(round), label, choose(n, false)))
	}
	fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Days)))
	day := steps.Date("")
	for n := journal.Len(); n > 0; n-- {
		if now := dayOf(f, n); now != day {
			day = now
			fields = append(fields, actionField("day"+strconv.FormatUint(n, 10), w.DayEnd.Fill("date", f.Texts.Date(day), "entry", n), choose(n, false)))
		}
	}
	return sheet{Title: title, Fields: fields}
}

// dayOf is the day of an entry.
func dayOf(f screen.Frame, n uint64) steps.Date {
	return steps.DateOf(f.Session.Journal().Entries()[n-1].At.In(f.Session.Clock().Location()))
}

// momentChosen goes on to the second moment, or compares the two instead of what was compared before. An entry is chosen from one
// screen further.
func momentChosen(id string, n uint64, now, entry bool) screen.Effect {
	leave := 0
	if entry {
		leave = 1
	}
	first, second := strings.CutPrefix(id, pickTo)
	if !second {
		return screen.Navigate{Leave: leave, Open: screen.Place{Kind: screen.MomentList, ID: pickTo + strconv.FormatUint(n, 10)}}
	}
	from, _ := strconv.ParseUint(first, 10, 64)
	return screen.Navigate{Leave: leave + 3, Open: twoMoments{from: from, to: n, now: now}.place()}
}

// openPast makes the screens about what was.
func openPast(p screen.Place) screen.Screen {
	switch p.Kind {
	case screen.HistoryFilter:
		return newForm(historyFilterPage).withoutRail()
	case screen.EntryCard:
		return about(entryPage, p).withoutRail()
	case screen.Comparison:
		return newReader(comparisonLines(p.ID))
	case screen.MomentList:
		return about(momentPage, p).withoutRail()
	}
	if id, picks := strings.CutPrefix(p.ID, pickEntry); picks {
		return &history{pick: func(n uint64) screen.Effect { return momentChosen(id, n, false, true) }}
	}
	return &history{search: historyOf(p.ID)}
}
