package command

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// years is a school at work on one plan for a long time.
type years struct {
	*session.Session
	t   *testing.T
	now time.Time
}

// did keeps changes as one entry, some days after the one before.
func (y *years) did(by string, changes ...steps.Change) {
	y.t.Helper()
	y.now = y.now.AddDate(0, 0, 9)
	y.SetAuthor(by)
	if err := y.Record(changes...); err != nil {
		y.t.Fatalf("%s on %s: %v", by, y.Today(), err)
	}
}

// round is a whole round: those who answer apart, the answers, tasks, the team, actions, what the board decides, the evaluation.
func (y *years) round(number int) {
	choice := func(yes bool) steps.Choice {
		if yes {
			return steps.Yes
		}
		return steps.No
	}
	voice := func(by string, yes bool) steps.Change {
		return steps.Change{Kind: steps.ChangeVoice, Step: steps.Vision, By: steps.Set(by), Choice: steps.Set(choice(yes))}
	}
	year := fmt.Sprint(number)
	y.did("An Peeters", voice("An Peeters", number > 1))
	y.did("Bart Claes", voice("Bart Claes", true))
	y.did("An Peeters", reporttest.Answer(steps.Vision, choice(number%2 == 0 || number > 3), "in jaar "+year, "visietekst "+year))
	y.did("An Peeters", reporttest.Answer(steps.Pooling, choice(number == 2), "", ""))
	y.did("Bart Claes", steps.Change{Kind: steps.ChangeMember, Member: "nieuw-" + year, Name: steps.Set("Nieuw Gezicht " + year), Hours: steps.Set(steps.Whole(int64(number)))})
	if number > 1 {
		y.did("An Peeters", steps.Change{Kind: steps.ChangeRemove, Member: fmt.Sprint("nieuw-", number-1)})
	}
	tasks := y.Plan().Catalogue.Tasks
	for n := range 4 {
		owner := []string{"an", "bart", "nieuw-" + year}[(n+number)%3]
		y.did("Bart Claes", reporttest.Task(tasks[n*number].ID, func(c *steps.Change) {
			c.Owner, c.Hours = steps.Set(owner), steps.Set(steps.Tenths(int64(5*number+n)))
		}))
	}
	y.did("An Peeters", steps.Change{
		Kind: steps.ChangeAction, Action: "actie-" + year, What: steps.Set("Werk van jaar " + year), Owner: steps.Set("member:bart"),
		Due: steps.Set(steps.DateOf(y.now.AddDate(0, 2, 0))), State: steps.Set(steps.ActionDo),
	})
	if number > 1 {
		y.did("Bart Claes", steps.Change{
			Kind: steps.ChangeAction, Action: fmt.Sprint("actie-", number-1), State: steps.Set(steps.ActionDone), Closed: steps.Set(y.Today()), Outcome: steps.Set("gelukt"),
		})
		_, err := y.Undo()
		if err == nil {
			_, err = y.Redo()
		}
		if err != nil {
			y.t.Fatal(err)
		}
	}
	y.did("An Peeters", steps.Change{
		Kind: steps.ChangeResolution, Decision: "own-" + year, Text: steps.Set("Toestellen van jaar " + year), Outcome: steps.Set(string(steps.Approved)), On: steps.Set(y.Today()),
	})
	y.did("An Peeters", steps.Change{
		Kind: steps.ChangeEvaluation, Repeat: steps.Set([]steps.StepID{steps.Vision, steps.Tasks}), Present: steps.Set([]string{"an", "bart"}),
	})
}

// fiveRounds keeps a plan of five rounds over four years in a file, and gives its journal as it is read from there.
func fiveRounds(t *testing.T, path string) *steps.Journal {
	t.Helper()
	kept, err := store.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	y := &years{t: t, now: time.Date(2022, 9, 1, 9, 0, 0, 0, time.UTC)}
	ids := 0
	y.Session = &session.Session{
		Texts: assets.Load(assets.Dutch), Definitions: assets.Definitions(), Store: kept, PlanID: firstPlan, Clock: func() time.Time { return y.now },
		NewID: func() string { ids++; return fmt.Sprint("jaren-", ids) },
	}
	y.did("An Peeters", append(reporttest.Team(), reporttest.School(steps.SchoolCommunity))...)
	y.did("An Peeters", reporttest.Yes(steps.Awareness, steps.Vision, steps.Policy)...)
	y.round(1)
	for number := 2; number <= 5; number++ {
		y.now = time.Date(2021+number, 9, 1, 9, 0, 0, 0, time.UTC)
		y.did("An Peeters", y.Plan().NextRound(y.Today(), "Hoe ver staan we halfweg?", "Hoe ver staan we na een jaar?")...)
		y.round(number)
	}
	if err := y.Reload(); err != nil {
		t.Fatal(err)
	}
	return y.Journal()
}

// TestFiveRoundsOverFourYears: any two moments can be compared, from either side, and all can be exported and looked up.
func TestFiveRoundsOverFourYears(t *testing.T) {
	t.Parallel()
	c, folder := newComputer(t), t.TempDir()
	path := filepath.Join(folder, "jaren.db")
	journal := fiveRounds(t, path)
	if p := journal.Plan(); p.Round.Number != 5 || journal.Len() < 60 || len(p.Actions) < 13 {
		t.Fatalf("round %d, %d entries, actions %v", p.Round.Number, journal.Len(), p.Actions)
	}
	anyTwoMoments(t, journal)
	for _, format := range []string{"pdf", "docx", "html", "xlsx", "odt", "md"} {
		name := filepath.Join(folder, "uit."+format)
		c.calls(t, 0, "", "--file", path, "export", "--output", name)
		if content, err := os.ReadFile(name); err != nil || len(content) < 5000 {
			t.Errorf("%s has %d bytes, %v", format, len(content), err)
		}
	}
	for _, since := range []string{"1", "2", "3", "4", "2022-09-10", "2024-01-01", "entry:1", fmt.Sprint("entry:", journal.Len()-1)} {
		c.calls(t, 0, "", "--file", path, "status", "--since", since)
		c.says(t, "Sinds")
		c.calls(t, 0, "", "--file", path, "status", "--since", since, "--json")
		if !json.Valid([]byte(c.said)) {
			t.Errorf("since %s: %s", since, c.said)
		}
	}
	c.calls(t, 0, "", "--file", path, "overview", path)
	c.says(t, "GO! Atheneum Voorbeeld", "5")
	c.calls(t, 0, "", "--file", path, "history")
	c.says(t, "ronde 1", "ronde 5", "Nieuw Gezicht 3")
	c.calls(t, 0, "", "--file", path, "check")
}

// anyTwoMoments compares the plan after each entry with it after each other one.
func anyTwoMoments(t *testing.T, journal *steps.Journal) {
	t.Helper()
	var plans []steps.Plan
	for n := range journal.Len() + 1 {
		_, p, err := journal.Moment(n)
		if err != nil {
			t.Fatalf("entry %d: %v", n, err)
		}
		plans = append(plans, p)
	}
	const day = "2026-11-24"
	for i, one := range plans {
		if c := steps.Compare(one, one, day); !c.Same() {
			t.Fatalf("after entry %d it differs from itself: %+v", i, c.Differences)
		}
		for k, other := range plans[:i] {
			if (k*k+i)%reporttest.ShortOrLong(11, 1) != 0 { // all of them take seconds
				continue
			}
			there, back := steps.Compare(other, one, day), steps.Compare(one, other, day)
			for d := range back.Differences {
				back.Differences[d].From, back.Differences[d].To = back.Differences[d].To, back.Differences[d].From
			}
			if from, to := sorted(there.Differences), sorted(back.Differences); !slices.Equal(from, to) || !reflect.DeepEqual(there.New, back.Gone) || there.Same() != back.Same() {
				t.Fatalf("entries %d and %d:\n%s\nand from the other side\n%s", k, i, strings.Join(from, "\n"), strings.Join(to, "\n"))
			}
		}
	}
}

// sorted are differences as lines: in which order things were added is no difference.
func sorted(list []steps.Difference) (lines []string) {
	for _, d := range list {
		lines = append(lines, fmt.Sprintf("%+v", d))
	}
	slices.Sort(lines)
	return lines
}

// TestAnOverviewOfManySchools of which some are damaged or of others: all that can be read is shown, the rest named with why.
func TestAnOverviewOfManySchools(t *testing.T) {
	t.Parallel()
	c, folder := newComputer(t), t.TempDir()
	first := filepath.Join(folder, "school-00.db")
	fiveRounds(t, first)
	whole, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	files := []string{first}
	put := func(name string, content []byte) {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	for n := 1; n < 13; n++ {
		put(fmt.Sprintf("school-%02d.db", n), whole)
	}
	for n := 13; n < 25; n++ {
		put(fmt.Sprintf("school-%02d.json", n), fmt.Appendf(nil, `{"format": "stappenplan/1", "school": {"name": "School %02d"}, "answers": {"awareness": {"choice": "yes"}}}`, n))
	}
	damaged := slices.Clone(whole)
	clear(damaged[len(damaged)/3:])
	put("beschadigd.db", damaged)
	put("gehalveerd.db", whole[:len(whole)/2])
	put("brief.txt", []byte("Beste directeur, in bijlage het verslag."))

	c.calls(t, 0, "", append([]string{"overview"}, files...)...)
	c.says(t, "25 scholen", "School 13", "School 24", "Niet gelezen", "beschadigd.db", "gehalveerd.db", "brief.txt", "Dit is geen planbestand")
	c.calls(t, 0, "", append([]string{"overview", "--json"}, files...)...)
	var rows []struct{ File, Error string }
	if err := json.Unmarshal([]byte(c.said), &rows); err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, row := range rows {
		if row.Error != "" {
			wrong++
		}
	}
	if len(rows) != 28 || wrong != 3 {
		t.Errorf("%d rows, %d of them not read", len(rows), wrong)
	}
}
