package report_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/steps"
)

// addressed is a Dutch text that speaks to whoever filled in the plan.
var addressed = regexp.MustCompile(`(?i)[^\n]*\b(je|jij|jou|jouw|jullie)\b[^\n]*`)

// TestTheBoardIsNotSpokenToAsTheDirector: a board reads what stands in these parts, at any step where a plan can stand.
func TestTheBoardIsNotSpokenToAsTheDirector(t *testing.T) {
	t.Parallel()
	plans := map[string]steps.Plan{"alone": alone(t).Plan(), "together": together(t).Plan(), "stopped": stopped(t).Plan()}
	walked := []change{}
	for _, step := range steps.Tree[:4] {
		for _, choice := range append(steps.Choices, "") {
			for _, kind := range append(steps.GroupKinds, "") {
				here := slices.Concat([]change{{Kind: steps.ChangeSchool, GroupKind: steps.Set(kind)}}, walked)
				if kind == "" {
					here = walked
				}
				if choice != "" {
					here = append(slices.Clone(here), answer(step.ID, choice, "", ""))
				}
				plans[fmt.Sprintf("%s %s %s", step.ID, choice, kind)] = planOf(t, here)
			}
		}
		walked = append(walked, yes(step.ID)...)
	}
	for name, plan := range plans {
		got := summaryWith(plan, func(o *report.Options) {
			o.Sections = []string{"brief", "advice", "findings", "tasks", "levels", "sourcing", "team", "evaluation", "feedback"}
		})
		got += documentFor(plan, report.ForGroup, func(*report.Options) {}) + documentFor(plan, report.ForMinutes, func(*report.Options) {})
		if said := addressed.FindString(got); said != "" {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// TestPassagesReadAsPolicy counts tasks and hours as a plan that is signed would.
func TestPassagesReadAsPolicy(t *testing.T) {
	t.Parallel()
	now := task("network-management", func(c *change) { c.Hours = steps.Set(steps.Whole(4)) })
	later := task("wifi-management", func(c *change) { c.Horizon = steps.Set(steps.Long) })
	for name, test := range map[string]struct {
		changes      []change
		says, leaves []string
	}{
		"one now": {[]change{now}, []string{"Er is nu 1 ICT-taak nodig.\n", "vragen 4 uur per week; voor ICT is 24 uur per week beschikbaar."}, []string{"Later"}},
		"one later": {[]change{later, {Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2026-05-01"))}},
			[]string{"Later komt er 1 taak bij.", "Voor ICT is 24 uur per week beschikbaar."}, []string{"nu 0", "0 uur", "mei 2026"}},
	} {
		changes := slices.Concat([]change{school("group")}, team(), test.changes)
		got := string(markdown.Render(report.PolicyPlan(planOf(t, changes), optionsIn(assets.Dutch))))
		for _, text := range test.says {
			if !strings.Contains(got, text) {
				t.Errorf("%s: nothing says %q in:\n%s", name, text, got)
			}
		}
		for _, text := range test.leaves {
			if strings.Contains(got, text) {
				t.Errorf("%s: %q is said in:\n%s", name, text, got)
			}
		}
	}
}

func TestDocumentsSpeakAsTheSchoolDoes(t *testing.T) {
	t.Parallel()
	level := change{Kind: steps.ChangeSchool, Level: steps.Set("adult")}
	changes := slices.Concat([]change{school("group"), level}, team(), []change{task("pupil-administration-links", func(*change) {})})
	plan := planOf(t, changes)
	for _, s := range []report.Summary{report.Summarize(plan, optionsIn(assets.Dutch)), report.PolicyPlan(plan, optionsIn(assets.Dutch))} {
		if got := string(markdown.Render(s)); !strings.Contains(got, "Cursistenadministratie koppelen") || !strings.Contains(got, "830 cursisten") || strings.Contains(got, "leerling") {
			t.Errorf("it speaks of pupils:\n%s", got)
		}
	}
}
