package command

import (
	"cmp"
	"errors"
	"io"
	"strconv"
	"time"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// How the questions erase for good: what a person chose on the screens, or chooses now.

// Erasables are who and what can be erased for good from the plan.
func (f *files) Erasables() screen.Erasables { return f.speaking().erasables(f.session) }

// speaking is the call in the language that is spoken on the screens by now, on the file in which the plan is by now. It asks nothing beside them: a
// copy under another passphrase is one that cannot be read.
func (f *files) speaking() *program {
	now := *f.call
	if f.session.Place != f.before {
		now.flags.file = f.session.Place
	}
	now.texts, now.inTerminal = f.session.Texts, false
	return &now
}

// erasables are who and what can be erased for good from a plan, those who left longest ago first, and all of it last.
func (p *program) erasables(session *session.Session) (e screen.Erasables) {
	journal := session.Journal()
	for _, gone := range journal.Departed() {
		e.Gone = append(e.Gone, screen.Erasable{What: steps.ErasedName + gone.Name, Name: gone.Name, Since: p.goneFor(gone.At)})
	}
	for _, m := range journal.Plan().Members {
		if !steps.WasErased(m.ID) {
			e.Present = append(e.Present, screen.Erasable{What: steps.ErasedMember + m.ID, Name: m.Name})
		}
	}
	for _, s := range journal.Plan().FilledSheets() {
		e.Sheets = append(e.Sheets, screen.Erasable{What: steps.ErasedSheet + s.ID, Name: string(p.texts.Sheets[s.ID].Title)})
	}
	if journal.Len() > 0 {
		whole := p.texts.Erase.WholePlan.Fill("school", schoolOf(journal, session.PlanID))
		e.Plan = []screen.Erasable{{What: steps.ErasedPlan + session.PlanID, Name: assets.Capital(whole)}}
	}
	return e
}

// schoolOf is what a plan is called: for its school, or where that has no name by its id.
func schoolOf(journal *steps.Journal, plan string) string {
	return cmp.Or(steps.CleanName(journal.Plan().School.Name), plan)
}

// goneFor says since when somebody is gone, and how many years that is.
func (p *program) goneFor(at time.Time) string {
	words, now, years := p.texts.Erase, p.clock(), 0
	for !at.AddDate(years+1, 0, 0).After(now) {
		years++
	}
	since := words.Since.Fill("date", p.texts.Date(steps.DateOf(at.In(now.Location()))))
	if years == 0 {
		return since
	}
	return since + ", " + words.Years.For(years)
}

// Erasing works out what erasing something would do.
func (f *files) Erasing(what string) screen.Erasing {
	to, p := screen.Erasing{What: what}, f.speaking()
	e, err := p.lookAt(f.session.Place, what)
	switch {
	case err != nil:
		to.Says = []string{p.reason(err)}
		return to
	case !e.found.inFull() && len(e.found.alone) == 0:
		to.Says = []string{p.texts.Erase.Nothing.Fill("what", e.called(p.texts))}
		return to
	}
	to.Says, to.InAll, to.Confirm = p.erasePreview(e), e.found.inFull(), e.school()
	for _, lone := range e.found.alone {
		to.Alone = append(to.Alone, screen.AloneText{Text: lone.Text, Shown: excerpt(lone)})
	}
	return to
}

// eraseBetween erases, between two runs of the questions, what a person chose on the screens, or chooses now. What goes wrong is said, and
// the questions go on.
func (p *program) eraseBetween(to screen.Elsewhere) error {
	path, err := p.path()
	if err != nil {
		return err
	}
	if to.Erasing {
		return p.eraseByLine(path)
	}
	e, err := p.lookAt(path, to.Erase.What)
	if err == nil {
		e.In = sumsOf(to.Erase.In)
		_, err = p.eraseNow(e)
		p.notice = string(p.texts.Erase.Did)
	}
	if err == nil && e.found.plan { // what is left of the file is asked for
		p.flags.plan = ""
	}
	if err != nil {
		p.notice = p.reason(err)
	}
	return nil
}

// eraseByLine lists who and what can be erased, and asks which; none is an answer too.
func (p *program) eraseByLine(path string) error {
	words, list := p.texts.Erase, p.erasables(p.work).All()
	for i, e := range list {
		line := strconv.Itoa(i+1) + ". " + steps.CleanName(e.Name)
		if e.Since != "" {
			line += ", " + e.Since
		}
		p.tell(p.out, line)
	}
	p.prompt(words.Which.For(len(list)))
	line, err := p.in.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	typed := steps.CleanName(line)
	if typed == "" {
		return nil
	}
	what := steps.ErasedName + typed
	if n, err := strconv.Atoi(typed); err == nil {
		if n < 1 || n > len(list) {
			return nil
		}
		what = list[n-1].What
	}
	err = p.erase(path, what, false, false)
	if err != nil && !errors.As(err, new(stopped)) {
		p.tell(p.out, p.reason(err))
		return nil
	}
	return err
}
