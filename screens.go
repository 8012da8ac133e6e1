package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/cli/browser"

	"stappenplan/report"
	"stappenplan/wizard"
)

// screens shows the questions on screens.
func (p *program) screens(session *wizard.Session) error {
	err := wizard.Run(session, wizard.Options{
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
