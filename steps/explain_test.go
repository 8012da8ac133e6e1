package steps_test

import (
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// factOf is a fact about a task.
func factOf(task string, field steps.FactField, value string) steps.Fact {
	return steps.Fact{Field: field, Task: task, Value: value}
}

func of(member string, field steps.FactField, value string) steps.Fact {
	return steps.Fact{Field: field, Member: member, Value: value}
}

// proposed marks a fact as the catalogue's.
func proposed(f steps.Fact) steps.Fact {
	f.Proposed = true
	return f
}

// neededNow are the facts that make a task somebody's to do.
func neededNow(task string) []steps.Fact {
	return []steps.Fact{factOf(task, "relevance", "yes"), factOf(task, "horizon", "short"), factOf(task, "level", "school")}
}

func TestWhyFinding(t *testing.T) {
	const today = steps.Date("2027-06-01")
	bare := change{Kind: steps.ChangeMember, Member: "cas", Name: steps.Set("Cas")}
	for _, c := range []struct {
		name    string
		changes []change
		finding steps.Finding
		want    steps.Reason
	}{
		{
			"no owner", append(finished(steps.No), task("wifi", func(c *change) { c.Owner, c.Sourcing = steps.Clear[string](), steps.Set(steps.Train) })),
			steps.Finding{ID: steps.NoOwner, Task: "wifi"},
			steps.Reason{Rule: "no-owner", Since: steps.Team, Facts: append(neededNow("wifi"), factOf("wifi", "sourcing", "train"), factOf("wifi", "owner", ""))},
		},
		{
			"no backup for a technical core task", append(finished(steps.No), task("wifi", func(c *change) { c.Backup = steps.Clear[string]() })),
			steps.Finding{ID: steps.NoBackup, Task: "wifi"},
			steps.Reason{Rule: "no-backup", Since: steps.Team, Facts: append(
				neededNow("wifi"), proposed(factOf("wifi", "core", "technical")), factOf("wifi", "owner", "bart"), factOf("wifi", "backup", ""))},
		},
		{
			"no backup for a strategic task", append(finished(steps.No), owned("coaching", "an", "an", 20), task("coaching", func(c *change) { c.Strategic = steps.Set(true) })),
			steps.Finding{ID: steps.NoBackup, Task: "coaching"},
			steps.Reason{Rule: "no-backup", Since: steps.Team, Facts: append(
				neededNow("coaching"), factOf("coaching", "strategic", "true"), factOf("coaching", "owner", "an"), factOf("coaching", "backup", "an"))},
		},
		{
			"hours missing", append(finished(steps.No), task("wifi", func(c *change) { c.Hours = steps.Clear[steps.Decimal]() })),
			steps.Finding{ID: steps.HoursMissing, Task: "wifi"},
			steps.Reason{Rule: "hours-missing", Since: steps.Team, Facts: append(neededNow("wifi"), factOf("wifi", "hours", ""))},
		},
		{
			"overload", append(finished(steps.No), owned("wifi", "bart", "an", 65)),
			steps.Finding{ID: steps.Overload, Member: "bart"},
			steps.Reason{Rule: "overload", Facts: []steps.Fact{
				of("bart", "planned", "8.5"), factOf("wifi", "hours", "6.5"), factOf("privacy", "hours", "2"), of("bart", "hours", "8"),
			}},
		},
		{
			"too few hours", []change{
				school(func(c *change) { c.Hours = steps.Set(steps.Tenths(15)) }), member("an", 9),
				kept("wifi", steps.Short), kept("coaching", steps.Long), owned("coaching", "an", "an", 16),
			},
			steps.Finding{ID: steps.UnderResourced},
			steps.Reason{Rule: "under-resourced", Facts: []steps.Fact{
				{Field: "planned", Value: "1.6"}, factOf("coaching", "hours", "1.6"), {Field: "uncounted", Value: "1"}, {Field: "hours", Value: "1.5"},
			}},
		},
		{
			"a pillar of two", append(finished(steps.No), owned("wifi", "bart", "an", 70)),
			steps.Finding{ID: steps.SinglePillar, Member: "bart"},
			steps.Reason{Rule: "single-pillar-of-two", Since: steps.Team, Facts: []steps.Fact{
				{Field: "members", Value: "2"}, {Field: "planned", Value: "13"},
				of("bart", "planned", "9"), factOf("wifi", "hours", "7"), factOf("privacy", "hours", "2"),
			}},
		},
		{
			"a pillar of three", append(finished(steps.No), member("cas", 4), owned("wifi", "bart", "an", 30)),
			steps.Finding{ID: steps.SinglePillar, Member: "bart"},
			steps.Reason{Rule: "single-pillar-of-more", Since: steps.Team, Facts: []steps.Fact{
				{Field: "members", Value: "3"}, {Field: "planned", Value: "9"},
				of("bart", "planned", "5"), factOf("wifi", "hours", "3"), factOf("privacy", "hours", "2"),
			}},
		},
		{
			"no mandate", append(finished(steps.No), bare, owned("privacy", "cas", "an", 20)),
			steps.Finding{ID: steps.NoMandate, Member: "cas"},
			steps.Reason{Rule: "no-mandate", Since: steps.Team, Facts: []steps.Fact{
				of("cas", "mandate", ""), factOf("privacy", "group", "policy"), factOf("privacy", "owner", "cas"),
			}},
		},
		{
			"no mandate for a coordinator", append(finished(steps.No), bare, change{Kind: steps.ChangeMember, Member: "cas", Role: steps.Set(steps.ICTCoordinator)}),
			steps.Finding{ID: steps.NoMandate, Member: "cas"},
			steps.Reason{Rule: "no-mandate", Since: steps.Team, Facts: []steps.Fact{of("cas", "role", "ict-coordinator"), of("cas", "mandate", "")}},
		},
		{
			"expertise undecided", append(finished(steps.No), expertise("wifi", steps.No)),
			steps.Finding{ID: steps.ExpertiseUndecided, Task: "wifi"},
			steps.Reason{Rule: "expertise-undecided", Since: steps.Expertise, Facts: []steps.Fact{
				factOf("wifi", "relevance", "yes"), factOf("wifi", "horizon", "short"), factOf("wifi", "expertise", "no"), factOf("wifi", "sourcing", ""),
			}},
		},
		{
			"the group has no name", append(finished(steps.Yes), task("wifi", func(c *change) { c.Scale = steps.Set(true) })),
			steps.Finding{ID: steps.GroupUnnamed},
			steps.Reason{Rule: "group-unnamed", Since: steps.Tasks, Facts: []steps.Fact{{Field: "school_group"}, factOf("wifi", "level", "group")}},
		},
		{
			"past its date", finished(steps.No),
			steps.Finding{ID: steps.EvaluationOverdue},
			steps.Reason{Rule: "evaluation-overdue", Facts: []steps.Fact{{Field: "next_evaluation", Value: "2027-05-15"}}},
		},
	} {
		p := planOf(t, c.changes...)
		found := false
		for _, f := range p.Findings(today) {
			found = found || f == c.finding
		}
		equal(t, c.name+": found", found, true)
		equal(t, c.name, p.WhyFinding(c.finding), c.want)
	}
}

func TestWhyAdvice(t *testing.T) {
	p := planOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No))
	for _, advice := range p.Advice() {
		equal(t, string(advice.ID), p.WhyAdvice(advice), steps.Reason{
			Rule: steps.RuleAdvice, Facts: []steps.Fact{{Field: "choice", Step: steps.Vision, Value: "no"}},
		})
	}
	equal(t, "no advice", p.WhyAdvice(steps.Advice{Step: steps.Awareness}), steps.Reason{})
}

func TestWhyLevel(t *testing.T) {
	for _, c := range []struct {
		name    string
		pooling choice
		with    func(*change)
		rule    steps.RuleID
		facts   []steps.Fact // beside that of step 4
	}{
		{"alone", steps.No, func(c *change) { c.Scale, c.Level = steps.Set(true), steps.Set("group") }, "level-alone", nil},
		{"nothing said", steps.Yes, func(*change) {}, "level-nothing", []steps.Fact{factOf("wifi", "scale", ""), factOf("wifi", "specialist", ""), factOf("wifi", "local", "")}},
		{
			"nothing for it", steps.Yes, func(c *change) { c.Scale = steps.Set(false) }, "level-nothing",
			[]steps.Fact{factOf("wifi", "scale", "false"), factOf("wifi", "specialist", ""), factOf("wifi", "local", "")},
		},
		{
			"on site", steps.Yes, func(c *change) { c.Local = steps.Set(true) }, "level-on-site",
			[]steps.Fact{factOf("wifi", "scale", ""), factOf("wifi", "specialist", ""), factOf("wifi", "local", "true")},
		},
		{
			"together, and set otherwise", steps.Yes, func(c *change) { c.Specialist, c.Level = steps.Set(true), steps.Set("school") }, "level-together",
			[]steps.Fact{factOf("wifi", "scale", ""), factOf("wifi", "specialist", "true"), factOf("wifi", "local", ""), factOf("wifi", "level", "school")},
		},
		{
			"both ways", steps.Yes, func(c *change) { c.Local, c.Scale = steps.Set(true), steps.Set(true) }, "level-weigh",
			[]steps.Fact{factOf("wifi", "scale", "true"), factOf("wifi", "specialist", ""), factOf("wifi", "local", "true")},
		},
	} {
		p := planOf(t, answer(steps.Pooling, c.pooling), task("wifi", c.with))
		pooling := steps.Fact{Field: "choice", Step: steps.Pooling, Value: string(c.pooling)}
		equal(t, c.name, p.WhyLevel("wifi"), steps.Reason{Rule: c.rule, Facts: append([]steps.Fact{pooling}, c.facts...)})
	}
	equal(t, "no such task", planOf(t).WhyLevel("nothing"), steps.Reason{})
}

func TestWhySourcing(t *testing.T) {
	for _, c := range []struct {
		task string
		with func(*change)
		rule steps.RuleID
		want []steps.Fact // beside the expertise
	}{
		{"wifi", func(*change) {}, "outsource-technical", []steps.Fact{proposed(factOf("wifi", "strategic", "false")), proposed(factOf("wifi", "technical", "true"))}},
		{"coaching", func(*change) {}, "outsource", []steps.Fact{proposed(factOf("coaching", "strategic", "false")), proposed(factOf("coaching", "technical", "false"))}},
		{"privacy", func(*change) {}, "train-first", []steps.Fact{proposed(factOf("privacy", "strategic", "true")), proposed(factOf("privacy", "technical", "false"))}},
		{
			"purchases", func(c *change) { c.Strategic, c.Sourcing = steps.Set(true), steps.Set(steps.Train) }, "weigh",
			[]steps.Fact{factOf("purchases", "strategic", "true"), proposed(factOf("purchases", "technical", "true")), factOf("purchases", "sourcing", "train")},
		},
		{
			"own-lab", func(c *change) {
				c.Title, c.Group, c.Technical = steps.Set("Lab"), steps.Set("policy"), steps.Set(false)
			}, "outsource",
			[]steps.Fact{factOf("own-lab", "strategic", ""), factOf("own-lab", "technical", "false")},
		},
	} {
		p := planOf(t, task(c.task, c.with), kept(c.task, steps.Short), expertise(c.task, steps.No))
		facts := append([]steps.Fact{factOf(c.task, "expertise", "no")}, c.want...)
		equal(t, c.task, p.WhySourcing(c.task), steps.Reason{Rule: c.rule, Facts: facts})
		equal(t, c.task+" at hand", after(t, p, expertise(c.task, steps.Yes)).WhySourcing(c.task), steps.Reason{})
	}
}

// TestEveryNumberIsTheSumOfItsTasks: what explains a number makes that number.
func TestEveryNumberIsTheSumOfItsTasks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 30)
		capacity := p.Capacity()
		want := map[string]steps.Decimal{"": capacity.Planned}
		for _, m := range capacity.Members {
			want[m.ID] = m.Planned
		}
		for who, planned := range want {
			reason := p.WhyPlanned(who)
			equal(t, "the number for "+who, reason.Facts[0], of(who, steps.FactPlanned, planned.String()))
			var sum steps.Decimal
			for _, f := range reason.Facts[1:] {
				if hours, err := steps.ParseDecimal(f.Value); err == nil && f.Field == steps.FactHours {
					sum += hours
				}
			}
			equal(t, "the sum for "+who, sum, planned)
		}
	})
}

// TestEverythingHasAReason: whatever a plan shows, a rule that is listed explains it.
func TestEverythingHasAReason(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 30)
		reasons := map[string]steps.Reason{"planned": p.WhyPlanned("")}
		for _, f := range p.Findings("2027-12-01") {
			reasons[string(f.ID)+f.Task+f.Member] = p.WhyFinding(f)
		}
		for _, a := range p.Advice() {
			reasons[string(a.ID)] = p.WhyAdvice(a)
		}
		for _, task := range p.Tasks() {
			reasons["level of "+task.ID] = p.WhyLevel(task.ID)
		}
		for _, advice := range p.Sourcing() {
			reasons["sourcing of "+advice.Task] = p.WhySourcing(advice.Task)
		}
		for what, reason := range reasons {
			if steps.Rules[reason.Rule] == "" || len(reason.Facts) == 0 {
				t.Fatalf("%s: %+v", what, reason)
			}
		}
	})
}

// TestReasonsOfNothing: what is not there has no reason, and asking for it does no harm.
func TestReasonsOfNothing(t *testing.T) {
	p := planOf(t)
	for _, id := range steps.FindingIDs {
		for _, f := range []steps.Finding{{ID: id, Task: "gone", Member: "gone"}, {ID: "unheard-of"}} {
			if r := p.WhyFinding(f); f.ID != id && r.Rule != "" {
				t.Errorf("%+v: %+v", f, r)
			}
		}
	}
	equal(t, "a task", p.WhySourcing("gone"), steps.Reason{})
	equal(t, "a member", p.WhyPlanned("gone"), steps.Reason{})
}
