package table

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestAcceptingCountsTheRowsThatChange, whatever the school and wherever its tasks can lie, and says how many of them were open no more.
func TestAcceptingCountsTheRowsThatChange(t *testing.T) {
	t.Parallel()
	for _, level := range []string{"other", "primary", "secondary", "adult"} {
		for _, choice := range []steps.Choice{steps.Yes, steps.No} {
			f := frameOf(t, 2)
			plan, err := f.Plan.Apply(steps.Entry{Changes: []steps.Change{
				{Kind: steps.ChangeSchool, Level: steps.Set(level)},
				{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(choice)},
				{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies)},
				{Kind: steps.ChangeTask, Task: "server-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)},
				{Kind: steps.ChangeTask, Task: "network-management", Scale: steps.Set(true)},
				{Kind: steps.ChangeTask, Task: "ict-vision", Horizon: steps.Set(steps.Dropped)},
			}})
			if err != nil {
				t.Fatal(err)
			}
			f.Plan, f.Facts.Tasks = plan, plan.Tasks()
			s := New(tailoring, f)
			for _, sec := range s.sections(f) {
				record, ok := s.accept(f, sec.Tasks).(screen.Record)
				if takes := strings.Contains(s.toAccept(sec, f), "oets a"); takes != ok {
					t.Errorf("%s, %s, %s: accepting changes something is %v, and its head says %q", level, choice, sec.ID, ok, s.toAccept(sec, f))
				}
				if !ok {
					continue
				}
				after, err := plan.Apply(steps.Entry{Changes: record.Changes})
				if err != nil {
					t.Fatal(err)
				}
				changed, settled := 0, sec.open
				for _, was := range sec.Tasks {
					now, _ := after.Task(was.ID)
					if s.drawnAs(*was, f) != s.drawnAs(now, screen.Frame{Width: f.Width, Height: f.Height, Plan: after, Texts: f.Texts, Session: f.Session}) {
						changed++
					}
					if now.Asks(steps.Tasks) {
						settled--
					}
				}
				said := record.Then.(screen.Say).Text
				want := f.Texts.Wizard.Accepted.For(changed)
				if decided := changed - settled; decided > 0 {
					want += f.Texts.Wizard.OnlyWhere.For(decided)
				}
				if !strings.HasPrefix(said, want) {
					t.Errorf("%s, %s, %s: it says %q, want %q", level, choice, sec.ID, said, want)
				}
			}
		}
	}
}

// drawnAs is what the row of a task shows.
func (s *Table) drawnAs(t steps.Task, f screen.Frame) string {
	text := s.sign(t, f)
	for _, c := range s.columns(f) {
		text += fmt.Sprintf("|%s", c.cell(t))
	}
	return text
}
