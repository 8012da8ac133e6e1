package command

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// eraseCommand erases a person, a plan or the answers of a sheet for good; without an argument it lists who left long ago.
func (p *program) eraseCommand() *cobra.Command {
	yes, alone, years := false, false, 1
	c := p.command("erase", 0, nil)
	c.Args = takes("erase", "", 0, 1)
	c.RunE = func(c *cobra.Command, args []string) error {
		if p.flags.example {
			return refuse("example-not-erased")
		}
		path, err := p.path()
		if err != nil {
			return err
		}
		begun, _, err := intendedFor(path)
		if err != nil {
			return err
		}
		ready := p.finish
		if len(args) > 0 {
			ready = p.readyToRewrite
		}
		if err := ready(path); err != nil {
			return err
		}
		if len(args) == 0 {
			return p.listDeparted(path, years)
		}
		err = p.erase(path, args[0], alone, yes)
		if fault := new(assets.Fault); len(begun.Names) > 0 && errors.As(err, &fault) && fault.Code() == "erase-no-member" {
			return nil // whom it was about was erased just now
		}
		return err
	}
	c.Flags().IntVar(&years, "years", 1, p.flag("years"))
	c.Flags().BoolVar(&alone, "first-names", false, p.flag("first-names"))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	return c
}

// listDeparted says who left the team more than some years ago, and how each is erased.
func (p *program) listDeparted(path string, years int) error {
	plans, err := store.Read(path, p.unlocker(path))
	if err != nil {
		return err
	}
	words, lines := p.texts.Erase, []string(nil)
	all, err := journalsOf(plans)
	if err != nil {
		return err
	}
	for _, id := range sortedKeys(all) {
		for _, gone := range all[id].Departed() {
			if !gone.At.AddDate(years, 0, 0).After(p.clock()) {
				name := steps.CleanName(gone.Name)
				lines = append(lines, words.Left.Fill("name", name, "date", p.texts.Date(steps.DateOf(gone.At.In(p.clock().Location()))), "command", p.againWith(`erase "name:`+name+`"`)))
			}
		}
	}
	if len(lines) == 0 {
		lines = []string{words.NobodyLeft.For(years)}
	}
	p.tell(p.out, strings.Join(lines, "\n"))
	return nil
}

// erasure is what is to be erased from a file and its copies, as it is kept until that is done; or Follow, what was erased from the
// file already and is to be erased from the copies.
type erasure struct {
	Follow bool     `json:"follow,omitempty"`
	Names  []string `json:"names,omitempty"`
	Plan   string   `json:"plan,omitempty"`  // all of it, or whose sheet
	First  string   `json:"first,omitempty"` // the id of the first entry of that plan: another plan can have its id
	Sheet  string   `json:"sheet,omitempty"` // of that plan
	Alone  bool     `json:"alone,omitempty"` // also parts of the name that stand alone
	In     []string `json:"in,omitempty"`    // or only those in the texts with these sums: what stands beside the file while it is not done tells none
	By     string   `json:"by,omitempty"`
	Mark   string   `json:"mark,omitempty"`
}

// meant reads what is to be erased of a file.
func (p *program) meant(what string, all contents, path string) (x erasure, err error) {
	kind, id, _ := strings.Cut(what, ":")
	kind += ":"
	x = erasure{By: p.author(), Mark: string(p.texts.Erase.Mark)}
	ids := sortedKeys(all)
	switch id = strings.TrimSpace(id); {
	case id == "":
		return x, usage("erase-what", "value", what)
	case kind == steps.ErasedPlan:
		if x.Plan = id; all[id] == nil {
			return x, refuse("unknown-plan", "plan", steps.Quote(id), "plans", strings.Join(ids, ", "))
		}
		x.First = all[id].Entry(1).ID
	case kind == steps.ErasedSheet:
		if x.Plan, err = p.choosePlan(ids, toChange, func(id string) bool { return all[id].Plan().Archived() }); err != nil {
			return x, err
		}
		if x.Sheet = id; assets.Definitions().Sheet(id) == nil {
			return x, refuse("erase-no-sheet", "value", steps.Quote(id))
		}
		if all[x.Plan] != nil {
			x.First = all[x.Plan].Entry(1).ID
		}
	case kind == steps.ErasedName:
		x.Names = []string{steps.CleanName(id)}
	case kind == steps.ErasedMember:
		plan, err := p.choosePlan(ids, toChange, func(id string) bool { return all[id].Plan().Archived() })
		if err != nil {
			return x, err
		}
		if journal := all[plan]; journal != nil {
			x.Names = journal.NamesOf(id, "")
		}
		if x.Names == nil {
			return x, refuse("erase-no-member", "value", steps.Quote(id), "file", path, "command", p.againWith("erase --years 0"))
		}
	default:
		return x, usage("erase-what", "value", what)
	}
	return x, nil
}

// author is who erases: who was named, or who is at the questions.
func (p *program) author() string {
	if p.flags.by == "" && p.work != nil {
		return p.work.Author()
	}
	return p.flags.by
}

// erasing is an erasure that was looked at, of a file.
type erasing struct {
	erasure
	path  string
	found reach
	plans contents
}

// lookAt reads what is to be erased of a file, and finds what that would take away.
func (p *program) lookAt(path, what string) (e erasing, err error) {
	e.path = path
	plans, err := store.Read(path, p.unlocker(path))
	if err == nil {
		e.plans, err = journalsOf(plans)
	}
	if err == nil {
		e.erasure, err = p.meant(what, e.plans, path)
	}
	if err == nil {
		e.found, err = p.look(path, plans, e.erasure)
	}
	return e, err
}

// school is whose plan is erased whole; empty where none is.
func (e erasing) school() string {
	if !e.found.plan {
		return ""
	}
	return schoolOf(e.plans[e.Plan], e.Plan)
}

// called is what is erased in words: a whole plan by its school, as long as that is known.
func (e erasing) called(texts *assets.Texts) string {
	if school := e.school(); school != "" {
		return texts.Erase.WholePlan.Fill("school", school)
	}
	return e.erasure.called(texts)
}

// takes says whether anything would be taken away; what stands alone only where that was agreed to.
func (e erasing) takes() bool {
	return e.found.inFull() || e.Alone && len(e.found.alone) > 0 || e.In != nil
}

// erase shows what is erased, asks, and does it: in the file, and in every copy of it that the program made.
func (p *program) erase(path, what string, alone, yes bool) error {
	e, err := p.lookAt(path, what)
	if err != nil {
		return err
	}
	e.Alone = alone
	words, ask := p.texts.Erase, !yes && !alone && p.terminal()
	if e.found.inFull() || len(e.found.alone) > 0 {
		p.tell(p.out, strings.Join(p.erasePreview(e), "\n"))
		p.tellAlone(e, ask)
		p.tell(p.out, string(words.Never))
	}
	if ask {
		in, err := p.askAlone(e.found.alone)
		if err != nil {
			return err
		}
		e.In = sumsOf(in)
	}
	if !e.takes() {
		p.tell(p.out, words.Nothing.Fill("what", e.called(p.texts)))
		return nil
	}
	if agreed, err := p.agreeToErase(e, yes); err != nil || !agreed {
		return err
	}
	said, err := p.eraseNow(e)
	if err == nil {
		p.tell(p.out, said)
		if e.found.plan {
			p.flags.plan = ""
		}
	}
	return err
}

// agreeToErase asks; for a whole plan what its school is called.
func (p *program) agreeToErase(e erasing, yes bool) (bool, error) {
	words, name := p.texts.Erase, e.school()
	if name == "" || yes || !p.terminal() {
		return p.agree(words.Ask, "erase-needs-terminal", yes)
	}
	p.prompt(words.TypeName.Fill("name", name) + "\n" + string(words.Name) + ":")
	line, err := p.in.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	if steps.CleanName(line) != name {
		p.tell(p.out, words.OtherName.Fill("name", name))
		return false, nil
	}
	return true, nil
}

// tellAlone says where a part of the name stands alone, and what becomes of that; where it is asked, each is shown then.
func (p *program) tellAlone(e erasing, asked bool) {
	if len(e.found.alone) == 0 {
		return
	}
	words := p.texts.Erase
	p.tell(p.out, words.Alone.For(len(e.found.alone)))
	if asked {
		return
	}
	for i, lone := range e.found.alone {
		if i == mostLost {
			p.tell(p.out, "  …")
			break
		}
		p.tell(p.out, "  "+strconv.FormatUint(lone.Entry, 10)+"  "+excerpt(lone))
	}
	if e.Alone {
		p.tell(p.out, string(words.AloneToo))
	} else {
		p.tell(p.out, string(words.AloneStays))
	}
}

// askAlone asks of each text in which a part of the name stands alone whether it goes there too, and gives those where it does.
func (p *program) askAlone(alone []steps.LoneName) (in []string, err error) {
	for _, lone := range alone {
		words := p.texts.Erase.AskAlone.Fill("name", steps.CleanName(lone.Names[0]), "text", excerpt(lone))
		yes, err := p.decide(words)
		if err != nil {
			return nil, err
		}
		if yes {
			in = append(in, lone.Text)
		}
	}
	return in, nil
}

// erasePreview says what goes, where, and what cannot be reached.
func (p *program) erasePreview(e erasing) (lines []string) {
	words, found := p.texts.Erase, e.found
	if e.takes() {
		lines = append(lines, words.Preview.Fill("what", e.called(p.texts)))
	}
	if len(e.Names) > 1 {
		lines = append(lines, words.Also.Fill("names", strings.Join(e.Names[1:], ", ")))
	}
	for _, plan := range sortedKeys(found.entries) {
		changed := found.entries[plan]
		lines = append(lines, "  "+words.Entries.For(len(changed), "plan", e.plans.named(plan))+p.fieldsOf(changed))
	}
	if found.plan {
		lines = append(lines, "  "+words.Entries.For(int(e.plans[e.Plan].Len()), "plan", e.plans.named(e.Plan)))
	}
	if found.copies > 0 {
		lines = append(lines, "  "+words.Copies.For(found.copies))
	}
	lines = append(lines, p.sayLater(e.path)...)
	if found.unsound > 0 {
		lines = append(lines, "  "+words.Unsound.For(found.unsound))
	}
	var sound, unsound []string
	for _, file := range p.otherCopies(e.path) {
		if isUnsound(file) {
			unsound = append(unsound, file)
		} else {
			sound = append(sound, file)
		}
	}
	if sound != nil {
		lines = append(lines, words.Others.Fill("files", steps.CleanName(strings.Join(sound, ", "))))
	}
	if unsound != nil {
		lines = append(lines, words.OthersUnsound.Fill("files", steps.CleanName(strings.Join(unsound, ", "))))
	}
	if closed := store.CopiesUnderPassphrase(e.path); closed != nil {
		lines = append(lines, words.Closed.Fill("files", steps.CleanName(strings.Join(closed, ", "))))
	}
	return append(lines, string(words.NotReached))
}
