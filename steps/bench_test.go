package steps_test

import (
	"fmt"
	"testing"
	"time"

	"stappenplan/steps"
)

// bigCatalogue is a catalogue of so many tasks; the built-in one has 77.
func bigCatalogue(tasks int) *steps.Catalogue {
	c := &steps.Catalogue{Version: 1}
	for n := range tasks {
		t := catalogue.Tasks[n%4]
		t.ID = fmt.Sprintf("%s-%d", t.ID, n)
		c.Tasks = append(c.Tasks, t)
	}
	return c
}

// lived is a journal as years of use would leave it: mostly one decision about one task an entry, now
// and then an answer, a note, an agreement, an undo.
func lived(c *steps.Catalogue, length int) []steps.Entry {
	entries := make([]steps.Entry, 0, length)
	add := func(changes ...change) {
		at := noon.Add(time.Duration(len(entries)) * time.Minute)
		entries = append(entries, steps.NewEntry(fmt.Sprintf("k3v9m2x8%08d", len(entries)), at, "An Peeters", changes...))
	}
	add(fourChecks(steps.Yes)...)
	add(member("an", 12), member("bart", 8))
	for n := 0; len(entries) < length; n++ {
		id := c.Tasks[n%len(c.Tasks)].ID
		switch n % 10 {
		case 0:
			add(owned(id, "an", "bart", int64(n%40)))
		case 1:
			add(expertise(id, []choice{steps.Yes, steps.No}[n%2]))
		case 2:
			add(task(id, func(c *change) {
				c.Note = steps.Set("samen met de werkgroep bekijken, klaar tegen januari – zie beleidsplan")
			}))
		case 3:
			add(agreement(steps.AgreementIDs[n%5], "elke laatste vrijdag van de maand"))
		case 4:
			add(answer(checks[n%3], steps.Yes))
		case 5:
			add(withdrawal(uint64(len(entries))))
		default:
			add(kept(id, steps.Horizons[n%2]))
		}
	}
	return entries
}

// full is a plan in which every task is decided, owned and has hours.
func full(b *testing.B, tasks int) steps.Plan {
	b.Helper()
	c := bigCatalogue(tasks)
	changes := append(fourChecks(steps.Yes), member("an", 12), member("bart", 8))
	for _, t := range c.Tasks {
		changes = append(changes, kept(t.ID, steps.Short), expertise(t.ID, steps.Yes), owned(t.ID, "an", "bart", 1))
	}
	p, err := steps.NewPlan(&steps.Definitions{Catalogue: c}).Apply(entry(append(append(changes, allAgreements()...), evaluated())...))
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func encoded(b *testing.B, entries []steps.Entry) [][]byte {
	b.Helper()
	list := make([][]byte, len(entries))
	for i, e := range entries {
		line, err := e.Encode()
		if err != nil {
			b.Fatal(err)
		}
		list[i] = line
	}
	return list
}

func decodeAll(b *testing.B, lines [][]byte) []steps.Entry {
	entries := make([]steps.Entry, len(lines))
	for i, line := range lines {
		e, err := steps.DecodeEntry(line)
		if err != nil {
			b.Fatal(err)
		}
		entries[i] = e
	}
	return entries
}

// perEntry reports what one entry of a journal takes.
func perEntry(b *testing.B, length int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*length), "ns/entry")
}

func BenchmarkOpen(b *testing.B) {
	for _, length := range []int{1_000, 10_000} {
		c := bigCatalogue(77)
		lines := encoded(b, lived(c, length))
		entries := decodeAll(b, lines)
		replay := func(b *testing.B, entries []steps.Entry) {
			if _, err := steps.Replay(&steps.Definitions{Catalogue: c}, entries); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(fmt.Sprint("decode ", length), func(b *testing.B) {
			for b.Loop() {
				decodeAll(b, lines)
			}
			perEntry(b, length)
		})
		b.Run(fmt.Sprint("replay ", length), func(b *testing.B) {
			for b.Loop() {
				replay(b, entries)
			}
			perEntry(b, length)
		})
		b.Run(fmt.Sprint("both ", length), func(b *testing.B) {
			for b.Loop() {
				replay(b, decodeAll(b, lines))
			}
			perEntry(b, length)
		})
	}
}

func BenchmarkPlan(b *testing.B) {
	for _, tasks := range []int{77, 500} {
		p := full(b, tasks)
		e := entry(kept(p.Catalogue.Tasks[0].ID, steps.Long))
		for name, f := range map[string]func(){
			"apply": func() {
				if _, err := p.Apply(e); err != nil {
					b.Fatal(err)
				}
			},
			"tasks":    func() { p.Tasks() },
			"path":     func() { p.Path() },
			"current":  func() { p.Current() },
			"findings": func() { p.Findings(today) },
			"gaps":     func() { p.Gaps(steps.Team) },
		} {
			b.Run(fmt.Sprintf("%s %d", name, tasks), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					f()
				}
			})
		}
	}
}
