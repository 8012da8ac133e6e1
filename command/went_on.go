package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// What the program made of a plan elsewhere than among its backups, and remembers: the files in which it went on, and texts beside it.

// wentOnFrom are the files in which the plans of a file went on, and those in which they went on from, as far as is remembered.
func (p *program) wentOnFrom(path string) (later, earlier []string) {
	files := p.state().Files
	follow := func(next func(file string) []string) []string {
		found := []string{absolute(path)}
		for i := 0; i < len(found); i++ {
			for _, file := range next(found[i]) {
				if !slices.Contains(found, file) {
					found = append(found, file)
				}
			}
		}
		return found[1:]
	}
	later = follow(func(file string) []string { return absolutes(slices.Clone(files[file].copies())) })
	earlier = follow(func(file string) (from []string) {
		for _, before := range sortedKeys(files) {
			if slices.Contains(files[before].copies(), file) {
				from = append(from, before)
			}
		}
		return from
	})
	return later, earlier
}

// laterCopies are the sound files in which these plans of a file went on.
func (p *program) laterCopies(path string, plans []string) []string {
	later, _ := p.wentOnFrom(path)
	return slices.DeleteFunc(later, func(file string) bool {
		_, damaged := store.TakeCopy(file) // what is whole of it may be nowhere else
		return damaged != nil || !share(p.beginningsIn(file), plans)
	})
}

// sayLater names those of them that a change of a file would change too; there a person may be at work.
func (p *program) sayLater(path string) []string {
	later := p.laterCopies(path, p.beginningsIn(path))
	if len(later) == 0 {
		return nil
	}
	return []string{p.texts.Backups.WentOn.Fill("files", steps.CleanName(strings.Join(later, ", ")))}
}

// otherCopies are the files that may hold the same as a file, and that the program leaves to people: copies that they made, a file of the same
// plan that is out of reach, damaged or older, and texts that were kept beside it.
func (p *program) otherCopies(path string) (others []string) {
	own := p.ownCopies(path)
	later, earlier := p.wentOnFrom(path)
	related := slices.DeleteFunc(slices.Concat(later, earlier), isGone)
	known := map[string]bool{absolute(path): true}
	for _, file := range own {
		known[absolute(file)] = true
	}
	for _, file := range slices.Concat(store.CopiesByOthers(path), related, keptTexts(path)) {
		if !known[absolute(file)] {
			known[absolute(file)], others = true, append(others, file)
		}
	}
	return others
}

// isUnsound says whether a file is damaged: nothing can be erased there.
func isUnsound(path string) bool {
	_, err := store.TakeCopy(path)
	return store.Damaged(err) && !store.HasCode(err, store.FileForeign)
}

// isGone says that a file was removed; one on a drive that is not there may come back.
func isGone(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist) && stands(filepath.Dir(path))
}

// keptTexts are the texts beside a file that were left in an editor and kept.
func keptTexts(path string) (files []string) {
	folder, name := filepath.Split(path)
	entries, _ := os.ReadDir(filepath.Clean(folder + "."))
	for _, language := range []assets.Language{assets.Dutch, assets.English} {
		stem := strings.TrimSuffix(name, filepath.Ext(name)) + "-" + string(assets.Load(language).Commands.LeftInEditor.Name)
		kept := regexp.MustCompile(`^` + regexp.QuoteMeta(stem) + `-\d{4}-\d\d-\d\d(-\d+)?\.txt$`)
		for _, e := range entries {
			if kept.MatchString(e.Name()) {
				files = append(files, folder+e.Name())
			}
		}
	}
	return files
}
