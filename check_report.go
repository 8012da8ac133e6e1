package main

import (
	"stappenplan/planfile"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard"
)

// checkReport says whether a document was made of the plan as it stands.
func (p *program) checkReport(name string) error {
	data, err := p.read(name, maxFile)
	if err != nil {
		return err
	}
	if text, err := planfile.Text(data); err == nil { // a text that was written down in another encoding
		data = text
	}
	theirs, found := report.FingerprintOf(data)
	if !found {
		return refuse("report-no-mark", "file", name)
	}
	return p.loaded(toRead, func(session *wizard.Session) error {
		if fingerprint(session.Plan()) != theirs {
			return p.outdated(session, name, theirs)
		}
		words := p.texts.Commands.Check
		p.tell(p.out, words.Report.Fill("file", steps.CleanName(name)))
		if !report.IsCalendar(data) {
			p.tell(p.out, string(words.Reworded))
		}
		return nil
	})
}

// outdated says of which day the plan is in a document that does not show it as it stands.
func (p *program) outdated(session *wizard.Session, name, theirs string) error {
	then, known := lastWith(session, theirs)
	if !known {
		return refuse("report-other-plan", "file", name)
	}
	entries := session.Journal().Entries()
	now := entries[len(entries)-1]
	here := p.clock().Location()
	day := func(e steps.Entry) string { return p.texts.Date(steps.DateOf(e.At.In(here))) }
	if day(then) == day(now) { // the hour tells them apart
		day = func(e steps.Entry) string {
			return p.texts.Date(steps.DateOf(e.At.In(here))) + ", " + e.At.In(here).Format("15:04:05")
		}
	}
	return refuse("report-outdated", "file", name, "day", day(then), "changed", day(now))
}

// lastWith is the last entry after which the plan had a fingerprint.
func lastWith(session *wizard.Session, mark string) (last steps.Entry, found bool) {
	replayed, err := steps.Replay(session.Catalogue, nil)
	if err != nil {
		return last, false
	}
	for _, e := range session.Journal().Entries() {
		if replayed.Apply(e) == nil && fingerprint(replayed.Plan()) == mark {
			last, found = e, true
		}
	}
	return last, found
}
