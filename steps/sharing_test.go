package steps_test

import (
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// hoursOf are the hours that changes give, by task, in order.
func hoursOf(changes []change) (tasks, hours []string) {
	for _, c := range changes {
		h, _ := c.Hours.Value()
		tasks, hours = append(tasks, c.Task), append(hours, h.String())
	}
	return tasks, hours
}

// ownedBy is a task that is needed now, with an owner and no hours.
func ownedBy(id, owner string) change {
	c := kept(id, steps.Short)
	c.Owner = steps.Set(owner)
	return c
}

func TestShareHours(t *testing.T) {
	without := []change{ownedBy("wifi", "an"), ownedBy("coaching", "an"), ownedBy("privacy", "an")}
	for _, c := range []struct {
		name    string
		changes []change
		tasks   []string
		hours   []string
	}{
		{"evenly", append([]change{member("an", 6)}, without...), []string{"wifi", "coaching", "privacy"}, []string{"2", "2", "2"}},
		{"what remains goes to the first", append([]change{member("an", 5)}, without...), []string{"wifi", "coaching", "privacy"}, []string{"1.7", "1.7", "1.6"}},
		{
			"of what is left", append([]change{member("an", 5), kept("purchases", steps.Long), owned("purchases", "an", "an", 48)}, without...),
			[]string{"wifi", "coaching"}, []string{"0.1", "0.1"},
		},
		{
			"less than a tenth is the first's", append([]change{member("an", 5), kept("purchases", steps.Long), {Kind: steps.ChangeTask, Task: "purchases", Owner: steps.Set("an"), Hours: steps.Set(steps.Hundredths(445))}}, without...),
			[]string{"wifi", "coaching", "privacy"}, []string{"0.25", "0.2", "0.1"},
		},
		{"nothing left", append([]change{member("an", 5), kept("purchases", steps.Long), owned("purchases", "an", "an", 50)}, without...), nil, nil},
		{"too much already", append([]change{member("an", 5), kept("purchases", steps.Long), owned("purchases", "an", "an", 60)}, without...), nil, nil},
		{"hours not known", append([]change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}}, without...), nil, nil},
		{"no tasks without hours", []change{member("an", 5), kept("wifi", steps.Short), owned("wifi", "an", "an", 0)}, nil, nil},
		{
			"another's, outsourced or dropped", []change{
				member("an", 5), member("bart", 5), ownedBy("wifi", "bart"), ownedBy("coaching", "an"), sourcing("coaching", steps.Outsource),
				ownedBy("privacy", "an"), kept("privacy", steps.Dropped), ownedBy("purchases", "an"),
			}, []string{"purchases"}, []string{"5"},
		},
	} {
		tasks, hours := hoursOf(planOf(t, c.changes...).ShareHours("an"))
		equal(t, c.name+": tasks", tasks, c.tasks)
		equal(t, c.name+": hours", hours, c.hours)
	}
	equal(t, "nobody", planOf(t, kept("wifi", steps.Short)).ShareHours(""), nil)
}

// TestSharingUsesWhatIsLeft: the changes are taken, use exactly what was left, and differ by a tenth at most.
func TestSharingUsesWhatIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, planOf(t, member("an", 3), ownedBy("wifi", "an"), ownedBy("privacy", "an")), mostKinds, 15)
		for i, m := range p.Capacity().Members {
			changes := p.ShareHours(m.ID)
			if len(changes) == 0 {
				continue
			}
			after := after(t, p, changes...)
			equal(t, "planned", after.Capacity().Members[i].Planned, m.Available)
			first, _ := changes[0].Hours.Value()
			last, _ := changes[len(changes)-1].Hours.Value()
			if first-last > steps.Tenths(1) || last <= 0 {
				t.Fatalf("shares from %s to %s", first, last)
			}
		}
	})
}
