package steps

import (
	"reflect"
	"slices"
	"strings"
)

// Limits on numbers and lists.
const (
	MaxOwnTasks     = 1000
	MaxListed       = 1000      // members, lines of means
	MaxTaskHours    = 168 * one // hours in a week; also a member's
	MaxSchoolHours  = 10_000 * one
	MaxMeansNumber  = 100_000 * one
	MaxPupils       = 1_000_000
	MaxRound        = 10_000
	percent         = 100 * one
	hoursDigits     = 1
	meansDigits     = 3
	firstRepeatable = 5 // steps 5 to 7 keep what they hold and are confirmed when repeated
	lastRepeatable  = 7
)

// Check says whether a change can be made to the plan as it stands: nil, or [Refusals] naming every
// field that is wrong. A withdrawal is judged by its [Journal] and always refused here.
func (p Plan) Check(c Change) error {
	var r refusals
	r.foreign(c)
	p.check(c, &r)
	return r.err()
}

// check leaves out what cannot happen in a journal that was written through Check.
func (p *Plan) check(c Change, r *refusals) {
	switch c.Kind {
	case ChangeSchool:
		checkSchool(c, r)
	case ChangeAnswer:
		checkAnswer(c, r)
	case ChangeTask:
		p.checkTask(c, r)
	case ChangeMember:
		p.checkMember(c, r)
	case ChangeAgreement:
		oneOf(r, "agreement", c.Agreement, AgreementIDs)
		r.text("text", c.Text)
	case ChangeEvaluation:
		checkEvaluation(c, r)
	case ChangeRemove:
		p.checkRemove(c, r)
	case ChangeRound:
		p.checkRound(c, r)
	case ChangeConfirm:
		if !slices.Contains(p.Round.Again, c.Step) {
			r.add("nothing-to-confirm", "step", string(c.Step))
		}
	case ChangeCatalogue:
		p.checkCatalogue(c, r)
	default:
		r.add("unknown-kind", "kind", string(c.Kind))
	}
}

func checkSchool(c Change, r *refusals) {
	r.name("name", c.Name, false)
	if v, ok := c.Level.Value(); ok {
		oneOf(r, "level", SchoolLevel(v), SchoolLevels)
	}
	choice(r, "group_kind", c.GroupKind, GroupKinds)
	r.name("group", c.Group, false)
	r.whole("pupils", c.Pupils, 0, MaxPupils)
	r.number("hours", c.Hours, MaxSchoolHours, hoursDigits)
	list, _ := c.Means.Value()
	if len(list) > MaxListed {
		r.addLimit("too-many", "means", itoa(len(list)), itoa(MaxListed))
	}
	for i, m := range list {
		checkMeans(m, r, "means["+itoa(i)+"].")
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

func checkAnswer(c Change, r *refusals) {
	step, ok := Find(c.Step)
	if !ok {
		r.add("unknown-step", "step", string(c.Step))
	}
	choice(r, "choice", c.Choice, Choices)
	if ok && !step.Asked && c.Choice.Given() {
		r.add("derived", "choice", string(c.Step))
	}
	r.text("note", c.Note)
	r.text("evidence", c.Evidence)
	r.name("by", c.By, false)
}

func (p *Plan) checkTask(c Change, r *refusals) {
	own := isOwn(c.Task)
	switch known := p.KnowsTask(c.Task); {
	case !known && own:
		p.checkNewTask(c, r)
	case !known:
		r.add("unknown-task", "task", c.Task)
	}
	r.name("title", c.Title, own)
	switch v, ok := c.Group.Value(); {
	case ok && own:
		oneOf(r, "group", GroupID(v), Groups)
	case own && c.Group.Given():
		r.add("required", "group", "")
	case ok:
		r.add("catalogue-group", "group", v)
	}
	choice(r, "relevance", c.Relevance, Relevances)
	choice(r, "horizon", c.Horizon, Horizons)
	if v, ok := c.Level.Value(); ok {
		oneOf(r, "level", Level(v), Levels)
	}
	choice(r, "expertise", c.Expertise, YesNo)
	choice(r, "sourcing", c.Sourcing, Sourcings)
	p.checkCarrier("owner", c.Owner, r)
	p.checkCarrier("backup", c.Backup, r)
	r.number("hours", c.Hours, MaxTaskHours, hoursDigits)
	r.text("note", c.Note)
}

func (p *Plan) checkNewTask(c Change, r *refusals) {
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

func (p *Plan) checkCarrier(field string, f Field[string], r *refusals) {
	if id, ok := f.Value(); ok {
		if _, known := p.Member(id); !known {
			r.add("unknown-member", field, id)
		}
	}
}

func (p *Plan) checkMember(c Change, r *refusals) {
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
	r.name("name", c.Name, true)
	choice(r, "role", c.Role, MemberRoles)
	r.number("hours", c.Hours, MaxTaskHours, hoursDigits)
	r.text("motivation", c.Motivation)
	r.text("mandate", c.Mandate)
}

func checkEvaluation(c Change, r *refusals) {
	r.text("collaboration", c.Collaboration)
	r.text("composition", c.Composition)
	present, _ := c.Present.Value()
	for i, name := range present {
		r.name("present["+itoa(i)+"]", Set(name), true)
	}
	r.stepsBetween("repeat", c.Repeat, 1, lastRepeatable)
	r.date("next_evaluation", c.NextEvaluation)
}

func (p *Plan) checkRemove(c Change, r *refusals) {
	_, member := p.Member(c.Member)
	switch {
	case c.Task != "" && !slices.Contains(p.OwnTasks, c.Task):
		r.add("no-own-task", "task", c.Task)
	case c.Task == "" && !member:
		r.add("unknown-member", "member", c.Member)
	case c.Task != "" && c.Member != "":
		r.add("not-here", "member", c.Member)
	}
}

func (p *Plan) checkRound(c Change, r *refusals) {
	n, ok := c.Number.Value()
	if !ok {
		r.add("required", "number", "")
		return
	}
	r.whole("number", c.Number, 1, MaxRound)
	if now := p.Round.Number; n != now && n != now+1 && p.Begun() {
		r.addLimit("round-number", "number", itoa(n), itoa(now)+", "+itoa(now+1))
	}
	r.date("opened", c.Opened)
	r.stepsBetween("repeat", c.Repeat, 1, lastRepeatable)
	r.stepsBetween("again", c.Again, firstRepeatable, lastRepeatable)
}

func (p *Plan) checkCatalogue(c Change, r *refusals) {
	if !c.Catalogue.Given() {
		r.add("required", "catalogue", "")
		return
	}
	list := p.builtIn
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
	for _, t := range p.Catalogue.Tasks {
		if _, decided := p.Decisions[t.ID]; decided {
			if _, stays := places[t.ID]; !stays {
				r.add("task-in-use", "catalogue", t.ID)
			}
		}
	}
}

// foreign refuses the fields that do not go with the change's kind.
func (r *refusals) foreign(c Change) {
	for _, name := range c.foreignFields() {
		r.add("not-here", name, "")
	}
}

// foreignFields names these fields.
func (c Change) foreignFields() (names []string) {
	v := reflect.ValueOf(c)
	for i, name := range changeFields() {
		if !v.Field(i).IsZero() && name != "kind" && !slices.Contains(fieldsOf[c.Kind], name) {
			names = append(names, name)
		}
	}
	return names
}

// fieldsOf names the fields of each kind of change.
var fieldsOf = map[Kind][]string{
	ChangeSchool: {"name", "level", "group_kind", "group", "pupils", "hours", "means"},
	ChangeAnswer: {"step", "choice", "note", "evidence", "by", "at"},
	ChangeTask: {
		"task", "title", "group", "relevance", "horizon", "level", "scale", "specialist", "local", "feedback",
		"expertise", "strategic", "technical", "sourcing", "owner", "backup", "hours", "note",
	},
	ChangeMember:     {"member", "name", "role", "hours", "motivation", "mandate"},
	ChangeAgreement:  {"agreement", "text", "needed"},
	ChangeEvaluation: {"collaboration", "composition", "present", "repeat", "next_evaluation"},
	ChangeRemove:     {"task", "member"},
	ChangeRound:      {"number", "opened", "repeat", "again"},
	ChangeConfirm:    {"step"},
	ChangeCatalogue:  {"catalogue"},
	ChangeWithdraw:   {"entry"},
}

func isOwn(task string) bool { return strings.HasPrefix(task, OwnTaskPrefix) }
