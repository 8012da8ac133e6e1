package page

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/wizard/question"
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
	fields = append(fields, actionField("entry", string(w.PickEntry), screen.Show(screen.Place{Kind: screen.History, ID: pickEntry + id})), gap())
	rounds, days := question.Moments(journal, f.Texts, f.Session.Clock().Location())
	list := func(title assets.Text, kind string, moments []question.Moment) {
		fields = append(fields, paragraph(f, f.Look.Accent, string(title)))
		for _, m := range moments {
			fields = append(fields, actionField(kind+strconv.FormatUint(m.Entry, 10), m.Label, choose(m.Entry, false)))
		}
	}
	list(w.Moments, "round", rounds)
	fields = append(fields, gap())
	list(w.Days, "day", days)
	return sheet{Title: title, Fields: fields}
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

// openHistory makes the history, or the list in which an entry is picked.
func openHistory(p screen.Place) screen.Screen {
	if id, picks := strings.CutPrefix(p.ID, pickEntry); picks {
		return &history{pick: func(n uint64) screen.Effect { return momentChosen(id, n, false, true) }}
	}
	return &history{search: historyOf(p.ID)}
}
