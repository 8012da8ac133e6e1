package wizard

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// BenchmarkScreen renders each main screen of the example, as after a key.
func BenchmarkScreen(b *testing.B) {
	s := exampleSchool(b, assets.Dutch).sit(b, 80, 24)
	for _, shown := range []struct {
		name string
		screen.Place
	}{
		{"overview", screen.Place{Kind: screen.Overview}}, {"question", screen.Place{Kind: screen.Check, ID: "policy"}}, {"follows", screen.Place{Kind: screen.Follows, ID: "policy"}},
		{"tasks", screen.Place{Kind: screen.TaskList, ID: "tasks"}}, {"expertise", screen.Place{Kind: screen.TaskList, ID: "expertise"}}, {"division", screen.Place{Kind: screen.TaskList, ID: "team"}},
		{"task", screen.Place{Kind: screen.TaskCard, ID: "network-management"}}, {"team", screen.Place{Kind: screen.Team}}, {"evaluation", screen.Place{Kind: screen.Evaluation}},
		{"summary", screen.Place{Kind: screen.Summary}}, {"findings", screen.Place{Kind: screen.FindingList}},
	} {
		b.Run(shown.name, func(b *testing.B) {
			s.root.perform(screen.Home(), false)
			s.root.push(shown.Place)
			for b.Loop() {
				_ = s.root.View()
			}
		})
	}
}

// BenchmarkKey is a key on the task screen with its new frame, at 77 tasks and at 577.
func BenchmarkKey(b *testing.B) {
	for _, own := range []int{0, 500} {
		b.Run(fmt.Sprintf("%d-own-tasks", own), func(b *testing.B) {
			s := lived(b, own, 0)
			for b.Loop() {
				s.send(tea.KeyPressMsg{Code: tea.KeyDown})
				_ = s.root.View()
			}
		})
	}
}

// BenchmarkDecision is one decision about a task with its new frame, in the example with 930 tasks of one's own.
func BenchmarkDecision(b *testing.B) {
	s := lived(b, 930, 0)
	for b.Loop() {
		s.press("g")
		_ = s.root.View()
	}
}

// BenchmarkProposal is a row of a proposed division changed with its new frame, at 77 tasks and 8 people.
func BenchmarkProposal(b *testing.B) {
	var changes []steps.Change
	for i := range 8 {
		changes = append(changes, steps.Change{
			Kind: steps.ChangeMember, Member: fmt.Sprintf("m%d", i), Name: steps.Set(fmt.Sprintf("Lid %d", i)), Role: steps.Set(steps.MemberRoles[i%5]),
			Hours: steps.Set(steps.Whole(int64(4 + 2*i))), Knows: steps.Set([]string{"group:" + string(steps.Groups[i%4])}),
		})
	}
	for i, task := range assets.Catalogue().Tasks {
		changes = append(changes, steps.Change{
			Kind: steps.ChangeTask, Task: task.ID, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.Yes),
			Hours: steps.Set(steps.Hundredths(int64(25 * (1 + i%7)))),
		})
	}
	s := newSchool().sit(b, 80, 24)
	must(b, s.root.session.Record(changes...))
	s.at(screen.Place{Kind: screen.Division})
	for b.Loop() {
		s.press("o")
		_ = s.root.View()
	}
}

// BenchmarkFacts is what is worked out once after each answer.
func BenchmarkFacts(b *testing.B) {
	j, err := steps.Replay(assets.Definitions(), assets.Example())
	must(b, err)
	for b.Loop() {
		screen.FactsOf(j, "2026-11-24")
	}
}

// BenchmarkUndo is an undo and a redo, each with its new frame: in the example, with 930 tasks of one's own, and after
// 10,000 more entries.
func BenchmarkUndo(b *testing.B) {
	for _, size := range []struct{ own, more int }{{0, 0}, {930, 0}, {0, 10_000}} {
		b.Run(fmt.Sprintf("%d-own-tasks-%d-entries", size.own, size.more), func(b *testing.B) {
			s := lived(b, size.own, size.more)
			b.ResetTimer()
			for range b.N { // a journal grows with each
				s.press("ctrl+z")
				_ = s.root.View()
				s.press("ctrl+y")
				_ = s.root.View()
			}
		})
	}
}

// BenchmarkComparison is the comparison with the last round opened from the overview, and a key in it, each with its new frame: in
// the example, and after 10,000 more entries.
func BenchmarkComparison(b *testing.B) {
	for _, more := range []int{0, 10_000} {
		s := lived(b, 0, more).at(screen.Place{Kind: screen.Overview})
		b.Run(fmt.Sprintf("%d-entries/open", more), func(b *testing.B) {
			for b.Loop() {
				s.press("C")
				_ = s.root.View()
				b.StopTimer()
				s.sees("Vergelijken", "24 juni 2026").press("esc")
				b.StartTimer()
			}
		})
		b.Run(fmt.Sprintf("%d-entries/key", more), func(b *testing.B) {
			s.press("C")
			for b.Loop() {
				s.press("down")
				_ = s.root.View()
			}
		})
	}
}

// lived is someone at the task overview of the example, with tasks of one's own and more entries.
func lived(b *testing.B, own, more int) *sitting {
	b.Helper()
	school := exampleSchool(b, assets.Dutch)
	at := assets.Example()[0].At
	n := uint64(len(assets.Example()))
	add := func(id string, changes ...steps.Change) {
		must(b, school.store.Append("plan", n, steps.NewEntry(id, at, "", changes...)))
		n++
	}
	var changes []steps.Change
	for i := range own {
		changes = append(changes, steps.Change{
			Kind: steps.ChangeTask, Task: fmt.Sprintf("own-%d", i), Title: steps.Set(fmt.Sprintf("Taak %d", i)),
			Group: steps.Set("technical"), Relevance: steps.Set(steps.Applies),
		})
	}
	if own > 0 {
		add("own", changes...)
	}
	for i := range more {
		add(fmt.Sprintf("more-%d", i), steps.Change{Kind: steps.ChangeTask, Task: assets.Catalogue().Tasks[i%60].ID, Note: steps.Set(fmt.Sprint(i))})
	}
	return school.sit(b, 80, 24).press("#5")
}

// large is a plan of 1,007 tasks, all decided, each with hours, and half of them owned by one of 60 people.
func large(b *testing.B) *school {
	b.Helper()
	changes := []steps.Change{
		answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.Yes),
	}
	for i := range 60 {
		changes = append(changes, steps.Change{
			Kind: steps.ChangeMember, Member: fmt.Sprintf("m%d", i), Name: steps.Set(fmt.Sprintf("Lid %d", i)), Role: steps.Set(steps.MemberRoles[i%5]),
			Hours: steps.Set(steps.Whole(int64(4 + i%9))), Knows: steps.Set([]string{"group:" + string(steps.Groups[i%4])}),
		})
	}
	decide := func(n int, c steps.Change) {
		c.Kind, c.Relevance, c.Horizon, c.Expertise = steps.ChangeTask, steps.Set(steps.Applies), steps.Set(steps.Short), steps.Set(steps.Yes)
		c.Hours = steps.Set(steps.Hundredths(int64(25 * (1 + n%7))))
		if n%2 == 0 {
			c.Owner = steps.Set(fmt.Sprintf("m%d", n%60))
		}
		changes = append(changes, c)
	}
	for i, task := range assets.Catalogue().Tasks {
		decide(i, steps.Change{Task: task.ID})
	}
	for i := range 930 {
		decide(i, steps.Change{Task: fmt.Sprintf("own-%d", i), Title: steps.Set(fmt.Sprintf("Taak %d", i)), Group: steps.Set(string(steps.Groups[i%4]))})
	}
	s := newSchool()
	fill(b, s.store, steps.NewEntry("all", assets.Example()[0].At, "An", changes...))
	return s
}

// BenchmarkLarge is what is done in such a plan, each with its new frame: it is opened, at step 7, and a key and a decision in its table
// of tasks.
func BenchmarkLarge(b *testing.B) {
	kept := large(b)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			_ = kept.sit(b, 80, 24).root.View()
		}
	})
	s := kept.sit(b, 80, 24).press("#5")
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			s.press("down")
			_ = s.root.View()
		}
	})
	b.Run("decision", func(b *testing.B) {
		for b.Loop() {
			s.press("g")
			_ = s.root.View()
		}
	})
}

// BenchmarkNote is what is typed into a note that holds so many letters already, with its new frame: one key, and a
// thousand letters at once, as keys faster than a hand and as a paste.
func BenchmarkNote(b *testing.B) {
	more := strings.Repeat("Werkgroep ICT. ", 67)[:1000]
	for _, letters := range []int{0, 1_000, 10_000} {
		begin := func(b *testing.B) *sitting {
			s := newSchool().sit(b, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter", "@note")
			s.send(tea.PasteMsg{Content: strings.Repeat("Werkgroep ICT. ", 667)[:letters]})
			return s
		}
		b.Run(fmt.Sprintf("%d-letters/key", letters), func(b *testing.B) {
			s := begin(b)
			for b.Loop() {
				s.press("x")
				_ = s.root.View()
				b.StopTimer()
				s.press("backspace")
				b.StartTimer()
			}
		})
		for name, put := range map[string]func(*sitting){
			"burst": func(s *sitting) { s.burst(more) },
			"paste": func(s *sitting) { s.paste(more) },
		} {
			b.Run(fmt.Sprintf("%d-letters/%s", letters, name), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					s := begin(b)
					b.StartTimer()
					put(s)
					_ = s.root.View()
				}
			})
		}
	}
	b.Run("0-letters/paste-of-100000", func(b *testing.B) {
		text := strings.Repeat("Werkgroep ICT. ", 6_667)[:steps.MaxText]
		for b.Loop() {
			b.StopTimer()
			s := newSchool().sit(b, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter", "@note")
			b.StartTimer()
			s.paste(text)
			_ = s.root.View()
		}
	})
}
