package plain

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/session/sessiontest"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/plain/plaintest"
)

// rescueTo makes a new file at a path, or at the usual one.
func rescueTo(t *testing.T, usual string) session.Rescue {
	t.Helper()
	return func(path, plan string, entries steps.Entries) (session.Journals, string, error) {
		if path == "" {
			path = usual
		}
		kept, err := store.CreateWith(path, map[string]steps.Entries{plan: entries})
		if err == nil {
			t.Cleanup(func() { _ = kept.Close() })
		}
		return kept, path, err
	}
}

// lineByLineOn types lines at a plan in a file, which is taken away before the second.
func lineByLineOn(t *testing.T, typed ...string) (said, path string, err error) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "p.db")
	kept, err := store.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = kept.Close() })
	s := newSession(kept, "a")
	must(t, s.Record(answer(steps.Awareness, steps.Yes)))
	gone := &takenAway{lines: typed, path: path}
	var out strings.Builder
	_, err = Run(s, bufio.NewReader(gone), &out, Options{Rescue: rescueTo(t, path+".rescued")})
	return out.String(), path, err
}

// takenAway is a person at a keyboard whose plan's file is gone from the second line on.
type takenAway struct {
	lines []string
	path  string
	given int
}

// Read gives the next line.
func (r *takenAway) Read(b []byte) (int, error) {
	if r.given == 1 {
		if err := os.Remove(r.path); err != nil {
			return 0, err
		}
	}
	if r.given == len(r.lines) {
		return 0, io.EOF
	}
	r.given++
	return copy(b, r.lines[r.given-1]+"\n"), nil
}

func TestPlainSaysAtOnceWhatIsNotKeptAndSavesElsewhere(t *testing.T) {
	said, path, err := lineByLineOn(t, "1", "", "een lange nacht", "bewaar", "stop")
	must(t, err)
	says(t, said, "Niet bewaard", "Typ ‘bewaar’ en een bestandsnaam", "Je hele plan staat nu in "+path+".rescued")
	if got := sessiontest.NoteIn(t, path+".rescued"); got != "een lange nacht" {
		t.Errorf("the rescued note is %q", got)
	}

	elsewhere := filepath.Join(t.TempDir(), "Plan van de school.db")
	said, _, err = lineByLineOn(t, "1", "", "een lange nacht", `bewaar "`+elsewhere+`"`, "ook dit", "stop")
	must(t, err)
	says(t, said, "Je hele plan staat nu in "+elsewhere, "Bewaard.")
	if got := sessiontest.NoteIn(t, elsewhere); got != "een lange nacht" && got != "ook dit" {
		t.Errorf("the note is %q", got)
	}
}

func TestPlainStopsOnlyWithAWordOnWhatIsNotKept(t *testing.T) {
	for name, lines := range map[string][]string{
		"answer":    {"1", "", "een lange nacht", "stop", "stop"},
		"no answer": {"1", "", "stop", "stop"},
	} {
		t.Run(name, func(t *testing.T) {
			said, _, err := lineByLineOn(t, lines...)
			var lost *session.NotKept
			if !errors.As(err, &lost) {
				t.Fatalf("it ends with %v:\n%s", err, said)
			}
			says(t, said, "Niet bewaard", "Typ ‘bewaar’", "nog eens ‘stop’")
		})
	}
}

func TestPlainBringsWhatWaitsToANewFileWhenNobodyIsLeftToAsk(t *testing.T) {
	said, path, err := lineByLineOn(t, "1", "", "een lange nacht")
	must(t, err)
	says(t, said, "Je hele plan staat nu in "+path+".rescued")
	if got := sessiontest.NoteIn(t, path+".rescued"); got != "een lange nacht" {
		t.Errorf("the rescued note is %q", got)
	}
}

func TestPlainUndoDropsWhatWaits(t *testing.T) {
	said, path, err := lineByLineOn(t, "1", "", "een lange nacht", "ongedaan", "bewaar", "stop")
	must(t, err)
	says(t, said, "Ongedaan gemaakt: Stap 1 Bewustzijn: notitie")
	if got := sessiontest.NoteIn(t, path+".rescued"); got != "" {
		t.Errorf("the rescued note is %q", got)
	}
}

// TestPlainSaysWhatAnotherWriterTookThePlaceOf, also on stopping: the answer is on no disk.
func TestPlainSaysWhatAnotherWriterTookThePlaceOf(t *testing.T) {
	kept := store.NewMemory()
	s := newSession(kept, "a")
	must(t, s.Record(answer(steps.Awareness, steps.Yes)))
	must(t, s.Reload())
	other := newSession(kept, "b")
	must(t, other.Reload())
	var out bytes.Buffer
	person := plaintest.New(&out, []string{"Stap 2 van 8", "j", "Iemand anders", "stop", "nog eens ‘stop’", "stop"})
	first := true
	_, err := Run(s, bufio.NewReader(before{person, func() {
		if first && strings.Contains(out.String(), "Stap 2 van 8") {
			first = false
			must(t, other.Record(answer(steps.Vision, steps.No)))
		}
	}}), &out, Options{})
	var lost *session.NotKept
	if !errors.As(err, &lost) || lost.Code() != "answer-not-kept" {
		t.Errorf("it ends with %v\n%s", err, out.String())
	}
}

// before does something before each line is read.
type before struct {
	io.Reader
	do func()
}

// Read reads after that.
func (b before) Read(p []byte) (int, error) { b.do(); return b.Reader.Read(p) }

func TestSaveIsAnAnswerWhileEverythingIsKept(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "1", "", "bewaar alles op de server", "stop")
	if got := plan.Answers[steps.Awareness].Note; got != "bewaar alles op de server" {
		t.Errorf("the note is %q:\n%s", got, said)
	}
}

// comesAndGoes is a person at a keyboard whose plan's file is away while some lines are typed.
type comesAndGoes struct {
	lines      []string
	path       string
	away, back int // the lines before which it goes, and comes back
	given      int
}

// Read gives the next line.
func (r *comesAndGoes) Read(b []byte) (int, error) {
	var err error
	switch r.given {
	case r.away:
		err = os.Rename(r.path, r.path+".away")
	case r.back:
		err = os.Rename(r.path+".away", r.path)
	}
	if err != nil || r.given == len(r.lines) {
		return 0, errors.Join(err, io.EOF)
	}
	r.given++
	return copy(b, r.lines[r.given-1]+"\n"), nil
}

// TestATrialIsSavedNowhereElse: once the disk takes answers again ‘bewaar’ is an answer, and while it does not, it waits for the plan as it is.
func TestATrialIsSavedNowhereElse(t *testing.T) {
	for name, test := range map[string]struct {
		typed      []string
		back       int
		note, says string
	}{
		"kept again": {[]string{"1", "", "een lange nacht", "een korte nacht", "bewaar het verslag", "terug", "wat als", "n", "bewaar", "stop", "stop"}, 3, "een korte nacht, bewaar het verslag", "Bewaard."},
		"still away": {[]string{"1", "stop", "wat als", "2", "n", "bewaar", "stop", "3", "stop", "stop"}, 8, ", ", "Terwijl je iets probeert, wordt geen bestand gemaakt."},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "p.db")
			kept, err := store.Create(path)
			must(t, err)
			t.Cleanup(func() { _ = kept.Close() })
			s := newSession(kept, "a")
			must(t, s.Record(answer(steps.Awareness, steps.Yes)))
			rescue, rescued := rescueTo(t, path+".rescued"), 0
			var out strings.Builder
			_, err = Run(s, bufio.NewReader(&comesAndGoes{lines: test.typed, path: path, away: 1, back: test.back}), &out, Options{
				Rescue: func(path, plan string, entries steps.Entries) (session.Journals, string, error) {
					rescued++
					return rescue(path, plan, entries)
				},
			})
			must(t, err)
			says(t, out.String(), test.says)
			told := s.Plan().Answers[steps.Awareness]
			if rescued > 0 || told.Note+", "+told.Evidence != test.note || s.Plan().Answers[steps.Vision].Choice != "" {
				t.Errorf("saved elsewhere %d times, the plan is %+v:\n%s", rescued, s.Plan().Answers, out.String())
			}
		})
	}
}
