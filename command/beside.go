package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// seen is what is remembered of a file: the number of the newest entry of each of its plans, and whether it was told that its folder is
// not its own.
type seen struct {
	Last map[string]uint64 `json:"last,omitempty"`
	Told bool              `json:"told,omitempty"`
}

// mostCopies is how many files beside a plan are read.
const mostCopies = 20

// copyBeside is another copy of a plan beside its file, in which something is new.
type copyBeside struct {
	path    string
	entries int // that are not here
}

// copiesBeside are those that stand beside a file under the names that sync clients give them.
func (p *program) copiesBeside(path string, entries steps.Entries) (copies []copyBeside) {
	if path == "" || entries.Len() == 0 {
		return nil
	}
	folder, name := filepath.Split(path)
	beside, err := os.ReadDir(filepath.Clean(folder + "."))
	if err != nil {
		return nil
	}
	beside = slices.DeleteFunc(beside, func(other os.DirEntry) bool { return !conflictCopy(other.Name(), name) })
	var known map[string]bool
	for _, other := range beside[:min(len(beside), mostCopies)] {
		full := filepath.Join(folder, other.Name())
		theirs, err := entriesIn(full, p.knownKey(full), entries.Entry(1).ID)
		if err != nil || theirs.Len() == 0 { // no plan, or another one: that is told where somebody names it
			continue
		}
		if known == nil {
			known = map[string]bool{}
			for _, e := range entries.All() {
				known[e.ID] = true
			}
		}
		more := 0
		for _, e := range theirs.All() {
			if !known[e.ID] {
				more++
			}
		}
		if more > 0 {
			copies = append(copies, copyBeside{full, more})
		}
	}
	return copies
}

// older is the number of the newest entry that was ever seen of a plan, where its file holds fewer now; else 0.
func (p *program) older(path, plan string, entries steps.Entries) uint64 {
	if path == "" {
		return 0
	}
	if last := p.state().Files[absolute(path)].Last[plan]; last > uint64(entries.Len()) {
		return last
	}
	return 0
}

// tidings are what a command that only shows says of the file of a plan: that an older copy was put in its place, and that other copies
// stand beside it.
func (p *program) tidings(session *session.Session) (lines []string) {
	words, entries := p.texts.Merge.Beside, session.Journal().Entries()
	if last := p.older(session.Place, session.PlanID, entries); last > 0 {
		lines = append(lines, words.Older.For(entries.Len(), "last", last))
	}
	for _, c := range p.copiesBeside(session.Place, entries) {
		command := p.again() + " merge " + p.quoted(c.path)
		lines = append(lines, words.Copy.For(c.entries, "file", steps.CleanName(filepath.Base(c.path)), "command", steps.CleanName(command)))
	}
	return lines
}

// Beside says the same to whoever fills the plan in, and once that the folder of the file is one that a sync client or another computer
// keeps.
func (f *files) Beside(entries steps.Entries) (b session.Beside) {
	path, plan := f.before, f.session.PlanID
	if path == "" {
		return b
	}
	words := f.texts.Merge.Beside
	if last := f.older(path, plan, entries); last > 0 {
		b.Lines = append(b.Lines, words.Older.For(entries.Len(), "last", last))
	}
	more := 0
	for _, c := range f.copiesBeside(path, entries) {
		b.Copies = append(b.Copies, c.path)
		more += c.entries
	}
	if more > 0 {
		how := words.OnScreen
		if f.flags.plain {
			how = words.ByLine
		}
		b.Lines = append(b.Lines, words.Copies.For(more, "how", how.Fill("word", words.Words[0])))
	}
	told := f.state().Files[absolute(path)].Told
	if line := f.synced(path); line != "" && !told {
		b.Lines, told = append(b.Lines, line), true
	}
	f.see(path, plan, uint64(entries.Len()), told)
	return b
}

// synced says that the folder of a file is not this computer's alone, and what is better; empty where it is.
func (p *program) synced(path string) string {
	words := p.texts.Merge.Beside
	switch client := syncClient(path, p.variable); {
	case client != "":
		return words.Synced.Fill("client", client)
	case strings.HasPrefix(path, `\\`) || p.drive(path) == store.NetworkDrive:
		return string(words.Network)
	}
	return ""
}

// unsee forgets how much was seen of the plans of a file: a backup was put in its place.
func (p *program) unsee(path string) {
	state := p.state()
	if known, is := state.Files[absolute(path)]; is {
		known.Last = nil
		state.Files[absolute(path)] = known
		p.keepState(state)
	}
}

// see remembers how much was seen of a plan. Only the questions call it: a command remembers nothing. What is not among the files that
// were open last is forgotten.
func (p *program) see(path, plan string, last uint64, told bool) {
	if path == "" {
		return
	}
	state := p.state()
	files := map[string]seen{}
	for _, recent := range append(absolutes(state.Recent), absolute(path)) {
		if known, is := state.Files[recent]; is {
			files[recent] = known
		}
	}
	now := files[absolute(path)]
	if now.Told == told && now.Last[plan] == last {
		return
	}
	if now.Told = told; now.Last == nil {
		now.Last = map[string]uint64{}
	}
	now.Last[plan] = last
	files[absolute(path)], state.Files = now, files
	p.keepState(state)
}
