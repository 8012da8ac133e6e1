package steps

// The built-in catalogue has editions. A round is walked with the edition of the day on which it was opened: a task that a later
// edition adds is offered apart, and counts once something is said of it, or from the next round on. So no plan that was finished
// opens again because the program was renewed.

// maxEdition bounds what a plan may say; no program has a catalogue of that edition.
const maxEdition = 10_000

// Edition is that of the catalogue with which the plan's round was opened. A plan that does not say so is older than the
// second edition.
func (p Plan) Edition() int {
	if p.Round.Edition == nil {
		return 1
	}
	return *p.Round.Edition
}

// Offered are the tasks that a later edition of the catalogue added and of which nothing is said yet, in its order: they count
// for nothing until then.
func (p Plan) Offered() (tasks []Task) {
	if p.OwnCatalogue || p.Catalogue.Edition <= p.Edition() {
		return nil
	}
	for i := range p.Catalogue.Tasks {
		if c := &p.Catalogue.Tasks[i]; p.offers(c) {
			task, _ := p.Task(c.ID)
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// Overview are the tasks that a step can show: at step 5 those that are offered too, last.
func (p Plan) Overview(step StepID) []Task {
	tasks, offered := p.Tasks(), p.Offered()
	if step != Tasks || len(offered) == 0 {
		return tasks
	}
	return append(tasks[:len(tasks):len(tasks)], offered...)
}

// offers says whether a task of the catalogue is one of a later edition that nobody took yet.
func (p *Plan) offers(c *CatalogueTask) bool {
	if p.OwnCatalogue || c.Since <= p.Edition() {
		return false
	}
	_, taken := p.Decisions[c.ID]
	return !taken
}

// Dated is an entry to be made that says with which edition of the catalogue it begins a plan or a round, where it begins one and its
// changes do not say so themselves, as those of a plan file may.
func (p Plan) Dated(e Entry) Entry {
	begins := !p.Begun()
	for i := range e.Changes {
		c := &e.Changes[i]
		if c.Kind == ChangeWithdraw || c.Edition.Given() {
			return e
		}
		begins = begins || c.Kind == ChangeRound && c.Number.value() == p.Round.Number+1
	}
	if begins {
		e.Edition = p.definitions.Catalogue.Edition
	}
	return e
}

// applyEdition keeps the edition that an entry says.
func (p *Plan) applyEdition(e *Entry) {
	if n := e.Edition; n > 0 {
		p.Round.Edition = &n
	}
}

// checkEdition refuses an edition that this program does not have.
func checkEdition(p *Plan, c *Change, r *refusals) { p.editionIsKnown(c.Edition.value(), r) }

func (p *Plan) editionIsKnown(edition int, r *refusals) {
	if newest := p.definitions.Catalogue.Edition; edition > max(1, newest) {
		r.addLimit("newer-edition", "edition", itoa(edition), itoa(newest))
	}
}
