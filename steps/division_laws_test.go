package steps_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// drawDivision draws a school with what is asked and proposed of it.
func drawDivision(t *rapid.T) (steps.Plan, steps.DivisionRequest, steps.Division) {
	c := drawn{t}
	p := arbitrarySchool(t, c, 1+c.IntN(9), c.IntN(5))
	r := request(p, c)
	if len(p.Members) > 0 && c.IntN(3) == 0 {
		choices := []string{"", p.Members[c.IntN(len(p.Members))].ID}
		id := p.Catalogue.Tasks[c.IntN(len(p.Catalogue.Tasks))].ID
		r.Owners, r.Backups = map[string]string{id: choices[c.IntN(2)]}, map[string]string{id: choices[c.IntN(2)]}
	}
	return p, r, p.Divide(r)
}

func everything(string) bool { return true }

// TestDivisionOverloadsNobody who is not overloaded already, unless a person chose so.
func TestDivisionOverloadsNobody(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		kept := after(t, p, d.Changes(p, everything, true)...)
		for _, m := range kept.Capacity().Members {
			gets := slices.ContainsFunc(d.Rows, func(row steps.Divided) bool {
				now, _ := p.Task(row.Task)
				_, chosen := r.Owners[row.Task]
				return row.Owner == m.ID && now.Owner != m.ID && !chosen && row.Hours > 0
			})
			chosen := slices.ContainsFunc(d.Rows, func(row steps.Divided) bool { return row.Owner == m.ID && r.Owners[row.Task] == m.ID })
			if gets && !chosen && (!m.Known || m.Planned > m.Available) {
				t.Fatalf("%s gets more and has %v of %v hours: %+v", m.ID, m.Planned, m.Available, d)
			}
		}
	})
}

// TestOneMoreNeverCostsMore: adding a person never makes the best division worse.
func TestOneMoreNeverCostsMore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		r.Tasks = append(slices.Clone(d.LeftIDs()), ids(d)...)
		more := memberChange(t)
		more.Kind, more.Member, more.Name, more.Knows, more.Prefers = steps.ChangeMember, "new", steps.Set("Nieuw"), steps.Set([]string{"group:technical"}), steps.Field[[]string]{}
		with := after(t, p, more).Divide(r)
		if !d.Exact || !with.Exact {
			return // too many to look at
		}
		if before, now := priceOf(p, d), priceOf(p, with); before.less(now) {
			t.Fatalf("it cost %v, and with one more %v", before, now)
		}
	})
}

func ids(d steps.Division) (list []string) {
	for _, row := range d.Rows {
		list = append(list, row.Task)
	}
	return list
}

// TestKeptDivisionChangesNothingElse than owners, who steps in, and hours that are taken over, of the rows that are kept.
func TestKeptDivisionChangesNothingElse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, _, d := drawDivision(t)
		some, hours := rapid.IntRange(0, 3).Draw(t, "some"), rapid.Bool().Draw(t, "hours")
		wanted := func(id string) bool { return len(id)%4 >= some }
		kept := after(t, p, d.Changes(p, wanted, hours)...)
		for _, c := range steps.Changes(p, kept) {
			if c.Kind != steps.ChangeTask || !wanted(c.Task) || slices.Contains(d.LeftIDs(), c.Task) {
				t.Fatalf("%+v", c)
			}
			for _, g := range c.Given() {
				if g.Name != "owner" && g.Name != "backup" && (g.Name != "hours" || !hours) {
					t.Fatalf("%s of %s changes", g.Name, c.Task)
				}
			}
		}
		for _, row := range d.Rows {
			now, _ := kept.Task(row.Task)
			if wanted(row.Task) && (now.Owner != row.Owner || now.Backup != row.Backup) {
				t.Fatalf("%+v is kept as %s, %s", row, now.Owner, now.Backup)
			}
		}
	})
}

// TestMeritsAreTrue of the plan in which the division is kept, and so is why nobody takes a task.
func TestMeritsAreTrue(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		kept := after(t, p, d.Changes(p, everything, false)...)
		loads := map[string]steps.Decimal{}
		for _, task := range kept.Tasks() {
			if task.InSchool && task.Owner != "" {
				hours := steps.Decimal(estimateOf(p, task))
				if task.Hours != nil {
					hours = *task.Hours
				}
				loads[task.Owner] += hours
			}
		}
		for _, row := range d.Rows {
			task, _ := p.Task(row.Task)
			if row.Backup == row.Owner || row.Backup == r.Away && r.Away != "" && r.Backups[row.Task] != r.Away {
				t.Fatalf("%s steps in for %+v", row.Backup, row)
			}
			for i, who := range []string{row.Owner, row.Backup} {
				m, _ := kept.Member(who)
				for _, merit := range [][]steps.Merit{row.Merits, row.BackupMerits}[i] {
					if !holds(merit, kept, task, m, i == 1, r, loads[m.ID]) {
						t.Fatalf("it is not so that %s %s %s: %+v", m.ID, merit, row.Task, row)
					}
					if merit == steps.MeritRoom && i == 0 && row.Room != *m.Hours-loads[m.ID] {
						t.Fatalf("%s has %v left, not %v", m.ID, *m.Hours-loads[m.ID], row.Room)
					}
				}
			}
		}
		for _, left := range d.Left {
			for _, m := range p.Members {
				if left.Why == steps.NoRoom && m.Hours != nil && m.ID != r.Away && *m.Hours-loads[m.ID] >= left.Hours && left.Hours > 0 {
					t.Fatalf("%s has room for %+v", m.ID, left)
				}
			}
		}
	})
}

// holds says whether a merit is so.
func holds(merit steps.Merit, kept steps.Plan, task steps.Task, m steps.Member, steppingIn bool, r steps.DivisionRequest, load steps.Decimal) bool {
	knows, knowsGroup := task.Names(m.Knows)
	likes, likesGroup := task.Names(m.Prefers)
	chosen, now := r.Owners, task.Owner
	if steppingIn {
		chosen, now = r.Backups, task.Backup
	}
	switch merit {
	case steps.MeritChosen:
		return chosen[task.ID] == m.ID
	case steps.MeritStays:
		return now == m.ID
	case steps.MeritStoodIn:
		return task.Backup == m.ID
	case steps.MeritKnows:
		return knows
	case steps.MeritKnowsGroup:
		return knowsGroup
	case steps.MeritLikes:
		return likes || likesGroup
	case steps.MeritRole:
		return task.SuitsRole(m.Role)
	case steps.MeritNear:
		return slices.ContainsFunc(kept.Tasks(), func(t steps.Task) bool { return t.Owner == m.ID && t.Group == task.Group })
	case steps.MeritRoom:
		return m.Hours != nil && *m.Hours > load
	}
	return false
}

// TestOneAnswer: a plan has one division, also where not all are looked at.
func TestOneAnswer(t *testing.T) {
	t.Parallel()
	p := arbitrarySchool(t, newChance(3), 60, 7)
	for _, favour := range steps.Favours {
		r := steps.DivisionRequest{Favour: favour, Tasks: p.Divisible()}
		equal(t, string(favour), p.Divide(r), p.Divide(r))
	}
}

// BenchmarkDivide divides all tasks of schools of several sizes, in each of the three ways.
func BenchmarkDivide(b *testing.B) {
	for _, size := range [][2]int{{10, 2}, {70, 8}, {1000, 60}} {
		p := arbitrarySchool(b, newChance(uint64(size[0])), size[0], size[1])
		for _, favour := range steps.Favours {
			b.Run(fmt.Sprintf("%dx%d %s", size[0], size[1], favour), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					p.Divide(steps.DivisionRequest{Favour: favour, Tasks: p.Divisible()})
				}
			})
		}
	}
}
