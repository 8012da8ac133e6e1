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
	if c.IntN(3) == 0 {
		r.LeftOut = map[string]bool{p.Catalogue.Tasks[c.IntN(len(p.Catalogue.Tasks))].ID: true}
	}
	return p, r, p.Divide(r)
}

func everything(string) bool { return true }

// TestDivisionOverloadsNobody who is not overloaded already, unless a person chose so or it was agreed who steps in.
func TestDivisionOverloadsNobody(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		kept := after(t, p, d.Changes(p, everything, true)...)
		for _, m := range kept.Capacity().Members {
			gets := slices.ContainsFunc(d.Rows, func(row steps.Divided) bool {
				now, _ := p.Task(row.Task)
				_, chosen := r.Owners[row.Task]
				agreed := slices.Contains(row.Merits, steps.MeritStoodIn) || slices.Contains(row.Merits, steps.MeritAgreed)
				return row.Owner == m.ID && now.Owner != m.ID && !chosen && row.Hours > 0 && !(r.Away != "" && agreed)
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

// TestHoursOfADivisionAddUp: what a member carries after is what the member carried before with the rows that come and go, and every sum
// says whether hours were estimated for it.
func TestHoursOfADivisionAddUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		type carried struct {
			hours     steps.Decimal
			estimated int
		}
		of := func(plan steps.Plan) map[string]carried {
			all := map[string]carried{}
			for _, task := range plan.Tasks() {
				if !task.InSchool && !task.OursAtGroup() {
					continue
				}
				one := all[task.Owner]
				if task.Hours != nil {
					one.hours += *task.Hours
				} else {
					one.hours, one.estimated = one.hours+steps.Decimal(estimateOf(p, task)), one.estimated+1
				}
				all[task.Owner] = one
			}
			return all
		}
		before, after := of(p), of(after(t, p, d.Changes(p, everything, false)...))
		elsewhere := 0
		for _, b := range d.People {
			if was := before[b.Member]; b.Before != was.hours || b.WasEstimated != (was.estimated > 0) {
				t.Fatalf("%+v carried %+v", b, was)
			}
			if b.Member == r.Away {
				continue // whose tasks that nobody takes stay in the plan
			}
			is := after[b.Member]
			if b.After != is.hours || b.Estimated != (is.estimated > 0) {
				t.Fatalf("%+v carries %+v", b, is)
			}
			elsewhere += is.estimated
		}
		taken, left := d.Estimates()
		if r.Away == "" && d.Elsewhere != elsewhere-taken {
			t.Fatalf("%d tasks are estimated elsewhere, not %d", elsewhere-taken, d.Elsewhere)
		}
		var short steps.Estimate
		for _, one := range d.Wanting() {
			short = steps.Estimate{Hours: short.Hours + one.Hours, Estimated: short.Estimated || one.Estimated}
		}
		if d.Short() != short || left == 0 && short.Estimated {
			t.Fatalf("%+v are short, not %+v", short, d.Short())
		}
	})
}

// TestMeritsAreTrue of the plan in which the division is kept, and so is why nobody takes a task.
func TestMeritsAreTrue(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		for _, id := range d.LeftOut {
			owner, chosen := r.Owners[id]
			if stays := chosen && owner == ""; !r.LeftOut[id] && !stays || d.OwnerOf(id) != "" || slices.Contains(d.LeftIDs(), id) {
				t.Fatalf("%s is left out", id)
			}
		}
		for _, left := range d.Wanting() {
			if task, _ := p.Task(left.Task); task.Owner != "" && task.Owner != r.Away {
				t.Fatalf("%s has %s, for which somebody is sought", task.Owner, left.Task)
			}
		}
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
			if m, _ := kept.Member(row.Owner); m.Hours != nil && row.Room != *m.Hours-loads[m.ID] {
				t.Fatalf("%s has %v left, not %v", m.ID, *m.Hours-loads[m.ID], row.Room)
			}
			if row.Was != task.Owner && task.Owner != row.Owner || row.Was == row.Owner || row.Changes != (row.Owner != task.Owner || row.Backup != task.Backup) {
				t.Fatalf("it was not so before: %+v", row)
			}
			for i, who := range []string{row.Owner, row.Backup} {
				m, _ := kept.Member(who)
				for _, merit := range [][]steps.Merit{row.Merits, row.BackupMerits}[i] {
					if !holds(merit, kept, task, m, i == 1, r, loads[m.ID]) {
						t.Fatalf("it is not so that %s %s %s: %+v", m.ID, merit, row.Task, row)
					}
				}
			}
		}
		for _, row := range d.Stranded {
			task, _ := p.Task(row.Task)
			m, _ := p.Member(row.Backup)
			if row.Owner != task.Owner || r.Away == "" || task.Backup != r.Away || row.Changes && (row.Backup == row.Owner || row.Backup == r.Away && r.Backups[row.Task] != r.Away) {
				t.Fatalf("%s steps in instead of %s: %+v", row.Backup, r.Away, row)
			}
			for _, merit := range row.BackupMerits {
				if !holds(merit, kept, task, m, true, r, loads[m.ID]) {
					t.Fatalf("it is not so that %s %s %s: %+v", m.ID, merit, row.Task, row)
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
	case steps.MeritAgreed:
		return r.StandIns[task.ID] == m.ID && task.Owner == r.Away
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

// TestNobodyIsOverWhereNobodyHasToBe: hours are given out that are enough for one division of all tasks, and owners that overload
// people are not kept. The same holds for the tasks of who is away, whoever was agreed to step in for them.
func TestNobodyIsOverWhereNobodyHasToBe(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawn{t}
		p := arbitrarySchool(t, c, 1+c.IntN(8), 2+c.IntN(3))
		gone := p.Members[c.IntN(len(p.Members))].ID
		hours, present := make([]steps.Decimal, len(p.Members)), []int{}
		for i, m := range p.Members {
			if m.ID != gone {
				present = append(present, i)
			}
		}
		standIns := map[string]string{}
		for _, task := range p.Tasks() {
			if task.Carried {
				one := steps.Decimal(estimateOf(p, task))
				if task.Hours != nil {
					one = *task.Hours
				}
				hours[present[c.IntN(len(present))]] += one
				standIns[task.ID] = p.Members[present[c.IntN(len(present))]].ID
			}
		}
		var given []change
		for i, m := range p.Members {
			given = append(given, change{Kind: steps.ChangeMember, Member: m.ID, Hours: steps.Set(hours[i])})
		}
		p = after(t, p, given...)
		for _, favour := range steps.Favours {
			if d := p.Divide(steps.DivisionRequest{Favour: favour, Tasks: p.Divisible()}); d.Exact && (d.Cost.Overload > 0 || d.Cost.Left > 0) {
				t.Fatalf("%v hours are enough: %+v", hours, d)
			}
			away := p.Divide(steps.DivisionRequest{Favour: favour, Tasks: p.Divisible(), Away: gone, StandIns: standIns})
			if away.Exact && (away.Cost.Overload > 0 || away.Cost.Left > 0) {
				t.Fatalf("%v hours are enough without %s: %+v", hours, gone, away)
			}
		}
	})
}

// TestAgreedStandInsTakeOver what somebody owned who is away, unless that would ask more hours than they have.
func TestAgreedStandInsTakeOver(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		for _, id := range append(ids(d), d.LeftIDs()...) {
			task, _ := p.Task(id)
			standIn := task.Backup
			if standIn == "" || standIn == r.Away {
				standIn = r.StandIns[id]
			}
			i := slices.IndexFunc(d.People, func(b steps.Bearing) bool { return b.Member == standIn })
			if _, chosen := r.Owners[id]; r.Away == "" || task.Owner != r.Away || chosen || i < 0 || standIn == r.Away || !d.Exact || d.OwnerOf(id) == standIn {
				continue
			}
			hours := steps.Decimal(estimateOf(p, task))
			if task.Hours != nil {
				hours = *task.Hours
			}
			if b := d.People[i]; !b.Known || b.After+hours <= b.Hours {
				t.Fatalf("%s was to step in for %s: %+v", standIn, id, d)
			}
		}
	})
}

// TestWhatIsSaidOfPeopleIsFound in the plan that is kept: what they carry, and of whom it says that the school leans on them.
func TestWhatIsSaidOfPeopleIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, _, d := drawDivision(t)
		kept := after(t, p, d.Changes(p, everything, false)...)
		pillars, walked := 0, fourChecks(steps.No) // findings on the team count from step 7 on
		for _, task := range p.Tasks() {
			walked = append(walked, expertise(task.ID, steps.Yes))
		}
		for _, found := range after(t, kept, walked...).Findings(today) {
			if found.ID == steps.SinglePillar {
				pillars++
			}
		}
		if pillars != d.Cost.Pillars {
			t.Fatalf("%d pillars are found, and %d counted: %+v", pillars, d.Cost.Pillars, d)
		}
		before, now := p.Capacity().Members, kept.Capacity().Members
		for i, b := range d.People {
			if b.Member != now[i].ID || b.Known != now[i].Known || b.Hours != now[i].Available {
				t.Fatalf("%+v is said of %+v", b, now[i])
			}
			if b.Member != d.Away && !b.Estimated && (b.After != now[i].Planned || b.Before < before[i].Planned) {
				t.Fatalf("%+v carried %v and carries %v", b, before[i].Planned, now[i].Planned)
			}
		}
	})
}

// TestCandidatesAreWeighedAlike: who takes a task stands first, no other who can would make the best division cheaper, and who has no
// room has none.
func TestCandidatesAreWeighedAlike(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, r, d := drawDivision(t)
		over := func(member string, more steps.Decimal) bool {
			b := d.People[slices.IndexFunc(d.People, func(b steps.Bearing) bool { return b.Member == member })]
			return b.Known && b.After+more > b.Hours
		}
		for _, row := range d.Rows {
			list := d.Candidates(p, row.Task)
			if list[0].Member != row.Owner || list[0].Cannot != "" {
				t.Fatalf("%+v before %s", list[0], row.Owner)
			}
			for _, c := range list {
				sum := steps.Decimal(0)
				for _, rule := range c.Rules {
					sum += rule.Points
				}
				if sum != c.Points || c.Cannot == steps.NoRoom && !over(c.Member, row.Hours) {
					t.Fatalf("%+v", c)
				}
				_, chosen := r.Owners[row.Task]
				if d.Exact && !chosen && c.Cannot == "" && c.Points < list[0].Points && !over(c.Member, row.Hours) && !over(row.Owner, 0) {
					t.Fatalf("%+v takes it, and %+v would cost less", list[0], c)
				}
			}
		}
	})
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
