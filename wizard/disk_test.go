package wizard

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// disk is where the files of a test go: their paths, and the folders that are there.
type disk struct {
	files     map[string]screen.File
	folders   []string
	full      string            // the ending of a file that cannot be written
	rescued   string            // where a plan is rescued to
	read      map[string][]byte // those that are read, by their paths
	logos     int               // how often a logo was read
	backups   atomic.Int32
	copies    []screen.Backup
	known     screen.Known
	erasables screen.Erasables
	erasing   screen.Erasing
	beside    session.Beside
	encrypted bool
	spoken    assets.Language // that is remembered
	t         *testing.T
}

func (*disk) Path(typed string) string { return strings.Trim(strings.TrimSpace(typed), `"'`) }

func (d *disk) Encrypted() bool { return d.encrypted }

func (d *disk) Sealing(what screen.Seal) screen.Sealing {
	return screen.Sealing{What: what, Says: []string{"Hier gebeurt dit: " + string(what)}, Changes: true, Chooses: what != screen.Decrypt, Asks: what != screen.Encrypt}
}

func (d *disk) Proves(phrase string) (bool, error) {
	if !d.encrypted {
		return false, assets.NewFault("file-missing", "path", "/home/an/plan.db")
	}
	return phrase == aPhrase, nil
}

func (*disk) Strength(phrase string) (string, bool) {
	if len(phrase) < 10 {
		return "te kort", false
	}
	return "Sterk", true
}

func (*disk) Command(call string) string { return `stappenplan --file "/home/an/plan.db" ` + call }

func (d *disk) Beside(steps.Entries) session.Beside { return d.beside }

func (d *disk) InTheWay(paths []string) (there []string, folder string) {
	for _, path := range paths {
		if _, exists := d.files[path]; exists {
			there = append(there, path)
		}
		if in := path[:strings.LastIndex(path, "/")]; !slices.Contains(d.folders, in) {
			folder = in
		}
	}
	return there, folder
}

func (d *disk) Export(_ *session.Session, file screen.File) (screen.Written, error) {
	if _, exists := d.files[file.Path]; exists && !file.Replace {
		return screen.Written{}, assets.NewFault("file-in-the-way")
	}
	if d.full != "" && strings.HasSuffix(file.Path, d.full) {
		return screen.Written{}, assets.NewFault("disk-full")
	}
	d.files[file.Path] = file
	return screen.Written{Path: file.Path, Contents: "70 taken"}, nil
}

func (d *disk) Speak(language assets.Language) { d.spoken = language }

func (*disk) Preview(session *session.Session, d screen.Document) report.Summary {
	options := d.Options
	options.Texts, options.Today, options.Sections = session.Spoken(), session.Today(), nil
	return report.Summarize(session.Plan(), options)
}

func (d *disk) ReadLogo(path string) (report.Logo, error) {
	d.logos++
	if path != "/home/an/logo.png" {
		return report.Logo{}, errors.New("no picture")
	}
	return report.Logo{Data: []byte("picture"), Type: "png", Width: 4, Height: 3}, nil
}

// Protect counts the backups.
func (d *disk) Protect() { d.backups.Add(1) }

func (d *disk) ProtectImport() { d.backups.Add(1) }

func (d *disk) BackUp() (string, error) {
	if d.full != "" {
		return "", assets.NewFault("disk-full", "path", "plan.db")
	}
	return "/home/an/plan.backups/2026-11-24T090000Z-0012-asked.db", nil
}

func (d *disk) Backups() []screen.Backup { return d.copies }

func (d *disk) Restoring(b screen.Backup) screen.Restoring {
	lost := []string{"  12  School: naam Kade"}
	if b.File == "long" {
		lost = slices.Repeat(lost, 26)
	}
	return screen.Restoring{Backup: b, Says: append([]string{"Terug naar " + b.When, "Deze wijziging gaat verloren:"}, lost...), Changes: b.File != "same", Keeps: b.File != "elsewhere"}
}

func (d *disk) Erasables() screen.Erasables { return d.erasables }

func (d *disk) Erasing(what string) screen.Erasing {
	e := d.erasing
	e.What = what
	return e
}

// Rescue makes a new file at a path, or at the usual one.
func (d *disk) Rescue(path, plan string, entries steps.Entries) (session.Journals, string, error) {
	if path == "" {
		path = d.rescued
	}
	kept, err := store.CreateWith(path, map[string]steps.Entries{plan: entries})
	if err == nil {
		d.t.Cleanup(func() { _ = kept.Close() })
	}
	return kept, path, err
}

func (*disk) Open(string) error { return nil }

func (*disk) Edit([]byte) screen.Editing { return nil }

// ReadFile reads a file that a test has.
func (d *disk) ReadFile(path string) ([]byte, error) {
	if data, there := d.read[path]; there {
		return data, nil
	}
	return nil, assets.NewFault("read-file", "file", path, "cause", "missing")
}

func (d *disk) Known() screen.Known { return d.known }
