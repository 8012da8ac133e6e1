package command

import (
	"slices"

	"stappenplan/planfile"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"

	"github.com/spf13/cobra"
)

// checkCommand proves the file sound.
func (p *program) checkCommand() *cobra.Command {
	document := ""
	c := p.command("check", 0, func([]string) error {
		path, plans, err := p.sound()
		if err != nil {
			return err
		}
		words, entries := p.texts.Commands.Check, 0
		for _, plan := range plans {
			entries += int(plan.Journal().Len())
		}
		p.tell(p.out, words.Sound.Fill("file", steps.CleanName(path), "entries", words.Count.For(entries)))
		if document != "" {
			return p.checkReport(document, plans)
		}
		return nil
	})
	c.Flags().StringVar(&document, "report", "", p.flag("report"))
	return c
}

// sound proves the file sound: it gives its path, and the work on every plan in it, read.
func (p *program) sound() (path string, plans []*session.Session, err error) {
	kept, path, err := p.soundStore()
	if err != nil {
		return path, nil, err
	}
	defer kept.Close()
	ids, err := kept.Plans()
	for _, id := range ids {
		plan := p.sessionOn(kept, id)
		if err := plan.Reload(); err != nil {
			return path, nil, err
		}
		plans = append(plans, plan)
	}
	return path, plans, err
}

// soundStore is a store whose file passed every check but the replay.
func (p *program) soundStore() (store.Store, string, error) {
	if p.flags.example {
		return example(), string(p.texts.Commands.Check.Example), nil
	}
	path, err := p.path()
	if err != nil {
		return nil, "", err
	}
	kept, err := store.Check(path)
	return kept, path, err
}

// checkReport says whether a document was made of the plan as it stands.
func (p *program) checkReport(name string, plans []*session.Session) error {
	data, err := p.read(name, maxFile)
	if err != nil {
		return err
	}
	if text, err := planfile.Text(data); err == nil { // a text that was written down in another encoding
		data = text
	}
	theirs, format := fingerprintIn(data)
	if theirs == "" {
		return refuse("report-no-mark", "file", name)
	}
	plan, err := p.chosen(plans)
	if err != nil {
		return err
	}
	if fingerprint(plan.Plan()) != theirs {
		return p.outdated(plan, name, theirs)
	}
	words := p.texts.Commands.Check
	p.tell(p.out, words.Report.Fill("file", steps.CleanName(name)))
	if format != "ics" {
		p.tell(p.out, string(words.Reworded))
	}
	return nil
}

// chosen is the plan that was named, or the only one; where there is none, one that has not begun.
func (p *program) chosen(plans []*session.Session) (*session.Session, error) {
	var ids []string
	for _, plan := range plans {
		ids = append(ids, plan.PlanID)
	}
	id, err := p.choosePlan(ids, toRead)
	if err != nil {
		return nil, err
	}
	if i := slices.Index(ids, id); i >= 0 {
		return plans[i], nil
	}
	return p.sessionOn(nil, id), nil
}

// outdated says of which day the plan is in a document that does not show it as it stands.
func (p *program) outdated(session *session.Session, name, theirs string) error {
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
func lastWith(session *session.Session, mark string) (last steps.Entry, found bool) {
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
