package page

import (
	"cmp"
	"strconv"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// putBackAtMost is how many changes of one entry can be put back from its screen: an import may hold hundreds.
const putBackAtMost = 60

// entryPage shows one entry of the journal: what it changed, the way to the plan as it was, and its answers, each of which can be
// put back without touching the rest. Of one beside which the plan cannot be told it shows only what it changed, and why.
func entryPage(f screen.Frame, id string) sheet {
	w, journal := f.Texts.Past, f.Session.Journal()
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil || n == 0 || n > journal.Len() {
		return sheet{}
	}
	before, errBefore := journal.At(n - 1)
	after, errAfter := journal.At(n)
	unshown := cmp.Or(errAfter, errBefore)
	title := screen.OneLine(f.Texts.EntryHead(n, journal.Head(n), f.Session.Clock().Location()))
	fields := []field{gap(), paragraph(f, f.Look.Accent, string(w.Did))}
	lines := []string{f.Session.Said(n)}
	if unshown == nil {
		lines = f.Texts.EntryLines(journal, n, before, after)
	}
	for i, line := range lines {
		if i == putBackAtMost {
			fields = append(fields, paragraph(f, f.Look.Muted, w.More.For(len(lines)-i)))
			break
		}
		fields = append(fields, read(hung("• ", line, f.Width)...))
	}
	if withdrawn := assets.Withdrawn(journal, n, w.Withdrawn, w.DidNotFit); withdrawn != "" {
		fields = append(fields, paragraph(f, f.Look.Warn, withdrawn))
	}
	fields = append(fields, gap())
	if unshown != nil {
		return sheet{Title: title, Fields: append(fields, paragraph(f, f.Look.Muted, f.Texts.Error(unshown)))}
	}
	if f.Past == nil {
		fields = append(fields, actionField("look", string(w.Look), screen.LookBack{Entry: n}))
	}
	fields = append(fields,
		actionField("now", string(w.WithNow), screen.Show(twoMoments{from: n, now: true}.place())),
		actionField("older", string(w.WithOlder), screen.Show(twoMoments{from: n - 1, to: n}.place())), gap())
	return sheet{Title: title, Fields: append(fields, putBackFields(f, id, n, after, before)...)}
}

// putBackFields are the answers of an entry that stand otherwise now, as they stood after it and before it.
func putBackFields(f screen.Frame, entry string, n uint64, after, before steps.Plan) []field {
	if f.ReadOnly() != "" {
		return nil
	}
	w := f.Texts.Past
	journal := f.Session.Journal()
	as := func(id, title string, past steps.Plan, then uint64) (fields []field) {
		for i, back := range journal.PutBacks(n, f.Plan, past, then) {
			if len(fields) >= putBackAtMost {
				break
			}
			what := f.Texts.PutBack(back, f.Plan)
			// What is put back leaves the list: the cursor goes to the comparison with now, so that Enter once more puts back nothing else.
			fields = append(fields, actionField(id+strconv.Itoa(i), w.PutBack.Fill("what", what), screen.Record{Changes: []steps.Change{back},
				Then: screen.Then(screen.Replace(screen.Place{Kind: screen.EntryCard, ID: entry, At: "now"}), screen.Say{Text: w.PutBackDone.Fill("what", what, "how", "ctrl+z")})}))
		}
		if fields != nil {
			fields = append([]field{paragraph(f, f.Look.Accent, title)}, append(fields, gap())...)
		}
		return fields
	}
	fields := append(as("after", string(w.After), after, n), as("before", string(w.Before), before, n-1)...)
	if another := f.Texts.AnotherSince(journal, n, after, before); another != "" {
		return append(fields, paragraph(f, f.Look.Warn, another))
	}
	if fields == nil {
		return []field{paragraph(f, f.Look.Muted, string(w.NothingBack))}
	}
	return fields
}

// pastFields stand above the overview of the plan as it was: what this is, and the way back.
func pastFields(f screen.Frame) []field {
	w, m := f.Texts.Past, f.Past
	at := m.At.In(f.Session.Clock().Location())
	by := f.Session.Journal().Head(m.Entry).By
	return []field{
		paragraph(f, f.Look.Warn, w.Text.Fill("moment", f.Texts.DayAndTime(at), "author", screen.OneLine(cmp.Or(by, string(f.Texts.Common.None))))),
		actionField("to-now", string(w.ToNow), screen.LookAtNow{}),
	}
}
