package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"stappenplan/store"
)

// output is a place where a file leaves the program. All that is written goes through here, so that no plan is ever
// written over.
type output struct {
	named string      // as a person named it
	path  string      // where the file stands, links followed
	plan  string      // where the plan is kept; empty when not known
	there fs.FileInfo // the file that stands there; nil where nothing does
}

// output looks at a place to write to. It is refused, whatever a person agrees to, where something other than a file
// stands, or a database: the open plan, another one, or that of another program, whole or damaged.
func (p *program) output(named string) (output, error) {
	plan, _ := p.path()
	o := output{named: named, path: followed(named), plan: plan}
	var err error
	o.there, err = o.look()
	return o, err
}

// followed is where a path leads when links are followed, also to what is not there yet. The system itself tells of links
// that lead to themselves.
func followed(path string) string {
	const most = 40 // as in Linux
	for range most {
		target, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(target) {
			folder, _ := filepath.Split(path) // which leaves .. alone: it means something else after a link
			target = folder + target
		}
		path = target
	}
	return path
}

// look gives the file that stands at the place, or refuses what must not be written over.
func (o output) look() (there fs.FileInfo, err error) {
	there, err = os.Stat(o.named)
	switch {
	case errors.Is(err, fs.ErrNotExist) && samePlace(o.path, o.plan):
		return nil, refuse("write-plan", "file", o.named)
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, o.refusal(err)
	case !there.Mode().IsRegular():
		return nil, refuse("not-a-file", "file", o.named)
	}
	if plan, err := os.Stat(o.plan); err == nil && os.SameFile(there, plan) {
		return nil, refuse("write-plan", "file", o.named)
	}
	switch database, err := store.IsDatabase(o.path); {
	case err != nil:
		return nil, o.refusal(err)
	case database, store.IsUnderPassphrase(o.path):
		return nil, refuse("write-database", "file", o.named)
	}
	return there, nil
}

// samePlace says whether two paths lead to one place where nothing stands yet.
func samePlace(path, other string) bool {
	full, err := filepath.Abs(path)
	fullOther, errOther := filepath.Abs(followed(other))
	return other != "" && errors.Join(err, errOther) == nil && full == fullOther
}

// write puts a file at the place, whole or not at all: it is written beside it and then gets its name. A new one is for its
// owner only, one that takes the place of another keeps the mode of that. What came to stand there meanwhile stays.
func (o output) write(content []byte) error {
	folder, _ := filepath.Split(o.path)
	if folder == "" {
		folder = "."
	}
	beside, err := os.CreateTemp(folder, store.PartPattern)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(folder); err == nil { // some places take no files, such as /proc on Linux
			return refuse("write-file", "file", o.named, "cause", store.CauseUnable)
		}
		return refuse("write-no-folder", "file", o.named, "folder", filepath.Clean(folder))
	}
	if err != nil {
		return o.refusal(err)
	}
	_, err = beside.Write(content)
	if o.there != nil {
		err = errors.Join(err, os.Chmod(beside.Name(), o.there.Mode().Perm()))
	}
	if err = errors.Join(err, beside.Sync(), beside.Close()); err != nil {
		err = o.refusal(err)
	} else {
		err = o.put(beside.Name())
	}
	if err != nil {
		_ = os.Remove(beside.Name()) // what went wrong before is what has to be said
	}
	return err
}

// put gives a finished file its place, after a last look at what stands there now.
func (o output) put(finished string) error {
	there, err := o.look()
	inTheWay := refuse("file-in-the-way", "file", o.named)
	switch {
	case err != nil:
		return err
	case there == nil:
		err = store.Place(finished, o.path)
	case o.there == nil || !os.SameFile(there, o.there) || !there.ModTime().Equal(o.there.ModTime()):
		return inTheWay
	default:
		err = store.Replace(finished, o.path)
	}
	switch {
	case store.HasCode(err, store.FileExists):
		return inTheWay
	case err != nil:
		return o.refusal(err)
	}
	return nil
}

// refusal says why nothing was written.
func (o output) refusal(err error) error {
	return refuse("write-file", "file", o.named, "cause", store.Cause(err))
}
