package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/cli/browser"

	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard"
)

// screens shows the questions on screens.
func (p *program) screens(session *wizard.Session) (err error) {
	var rescued store.Store
	defer func() {
		if rescued != nil {
			err = first(err, rescued.Close())
		}
	}()
	err = wizard.Run(session, wizard.Options{
		Rescue: func(plan string, entries []steps.Entry) (_ wizard.Journals, place string, err error) {
			rescued, p.rescued, err = p.rescue(plan, entries)
			return rescued, p.rescued, err
		},
		Export: func(format, path string, overwrite bool, chosen report.Options) (string, error) {
			return p.exportTo(session, format, path, overwrite, chosen)
		},
		Open:     browser.OpenFile,
		Formats:  formats,
		Folder:   p.documents,
		Summary:  func() string { return summary(session) },
		Contents: func() string { return report.Contents(session.Plan(), session.Texts) },
	})
	if errors.Is(err, wizard.ErrInterrupted) {
		return context.Canceled
	}
	return err
}

// rescue writes a plan to a new file where people keep what they write, or else where programs do. It is called
// for the day; what stands there stays.
func (p *program) rescue(plan string, entries []steps.Entry) (kept store.Store, path string, err error) {
	folders := []string{p.documents, filepath.Join(p.dataFolder, folderName)}
	for _, folder := range slices.DeleteFunc(folders, func(folder string) bool { return !filepath.IsAbs(folder) }) {
		for n := 1; ; n++ {
			name := "stappenplan-" + string(steps.DateOf(p.clock()))
			if n > 1 {
				name += "-" + strconv.Itoa(n)
			}
			path = filepath.Join(folder, name+".db")
			if kept, err = store.CreateWith(path, plan, entries); !store.HasCode(err, store.FileExists) {
				break
			}
		}
		if err == nil {
			return kept, path, nil
		}
	}
	if err == nil {
		err = refuse("no-home")
	}
	return nil, "", err
}

// exportTo writes the plan to a file for the screens, and gives its full path. A file that exists is
// replaced only when the person said so.
func (p *program) exportTo(session *wizard.Session, format, path string, overwrite bool, chosen report.Options) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", refuse("write-file", "file", path, "cause", p.cause(err))
	}
	content, err := exported(session, format, exportOptions{Options: chosen})
	if err != nil {
		return "", err
	}
	if _, err := os.Lstat(full); err == nil && !overwrite {
		return "", refuse("file-in-the-way", "file", full)
	}
	return full, p.replaceFile(full, content)
}

// summary is the plan's summary, to be read on a screen.
func summary(session *wizard.Session) string {
	content, err := exported(session, formats[0], exportOptions{})
	if err != nil {
		return ""
	}
	return string(content)
}
