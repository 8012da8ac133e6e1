package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
)

const (
	stateName  = "state.json"
	mostRecent = 12
)

// remembered is what the program knows beside the plans: the files that were open, the newest first. Losing it loses
// nothing: what goes wrong with it is no error.
type remembered struct {
	Recent []string `json:"recent"`
}

// statePath is where that is kept; empty where nothing is.
func (p *program) statePath() string {
	if p.stateFolder == "" {
		return ""
	}
	return filepath.Join(p.stateFolder, folderName, stateName)
}

// recent are the paths of the files that were open, the newest first.
func (p *program) recent() []string {
	var state remembered
	path := p.statePath()
	if path == "" {
		return nil
	}
	file, err := openFile(path, maxList)
	if err != nil {
		return nil
	}
	defer file.Close()
	if json.NewDecoder(file).Decode(&state) != nil {
		return nil
	}
	return slices.DeleteFunc(state.Recent, func(path string) bool { return !filepath.IsAbs(path) })
}

// remember keeps that a file is open. Only the questions call it: a command remembers nothing.
func (p *program) remember(path string) {
	before := p.recent()
	if p.statePath() == "" || path == "" || len(before) > 0 && before[0] == path {
		return
	}
	others := slices.DeleteFunc(slices.Clone(before), func(known string) bool { return known == path })
	state := remembered{append([]string{path}, others...)}
	state.Recent = state.Recent[:min(len(state.Recent), mostRecent)]
	content, err := inJSON(state)
	if err != nil || os.MkdirAll(filepath.Dir(p.statePath()), 0o700) != nil {
		return
	}
	if to, err := p.output(p.statePath()); err == nil {
		_ = to.write([]byte(content + "\n"))
	}
}
