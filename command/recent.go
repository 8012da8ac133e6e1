package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"stappenplan/assets"
)

const (
	stateName  = "state.json"
	mostRecent = 12
)

// remembered is what the program knows beside the plans: the files that were open, the newest first, what was answered about their
// backups, and how much of each was seen. Losing it loses nothing: what goes wrong with it is no error.
type remembered struct {
	Recent  []string           `json:"recent"`
	Backups map[string]consent `json:"backups,omitempty"` // by the id of the first entry of a plan
	Files   map[string]seen    `json:"files,omitempty"`   // by the path of the file
	// Language is the one that was chosen on the screens; empty for none.
	Language assets.Language `json:"language,omitempty"`
}

// statePath is where that is kept; empty where nothing is.
func (e environment) statePath() string {
	if e.stateFolder == "" {
		return ""
	}
	return filepath.Join(e.stateFolder, folderName, stateName)
}

// state is what is remembered.
func (e environment) state() (state remembered) {
	path := e.statePath()
	if path == "" {
		return state
	}
	file, err := openFile(path, maxList)
	if err != nil {
		return state
	}
	defer file.Close()
	if json.NewDecoder(file).Decode(&state) != nil {
		return remembered{}
	}
	return state
}

// keepState writes what is remembered.
func (p *program) keepState(state remembered) {
	if p.statePath() == "" {
		return
	}
	content, err := inJSON(state)
	if err != nil || os.MkdirAll(filepath.Dir(p.statePath()), 0o700) != nil {
		return
	}
	if to, err := p.output(p.statePath()); err == nil {
		_ = to.write([]byte(content + "\n"))
	}
}

// recent are the paths of the files that were open, the newest first.
func (p *program) recent() []string { return absolutes(p.state().Recent) }

func absolutes(paths []string) []string {
	return slices.DeleteFunc(paths, func(path string) bool { return !filepath.IsAbs(path) })
}

// remember keeps that a file is open. Only the questions call it: a command remembers nothing.
func (p *program) remember(path string) {
	state := p.state()
	before := absolutes(state.Recent)
	if path == "" || len(before) > 0 && before[0] == path {
		return
	}
	others := slices.DeleteFunc(slices.Clone(before), func(known string) bool { return known == path })
	state.Recent = append([]string{path}, others...)
	state.Recent = state.Recent[:min(len(state.Recent), mostRecent)]
	p.keepState(state)
}
