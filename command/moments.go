package command

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// contents are the journals of the plans in a file, or in a backup of one.
type contents map[string]*steps.Journal

// contentsOf replays every plan of a store.
func contentsOf(kept store.Store) (contents, error) {
	ids, err := kept.Plans()
	if err != nil {
		return nil, err
	}
	all := contents{}
	for _, id := range ids {
		entries, err := kept.Load(id)
		if err != nil {
			return nil, err
		}
		if all[id], err = entries.Replay(assets.Definitions()); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// round is that of a plan, or the furthest one.
func (c contents) round(plan string) (round int) {
	for id, journal := range c {
		if id == plan {
			return journal.Plan().Round.Number
		}
		round = max(round, journal.Plan().Round.Number)
	}
	return round
}

// moment is a backup, and what it holds.
type moment struct {
	store.Backup
	size   int64
	holds  contents
	wrong  error       // why it cannot be put back; nil where it can
	copied *store.Copy // what it holds, where that is under a passphrase
}

// momentOf reads a backup.
func (p *program) momentOf(b store.Backup) moment {
	m := moment{Backup: b}
	if info, err := os.Stat(b.Path); err == nil {
		m.size = info.Size()
	}
	kept, err := p.readOnly(b.Path)
	if err == nil {
		m.holds, err = contentsOf(kept)
	}
	m.wrong = err
	return m
}

// backups are those of a file, the newest first: beside it and on this computer. Of two of the same moment the one beside it comes
// first.
func (p *program) backups(path string) []store.Backup {
	all := store.Backups(store.BackupFolder(path))
	if other := p.elsewhere(path); other != "" {
		all = append(all, store.Backups(other)...)
	}
	ahead := func(b store.Backup) int { // of a day to come: the clock was wrong then, and what they hold is not the newest
		if b.At.After(p.clock()) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b store.Backup) int {
		return cmp.Or(ahead(a)-ahead(b), strings.Compare(b.Moment(), a.Moment()))
	})
	return all
}

// moments are the backups of a file with what they hold, each moment once: the copy that is sound, where there are two.
func (p *program) moments(path string) (all []moment) {
	for _, b := range p.backups(path) {
		n := len(all)
		again := n > 0 && all[n-1].Moment() == b.Moment()
		switch {
		case !again:
			all = append(all, p.momentOf(b))
		case all[n-1].wrong != nil:
			all[n-1] = p.momentOf(b)
		}
	}
	return all
}

// newestSound is the newest backup of a file that can be put back.
func (p *program) newestSound(path string) (found moment, ok bool) {
	for _, b := range p.backups(path) {
		if b.Entries == 0 { // a damaged file that was kept
			continue
		}
		if m := p.momentOf(b); m.wrong == nil {
			return m, true
		}
	}
	return found, false
}

// momentMeant is the backup that a person means: by the beginning of its name, or as a file anywhere.
func (p *program) momentMeant(path, meant string) (moment, error) {
	if meant == "" {
		return moment{}, usage("word-missing", "command", "restore", "word", string(p.texts.Commands.Calls["restore"].Use))
	}
	var found []moment
	for _, m := range p.moments(path) {
		if strings.TrimSuffix(meant, ".db") == m.Moment() || absolute(meant) == absolute(m.Path) {
			return m, p.unsound(m)
		}
		if strings.HasPrefix(m.Moment(), meant) {
			found = append(found, m)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], p.unsound(found[0])
	case len(found) > 1:
		var names []string
		for _, m := range found {
			names = append(names, m.Moment())
		}
		return moment{}, usage("several-moments", "value", meant, "moments", strings.Join(names, ", "))
	}
	info, err := os.Stat(meant)
	if err != nil {
		return moment{}, refuse("unknown-moment", "value", steps.Quote(meant), "command", p.againWith("restore"))
	}
	m := moment{Backup: store.Backup{Path: meant, At: info.ModTime()}, size: info.Size()}
	if !store.IsUnderPassphrase(meant) {
		m = p.momentOf(m.Backup)
	} else if m, err = p.decrypted(m); err != nil {
		return moment{}, err
	}
	for _, journal := range m.holds {
		m.Entries += int(journal.Len())
	}
	return m, p.unsound(m)
}

// decrypted is a moment that is under a passphrase, which is asked.
func (p *program) decrypted(m moment) (moment, error) {
	err := p.withPhrase(m.Path, p.asksPassphrase(), func(phrase string) (err error) {
		m.copied, err = store.TakeCopyUnder(m.Path, phrase)
		return err
	})
	if err == nil {
		inside := m.copied.Store() // of an encrypted plan
		if _, err = store.Unlock(inside, p.unlocker(m.Path)); err == nil {
			m.holds, err = contentsOf(inside)
		}
	}
	if store.Damaged(err) || errors.As(err, new(*steps.BrokenError)) {
		m.wrong, err = err, nil
	}
	return m, err
}

// unsound refuses a backup that cannot be put back: the fault is one of that file, and not of the plan's.
func (p *program) unsound(m moment) error {
	if m.wrong == nil {
		return nil
	}
	if store.HasCode(m.wrong, store.FileEncrypted) || store.HasCode(m.wrong, store.PassphraseWrong) {
		return m.wrong
	}
	return refuse("backup-unsound", "file", m.Path, "why", p.reason(m.wrong))
}

// present is what stands in a file now: all of it, or what is whole of it where it is damaged; nothing where nothing stands.
func (p *program) present(path string) (contents, error) {
	kept, err := p.readOnly(path)
	if err == nil {
		var all contents
		if all, err = contentsOf(kept); err == nil {
			return all, nil
		}
	}
	if store.HasCode(err, store.FileMissing) || store.HasCode(err, store.FileEmpty) {
		return contents{}, nil
	}
	if found, ok := p.salvage(err); ok {
		return contentsOf(store.NewMemoryOf(found.entries()))
	}
	if store.Damaged(err) {
		return contents{}, nil
	}
	return nil, err
}

// lacking are the entries of a plan that one state has and another has not, by number.
func (c contents) lacking(other contents, plan string) (numbers []uint64) {
	there := map[string]bool{}
	if journal := other[plan]; journal != nil {
		for n := range journal.Len() {
			if line, err := journal.Entries().Encoded(n + 1); err == nil {
				there[string(line)] = true
			}
		}
	}
	for n := range c[plan].Len() {
		if line, err := c[plan].Entries().Encoded(n + 1); err != nil || !there[string(line)] {
			numbers = append(numbers, n+1)
		}
	}
	return numbers
}

// mostLost is how many of the entries that would be lost are shown.
const mostLost = 10

// loses says which entries would be lost, the newest first, and of whom they are; nothing for none.
func (p *program) loses(now, then contents) (lines []string) {
	words := p.texts.Backups
	var shown, authors []string
	counted, all := map[string]int{}, 0
	for _, plan := range slices.Sorted(maps.Keys(now)) {
		journal, lost := now[plan], now.lacking(then, plan)
		rounds, said := journal.Rounds(), p.texts.History(journal)
		for _, n := range slices.Backward(lost) {
			head := journal.Head(n)
			if by := steps.CleanName(head.By); by != "" {
				counted[by]++
			}
			all++
			if len(shown) < mostLost {
				shown = append(shown, "  "+p.historyLine(head, int(n), rounds[n-1], said[n-1]))
			}
		}
	}
	if all == 0 {
		return nil
	}
	for _, name := range slices.SortedFunc(maps.Keys(counted), func(a, b string) int {
		return cmp.Or(cmp.Compare(counted[b], counted[a]), strings.Compare(a, b))
	}) {
		authors = append(authors, words.By.Fill("name", name, "n", counted[name]))
	}
	of := ""
	if len(authors) > 0 {
		of = words.Of.Fill("authors", strings.Join(authors, ", "))
	}
	lines = append([]string{words.Loses.For(all, "authors", of)}, shown...)
	if more := all - len(shown); more > 0 {
		lines = append(lines, "  "+words.More.For(more))
	}
	return lines
}

// gains is how many entries come back that are not there now.
func gains(now, then contents) (n int) {
	for plan := range then {
		n += len(then.lacking(now, plan))
	}
	return n
}

// whenOf is the moment of a backup on the clock of this place.
func (p *program) whenOf(m moment) string {
	at := m.At.In(p.clock().Location())
	return p.texts.Backups.When.Fill("date", p.texts.Date(steps.DateOf(at)), "time", at.Format("15:04"))
}

// holdsInWords says what a backup holds.
func (p *program) holdsInWords(m moment) string {
	words := p.texts.Backups
	parts := []string{p.texts.Commands.Check.Count.For(m.Entries)}
	switch {
	case store.HasCode(m.wrong, store.FileEncrypted), store.HasCode(m.wrong, store.PassphraseWrong):
		parts = append(parts, string(p.texts.Encryption.Closed))
	case m.wrong != nil:
		parts = []string{string(words.Unsound)}
	default:
		parts = append(parts, p.texts.Wizard.Round.Fill("n", m.holds.round(p.flags.plan)))
	}
	if m.Reason != store.OfSession {
		parts = append(parts, string(words.Reasons[string(m.Reason)]))
	}
	return strings.Join(parts, " · ")
}

// momentStatus is a backup as scripts read it.
type momentStatus struct {
	Moment  string `json:"moment"`
	File    string `json:"file"`
	At      string `json:"at"`
	Entries int    `json:"entries"`
	Round   int    `json:"round"`
	Size    int64  `json:"size"`
	Reason  string `json:"reason"`
	Sound   bool   `json:"sound"`
}

// listMoments lists the moments that can be put back.
func (p *program) listMoments(path string, asJSON bool) error {
	moments, list := p.moments(path), []momentStatus{}
	var lines []string
	for _, m := range moments {
		reason := cmp.Or(string(m.Reason), "session")
		list = append(list, momentStatus{m.Moment(), absolute(m.Path), m.At.Format("2006-01-02T15:04:05Z"), m.Entries, m.holds.round(p.flags.plan), m.size, reason, m.wrong == nil})
		lines = append(lines, m.Moment()+"  "+p.whenOf(m)+"  "+p.holdsInWords(m)+" · "+p.texts.Backups.Size.Fill("n", (m.size+999)/1000))
	}
	if asJSON {
		text, err := inJSON(list)
		if err == nil {
			_, err = io.WriteString(p.out, text+"\n")
		}
		return err
	}
	words := p.texts.Backups
	if len(lines) == 0 {
		p.tell(p.out, words.Nothing.Fill("file", steps.CleanName(path), "folder", steps.CleanName(store.BackupFolder(path))))
		return nil
	}
	if at := slices.IndexFunc(moments, func(m moment) bool { return m.wrong == nil }); at >= 0 {
		lines = append(lines, words.How.Fill("command", p.againWith("restore "+moments[at].Moment())))
	}
	p.tell(p.out, strings.Join(lines, "\n"))
	return nil
}
