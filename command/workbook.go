package command

import (
	"errors"
	"io"
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
func (p *program) importWorkbook(name string, data []byte, yes, dry bool) error {
	purpose := toImport
	if dry {
		purpose = toRead
	}
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

// importList says what was made of an overview that others made, has the matches confirmed at a
// terminal, and brings it in.
func (p *program) importList(session *session.Session, name string, book *xlsx.Book, yes, dry bool) error {
	if !yes && !dry && !p.terminal() {
		return refuse("ask-needs-terminal")
	}
	plan := session.Plan()
	overview, err := lists.Read(book, plan, p.texts)
	if err != nil {
		return named(name, err)
	}
	talk := listReview{p, p.texts.Workbook.Foreign, plan}
	talk.took(overview)
	if yes || dry {
		talk.lists(overview)
		p.tell(p.out, talk.words.Threshold.Fill("sure", lists.Sure))
	} else if goOn, err := talk.settle(&overview); err != nil || !goOn {
		return err
	}
	changes, err := overview.Changes(plan)
	if err != nil {
		return named(name, err)
	}
	return p.bringIn(session, changes, yes, dry)
}

// listReview is the conversation about an overview that others made.
type listReview struct {
	*program
	words assets.ForeignTexts
	plan  steps.Plan
}

// took says which sheet and columns were read, and as what.
func (t listReview) took(f lists.List) {
	t.tell(t.out, t.words.Took.Fill("sheet", f.Sheet, "row", f.Headings))
	for _, c := range f.Columns {
		t.tell(t.out, t.words.Column.Fill("letter", c.Letter, "heading", c.Heading, "field", t.words.Fields[c.Field]))
	}
}

// lists shows the rows by how certain it is what they are.
func (t listReview) lists(f lists.List) {
	t.sure(f)
	t.list(f, t.words.Unsure, lists.Row.Unsure)
	t.own(f)
}

func (t listReview) sure(f lists.List) { t.list(f, t.words.Sure, lists.Row.Sure) }

func (t listReview) own(f lists.List) {
	t.list(f, t.words.Own, func(r lists.Row) bool { return !r.Sure() && !r.Unsure() })
}

// list shows some of the rows under a heading.
func (t listReview) list(f lists.List, heading assets.Plural, is func(lists.Row) bool) {
	var lines []string
	for _, r := range f.Rows {
		switch {
		case !is(r):
		case len(r.Matches) > 0:
			lines = append(lines, t.words.Match.Fill("row", r.Number, "title", r.Title,
				"task", t.texts.TaskName(t.plan, r.Matches[0].Task), "certainty", r.Certainty))
		default:
			lines = append(lines, t.words.OwnTask.Fill("row", r.Number, "title", r.Title, "group", t.texts.Group(t.plan, r.Group)))
		}
	}
	if len(lines) > 0 {
		t.tell(t.out, heading.For(len(lines), "sure", lists.Sure)+"\n"+strings.Join(lines, "\n"))
	}
}

// settle has the matches confirmed: the sure ones together, the others one by one. The end of input stops.
func (t listReview) settle(f *lists.List) (goOn bool, err error) {
	t.sure(*f)
	right := true
	for _, r := range f.Rows {
		if r.Sure() {
			if right, err = t.confirm(string(t.words.AskSure)); err != nil {
				return false, err
			}
			break
		}
	}
	for i := range f.Rows {
		if r := &f.Rows[i]; r.Unsure() || r.Sure() && !right {
			if err := t.choose(r); err != nil {
				return false, t.stopped(err)
			}
		}
	}
	t.own(*f)
	return true, nil
}

// stopped is no error where the input ended: then nothing is read in.
func (t listReview) stopped(err error) error {
	if !errors.Is(err, io.EOF) {
		return err
	}
	t.tell(t.out, string(t.texts.Commands.Import.Kept))
	return nil
}

// choose asks which task a row is.
func (t listReview) choose(r *lists.Row) error {
	lines := []string{t.words.Ask.Fill("row", r.Number, "title", r.Title)}
	for i, m := range r.Matches {
		line := t.words.Choice.Fill("key", i+1, "task", t.texts.TaskName(t.plan, m.Task), "certainty", m.Certainty)
		if i == 0 {
			line = t.words.Proposed.Fill("choice", line)
		}
		lines = append(lines, line)
	}
	lines = append(lines, t.words.MakeOwn.Fill("key", t.words.OwnKey, "group", t.texts.Group(t.plan, r.Group)),
		t.words.LeaveOut.Fill("key", t.words.OutKey))
	t.tell(t.out, strings.Join(lines, "\n"))
	for {
		line, err := t.in.ReadString('\n')
		if err != nil {
			return err
		}
		if t.answered(r, strings.ToLower(steps.CleanName(line))) {
			return nil
		}
		t.tell(t.out, string(t.words.Again))
	}
}

// answered takes in what was typed, if it is one of the choices.
func (t listReview) answered(r *lists.Row, typed string) bool {
	number, err := strconv.Atoi(typed)
	if typed == "" {
		number, err = 1, nil
	}
	switch {
	case typed == string(t.words.OwnKey):
		r.Task = ""
	case typed == string(t.words.OutKey):
		r.LeaveOut = true
	case err == nil && number >= 1 && number <= len(r.Matches):
		r.Task, r.Certainty = r.Matches[number-1].Task, r.Matches[number-1].Certainty
	default:
		return false
	}
	return true
}
