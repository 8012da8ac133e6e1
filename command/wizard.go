package command

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/cli/browser"

	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard"
	"stappenplan/wizard/plain"
)

// screens shows the questions on screens.
func (p *program) screens(session *session.Session) (err error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, stopSignals()...)
	defer signal.Stop(signals)
	rescue, done := p.rescuing(session)
	defer func() { err = cmp.Or(err, done()) }()
	return p.ended(wizard.Run(session, wizard.Options{
		Signals:   signals,
		Rescue:    rescue,
		Export:    p.exportTo,
		InTheWay:  p.inTheWay,
		Preview:   documentPreview,
		ReadLogo:  p.logoFile,
		Open:      openQuietly,
		Documents: []string{"pdf", "docx", "html", "md"},
		Files:     []string{"xlsx", "ics", "json", "yaml"},
		Folder:    p.documents,
	}))
}

// lineByLine asks the questions line by line.
func (p *program) lineByLine(session *session.Session) (err error) {
	rescue, done := p.rescuing(session)
	defer func() { err = cmp.Or(err, done()) }()
	return p.ended(plain.Run(session, p.in, p.out, rescue, p.inTerminal))
}

// rescuing gives what puts a plan in a new file, beside the screens too, and what closes those files when the questions
// are over: the call then speaks of the file in which the plan is.
func (p *program) rescuing(work *session.Session) (rescue session.Rescue, done func() error) {
	var mutex sync.Mutex
	var opened []store.Store
	before := work.Place
	rescue = func(path, plan string, entries []steps.Entry) (kept session.Journals, place string, err error) {
		var file store.Store
		if path == "" {
			file, path, err = p.rescue(plan, entries)
		} else if path, err = p.typed(path); err == nil {
			file, err = store.CreateWith(path, map[string][]steps.Entry{plan: entries})
		}
		if err != nil {
			return nil, "", err
		}
		mutex.Lock()
		defer mutex.Unlock()
		opened = append(opened, file)
		return file, path, nil
	}
	return rescue, func() (err error) {
		mutex.Lock()
		defer mutex.Unlock()
		for _, file := range opened {
			err = cmp.Or(err, file.Close())
		}
		if work.Place != before {
			p.flags.file, p.rescued = work.Place, true
		}
		return err
	}
}

// rescue writes a plan to a new file where people keep what they write, or else where programs do.
func (p *program) rescue(plan string, entries []steps.Entry) (kept store.Store, path string, err error) {
	err = refuse("no-home")
	folders := []string{p.documents, filepath.Join(p.dataFolder, folderName)}
	for _, folder := range slices.DeleteFunc(folders, func(folder string) bool { return !filepath.IsAbs(folder) }) {
		path = p.newName(folder, "stappenplan")
		if kept, err = store.CreateWith(path, map[string][]steps.Entry{plan: entries}); err == nil {
			return kept, path, nil
		}
	}
	return nil, "", err
}

// newName is a name for a file that nothing has yet, called for the day.
func (p *program) newName(folder, name string) string {
	name += "-" + string(steps.DateOf(p.clock()))
	for n := 1; ; n++ {
		path := filepath.Join(folder, name+".db")
		if n > 1 {
			path = filepath.Join(folder, name+"-"+strconv.Itoa(n)+".db")
		}
		if _, err := os.Lstat(path); err != nil {
			return path
		}
	}
}

// exportTo writes the plan to a file for the screens, whose folder it makes. A file that exists is replaced only when
// the person said so.
func (p *program) exportTo(session *session.Session, file wizard.File) (wizard.Written, error) {
	full, err := p.typed(file.Path)
	if err != nil {
		return wizard.Written{}, err
	}
	content, holds, err := fileOf(session, file)
	if err != nil {
		return wizard.Written{}, err
	}
	to, err := p.output(full)
	switch {
	case err != nil:
		return wizard.Written{}, err
	case to.there != nil && !file.Replace:
		return wizard.Written{}, refuse("file-in-the-way", "file", full)
	}
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		return wizard.Written{}, to.refusal(err)
	}
	return wizard.Written{Path: full, Contents: holds}, to.write(content)
}

// fileOf is what goes into a file, and in words how much of the plan that is.
func fileOf(session *session.Session, file wizard.File) (content []byte, holds string, err error) {
	options, texts := report.OptionsFor(session.Journal(), session.Texts, documentOptions(file.Document)), session.Texts
	document, toRead := documents[file.Format]
	if !toRead {
		content, err = export(file.Format, session.Plan(), options)
		return content, report.Contents(session.Plan(), texts), err
	}
	summary := document.summary(session.Plan(), options)
	switch {
	case file.Format == "ics":
		holds = report.DaysOf(summary, texts)
	case options.Subject != report.AboutBlank:
		holds = report.ContentsOf(summary, session.Plan(), texts)
	}
	content, err = document.render(summary)
	return content, holds, err
}

// documentOptions are what the screens chose; how much is wanted is said of a summary only.
func documentOptions(d wizard.Document) report.Options {
	if d.Subject != report.AboutPlan {
		d.Sections = nil
	}
	return d.Options
}

// inTheWay says which of these files exist, and which folder does not.
func (p *program) inTheWay(paths []string) (files []string, folder string) {
	for _, path := range paths {
		full, err := p.typed(path)
		if err != nil { // which is said when it is written
			continue
		}
		if _, err := os.Stat(full); err == nil {
			files = append(files, path)
		}
		if _, err := os.Stat(filepath.Dir(full)); errors.Is(err, fs.ErrNotExist) {
			folder = filepath.Dir(path)
		}
	}
	return files, folder
}

// openQuietly shows a file with the computer's own program, whose words would stand across the screen.
func openQuietly(path string) error {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	return browser.OpenFile(path)
}

// documentPreview is what a document of the plan says.
func documentPreview(session *session.Session, d wizard.Document) report.Summary {
	return documents["pdf"].summary(session.Plan(), report.OptionsFor(session.Journal(), session.Texts, documentOptions(d)))
}
