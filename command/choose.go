package command

import (
	"cmp"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// errSeveralPlans says that a file has several plans in use, and that the person has to choose.
var errSeveralPlans = errors.New("several plans")

// mustChoose says whether the person first chooses what to open: where none is named and several files are known, or the one
// that is known is gone. With one file that is opened straight away.
func (p *program) mustChoose() (bool, error) {
	if p.flags.example || p.flags.file != "" || p.flags.plan != "" {
		return false, nil
	}
	paths, err := p.knownPaths()
	if err != nil {
		return false, err
	}
	there := slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !stands(path) })
	if len(there) == 1 {
		p.openAt(there[0])
	}
	return len(there) > 1 || len(there) == 0 && len(paths) > 1, nil
}

func stands(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// openAt makes a file the one that is opened; that at the usual place needs no name.
func (p *program) openAt(path string) {
	p.flags.file = ""
	if usual, err := p.path(); err != nil || absolute(usual) != path {
		p.flags.file = path
	}
}

// knownPaths are where files are known to be, or to have been: the one that was named or else stands at the usual place, and
// those that were open.
func (p *program) knownPaths() ([]string, error) {
	first, err := p.path()
	if err != nil {
		return nil, err
	}
	paths := []string{absolute(first)}
	for _, path := range p.recent() {
		if !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	return paths, nil
}

// known are the files with plans that the program knows of.
func (p *program) known() screen.Known {
	paths, _ := p.knownPaths() // it was asked for before, and went well
	known := screen.Known{Plan: p.flags.plan, Notice: p.refusal}
	for i, path := range paths {
		if !stands(path) && i == 0 { // nothing was ever there, or it is one of those that were open
			if slices.Contains(p.recent(), path) {
				known.Files = append(known.Files, screen.KnownFile{Path: path, Gone: true})
			}
			continue
		}
		known.Files = append(known.Files, p.knownFile(path))
	}
	slices.SortStableFunc(known.Files, func(a, b screen.KnownFile) int { return lastly(p.leftBehind(a), p.leftBehind(b)) })
	known.File = paths[0]
	if i := slices.IndexFunc(known.Files, func(file screen.KnownFile) bool { return !file.Gone }); i >= 0 {
		known.File = known.Files[i].Path
	}
	if !stands(known.File) {
		known.Begin = paths[0]
	}
	return known
}

// leftBehind says whether a file cannot be read and its plan went on in another.
func (p *program) leftBehind(file screen.KnownFile) bool {
	return file.Problem != "" && p.newerThan(file.Path) != ""
}

// knownFile looks at the plans in a file, and changes nothing.
func (p *program) knownFile(path string) screen.KnownFile {
	file := screen.KnownFile{Path: path}
	kept, err := readBy(path, p.knownKey(path))
	if store.HasCode(err, store.FileMissing) {
		file.Gone = true
		return file
	}
	if err == nil {
		defer kept.Close()
		var ids []string
		ids, err = kept.Plans()
		for _, id := range ids {
			plan, wrong := loadPlan(kept, id)
			if err = cmp.Or(err, wrong); wrong == nil {
				file.Plans = append(file.Plans, screen.KnownPlan{ID: id, Plan: plan})
			}
		}
	}
	if err != nil {
		file.Problem = p.reason(err)
	}
	slices.SortStableFunc(file.Plans, func(a, b screen.KnownPlan) int { return cmp.Compare(a.School.Name, b.School.Name) })
	return file
}

// Known are the files with plans that the program knows of.
func (f *files) Known() screen.Known { return f.speaking().known() }

// choose has the person choose a plan, which is then the one that is opened. It says whether one was chosen.
func (p *program) choose() (bool, error) {
	p.chose, p.work, p.lookOnly, p.inPart = true, nil, false, nil
	if err := p.unlockKnown(); err != nil {
		return false, err
	}
	ask := p.chooseOnScreen
	if p.flags.plain {
		ask = p.chooseByLine
	}
	next, err := ask()
	p.refusal = ""
	if err != nil || next == nil {
		return false, err
	}
	path, err := p.typed(next.File)
	if err != nil {
		return false, err
	}
	p.openAt(path)
	p.flags.plan = next.Plan
	if next.School != "" {
		p.flags.plan, err = p.beginPlan(next.School)
	}
	return err == nil, err
}

// unlockKnown asks the passphrases of the files in the list. Those for which none is typed stay closed.
func (p *program) unlockKnown() error {
	paths, err := p.knownPaths()
	if err != nil {
		return err
	}
	for _, path := range paths {
		_, err := p.readOnly(path)
		if _, said := errors.AsType[*store.Error](err); !said && err != nil { // the call is to end
			return err
		}
	}
	return nil
}

// chooseOnScreen shows the list of plans. The session behind it has no plan, and keeps nothing.
func (p *program) chooseOnScreen() (*screen.Elsewhere, error) {
	return p.screens(p.sessionOn(store.NewMemory(), firstPlan), true)
}

// beginPlan begins a plan for a school beside the others in a file, in the name of who filled in the newest of those, and
// gives its id.
func (p *program) beginPlan(school string) (id string, err error) {
	kept, path, err := p.open(toFill)
	if err != nil {
		return "", err
	}
	defer func() { err = cmp.Or(err, kept.Close()) }()
	ids, err := kept.Plans()
	if err != nil {
		return "", err
	}
	id = newPlanID(school, ids)
	work := p.sessionOn(kept, id)
	if err := work.Reload(); err != nil {
		return "", err
	}
	if work.Author() == "" {
		work.SetAuthor(newestAuthor(kept, ids))
	}
	err = work.Record(steps.Change{Kind: steps.ChangeSchool, Name: steps.Set(steps.CleanName(school))})
	if err == nil {
		p.changed = true
		p.seeEnd(toChange, path, work.Journal().Entries())
	}
	return id, err
}

// newPlanID is an id for the plan of a school that no other in the file has.
func newPlanID(school string, ids []string) string {
	if len(ids) == 0 {
		return firstPlan
	}
	const most = 50
	slug := cmp.Or(steps.Slug(school), firstPlan)
	slug = slug[:min(len(slug), most)]
	for !steps.ValidID(slug) { // it was cut at a hyphen
		slug = slug[:len(slug)-1]
	}
	for n, id := 2, slug; ; n++ {
		if !slices.Contains(ids, id) {
			return id
		}
		id = slug + "-" + strconv.Itoa(n)
	}
}

// newestAuthor is who made the newest entry of these plans.
func newestAuthor(kept store.Store, ids []string) (author string) {
	var newest steps.Entry
	for _, id := range ids {
		entries, _ := kept.Load(id) // of a damaged plan, those that are whole
		if n := entries.Len(); n > 0 {
			if last := entries.Entry(uint64(n)); !last.At.Before(newest.At) {
				newest = last
			}
		}
	}
	return newest.By
}

// chooseByLine asks which plan is meant: by its number in a list, by its id, or with a name for a new one.
func (p *program) chooseByLine() (*screen.Elsewhere, error) {
	words, known := p.texts.Schools.Choose, p.known()
	var choices []screen.Elsewhere
	if known.Notice != "" {
		p.tell(p.out, known.Notice)
	}
	for _, file := range known.Files {
		p.tell(p.out, steps.CleanName(file.Path))
		switch {
		case file.Gone:
			p.tell(p.out, "   "+string(p.texts.Wizard.Plans.Gone))
		case file.Problem != "":
			p.tell(p.out, "   "+file.Problem)
		}
		for _, plan := range file.Plans {
			choices = append(choices, screen.Elsewhere{File: file.Path, Plan: plan.ID})
			p.tell(p.out, p.planLine(len(choices), plan))
		}
	}
	for {
		p.prompt(string(words.Ask))
		line, err := p.in.ReadString('\n')
		typed := steps.CleanName(line)
		if next := p.planMeant(typed, choices, known); next != nil {
			return next, nil
		}
		switch {
		case errors.Is(err, io.EOF) || slices.Contains(p.texts.Plain.Words.Stop, assets.Text(typed)):
			return nil, p.ended(nil)
		case err != nil:
			return nil, p.ended(err)
		}
		p.tell(p.out, string(words.Again))
	}
}

// planLine is a plan in the list that is chosen from.
func (p *program) planLine(number int, plan screen.KnownPlan) string {
	words := p.texts.Schools.Choose
	line := words.Line.Fill("number", number, "school", cmp.Or(steps.CleanName(plan.School.Name), string(p.texts.Common.School)),
		"plan", plan.ID, "round", plan.Round.Number, "stands", report.SchoolStands(plan.Plan, p.texts))
	if plan.Archived() {
		line += string(words.Archived)
	}
	return line
}

// planMeant is the plan that is meant by what was typed; nil for none.
func (p *program) planMeant(typed string, choices []screen.Elsewhere, known screen.Known) *screen.Elsewhere {
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(choices) {
		return &choices[n-1]
	}
	if i := slices.IndexFunc(choices, func(c screen.Elsewhere) bool { return c.Plan == typed }); i >= 0 {
		return &choices[i]
	}
	if name, is := strings.CutPrefix(typed, string(p.texts.Schools.Choose.New)+" "); is {
		return &screen.Elsewhere{File: known.File, School: name}
	}
	return nil
}
