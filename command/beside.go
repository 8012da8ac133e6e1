package command

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// seen is what is remembered of a file: how far each of its plans went, by the id of the first entry, and whether it was told that its
// folder is not its own.
type seen struct {
	Ends map[string]end `json:"ends,omitempty"`
	Told bool           `json:"told,omitempty"`
	// WentOn is the file in which a plan went on when this one could not be written any more; empty for none.
	WentOn string `json:"went_on,omitempty"`
	// Copies are all files in which one did, also where a backup was put back here since.
	Copies []string `json:"copies,omitempty"`
}

// copies are the files in which a plan of this one went on.
func (s seen) copies() []string {
	if s.WentOn == "" || slices.Contains(s.Copies, s.WentOn) {
		return s.Copies
	}
	return append(slices.Clone(s.Copies), s.WentOn)
}

// entries is how many were seen of its plans.
func (s seen) entries() (n int) {
	for _, e := range s.Ends {
		n += e.Entries
	}
	return n
}

// end is how far a plan went, and which way.
type end struct {
	Entries int    `json:"entries"`
	Sum     string `json:"sum"`
}

func endOf(entries steps.Entries) end { return end{entries.Len(), entries.Sum()} }

// within says whether entries went that way, and perhaps on.
func (e end) within(entries steps.Entries) bool {
	return e.Entries <= entries.Len() && entries.First(e.Entries).Sum() == e.Sum
}

// mostCopies is how many files beside a plan are read.
const mostCopies = 20

// copyBeside is another copy of a plan beside its file, in which something is new.
type copyBeside struct {
	path    string
	entries int // that are not here
}

// copiesBeside are those that stand beside a file under the names that sync clients and people give them, and how many more there are
// that were not read: first come those of which a client's name tells that they differ, and then what was written last.
func (p *program) copiesBeside(path string, entries steps.Entries) (copies []copyBeside, unread int) {
	if path == "" || entries.Len() == 0 {
		return nil, 0
	}
	beside := slices.DeleteFunc(namedAsCopies(path), func(other string) bool { return absolute(other) == p.newerThan(path) }) // told apart
	unread = max(0, len(beside)-mostCopies)
	newIn := p.newIn(entries)
	for _, other := range beside[:len(beside)-unread] {
		if more := newIn(other); more > 0 {
			copies = append(copies, copyBeside{other, more})
		}
	}
	return copies, unread
}

// newIn counts what people did in another file of a plan that is not among its own entries; none where that is no copy of it, which is told where somebody
// names it.
func (p *program) newIn(entries steps.Entries) func(other string) int {
	var known map[string]bool
	return func(other string) (more int) {
		theirs, err := entriesIn(other, p.knownKey(other), entries.Beginning())
		if err != nil || theirs.Len() == 0 {
			return 0
		}
		if known == nil {
			known = map[string]bool{}
			for id := range entries.IDs() {
				known[id] = true
			}
		}
		for id := range theirs.IDs() {
			if !known[id] && !steps.MadeByMerges(id) {
				more++
			}
		}
		return more
	}
}

// namedAsCopies are the files beside one that are called as copies of it, the most telling first.
func namedAsCopies(path string) (paths []string) {
	type called struct {
		path      string
		byProgram bool
		written   time.Time
	}
	var all []called
	folder, name := filepath.Split(path)
	beside, _ := os.ReadDir(filepath.Clean(folder + "."))
	for _, other := range beside {
		is, byProgram := conflictCopy(other.Name(), name)
		if info, err := other.Info(); is && err == nil && info.Mode().IsRegular() {
			all = append(all, called{filepath.Join(folder, other.Name()), byProgram, info.ModTime()})
		}
	}
	slices.SortStableFunc(all, func(a, b called) int {
		return cmp.Or(lastly(!a.byProgram, !b.byProgram), b.written.Compare(a.written))
	})
	for _, c := range all {
		paths = append(paths, c.path)
	}
	return paths
}

// replaced says that the file of a plan does not hold what was seen in it before: an older copy took its place, or one that went on
// otherwise; empty where it does. Where it was never seen here, the newest backup tells.
func (p *program) replaced(path string, entries steps.Entries) string {
	if path == "" || entries.Len() == 0 {
		return ""
	}
	before, known := p.state().Files[absolute(path)].Ends[entries.Beginning()]
	if !known {
		before, known = p.endInBackup(path, entries.Beginning())
	}
	words := p.texts.Merge.Beside
	switch {
	case !known || before.within(entries):
		return ""
	case entries.Len() < before.Entries:
		return words.Older.For(entries.Len(), "last", before.Entries)
	}
	return string(words.Other)
}

// endInBackup is how far a plan went in the newest backup. Of one that was made because a person put an earlier one back, it is known
// that it went further.
func (p *program) endInBackup(path, plan string) (e end, known bool) {
	backups := p.backups(path, []string{plan})
	if len(backups) == 0 || backups[0].Reason == store.BeforeRestore || backups[0].Ahead(p.clock()) {
		return e, false
	}
	entries, err := entriesIn(backups[0].Path, p.knownKey(backups[0].Path), plan)
	if err != nil || entries.Len() == 0 {
		return e, false
	}
	return endOf(entries), true
}

// tidings are what a command that only shows says of the file of a plan: that an older copy was put in its place, that the plan went on in
// another, and that other copies stand beside it.
func (p *program) tidings(session *session.Session) (lines []string) {
	words, entries := p.texts.Merge.Beside, session.Journal().Entries()
	if said := p.replaced(session.Place, entries); said != "" {
		lines = append(lines, said)
	}
	if newer := p.newerThan(session.Place); newer != "" {
		if more := p.newIn(entries)(newer); more > 0 {
			lines = append(lines, words.Newer.For(more, "file", steps.CleanName(newer), "command", p.on(newer).again()))
		}
	}
	copies, unread := p.copiesBeside(session.Place, entries)
	for _, c := range copies {
		command := p.againWith("merge " + p.quoted(c.path))
		lines = append(lines, words.Copy.For(c.entries, "file", steps.CleanName(filepath.Base(c.path)), "command", steps.CleanName(command)))
	}
	if unread > 0 {
		lines = append(lines, words.Unread.For(unread))
	}
	return lines
}

// Beside says the same to whoever fills the plan in, and once that the folder of the file is one that a sync client or another computer
// keeps.
func (f *files) Beside(entries steps.Entries) (b session.Beside) {
	path := f.before
	if path == "" {
		return b
	}
	p := f.speaking()
	words := p.texts.Merge.Beside
	if said := p.replaced(path, entries); said != "" {
		b.Lines = append(b.Lines, said)
	}
	more := 0
	copies, unread := p.copiesBeside(path, entries)
	for _, c := range copies {
		b.Copies = append(b.Copies, c.path)
		more += c.entries
	}
	if more > 0 {
		b.Lines = append(b.Lines, words.Copies.For(more, "how", p.how(words.Words[0])))
	}
	if unread > 0 {
		b.Lines = append(b.Lines, words.Unread.For(unread))
	}
	told := p.state().Files[absolute(path)].Told
	if line := p.notAlone(path); line != "" && !told {
		b.Lines, told = append(b.Lines, line), true
	}
	p.see(path, entries, told)
	return b
}

// how says how something is done by a word: on the screens, or line by line.
func (p *program) how(word assets.Text) string {
	words := p.texts.Merge.Beside
	if p.flags.plain {
		return words.ByLine.Fill("word", word)
	}
	return words.OnScreen.Fill("word", word)
}

// notAlone says that a file is not this person's alone, and what is better; empty where it is.
func (p *program) notAlone(path string) string {
	words := p.texts.Merge.Beside
	switch client := syncClient(path, p.variable); {
	case client != "":
		return words.Synced.Fill("client", client)
	case strings.HasPrefix(path, `\\`) || p.drive(path) == store.NetworkDrive:
		return string(words.Network)
	case p.drive(path) == store.OwnDrive && store.ReadByOthers(path):
		return string(words.Readable)
	}
	return ""
}

// unsee forgets how much was seen of the plans of a file: a backup was put in its place.
func (p *program) unsee(path string) {
	state := p.state()
	if known, is := state.Files[absolute(path)]; is {
		known.Copies = known.copies()
		known.Ends, known.WentOn = nil, ""
		state.Files[absolute(path)] = known
		p.keepState(state)
	}
}

// wentOn remembers in which file the plan of another went on.
func (p *program) wentOn(from, to string) {
	if from == "" {
		return
	}
	state := p.state()
	if state.Files == nil {
		state.Files = map[string]seen{}
	}
	for file, before := range state.Files { // the only moment at which there come more
		if copies := before.copies(); len(copies) > 0 && !slices.ContainsFunc(copies, func(copied string) bool { return !isGone(copied) }) {
			before.Copies, before.WentOn = nil, ""
			state.Files[file] = before
		}
	}
	known := state.Files[absolute(from)]
	known.Copies = known.copies()
	known.WentOn = absolute(to)
	state.Files[absolute(from)] = known
	p.keepState(state)
}

// newerThan is the file in which the plan of another went on, where that still stands; else empty.
func (p *program) newerThan(path string) string {
	if file := p.state().Files[absolute(path)].WentOn; file != "" && stands(file) {
		return file
	}
	return ""
}

// on is the same call on another file.
func (p *program) on(file string) *program {
	other := *p
	other.flags.file = file
	return &other
}

// wentOnInstead refuses a file that cannot be used any more, where its plan is known to have gone on in another; else nil.
func (p *program) wentOnInstead(path string) error {
	newer := p.newerThan(path)
	if newer == "" {
		return nil
	}
	return refuse("gone-newer", "path", path, "newer", newer, "command", p.on(newer).again())
}

// seeEnd remembers where plans of a file end, once something may have been written. A command remembers that only of a file that the questions
// know, and where it went on with what was seen: that an older copy took its place is yet to be said.
func (p *program) seeEnd(purpose purpose, path string, plans ...steps.Entries) {
	for _, entries := range plans {
		known, is := p.state().Files[absolute(path)]
		before, seen := known.Ends[entries.Beginning()]
		if purpose == toFill || is && (!seen || before.within(entries)) {
			p.see(path, entries, known.Told)
		}
	}
}

// see remembers how much was seen of a plan. What is not among the files that were open last is forgotten, but not in which file a plan went on: what is
// erased from either goes from the other too.
func (p *program) see(path string, entries steps.Entries, told bool) {
	if path == "" {
		return
	}
	state := p.state()
	files := map[string]seen{}
	recent := append(absolutes(state.Recent), absolute(path))
	for file, known := range state.Files {
		if slices.Contains(recent, file) || len(known.copies()) > 0 {
			files[file] = known
		}
	}
	now, plan := files[absolute(path)], entries.Beginning()
	last, known := now.Ends[plan]
	if ended := endOf(entries); plan != "" && (!known || last != ended) {
		if now.Ends == nil {
			now.Ends = map[string]end{}
		}
		now.Ends[plan] = ended
	} else if now.Told == told {
		return
	}
	now.Told = told
	files[absolute(path)], state.Files = now, files
	p.keepState(state)
}
