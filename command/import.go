package command

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// badFile is a file that cannot be imported, with everything that is wrong with it.
type badFile struct {
	name     string
	problems planfile.Errors
}

// Error is for programmers.
func (b badFile) Error() string { return b.name + ": " + b.problems.Error() }

// wording is an error in the user's language: one line, or one for each where it is several, as the problems of a file.
func (p *program) wording(err error) (lines []string) {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range several.Unwrap() {
			lines = append(lines, p.wording(one)...)
		}
		return lines
	}
	var bad badFile
	var lost unwritten
	var worded interface{ Code() string }
	switch {
	case errors.As(err, &bad):
		for _, problem := range bad.problems {
			lines = append(lines, steps.CleanName(bad.name)+": "+p.texts.Error(problem))
		}
		return lines
	case errors.As(err, &lost):
		err = refuse("output-failed", "cause", store.Cause(lost))
	case !errors.As(err, &worded):
		err = refuse("unexpected", "cause", store.Cause(err))
	}
	return []string{p.texts.Error(err)}
}

// importCommand reads a plan file or a spreadsheet.
func (p *program) importCommand() *cobra.Command {
	yes, dry := false, false
	c := p.command("import", 1, func(words []string) error {
		own, err := p.ownCatalogue()
		if err != nil {
			return err
		}
		data, err := p.read(words[0], maxFile)
		if err != nil {
			return err
		}
		purpose := toImport
		if dry {
			purpose = toRead
		}
		if xlsx.IsWorkbook(data) && own == nil {
			return p.importWorkbook(words[0], data, purpose, yes, dry)
		}
		file, err := planfile.Decode(data, assets.Catalogue(), own) // the tasks are those of one's own catalogue, and both come in as one entry
		if err != nil {
			return named(words[0], err)
		}
		return p.loaded(purpose, func(session *session.Session) error {
			changes, err := file.Changes(session.Plan())
			if err != nil {
				return named(words[0], err)
			}
			return p.bringIn(session, changes, yes, dry)
		})
	})
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	c.Flags().BoolVar(&dry, "dry-run", false, p.flag("dry-run"))
	p.catalogueFlag(c)
	return c
}

// named says of which file the problems are.
func named(file string, err error) error {
	if problems, several := errors.AsType[planfile.Errors](err); several {
		return badFile{file, problems}
	}
	return err
}

// bringIn shows what would change, asks, and makes the changes as one entry.
func (p *program) bringIn(session *session.Session, changes []steps.Change, yes, dry bool) error {
	words, before := p.texts.Commands.Import, session.Plan()
	if len(changes) == 0 {
		p.tell(p.out, string(words.Nothing))
		return nil
	}
	after, err := before.Apply(steps.Entry{Changes: changes})
	if err != nil {
		return err
	}
	preview := p.preview(changes, before, after)
	if dry || before.Begun() {
		p.tell(p.out, strings.Join(preview, "\n"))
	}
	if dry {
		p.tell(p.out, string(words.Dry))
		return nil
	}
	if before.Begun() && !yes {
		agreed, err := p.agree()
		if err != nil || !agreed {
			return err
		}
	}
	if err := session.Record(changes...); err != nil {
		return err
	}
	p.tell(p.out, p.imported(before, session.Plan(), len(changes)))
	return nil
}

// imported says what was done.
func (p *program) imported(before, after steps.Plan, changes int) string {
	words := p.texts.Commands.Import
	if before.Begun() {
		return words.Done.For(changes)
	}
	return words.Made.Fill("school", cmp.Or(after.School.Name, string(p.texts.Common.School)))
}

// agree asks whether to go on.
func (p *program) agree() (bool, error) {
	if !p.terminal() {
		return false, refuse("ask-needs-terminal")
	}
	words := p.texts.Commands.Import
	agreed, err := p.confirm(string(words.Ask))
	if err == nil && !agreed {
		p.tell(p.out, string(words.Kept))
	}
	return agreed, err
}

// preview says what becomes empty, and then what changes.
func (p *program) preview(changes []steps.Change, before, after steps.Plan) (lines []string) {
	words := p.texts.Commands.Import
	losing, other := split(changes)
	differences := p.texts.Differences(before, after)
	heading := func(title assets.Plural, list []string) {
		if len(list) > 0 {
			lines = append(lines, title.For(len(list)))
		}
		for _, line := range list {
			lines = append(lines, "  "+line)
		}
	}
	heading(words.Loses, differences.Lines(losing))
	heading(words.Changes, differences.Lines(other))
	return lines
}

// split parts changes into what they take away and what they give.
func split(changes []steps.Change) (losing, other []steps.Change) {
	for _, c := range changes {
		if c.Kind == steps.ChangeRemove {
			losing = append(losing, c)
			continue
		}
		loses := func(g steps.Given) bool { return g.Empties() && !g.Signature() }
		gives := func(g steps.Given) bool { return !g.Empties() && !g.Signature() }
		given := c.Given()
		if slices.ContainsFunc(given, loses) {
			losing = append(losing, c.Keeping(func(g steps.Given) bool { return !gives(g) }))
		}
		if slices.ContainsFunc(given, gives) || !slices.ContainsFunc(given, loses) {
			other = append(other, c.Keeping(func(g steps.Given) bool { return !loses(g) }))
		}
	}
	return losing, other
}
