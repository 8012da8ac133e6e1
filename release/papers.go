package main

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"
)

// sumsName is the file with the sums of all others, as sha256sum reads it.
const sumsName = "SHA256SUMS"

//go:embed templates
var templates embed.FS

// filled is a template with these values in it.
func (r *release) filled(name string, values any) ([]byte, error) {
	parsed, err := template.New(name).Option("missingkey=error").ParseFS(templates, "templates/"+name)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	err = parsed.Execute(&text, values)
	return text.Bytes(), err
}

// bills say for each program of which modules it consists, in the form of CycloneDX.
func (r *release) bills() error {
	for _, t := range targets {
		path := r.file("_" + t.String() + ".cdx.json")
		if err := r.source.tool("cyclonedx-gomod", "bin", "-json", "-noserial", "-notimestamp", "-std", "-version", "v"+r.source.version, "-output", path, r.built(t)); err != nil {
			return err
		}
	}
	return nil
}

// lists are what scoop, winget and Homebrew read: where the files are and which sums they have. They go into the
// repositories of these managers by hand.
func (r *release) lists() error {
	if r.home == "" {
		return nil
	}
	home := strings.TrimSuffix(r.home, "/")
	values := struct {
		Version, Home, Files, Date string
		Sum                        map[string]string
	}{r.source.version, home, home + "/releases/download/v" + r.source.version + "/" + program + "_" + r.source.version, r.source.at.Format(time.DateOnly), map[string]string{}}
	for _, name := range r.files {
		sum, err := r.sum(name)
		if err != nil {
			return err
		}
		values.Sum[strings.TrimPrefix(name, program+"_"+r.source.version)] = sum
	}
	for _, list := range []struct{ template, ending string }{
		{"scoop.json", "_scoop.json"}, {"homebrew.rb", "_homebrew.rb"},
		{"winget.version.yaml", "_winget.yaml"}, {"winget.installer.yaml", "_winget.installer.yaml"}, {"winget.locale.yaml", "_winget.locale.nl-BE.yaml"},
	} {
		content, err := r.filled(list.template, values)
		if err != nil {
			return err
		}
		if err := os.WriteFile(r.file(list.ending), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// notes are what is new in this version, in both languages, out of the changelog.
func (r *release) notes() error {
	changelog, err := r.source.read("CHANGELOG.md")
	if err != nil {
		return err
	}
	text := newest(string(changelog), r.source.version)
	if text == "" {
		return fmt.Errorf("CHANGELOG.md says nothing of version %s", r.source.version)
	}
	return os.WriteFile(r.file("_notes.md"), []byte(text), 0o644)
}

// newest is what a changelog says of a version: in each language (# heading) the section (## heading) that names it, or else
// the first, which is of what is not released yet.
func newest(changelog, version string) string {
	var text strings.Builder
	for _, language := range sections(changelog, "# ") {
		all := sections(language, "## ")
		if len(all) == 0 {
			continue
		}
		at := slices.IndexFunc(all, func(section string) bool {
			heading, _, _ := strings.Cut(section, "\n")
			return slices.Contains(strings.Fields(heading), version)
		})
		text.WriteString(strings.TrimSpace(all[max(at, 0)]) + "\n\n")
	}
	return strings.TrimSuffix(text.String(), "\n")
}

// sections are the parts of a text that begin with a heading of one level.
func sections(text, heading string) (list []string) {
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, heading):
			list = append(list, line)
		case len(list) > 0:
			list[len(list)-1] += line
		}
	}
	return list
}

// sums writes the sums of all files.
func (r *release) sums() error {
	var text strings.Builder
	slices.Sort(r.files)
	for _, name := range r.files {
		sum, err := r.sum(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%s  %s\n", sum, name)
	}
	return os.WriteFile(filepath.Join(r.folder, sumsName), []byte(text.String()), 0o644)
}

func (r *release) sum(name string) (string, error) {
	content, err := os.ReadFile(filepath.Join(r.folder, name))
	return fmt.Sprintf("%x", sha256.Sum256(content)), err
}
