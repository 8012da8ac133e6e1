package command

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/planfile/xlsx"
	"stappenplan/session"
	"stappenplan/steps"
)

// importWorkbook reads a spreadsheet: the task overview that this program wrote, or one that others made.
func (p *program) importWorkbook(name string, data []byte, purpose purpose, yes, dry bool) error {
	book, err := planfile.OpenWorkbook(data)
	if err != nil {
		return named(name, err)
	}
	return p.loaded(purpose, func(session *session.Session) error {
		changes, err := spreadsheet.Decode(book, session.Plan(), p.texts)
		switch {
		case errors.Is(err, spreadsheet.ErrNotOurs):
			return p.importList(session, name, book, yes, dry)
		case err != nil:
			return named(name, err)
		}
		if losing, _ := split(changes); len(losing) > 0 {
			p.tell(p.out, string(p.texts.Workbook.Clears))
		}
		return p.bringIn(session, changes, yes, dry)
	})
}

// importList says what was made of an overview that others made, has the matches confirmed at a terminal, and brings it in.
func (p *program) importList(session *session.Session, name string, book *xlsx.Book, yes, dry bool) error {
	if !yes && !dry && !p.terminal() {
		return refuse("ask-needs-terminal")
	}
	plan := session.Plan()
	list, err := lists.Read(book, plan, p.texts)
	if err != nil {
		return named(name, err)
	}
	review := listReview{p, p.texts.Workbook.List, plan}
	review.describe(list)
	if yes || dry {
		review.show(list, review.words.Sure, lists.Row.Sure)
		review.show(list, review.words.Unsure, lists.Row.Unsure)
		review.show(list, review.words.Own, isOwn)
		p.tell(p.out, review.words.Threshold.Fill("sure", lists.Sure))
	} else if goOn, err := review.confirmed(list); err != nil || !goOn {
		return err
	}
	changes, err := list.Changes(plan)
	if err != nil {
		return named(name, err)
	}
	return p.bringIn(session, changes, yes, dry)
}

// isOwn says whether a row looks like no task of the plan.
func isOwn(r lists.Row) bool { return !r.Sure() && !r.Unsure() }

// listReview is the conversation about an overview that others made.
type listReview struct {
	*program
	words assets.ListTexts
	plan  steps.Plan
}

// describe says which sheet and columns were read, and as what.
func (l listReview) describe(list lists.List) {
	l.tell(l.out, l.words.Took.Fill("sheet", list.Sheet, "row", list.Headings))
	for _, c := range list.Columns {
		l.tell(l.out, l.words.Column.Fill("letter", c.Letter, "heading", c.Heading, "field", l.words.Fields[c.Field]))
	}
}

// show lists some of the rows under a heading.
func (l listReview) show(list lists.List, heading assets.Plural, which func(lists.Row) bool) {
	var lines []string
	for _, r := range list.Rows {
		switch {
		case !which(r):
		case len(r.Matches) > 0:
			lines = append(lines, l.words.Match.Fill("row", r.Number, "title", r.Title,
				"task", l.texts.TaskName(l.plan, r.Matches[0].Task), "certainty", r.Certainty))
		default:
			lines = append(lines, l.words.OwnTask.Fill("row", r.Number, "title", r.Title, "group", l.texts.Group(l.plan, r.Group)))
		}
	}
	if len(lines) > 0 {
		l.tell(l.out, heading.For(len(lines), "sure", lists.Sure)+"\n"+strings.Join(lines, "\n"))
	}
}

// confirmed has the matches confirmed: the sure ones together, the others one by one. Where the input ends, it says that
// nothing is read in.
func (l listReview) confirmed(list lists.List) (goOn bool, err error) {
	l.show(list, l.words.Sure, lists.Row.Sure)
	right := true
	if slices.ContainsFunc(list.Rows, lists.Row.Sure) {
		if right, err = l.confirm(string(l.words.AskSure)); err != nil {
			return false, err
		}
	}
	for i := range list.Rows {
		if r := &list.Rows[i]; r.Unsure() || r.Sure() && !right {
			switch err := l.choose(r); {
			case errors.Is(err, io.EOF):
				l.tell(l.out, string(l.texts.Commands.Import.Kept))
				return false, nil
			case err != nil:
				return false, err
			}
		}
	}
	l.show(list, l.words.Own, isOwn)
	return true, nil
}

// choose asks which task a row is.
func (l listReview) choose(r *lists.Row) error {
	lines := []string{l.words.Ask.Fill("row", r.Number, "title", r.Title)}
	for i, m := range r.Matches {
		line := l.words.Choice.Fill("key", i+1, "task", l.texts.TaskName(l.plan, m.Task), "certainty", m.Certainty)
		if i == 0 {
			line = l.words.Proposed.Fill("choice", line)
		}
		lines = append(lines, line)
	}
	lines = append(lines, l.words.MakeOwn.Fill("key", l.words.OwnKey, "group", l.texts.Group(l.plan, r.Group)),
		l.words.LeaveOut.Fill("key", l.words.OutKey))
	l.tell(l.out, strings.Join(lines, "\n"))
	for {
		line, err := l.in.ReadString('\n')
		if err != nil {
			return err
		}
		if l.take(r, strings.ToLower(steps.CleanName(line))) {
			return nil
		}
		l.tell(l.out, string(l.words.Again))
	}
}

// take makes the choice that was typed, and says whether it is one.
func (l listReview) take(r *lists.Row, typed string) bool {
	number, err := strconv.Atoi(typed)
	if typed == "" {
		number, err = 1, nil
	}
	switch {
	case typed == string(l.words.OwnKey):
		r.Task = ""
	case typed == string(l.words.OutKey):
		r.LeaveOut = true
	case err == nil && number >= 1 && number <= len(r.Matches):
		r.Task, r.Certainty = r.Matches[number-1].Task, r.Matches[number-1].Certainty
	default:
		return false
	}
	return true
}
