package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licenceNames are the names under which authors put the terms of what they wrote.
var licenceNames = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)(\.txt|\.md|[-_].*)?$`)

// part is a module that is in the program, or Go itself, with the folder of its source.
type part struct{ name, version, folder string }

// notices are the licences of all parts of the program, on any system, as their authors ask: each in full.
func notices(folder string) (string, error) {
	found, err := parts(folder)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s is made of the parts below, each under the licence that follows its name.\n", program)
	for _, p := range found {
		terms, err := p.licences()
		if err != nil {
			return "", err
		}
		rule := strings.Repeat("=", 78)
		fmt.Fprintf(&text, "\n%s\n%s %s\n%s\n\n%s\n", rule, p.name, p.version, rule, terms)
	}
	return text.String(), nil
}

// parts are the modules whose packages are in the program, for any target, and Go's own library. One that a folder of ours stands in for
// is under the terms of the program itself.
func parts(folder string) ([]part, error) {
	all := map[string]part{}
	for _, t := range targets {
		said, err := told(folder, variables(t), "go", "list", "-deps",
			"-f", `{{if not .Standard}}{{with .Module}}{{if not .Main}}{{with or .Replace .}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}{{end}}{{end}}`, ".")
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(said) {
			if words := strings.SplitN(strings.TrimSpace(line), " ", 3); len(words) == 3 && words[1] != "" {
				all[words[0]] = part{words[0], words[1], words[2]}
			}
		}
	}
	said, err := told(folder, nil, "go", "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, err
	}
	root, version, _ := strings.Cut(strings.TrimSpace(said), "\n")
	list := []part{{"Go", version, root}}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		list = append(list, all[name])
	}
	return list, nil
}

// licences are the terms of a part; one without any cannot be given to others, and is an error.
func (p part) licences() (string, error) {
	files, err := os.ReadDir(p.folder)
	if err != nil {
		return "", err
	}
	var texts []string
	for _, file := range files {
		if !file.IsDir() && licenceNames.MatchString(file.Name()) {
			text, err := os.ReadFile(filepath.Join(p.folder, file.Name()))
			if err != nil {
				return "", err
			}
			texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
		}
	}
	if len(texts) == 0 {
		return "", fmt.Errorf("%s %s has no licence in %s", p.name, p.version, p.folder)
	}
	return strings.Join(texts, "\n\n") + "\n", nil
}
