package command

import (
	"errors"

	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/planfile/xlsx"
	"stappenplan/session"
	"stappenplan/steps"
)

// importAnswers reads the answers in workbooks that people filled in, each a file, as one entry.
func (p *program) importAnswers(names []string, purpose purpose, yes, dry bool) error {
	var books []*xlsx.Book
	var wrong []error
	for _, name := range names {
		data, err := p.read(name, maxFile)
		if err != nil {
			return err
		}
		if !xlsx.IsWorkbook(data) {
			wrong = append(wrong, named(name, spreadsheet.NoAnswers))
			continue
		}
		book, err := planfile.OpenWorkbook(data)
		if err != nil {
			wrong = append(wrong, named(name, err))
			continue
		}
		books = append(books, book)
	}
	if len(wrong) > 0 {
		return errors.Join(wrong...)
	}
	return p.loaded(purpose, func(session *session.Session) error {
		read, err := unlessStopped(p, func() (spreadsheet.Reading, error) { return p.answers(names, books, session.Plan()) })
		if err != nil {
			return err
		}
		if read.There > 0 {
			p.tell(p.out, p.texts.Workbook.There.For(read.There))
		}
		return p.bringIn(session, read.Changes, yes, dry)
	})
}

// answers are those in all these workbooks together.
func (p *program) answers(names []string, books []*xlsx.Book, before steps.Plan) (read spreadsheet.Reading, err error) {
	var wrong []error
	after, known := before, spreadsheet.AnswersOf(before)
	for i, book := range books {
		one, err := spreadsheet.Answers(book, after, known, p.texts)
		if err != nil {
			wrong = append(wrong, named(names[i], err))
			continue
		}
		if after, err = after.Apply(steps.Entry{Changes: one.Changes}); err != nil {
			return read, err
		}
		read.There += one.There
	}
	read.Changes = steps.Changes(before, after)
	return read, errors.Join(wrong...)
}
