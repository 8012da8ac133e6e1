package command

import (
	"cmp"
	"errors"
	"io"
	"math"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/plain"
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
	case worded.Code() == (*steps.BrokenError)(nil).Code(): // which knows of no file
		broken, _ := errors.AsType[*steps.BrokenError](err)
		err = refuse(broken.Code(), "entry", broken.Values()["entry"], "command", p.againWith("restore"))
	default:
		err = p.withoutBackups(err)
	}
	return []string{p.texts.Error(err)}
}

// importCommand reads a plan file or a spreadsheet, or the answers in several spreadsheets.
func (p *program) importCommand() *cobra.Command {
	agreed, listed := agreed{}, listFlags{}
	c := p.command("import", 1, func(words []string) error {
		purpose := toImport
		if agreed.dry {
			purpose = toRead
		}
		switch {
		case len(words) > 1 && p.flags.catalogue != "":
			return usage("too-many-words", "command", "import", "word", words[1])
		case len(words) > 1:
			if err := listed.misplaced(); err != nil {
				return err
			}
			return p.importAnswers(words, purpose, agreed.yes, agreed.dry)
		}
		return p.importFile(words[0], purpose, listed, agreed)
	})
	c.Args = takes("import", string(p.texts.Commands.Calls["import"].Use), 1, math.MaxInt)
	c.Flags().BoolVar(&agreed.yes, "yes", false, p.flag("yes"))
	c.Flags().BoolVar(&agreed.dry, "dry-run", false, p.flag("dry-run"))
	c.Flags().BoolVar(&agreed.skipBad, "skip-bad-cells", false, p.flag("skip-bad-cells"))
	p.listFlags(c, &listed)
	p.catalogueFlag(c)
	return c
}

// agreed is what a call agreed to beforehand.
type agreed struct {
	yes, dry bool
	skipBad  bool // to leave the cells that cannot be
}

// importFile reads in one file: a plan file, a spreadsheet of ours or a list that others made.
func (p *program) importFile(name string, purpose purpose, listed listFlags, agreed agreed) error {
	own, err := p.ownCatalogue()
	if err != nil {
		return err
	}
	data, err := p.read(name, maxFile)
	if err != nil {
		return err
	}
	choices, err := listed.choices(p.texts)
	if err != nil {
		return err
	}
	file, err := unlessStopped(p, func() (importing.File, error) {
		return importing.Open(name, data, own, p.texts, choices) // the tasks are those of one's own catalogue, and both come in as one entry
	})
	if err != nil {
		return named(name, err)
	}
	if !file.HasRows() {
		if err := listed.misplaced(); err != nil {
			return err
		}
	}
	return p.loaded(purpose, func(session *session.Session) error {
		read, err := unlessStopped(p, func() (importing.Import, error) {
			return file.Read(importing.Ground{Plan: session.Plan(), Texts: p.texts, Today: steps.DateOf(p.clock())}, choices)
		})
		if err != nil {
			return named(name, err)
		}
		return named(name, p.importRead(session, read, agreed))
	})
}

// importRead has what was read confirmed at a terminal, and brings it in. Without questions it takes only what is certain.
func (p *program) importRead(session *session.Session, read importing.Import, agreed agreed) (err error) {
	quiet, talk, goOn := agreed.yes || agreed.dry || !p.terminal(), p.importTalk(), false
	talk.LeavesBad = agreed.skipBad
	switch {
	case read.Kind == importing.PlanFile:
	case quiet && read.Kind == importing.OtherList && !read.Known():
		return lists.NoOverview
	case !quiet:
		if read, goOn, err = talk.Import(read); err != nil || !goOn {
			return err
		}
	case read.Kind == importing.OurWorkbook:
		talk.Describe(read)
		switch {
		case read.Reading.Bad == nil:
		case agreed.skipBad:
			talk.BadCells(read)
		case agreed.dry && len(read.Reading.Changes) > 0:
			return errors.Join(p.inSight(session, read, agreed), named(read.Name, read.Reading.Bad), refuse("workbook-skip"))
		default:
			return errors.Join(named(read.Name, read.Reading.Bad), refuse("workbook-skip"))
		}
	case !agreed.yes && !agreed.dry:
		return refuse("ask-needs-terminal")
	default:
		if err := p.takeCertain(read, agreed); err != nil {
			return err
		}
	}
	return p.inSight(session, read, agreed)
}

// takeCertain says what was understood of a list, and refuses it where that is not certain enough to take it without questions.
func (p *program) takeCertain(read importing.Import, agreed agreed) error {
	words, talk := p.texts.Workbook.List, p.importTalk()
	talk.Describe(read)
	if doubts := read.List.Doubts(); agreed.yes && len(doubts) > 0 {
		return p.uncertain(read, doubts)
	}
	talk.Rows(read, words.Sure, read.Sure())
	talk.Likely(read)
	talk.Rows(read, words.Own, read.Own())
	p.tell(p.out, words.Threshold.Fill("sure", p.texts.WholePercent(lists.Sure)))
	return nil
}

// importTalk is the conversation about an import at this terminal.
func (p *program) importTalk() plain.ImportTalk {
	return plain.ImportTalk{
		Texts: p.texts,
		Write: func(text string) { _, _ = io.WriteString(inLines{p}, text) },
		Hear: func() (string, error) {
			line, err := p.in.ReadString('\n')
			return steps.CleanName(line), err
		},
	}
}

// inSight brings in what was read, with what an empty cell of our workbook does said before.
func (p *program) inSight(session *session.Session, read importing.Import, agreed agreed) error {
	changes, err := unlessStopped(p, read.Changes)
	if err != nil {
		return err
	}
	if read.Kind == importing.OurWorkbook && importing.Loses(changes) {
		p.tell(p.out, string(p.texts.Workbook.Clears))
	}
	return p.bringIn(session, changes, agreed.yes, agreed.dry)
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
	if dry || before.Begun() {
		preview, err := unlessStopped(p, func() ([]importing.Section, error) { return importing.Preview(changes, before, p.texts) })
		if err != nil {
			return err
		}
		p.importTalk().Preview(preview)
	}
	if dry {
		p.tell(p.out, string(words.Dry))
		return nil
	}
	if agreed, err := p.agree(words.Ask, "ask-needs-terminal", yes || !before.Begun()); err != nil || !agreed {
		return err
	}
	_ = p.backUpBefore(store.BeforeImport) // which is told when the file is closed
	if err := session.Record(changes...); err != nil {
		return err
	}
	p.tell(p.out, p.imported(before, session.Plan()))
	return nil
}

// imported says what was done.
func (p *program) imported(before, after steps.Plan) string {
	words := p.texts.Commands.Import
	if before.Begun() {
		return string(words.Done)
	}
	return words.Made.Fill("school", cmp.Or(after.School.Name, string(p.texts.Common.School)))
}

// agree asks whether to do what was shown, where that was not agreed to already; without a terminal it is refused.
func (p *program) agree(ask assets.Text, refusal string, already bool) (bool, error) {
	switch {
	case already:
		return true, nil
	case !p.terminal():
		return false, refuse(refusal)
	}
	agreed, err := p.confirm(string(ask))
	if err == nil && !agreed {
		p.tell(p.out, string(p.texts.Commands.Import.Kept))
	}
	return agreed, err
}
