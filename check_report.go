package main

import (
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard"
)

// checkReport says whether a document was made of the plan as it stands.
func (p *program) checkReport(name string) error {
	data, err := p.readFile(name)
	if err != nil {
		return err
	}
	theirs, found := report.FingerprintOf(data)
	if !found {
		return refuse("report-no-mark", "file", name)
	}
	return p.loaded(toRead, func(session *wizard.Session) error {
		if ours := fingerprint(session.Plan()); ours != theirs {
			return refuse("report-outdated", "file", name, "theirs", theirs, "ours", ours)
		}
		p.tell(p.out, p.texts.Commands.Check.Report.Fill("file", steps.CleanName(name)))
		return nil
	})
}
