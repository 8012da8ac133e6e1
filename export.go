package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/natefinch/atomic"
	"github.com/spf13/cobra"

	"stappenplan/planfile"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard"
)

// formats are those a plan can be exported in, the default first.
var formats = []string{"md", "html", "pdf", "docx", "xlsx", "ics", "json", "yaml"}

// noText are the formats that a terminal cannot show.
var noText = []string{"xlsx", "pdf", "docx"}

// exportOptions are what an export needs beside the plan.
type exportOptions struct {
	report.Options
	subject subject
}

// export gives a plan in a format. The command and the wizard both call it.
func export(format string, plan steps.Plan, options exportOptions) ([]byte, error) {
	if document, ok := documents[format]; ok {
		return document.of(plan, options)
	}
	switch format {
	case "json":
		return planfile.Encode(plan), nil
	case "yaml":
		return planfile.EncodeYAML(plan), nil
	case "xlsx":
		return planfile.EncodeWorkbook(plan, options.Texts)
	}
	return nil, usage("unknown-format", "value", format, "allowed", strings.Join(formats, ", "))
}

// fingerprint tells a state of a plan from any other.
func fingerprint(plan steps.Plan) string {
	sum := sha256.Sum256(planfile.Encode(plan))
	return hex.EncodeToString(sum[:4])
}

// exported is a session's plan in a format, with what a person chose. A document takes the day of the last
// change for today, so that the same journal gives the same bytes.
func exported(session *wizard.Session, format string, options exportOptions) ([]byte, error) {
	if options.Texts == nil {
		options.Texts = session.Texts
	}
	if entries := session.Journal().Entries(); len(entries) > 0 {
		options.Today = steps.DateOf(entries[len(entries)-1].At)
		options.LastChange = options.Today
	}
	if previous, ok := session.Journal().Previous(); ok {
		options.Previous = &previous
	}
	options.People = session.Journal().People()
	return export(format, session.Plan(), options)
}

// exportCommand writes the plan out.
func (p *program) exportCommand() *cobra.Command {
	format, output, yes, flags := "", "", false, documentFlags{}
	var c *cobra.Command
	c = p.command("export", 0, func([]string) error {
		if format == "" {
			format = formats[0]
		}
		if slices.Contains(noText, format) && output == "" && p.outTerminal {
			return usage("needs-output", "value", format)
		}
		options, err := flags.options(p, c, format)
		if err != nil {
			return err
		}
		return p.loaded(toRead, func(session *wizard.Session) error {
			content, err := exported(session, format, options)
			if err != nil {
				return err
			}
			if output == "" {
				_, err := p.out.Write(content)
				return err
			}
			return p.writeFile(output, content, yes)
		})
	})
	c.Flags().StringVar(&format, "format", "", p.texts.Commands.Flags["format"].Fill("formats", strings.Join(formats, ", ")))
	c.Flags().StringVar(&output, "output", "", p.flag("output"))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	flags.bind(p, c)
	p.complete(c, "format", formats...)
	return c
}

// writeFile writes a file whole or not at all. One that exists is asked about.
func (p *program) writeFile(path string, content []byte, yes bool) error {
	words, shown := p.texts.Commands.Export, steps.CleanName(path)
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return refuse("not-a-file", "file", path)
	case err == nil && !yes && !p.terminal():
		return refuse("replace-needs-terminal", "file", path)
	case err == nil && !yes:
		replace, err := p.confirm(words.Exists.Fill("file", shown))
		if err != nil {
			return err
		}
		if !replace {
			p.tell(p.out, words.Kept.Fill("file", shown))
			return nil
		}
	}
	if err := p.replaceFile(path, content); err != nil {
		return err
	}
	p.tell(p.errs, words.Written.Fill("file", shown))
	return nil
}

// replaceFile writes a file beside its place and renames it into that, so that it is there whole or not at
// all, readable for its owner only. A device or a folder is no place for a file.
func (p *program) replaceFile(path string, content []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return refuse("not-a-file", "file", path)
	}
	if err := replace(path, content); err != nil {
		cause := p.cause(err)
		if errors.Is(err, fs.ErrNotExist) {
			cause = p.texts.Commands.Causes.FolderMissing.Fill("folder", filepath.Dir(path))
		}
		return refuse("write-file", "file", path, "cause", cause)
	}
	return nil
}

func replace(path string, content []byte) error {
	beside, err := os.CreateTemp(filepath.Dir(path), ".stappenplan-*.part")
	if err != nil {
		return err
	}
	defer os.Remove(beside.Name()) // gone already when all went well
	_, err = beside.Write(content)
	if err = errors.Join(err, beside.Sync(), beside.Close()); err != nil {
		return err
	}
	return atomic.ReplaceFile(beside.Name(), path)
}
