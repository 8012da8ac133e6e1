package steps

import (
	"reflect"
	"slices"
	"strings"
)

// Limits on numbers and lists.
const (
	MaxOwnTasks     = 1000
	MaxListed       = 1000              // members, lines of means
	MaxAbilities    = 2*MaxOwnTasks + 4 // what a member knows or likes: the tasks of a catalogue, own ones, groups
	MaxTaskHours    = 168 * one         // hours in a week; also a member's
	MaxSchoolHours  = 10_000 * one
	MaxMeansNumber  = 100_000 * one
	maxPupils       = 1_000_000
	maxRound        = 10_000
	percent         = 100 * one
	HoursDigits     = 2 // after the point: quarter hours are common
	meansDigits     = 3
	firstRepeatable = 5 // steps 5 to 7 keep what they hold and are confirmed when repeated
	lastRepeatable  = 7
)

// Check says whether a change can be made to the plan as it stands: nil, or [Refusals] naming every
// field that is wrong. A withdrawal is judged by its [Journal] and always refused here.
func (p Plan) Check(c Change) error {
	var r refusals
	r.foreign(&c)
	p.check(&c, &r)
	if c.givesCells() { // in a journal what is not known was written by a later edition
		p.checkCells(&c, &r)
	}
	p.checkSheetNames(&c, &r)
	return r.err()
}

// check leaves out what cannot happen in a journal that was written through Check.
func (p *Plan) check(c *Change, r *refusals) {
	switch c.Kind {
	case ChangeAnswer:
		if _, ok := Find(c.Step); !ok {
			r.add("unknown-step", "step", string(c.Step))
		}
	case ChangeVoice:
		p.checkVoice(c, r)
	case ChangeTask:
		p.checkTask(c, r)
	case ChangeMember:
		p.checkMember(c, r)
	case ChangeAgreement:
		oneOf(r, "agreement", c.Agreement, AgreementIDs)
	case ChangeResolution:
		p.checkResolution(c, r)
	case ChangeAction:
		p.checkAction(c, r)
	case ChangeRemove:
		p.checkRemove(c, r)
	case ChangeRound:
		if _, ok := c.Number.Value(); !ok {
			r.add("required", "number", "")
			return
		}
	case ChangeConfirm:
		if !slices.Contains(p.Round.Again, c.Step) {
			r.add("nothing-to-confirm", "step", string(c.Step))
		}
	case ChangeCatalogue:
		p.checkCatalogue(c, r)
	case ChangeSchool, ChangeEvaluation, ChangeRow, ChangeSettings, ChangeErased:
	default:
		r.add("unknown-kind", "kind", string(c.Kind))
	}
	fields := fieldsOf[c.Kind]
	for i := range fields {
		if check := fields[i].check; check != nil {
			check(p, c, r)
		}
	}
}

func checkMeans(m Means, r *refusals, at string) {
	oneOf(r, at+"source", m.Source, MeansSources)
	number := func(field string, v *Decimal, limit Decimal) {
		if v != nil {
			r.decimal(at+field, *v, limit, meansDigits)
		}
	}
	number("amount", m.Amount, MaxMeansNumber)
	number("per_fulltime", m.PerFulltime, MaxMeansNumber)
	number("week", m.Week, MaxMeansNumber)
	number("pooled", m.Pooled, percent)
}

// checkChoice refuses an answer to a step whose state is derived.
func checkChoice(_ *Plan, c *Change, r *refusals) {
	if step, ok := Find(c.Step); ok && !step.Asked && c.Choice.Given() {
		r.add("derived", "choice", string(c.Step))
	}
}

func (p *Plan) checkTask(c *Change, r *refusals) {
	if p.KnowsTask(c.Task) {
		return
	}
	if !isOwn(c.Task) {
		r.add("unknown-task", "task", c.Task)
		return
	}
	if !ValidID(c.Task) {
		r.add("bad-id", "task", c.Task)
	}
	if !c.Title.Given() {
		r.add("required", "title", "")
	}
	if !c.Group.Given() {
		r.add("required", "group", "")
	}
	if len(p.OwnTasks) >= MaxOwnTasks {
		r.addLimit("too-many", "task", itoa(len(p.OwnTasks)+1), itoa(MaxOwnTasks))
	}
}

// checkTitle refuses to leave an own task without a name.
func checkTitle(_ *Plan, c *Change, r *refusals) {
	if isOwn(c.Task) {
		r.required("title", c.Title)
	}
}

// checkGroup leaves a task of the catalogue where it is.
func checkGroup(_ *Plan, c *Change, r *refusals) {
	own := isOwn(c.Task)
	switch v, ok := c.Group.Value(); {
	case ok && own:
		oneOf(r, "group", GroupID(v), Groups)
	case own && c.Group.Given():
		r.add("required", "group", "")
	case ok:
		r.add("catalogue-group", "group", v)
	}
}

func (p *Plan) checkMember(c *Change, r *refusals) {
	if !ValidID(c.Member) {
		r.add("bad-id", "member", c.Member)
	}
	if _, known := p.Member(c.Member); !known {
		if !c.Name.Given() {
			r.add("required", "name", "")
		}
		if len(p.Members) >= MaxListed {
			r.addLimit("too-many", "member", itoa(len(p.Members)+1), itoa(MaxListed))
		}
	}
}

func checkMemberName(_ *Plan, c *Change, r *refusals) { r.required("name", c.Name) }

// checkRemove takes one thing that is there, and that can go.
func (p *Plan) checkRemove(c *Change, r *refusals) {
	_, member := p.Member(c.Member)
	_, recorded := p.Resolution(c.Decision)
	_, action := p.Action(c.Action)
	_, row := p.Row(c.Sheet, c.Table, c.Row)
	row = row || !p.rowsKnown(c)
	named := 0
	for _, of := range []struct {
		field, id, reason string
		known             bool
	}{
		{"task", c.Task, "no-own-task", slices.Contains(p.OwnTasks, c.Task)}, {"decision", c.Decision, "unknown-decision", recorded},
		{"action", c.Action, "unknown-action", action}, {"row", c.Row, "unknown-row", row}, {"member", c.Member, "unknown-member", member},
	} {
		switch {
		case of.id == "":
			continue
		case named > 0:
			r.add("not-here", of.field, of.id)
		case !of.known:
			r.add(of.reason, of.field, of.id)
		}
		named++
	}
	if named == 0 {
		r.add("unknown-member", "member", "")
	}
}

// checkRoundNumber lets a plan stay in its round or go to the next; one that has not begun takes any.
func checkRoundNumber(p *Plan, c *Change, r *refusals) {
	if n, now := c.Number.value(), p.Round.Number; n != now && n != now+1 && p.Begun() {
		r.addLimit("round-number", "number", itoa(n), itoa(now)+", "+itoa(now+1))
	}
}

func (p *Plan) checkCatalogue(c *Change, r *refusals) {
	if !c.Catalogue.Given() {
		r.add("required", "catalogue", "")
		return
	}
	list := p.definitions.Catalogue
	if own, ok := c.Catalogue.Value(); ok {
		own = own.cleaned()
		var wrong refusals
		own.check(&wrong)
		for _, w := range wrong.list {
			w.Field = "catalogue." + w.Field
			r.list = append(r.list, w)
		}
		list = &own
	}
	places := list.places()
	referred := map[string]bool{}
	for i := range p.Resolutions {
		referred[p.Resolutions[i].about()] = true
	}
	for i := range p.Actions {
		referred[subjectOf(p.Actions[i].About).task] = true
	}
	for _, m := range p.Members {
		for id := range m.abilityTasks() {
			referred[id] = true
		}
	}
	for _, t := range p.Catalogue.Tasks {
		if _, decided := p.Decisions[t.ID]; decided || referred[t.ID] {
			if _, stays := places[t.ID]; !stays {
				r.add("task-in-use", "catalogue", t.ID)
			}
		}
	}
}

// foreign refuses the fields that do not go with the change's kind.
func (r *refusals) foreign(c *Change) {
	for _, name := range c.foreignFields() {
		r.add("not-here", name, "")
	}
}

// foreignFields names these fields.
func (c *Change) foreignFields() (names []string) {
	v := reflect.ValueOf(c).Elem()
	for i, name := range changeFields() {
		_, its := FieldNamed(c.Kind, name)
		if !its && !v.Field(i).IsZero() && name != "kind" && !slices.Contains(subjects[c.Kind], name) {
			names = append(names, name)
		}
	}
	return names
}

// subjects name what a change of each kind is about.
var subjects = map[Kind][]string{
	ChangeAnswer: {"step"}, ChangeVoice: {"step"}, ChangeTask: {"task"}, ChangeMember: {"member"}, ChangeAgreement: {"agreement"},
	ChangeResolution: {"decision"}, ChangeAction: {"action"},
	ChangeRow: {"sheet", "table", "row", "fields"}, ChangeSettings: {"sheet", "fields"},
	ChangeRemove: {"task", "member", "decision", "action", "sheet", "table", "row"}, ChangeConfirm: {"step"}, ChangeWithdraw: {"entry"}, ChangeErased: {"member", "sheet"},
}

func isOwn(task string) bool { return strings.HasPrefix(task, OwnTaskPrefix) }
