package importing_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/importing"
	"stappenplan/steps"
	"stappenplan/steps/stepstest"
)

// FuzzImport feeds anything as the file of an import. What is wrong with it has words; whatever a person is shown of it is there to be
// shown; and what is taken fits the plan, which is then written so that it reads back the same.
func FuzzImport(f *testing.F) {
	before := school(f)
	for _, pattern := range []string{"../lists/testdata/schools/*.csv", "../lists/testdata/cases/*.?sv", "../testdata/plans/*.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatal(pattern, err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			if len(data) < 20_000 {
				f.Add(filepath.Base(path), data)
			}
		}
	}
	f.Add("taken.txt", []byte("Taak\tUren\tWie\nWifi\t1,5\tAn Peeters en Katrien\n\nOverig\t1:30\tiedereen\n"))
	f.Add("taken.csv", []byte("wifi;netwerk\nvirussen;x\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		stepstest.Bounded(t, len(data), func() {
			i, err := importing.Begin(name, data, importing.Ground{Plan: before, Texts: dutch, Today: "2026-11-24"})
			if err != nil {
				var problems planfile.Errors
				if !errors.As(err, &problems) || len(problems) == 0 || problems.Code() == "" {
					t.Fatalf("a problem without words: %v", err)
				}
				return
			}
			show(i)
			changes, err := i.Seen().Changes()
			if err != nil {
				var problems planfile.Errors
				if !errors.As(err, &problems) || problems.Code() == "" {
					t.Fatalf("a problem without words: %v", err)
				}
				return
			}
			if len(changes) == 0 {
				return
			}
			after, err := before.Apply(steps.NewEntry("import", team.At, "", changes...))
			if err != nil {
				t.Fatalf("what is taken does not fit: %v", err)
			}
			text := planfile.Encode(after)
			file, err := planfile.Decode(text, assets.Definitions(), nil)
			if err != nil || !bytes.Equal(text, planfile.Encode(file.Plan)) {
				t.Fatalf("the plan that comes of it does not read back, %v:\n%s", err, text)
			}
		})
	})
}

// show makes all that the questions show of an import.
func show(i importing.Import) {
	i.Sheets()
	i.Unread()
	i.Own()
	i.Sure()
	i.Doubtful()
	i.Nobodies()
	for _, c := range i.Columns() {
		i.Heading(c)
		i.Field(c)
		i.Evidence(c)
	}
	outcome := i.Outcome()
	for at, b := range outcome {
		i.Row(at, b)
		i.Rival(outcome, at)
		i.Place(i.List.Rows[at])
	}
	for _, p := range i.List.People {
		i.Person(p)
	}
	for _, d := range i.Doubts {
		i.Question(d)
		i.Means(d)
	}
	for _, o := range i.Offers() {
		i.Agreed(o.Kind)
	}
}
