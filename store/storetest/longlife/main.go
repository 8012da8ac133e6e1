// Longlife makes the file of a plan that was worked on for many years, to measure the program with:
//
//	go run ./store/storetest/longlife -entries 10000 plan.db
//
// The same numbers give the same file, but for what bbolt orders by itself.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

func main() {
	entries := flag.Int("entries", 10_000, "how many entries the plan has")
	own := flag.Int("own", 0, "how many tasks of its own the school has, at most what a plan may have")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(flag.Arg(0), *entries, *own); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write makes the file, which may not be there yet.
func write(path string, entries, own int) error {
	life, err := live(entries, own)
	if err != nil {
		return err
	}
	kept, err := store.CreateWith(path, map[string]steps.Entries{"main": life})
	if err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	return kept.Close()
}

// begun is the moment of the first entry; each next one comes an hour later.
var begun = time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)

// live gives the entries of a plan as a school makes them: a profile, members and own tasks, then answers, notes and
// decisions about tasks, now and then one taken back, and a round each year.
func live(entries, own int) (steps.Entries, error) {
	journal, err := steps.Replay(assets.Definitions(), nil)
	if err != nil {
		return steps.Entries{}, err
	}
	for n := 0; n < entries; n++ {
		entry := steps.NewEntry(fmt.Sprintf("entry-%06d", n+1), begun.Add(time.Duration(n)*time.Hour), "An Peeters", next(journal, n, own))
		if err := journal.Apply(entry); err != nil {
			return steps.Entries{}, fmt.Errorf("entry %d: %w", n+1, err)
		}
	}
	return journal.Entries(), nil
}

var members = []string{"an", "bart", "katrien", "yusuf"}

// next is the change that is made after the first n entries.
func next(journal *steps.Journal, n, own int) steps.Change {
	const yearly, takenBack = 2000, 17
	beginning := 1 + len(members)
	switch {
	case n == 0:
		return steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Basisschool De Lange Adem"), Level: steps.Set(string(steps.SchoolLevels[0]))}
	case n < beginning:
		id := members[n-1]
		return steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set("Lid " + id), Hours: steps.Set(steps.Whole(8))}
	case n < beginning+own:
		id := fmt.Sprintf("%s%d", steps.OwnTaskPrefix, n)
		return steps.Change{Kind: steps.ChangeTask, Task: id, Title: steps.Set(fmt.Sprintf("Eigen taak %d", n)), Group: steps.Set(string(steps.Groups[n%len(steps.Groups)]))}
	case n%yearly == 0:
		return steps.Change{Kind: steps.ChangeRound, Number: steps.Set(journal.Plan().Round.Number + 1)}
	case n%takenBack == 0:
		if change, undone := journal.Undo(); undone > uint64(beginning+own) && n%yearly != 1 {
			return change
		}
	}
	if n%3 == 0 {
		step := []steps.StepID{steps.Awareness, steps.Vision, steps.Policy, steps.Evaluation}[n/3%4]
		return steps.Change{Kind: steps.ChangeAnswer, Step: step, Note: steps.Set(fmt.Sprintf("werkgroep %d gestart, klaar tegen januari", n))}
	}
	tasks := journal.Plan().Catalogue.Tasks
	change := steps.Change{Kind: steps.ChangeTask, Task: tasks[n%len(tasks)].ID, Hours: steps.Set(steps.Tenths(int64(n % 40)))}
	if n%2 == 0 {
		change.Owner = steps.Set(members[n/2%len(members)])
	}
	return change
}
