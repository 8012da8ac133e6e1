package command

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// joining is another copy of a plan that is joined with it.
type joining struct {
	*program
	session *session.Session
	name    string         // of its file
	path    string         // the whole of that
	agreed  steps.Agreed   // both, without what was erased from either
	ours    *steps.Journal // as it is after that, before anything is added
	theirs  *steps.Journal
	merge   *steps.Merge
	back    []uint64 // the entries of ours that are taken back, so that theirs fits
	stuck   []uint64 // those that were to be, and cannot be beside the others
	said    []assets.Conflict
	sides   []steps.Side // one for each conflict
	kept    bool         // with --keep it was said which
	others  []string     // plans in that file that are not here
	whole   []string     // plans here that were erased there
	school  string       // of the plan, where one of the files holds several; else empty
	opens   bool         // what comes from that file was encrypted, and is not here
	rest    func() error // what is done once the file is closed; nil for nothing
}

// mergeCommand joins another copy of the plan with it.
func (p *program) mergeCommand() *cobra.Command {
	yes, asJSON, keep := false, false, ""
	c := p.command("merge", 1, func(words []string) error {
		switch side := steps.Side(keep); {
		case words[0] == "":
			return usage("word-missing", "command", "merge", "word", string(p.texts.Commands.Calls["merge"].Use))
		case keep != "" && side != steps.Ours && side != steps.Theirs:
			return usage("merge-keep-what", "value", steps.Quote(keep))
		}
		return p.joined(words[0], func(j *joining) error {
			if steps.Side(keep) == steps.Theirs {
				for back := j.merge.InTheWay(); len(back) > 0; back = j.merge.InTheWay() {
					if err := j.takeBack(back); err != nil {
						return err
					}
				}
			}
			if keep != "" {
				j.kept, j.sides = true, slices.Repeat([]steps.Side{steps.Side(keep)}, len(j.merge.Conflicts))
			}
			if asJSON {
				return j.inJSON(yes)
			}
			return j.run(yes)
		})
	})
	c.Flags().StringVar(&keep, "keep", "", p.flag("keep"))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	c.Flags().BoolVar(&asJSON, "json", false, p.flag("merge-json"))
	p.complete(c, "keep", string(steps.Ours), string(steps.Theirs))
	return c
}

// joined works on another copy of the plan that is to be joined with it. What was erased from that copy is erased from the file once it is
// closed.
func (p *program) joined(file string, do func(*joining) error) error {
	var j *joining
	err := p.loaded(toChange, func(session *session.Session) (err error) {
		if j, err = p.join(session, file); err != nil {
			return err
		}
		return do(j)
	})
	if err == nil && j.rest != nil {
		err = j.rest()
	}
	return err
}

// join reads another copy, and works out what it brings.
func (p *program) join(session *session.Session, file string) (*joining, error) {
	if here, err := os.Stat(session.Place); err == nil {
		if there, err := os.Stat(file); err == nil && os.SameFile(here, there) {
			return nil, refuse("merge-same-file", "file", file)
		}
	}
	if store.IsUnderPassphrase(file) {
		return nil, refuse("backup-under-passphrase", "path", file, "command", p.againWith("restore "+p.quoted(absolute(file))))
	}
	j := &joining{program: p, session: session, name: steps.CleanName(filepath.Base(file)), path: steps.CleanName(absolute(file))}
	err := j.read(file)
	if err != nil { // it is not the file of the plan that is damaged
		return nil, refuse("merge-unreadable", "why", p.reason(err))
	}
	if j.theirs == nil {
		if whole := store.ErasedFrom(session.Place); slices.ContainsFunc(p.beginningsIn(file), whole.Holds) {
			return nil, refuse("merge-erased-plan", "file", file)
		}
		return nil, refuse("merge-other-plan", "file", file)
	}
	j.merge, err = unlessStopped(p, func() (*steps.Merge, error) { return j.ours.Merge(j.theirs) })
	if err != nil {
		return nil, err
	}
	if copied, err := store.TakeCopy(file); err == nil {
		j.opens = copied.Encrypted() && p.key == nil
	}
	j.others = p.plansNotIn(session.Place, file, session.Journal().Entry(1).ID)
	j.whole = p.plansErased(session.Place, store.ErasedFrom(file))
	if holdsSeveral(session.Place) || holdsSeveral(file) {
		j.school = cmp.Or(steps.CleanName(session.Plan().School.Name), session.PlanID)
	}
	j.word()
	return j, nil
}

// word says the conflicts in words.
func (j *joining) word() {
	j.said = nil
	for i := range j.merge.Conflicts {
		j.said = append(j.said, j.session.Spoken().Conflict(i, j.merge))
	}
}

// takeBack works the merge out anew where these entries of ours are taken back too, so that theirs fits.
func (j *joining) takeBack(numbers []uint64) (err error) {
	var left []uint64
	j.merge, err = unlessStopped(j.program, func() (without *steps.Merge, err error) {
		without, left, err = j.merge.Without(numbers, j.session.NewEntry)
		return without, err
	})
	if err != nil {
		return err
	}
	for _, n := range numbers {
		if slices.Contains(left, n) {
			j.stuck = append(j.stuck, n)
		} else {
			j.back = append(j.back, n)
		}
	}
	slices.Sort(j.back)
	j.word()
	return nil
}

// holdsSeveral says whether there is more than one plan in a file.
func holdsSeveral(path string) bool {
	kept, err := store.OpenReadOnly(path)
	if err != nil {
		return false
	}
	defer kept.Close()
	ids, _ := kept.Plans()
	return len(ids) > 1
}

// plansNotIn names the plans of another file that are not in this one, or less of them; but for the one with this first entry.
func (p *program) plansNotIn(path, file, first string) (names []string) {
	kept, err := p.readOnly(file)
	if err != nil {
		return nil
	}
	defer kept.Close()
	ids, _ := kept.Plans()
	whole := store.ErasedFrom(path)
	for _, id := range ids {
		entries, err := kept.Load(id)
		if err != nil || entries.Len() == 0 || entries.Entry(1).ID == first || whole.Holds(entries.Beginning()) {
			continue
		}
		if here, err := entriesIn(path, p.unlocker(path), entries.Entry(1).ID); err == nil && here.Len() >= entries.Len() {
			continue
		}
		name := id
		if journal, err := entries.Replay(assets.Definitions()); err == nil {
			name = cmp.Or(steps.CleanName(journal.Plan().School.Name), id)
		}
		names = append(names, name)
	}
	return names
}

// read finds in a file the plan that began as ours did, and erases from each what was erased from the other; theirs is nil where there
// is none.
func (j *joining) read(file string) error {
	journal, first := j.session.Journal(), ""
	if journal.Len() > 0 {
		first = journal.Entry(1).ID
	}
	entries, err := entriesIn(file, j.unlocker(file), first)
	if err != nil || entries.Len() == 0 {
		return err
	}
	if j.agreed, err = journal.Entries().Agree(assets.Definitions(), entries, spelled(inNoText)); err != nil {
		return err
	}
	if j.ours = journal; j.agreed.Erases {
		if j.ours, err = j.agreed.Ours.Replay(assets.Definitions()); err != nil {
			return err
		}
	}
	j.theirs, err = j.agreed.Theirs.Replay(assets.Definitions())
	return err
}

// entriesIn are those of the plan in a file that began with this entry; none where no plan did.
func entriesIn(file string, with store.Unlocker, first string) (steps.Entries, error) {
	kept, err := readBy(file, with)
	if err != nil {
		return steps.Entries{}, err
	}
	defer kept.Close()
	ids, err := kept.Plans()
	for _, id := range ids {
		entries, err := kept.Load(id)
		if err != nil || entries.Len() > 0 && entries.Entry(1).ID == first {
			return entries, err
		}
	}
	return steps.Entries{}, err
}

// run shows what is added, asks what to keep where the two differ and whether to merge, and does it.
func (j *joining) run(yes bool) error {
	words := j.texts.Merge
	if j.merge.Nothing() {
		j.tell(j.out, words.Nothing.Fill("file", j.name))
		j.tellOthers(func(line string) { j.tell(j.out, line) })
		return nil
	}
	j.tell(j.out, strings.Join(j.preview(), "\n"))
	if !j.kept {
		if err := j.askBack(yes); err != nil {
			return err
		}
	}
	switch {
	case len(j.sides) == len(j.merge.Conflicts):
		j.tellChosen()
	case yes || !j.terminal():
		for i := range j.said {
			j.tell(j.out, j.conflict(i))
		}
		return refuse("merge-needs-keep", "n", strconv.Itoa(len(j.merge.Conflicts)), "file", j.name)
	default:
		if err := j.choose(); err != nil {
			return err
		}
	}
	if agreed, err := j.agree(words.Ask, "go-needs-terminal", yes); err != nil || !agreed {
		return err
	}
	return j.keep(func() error {
		if n := len(j.merge.News()); n > 0 {
			j.tell(j.out, words.Done.For(n))
		} else {
			j.tell(j.out, string(words.DoneAlike))
		}
		if j.agreed.Erases {
			j.tell(j.out, string(words.Erased))
		}
		if !j.tellOthers(func(line string) { j.tell(j.out, line) }) {
			j.tell(j.out, words.Where.Fill("file", j.path))
		}
		return nil
	})
}

// keep makes a backup and joins the two, and then says so: at once, or where something is erased with it when the file is closed.
func (j *joining) keep(say func() error) error {
	chosen, err := j.merge.Choose(j.sides)
	if err != nil {
		return err
	}
	if j.agreed.Erases {
		entries, err := j.session.Joined(j.merge, chosen)
		j.rest = func() error { return cmp.Or(j.erase(entries), say()) }
		return err
	}
	_ = j.backUpBefore(store.BeforeMerge) // which is told when the file is closed
	if err := j.session.Join(j.merge, chosen); err != nil {
		return err
	}
	return say()
}

// erase makes the file anew with what was joined, without what was erased from the other copy, and then cleans its copies. What was there is
// kept as a backup, but without that.
func (j *joining) erase(added []steps.Entry) error {
	path, plan, before := j.session.Place, j.session.PlanID, j.session.Journal().Entries()
	joined := j.agreed.Ours
	for _, e := range added {
		if j.agreed.Names(e.By) { // whoever merges may be who was erased
			e.By = ""
		}
		line, err := e.Encode()
		if err != nil {
			return err
		}
		joined = joined.With(line)
	}
	become := func(entries steps.Entries) func(store.Plans) (store.Plans, error) {
		return func(plans store.Plans) (store.Plans, error) {
			if !plans[plan].Alike(before) {
				return nil, refuse("merge-changed-meanwhile")
			}
			plans[plan] = entries
			return plans, nil
		}
	}
	if j.agreed.Names(j.flags.by) {
		j.flags.by = ""
	}
	if err := j.readyToRewrite(path); err != nil {
		return err
	}
	i := j.erasing(erasure{Follow: true})
	j.keepWithout(path, become(j.agreed.Ours))
	if err := store.Rewrite(path, j.unlocker(path), become(joined), i.intent()); err != nil {
		return err
	}
	return j.carryOut(path, i)
}

// keepWithout keeps a backup of a file without what is to be erased from it; that there is none stops nothing.
func (p *program) keepWithout(path string, become func(store.Plans) (store.Plans, error)) {
	present, err := store.TakeCopy(path)
	if err == nil {
		present, err = present.Rewritten(filepath.Dir(path), p.unlocker(path), become, nil)
	}
	if err != nil {
		return
	}
	for _, folder := range p.backupFolders(path) {
		_, _ = present.Keep(folder, store.BeforeMerge, p.clock())
	}
}

// plansErased are the plans of a file that were erased whole from another.
func (p *program) plansErased(path string, whole store.Erased) (ids []string) {
	plans, _ := store.Read(path, p.unlocker(path))
	for _, id := range sortedKeys(plans) {
		if whole.Holds(plans[id].Beginning()) {
			ids = append(ids, id)
		}
	}
	return ids
}

// mergeBetween joins a copy with the plan between two runs of the questions, line by line. What goes wrong is told, and the questions go on.
func (p *program) mergeBetween(file string) error {
	err := p.joined(file, func(j *joining) error { return j.run(false) })
	if errors.As(err, new(stopped)) || context.Cause(p.context) != nil {
		return cmp.Or(context.Cause(p.context), err)
	}
	if err != nil {
		p.tell(p.out, p.reason(err))
	}
	p.prompt(string(p.texts.Merge.Beside.GoOn))
	if _, err := p.in.ReadString('\n'); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
