package command

import (
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"

	"stappenplan/planfile"
	"stappenplan/report"
	"stappenplan/report/compare"
	"stappenplan/report/mark"
	"stappenplan/session"
	"stappenplan/steps"
)

// checkReport says whether a document was made of the plan as it stands, and what was changed in it since. The mark of a
// document can be named instead of a file.
func (p *program) checkReport(name string, plans []*session.Session) error {
	checked, err := p.documentCalled(name)
	if err != nil {
		return err
	}
	plan, err := p.chosen(plans)
	if err != nil {
		return err
	}
	if fingerprint(plan.Plan()) != checked.mark.Fingerprint {
		return p.outdated(plan, name, checked.mark.Fingerprint)
	}
	words := p.texts.Commands.Check
	if differences := checked.differences(plan); len(differences) > 0 {
		return changedByHand(differences)
	}
	p.tell(p.out, words.Report.Fill("file", steps.CleanName(name)))
	switch why := checked.uncompared(); {
	case checked.format == "ics": // the mark is all that there is to compare
	case why != "":
		p.tell(p.out, words.OnlyMark.Fill("why", string(words.Why[why])))
	default:
		p.tell(p.out, string(words.Compared))
		if checked.mark.Options.Decisions != nil {
			p.tell(p.out, string(words.OwnDecisions))
		}
	}
	return nil
}

// maxCompared is how long the text of a document may be that is compared: as long as a book.
const maxCompared = 3_000_000

// checkedDocument is a document that is checked, as far as it could be read.
type checkedDocument struct {
	mark   mark.Mark
	format string // empty where there is a mark only
	text   string // empty where it could not be read
}

// Why what a document says was not compared, beside what [mark.Known] says.
const (
	noDocument = "no-document"
	cannotRead = "unreadable"
)

// uncompared says why only the mark could be compared; empty where more could.
func (d checkedDocument) uncompared() string {
	switch {
	case d.format == "":
		return noDocument
	case d.mark.Known != mark.InFull:
		return string(d.mark.Known)
	case d.text == "":
		return cannotRead
	}
	return ""
}

// documentCalled reads the document in a file, or the mark that stands in the place of its name.
func (p *program) documentCalled(name string) (d checkedDocument, err error) {
	if code, is := mark.Typed(name); is {
		if _, err := os.Stat(name); err != nil {
			return checkedDocument{mark: mark.Parse(code)}, nil
		}
	}
	data, err := p.read(name, maxFile)
	if err != nil {
		return d, err
	}
	if text, err := planfile.Text(data); err == nil { // a text that was written down in another encoding
		data = text
	}
	code, format := fingerprintIn(data)
	d.format = format
	if read := documents[format].read; read != nil {
		if text, err := read(data); err == nil && len(text) <= maxCompared { // another is told to be unreadable
			d.text = text
		}
	}
	if code == "" { // a page that was printed has it at its foot only
		code = mark.InText(d.text)
	}
	if code == "" {
		return d, refuse("report-no-mark", "file", name)
	}
	d.mark = mark.Parse(code)
	return d, nil
}

// mostDays is how many days are tried as that of the last change: a plan can have been the same on several.
const mostDays = 10

// differences are those of a document and the plan that it was made of. That plan may have been the same on an earlier day,
// before something was changed and changed back: the day on which the document is most like it is that of the document.
func (d checkedDocument) differences(plan *session.Session) []compare.Difference {
	if d.uncompared() != "" || d.format == "ics" {
		return nil
	}
	made := d.made(plan.Journal())
	least := d.against(made)
	if len(least) == 0 || d.says(d.day(made)) {
		return least
	}
	for _, earlier := range earlierDays(plan, d.mark.Fingerprint) {
		if found := d.against(d.made(earlier)); len(found) < len(least) {
			least = found
		}
	}
	return least
}

// made is the document that a journal makes.
func (d checkedDocument) made(j *steps.Journal) report.Summary {
	options := report.OptionsFor(j, d.mark.Options.Texts, d.mark.Options)
	options.Fingerprint = mark.Code(d.mark.Fingerprint, d.mark.Options)
	return report.Document(j.Plan(), options)
}

// day is what a document says of the day of its plan; empty where it says nothing.
func (d checkedDocument) day(made report.Summary) string {
	day := d.mark.Options.Texts.Date(made.LastChange)
	for _, fact := range made.Facts {
		if strings.Contains(fact, day) {
			return fact
		}
	}
	return ""
}

// says says whether a text stands in a document, wherever its lines break.
func (d checkedDocument) says(text string) bool {
	text = strings.Join(strings.Fields(text), "")
	return text != "" && strings.Contains(strings.Join(strings.Fields(d.text), ""), text)
}

// against are the differences between a document and what it was made as.
func (d checkedDocument) against(made report.Summary) []compare.Difference {
	var without []report.SectionID
	if d.mark.Options.Decisions != nil {
		without = append(without, report.SectionDecisions)
	}
	if d.mark.Options.Subject == report.ForSuccessor { // it tells where the plan was kept then
		without = append(without, report.SectionFile)
	}
	if shown := documents[d.format].shown; shown != nil {
		made = shown(made)
	}
	return compare.Compare(made, d.text, without...)
}

// earlierDays are the journals of the days before on which the plan had a fingerprint, the newest first.
func earlierDays(plan *session.Session, fingerprinted string) (journals []*steps.Journal) {
	entries := plan.Journal().Entries()
	replayed, err := steps.Replay(plan.Definitions, nil)
	if err != nil {
		return nil
	}
	ends := map[steps.Date]uint64{}
	var days []steps.Date
	for number, e := range entries.All() {
		if replayed.Apply(e) != nil {
			return nil
		}
		if fingerprint(replayed.Plan()) != fingerprinted {
			continue
		}
		day := steps.DateOf(e.At)
		days = append(slices.DeleteFunc(days, func(d steps.Date) bool { return d == day }), day)
		ends[day] = number
	}
	slices.Reverse(days)
	for _, day := range days[:min(mostDays, len(days))] {
		if j, err := plan.Journal().Until(ends[day]); err == nil {
			journals = append(journals, j)
		}
	}
	return journals
}

// What is told of differences: how many, and how much of the words of a decision.
const (
	mostDifferences = 20
	mostLetters     = 120
)

// changedByHand tells the differences, each in a line.
func changedByHand(differences []compare.Difference) error {
	var lines []error
	for _, d := range differences[:min(mostDifferences, len(differences))] {
		code := "report-changed"
		switch {
		case d.Decision && d.Stands == "":
			code = "report-decision-missing"
		case d.Decision && d.Plan == "":
			code = "report-decision-added"
		case d.Decision:
			code = "report-decision-changed"
		case d.Stands == "":
			code = "report-figure-missing"
		}
		lines = append(lines, refuse(code, "heading", d.Heading, "stands", shortened(d.Stands), "plan", shortened(d.Plan)))
	}
	if n := len(differences); n > mostDifferences {
		lines = append(lines, refuse("report-changed-more", "n", strconv.Itoa(n), "shown", strconv.Itoa(mostDifferences)))
	}
	return errors.Join(lines...)
}

// shortened is the beginning of a long text.
func shortened(text string) string {
	letters := []rune(text)
	if len(letters) <= mostLetters {
		return text
	}
	return string(letters[:mostLetters]) + "…"
}

// outdated says of which day the plan is in a document that does not show it as it stands.
func (p *program) outdated(session *session.Session, name, theirs string) error {
	then, known := lastWith(session, theirs)
	if !known {
		return refuse("report-other-plan", "file", name)
	}
	now := session.Journal().Head(session.Journal().Len())
	here := p.clock().Location()
	day := func(e steps.Head) string { return p.texts.Date(steps.DateOf(e.At.In(here))) }
	if day(then) == day(now) { // the hour tells them apart
		day = func(e steps.Head) string {
			return p.texts.Date(steps.DateOf(e.At.In(here))) + ", " + e.At.In(here).Format("15:04:05")
		}
	}
	return refuse("report-outdated", "file", name, "day", day(then), "changed", day(now))
}

// lastWith is the last entry after which the plan had a fingerprint.
func lastWith(session *session.Session, mark string) (last steps.Head, found bool) {
	replayed, err := steps.Replay(session.Definitions, nil)
	if err != nil {
		return last, false
	}
	for _, e := range session.Journal().Entries().All() {
		if replayed.Apply(e) == nil && fingerprint(replayed.Plan()) == mark {
			last, found = steps.Head{At: e.At, By: e.By}, true
		}
	}
	return last, found
}
