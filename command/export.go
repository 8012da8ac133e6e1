package command

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
)

// formats are those a plan can be exported in, the default first.
var formats = []string{"md", "html", "pdf", "docx", "odt", "pptx", "xlsx", "csv", "ics", "json", "yaml"}

// wholePlan are those that hold a whole plan, as it is now.
var wholePlan = []string{"json", "yaml"}

// endings are those of file names that say a format.
var endings = map[string]string{
	".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".pptx": "pptx", ".xlsx": "xlsx",
	".csv": "csv", ".ics": "ics", ".json": "json", ".yaml": "yaml", ".yml": "yaml",
}

// formatOf is the format that is asked for: the one chosen, else what the name of the file says. The default is for the
// screen only: a file whose name says nothing would be Markdown that no program opens.
func formatOf(chosen, output string) (string, error) {
	said := endings[strings.ToLower(filepath.Ext(output))]
	switch {
	case chosen != "" && !slices.Contains(formats, chosen):
		return "", usage("unknown-format", "value", chosen, "allowed", strings.Join(formats, ", "))
	case chosen == "" && output == "":
		return formats[0], nil
	case chosen == "" && said == "":
		return "", usage("unknown-ending", "file", filepath.Base(output), "allowed", "."+strings.Join(formats, ", ."))
	case chosen == "":
		return said, nil
	case said != "" && said != chosen:
		return "", usage("format-not-with-name", "value", chosen, "file", filepath.Base(output), "other", said)
	}
	return chosen, nil
}

// noText are the formats that a terminal cannot show.
var noText = []string{"xlsx", "pdf", "docx", "odt", "pptx"}

// export gives a plan in one of the formats. The command and the wizard both call it.
func export(format string, plan steps.Plan, options report.Options) ([]byte, error) {
	if document, ok := documents[format]; ok {
		return document.of(plan, options)
	}
	switch format {
	case "xlsx":
		if options.Subject != report.AboutPlan {
			return answerBook(plan, options)
		}
		return spreadsheet.Encode(plan, options.Texts)
	case "csv":
		return spreadsheet.EncodeCSV(plan, options.Texts), nil
	case "yaml":
		return planfile.EncodeYAML(plan), nil
	}
	return planfile.Encode(plan), nil
}

// answerBook is a spreadsheet to answer an inquiry in.
func answerBook(plan steps.Plan, options report.Options) ([]byte, error) {
	of, page := plan.Definitions().Page(string(options.Subject))
	if len(plan.CompleteRows(of.ID, page.Table)) == 0 {
		return nil, refuse("no-questions")
	}
	return spreadsheet.EncodeAnswers(plan, string(options.Subject), options.Texts)
}

// fingerprint tells a state of a plan from any other.
func fingerprint(plan steps.Plan) string {
	sum := sha256.Sum256(planfile.Encode(plan))
	return hex.EncodeToString(sum[:4])
}

// exported is a session's plan in a format, with what a person chose.
func exported(session *session.Session, format string, options report.Options) ([]byte, error) {
	return export(format, session.Plan(), optionsOf(session, options))
}

// optionsOf are the options of a document of a session's plan, with what a person chose.
func optionsOf(session *session.Session, chosen report.Options) report.Options {
	chosen.Place = session.Place
	return report.OptionsFor(session.Journal(), session.Spoken(), chosen)
}

// exportCommand writes the plan out.
func (p *program) exportCommand() *cobra.Command {
	chosen, output, yes, flags := "", "", false, documentFlags{}
	var c *cobra.Command
	c = p.command("export", 0, func([]string) error {
		format, err := formatOf(chosen, output)
		if err != nil {
			return err
		}
		if slices.Contains(noText, format) && output == "" && p.outTerminal {
			return usage("needs-output", "value", format)
		}
		options, err := flags.options(p, c, format)
		if err != nil {
			return err
		}
		return p.loaded(toShow, func(session *session.Session) error {
			options.WholeTo = p.wholeTo(session)
			if err := knowsMember(session.Plan(), options); err != nil {
				return err
			}
			content, err := exported(session, format, options)
			if err != nil {
				return err
			}
			written := false
			if output == "" {
				_, err = p.out.Write(content)
			} else {
				written, err = p.writeFile(output, content, yes)
			}
			if past := noPast(session, format); written && past != "" {
				p.tell(p.errs, past)
			}
			if err == nil {
				p.caution(session, format, options)
			}
			return err
		})
	})
	c.Flags().StringVar(&chosen, "format", "", p.texts.Commands.Flags["format"].Fill("formats", strings.Join(formats, ", ")))
	c.Flags().StringVar(&output, "output", "", p.flag("output"))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	flags.bind(p, c)
	p.complete(c, "format", formats...)
	return c
}

// noPast says of a file with a whole plan where its history is, which is not in it; nothing of any other.
func noPast(session *session.Session, format string) string {
	if !slices.Contains(wholePlan, format) || session.InMemory() {
		return ""
	}
	return session.Texts.Commands.Export.NoPast.Fill("file", steps.CleanName(filepath.Base(session.Place)))
}

// caution warns of what whoever made a document has to mind.
func (p *program) caution(session *session.Session, format string, options report.Options) {
	document, toRead := documents[format]
	if !toRead || !options.Notes && document.unwritten == nil {
		return
	}
	said := document.minded(session.Plan(), optionsOf(session, options))
	for _, line := range said.Caution(p.texts) {
		p.tell(p.errs, line)
	}
}

// writeFile writes a file, and says whether it did. One that exists is asked about.
func (p *program) writeFile(path string, content []byte, yes bool) (written bool, err error) {
	words, shown := p.texts.Commands.Export, steps.CleanName(path)
	to, err := p.output(path)
	switch {
	case err != nil:
		return false, err
	case to.there != nil && !yes && !p.terminal():
		return false, refuse("replace-needs-terminal", "file", path)
	case to.there != nil && !yes:
		replace, err := p.confirm(words.Exists.Fill("file", shown))
		if err != nil {
			return false, err
		}
		if !replace {
			p.tell(p.out, words.Kept.Fill("file", shown))
			return false, nil
		}
	}
	if err := to.write(content); err != nil {
		return false, err
	}
	p.tell(p.errs, words.Written.Fill("file", shown))
	return true, nil
}
