package wizard

import (
	"errors"
	"slices"
	"strings"
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
	files   map[string]screen.File
	folders []string
	full    string // the ending of a file that cannot be written
	rescued string // where a plan is rescued to
	logos   int    // how often a logo was read
	known   screen.Known
	t       *testing.T
}

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

// Rescue makes a new file at a path, or at the usual one.
func (d *disk) Rescue(path, plan string, entries []steps.Entry) (session.Journals, string, error) {
	if path == "" {
		path = d.rescued
	}
	kept, err := store.CreateWith(path, map[string][]steps.Entry{plan: entries})
	if err == nil {
		d.t.Cleanup(func() { _ = kept.Close() })
	}
	return kept, path, err
}

func (*disk) Open(string) error { return nil }

func (d *disk) Known() screen.Known { return d.known }
