package command

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/wizard/screen"
)

// takesFile are the calls that take a file, which comes last: how large it can be, and what can be wrong inside it.
var takesFile = []struct {
	args  []string
	limit string
	wrong []badContent
}{
	{[]string{"import"}, "10 MB", tooManyValues},
	{[]string{"import", "--dry-run"}, "10 MB", tooManyValues},
	{[]string{"import", "-", "--catalogue"}, "10 MB", tooManyValues},
	{[]string{"--plain", "--catalogue"}, "10 MB", tooManyValues},
	{[]string{"--example", "check", "--report"}, "10 MB", nil},
	{[]string{"export", "--decisions"}, "1 MB", []badContent{{"hoogstens 1000", strings.Repeat("beslissing\n", 1001)}}},
	{[]string{"export", "--format", "html", "--logo"}, "2 MB", []badContent{{"geen PNG of JPEG", "GIF89a"}}},
	{[]string{"export", "--file"}, "256 MB", nil},
}

// badContent is what is said of a file that holds something.
type badContent struct{ says, content string }

var tooManyValues = []badContent{
	{"te veel waarden in dit bestand: hoogstens 150000", "[" + strings.Repeat("0,", 150_000) + "0]"},
	{"te veel waarden in dit bestand: hoogstens 150000", "a:\n" + strings.Repeat("- b\n", 150_000)},
	{"te veel waarden in dit bestand: hoogstens 150000", strings.Repeat(`"`, 900_000)},
}

// unreadable are paths with what is said of each, whatever was to be read there.
func unreadable(t *testing.T, limit string) (bad []badContent) {
	t.Helper()
	large := written(t, "large", "")
	if err := os.Truncate(large, 300<<20); err != nil { // takes no room
		t.Fatal(err)
	}
	return []badContent{
		{limit, large}, {"een map", t.TempDir()}, {"geen gewoon bestand", os.DevNull}, {"daar staat niets", filepath.Join(t.TempDir(), "nothing")},
	}
}

func TestEveryFileThatIsReadHasABudget(t *testing.T) {
	for _, call := range takesFile {
		bad := unreadable(t, call.limit)
		if call.limit == "256 MB" { // a plan that is not there has not begun
			bad = bad[:3]
		}
		for _, b := range call.wrong {
			bad = append(bad, badContent{b.says, written(t, "file", b.content)})
		}
		for _, b := range bad {
			c := newComputer(t)
			c.calls(t, statusRefused, onePlan, append(slices.Clone(call.args), b.content)...)
			c.says(t, b.says, b.content)
			if strings.Count(c.wrong, "\n") != 1 {
				t.Errorf("%v: says %q", call.args, c.wrong)
			}
		}
	}
}

// TestNoFlagThatTakesAFileIsForgotten finds them by their words.
func TestNoFlagThatTakesAFileIsForgotten(t *testing.T) {
	p := &program{environment: newComputer(t).environment, texts: assets.Load(assets.Dutch)}
	for _, c := range []*cobra.Command{p.root(), p.exportCommand(), p.importCommand(), p.checkCommand(), p.statusCommand(), p.historyCommand(), p.undoCommand()} {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			known := f.Name == "output"
			for _, call := range takesFile {
				known = known || call.args[len(call.args)-1] == "--"+f.Name
			}
			if strings.HasPrefix(f.Usage, "`BESTAND`") && !known {
				t.Errorf("--%s of %s is in no test", f.Name, c.Name())
			}
		})
	}
}

func TestTheScreensReadTheirLogoWithTheSameBudget(t *testing.T) {
	c := newComputer(t)
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch)}
	for _, b := range append(unreadable(t, "2 MB"), badContent{"daar staat niets", "-"}) {
		_, err := p.filesOf(&session.Session{Texts: p.texts}).ReadLogo(b.content)
		if err == nil {
			t.Fatalf("%s is read", b.content)
		}
		if said := p.texts.Error(err); !strings.Contains(said, b.says) || !strings.Contains(said, b.content) {
			t.Errorf("%s: %s", b.content, said)
		}
	}
}

// endless is an input that never ends.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

func TestStandardInputHasTheSameBudget(t *testing.T) {
	c := newComputer(t)
	for limit, args := range map[string][]string{
		"10 MB": {"import", "-"}, "1 MB": {"--example", "export", "--decisions", "-"}, "2 MB": {"--example", "export", "--format", "html", "--logo", "-"},
	} {
		var wrong strings.Builder
		if status := run(args, c.environment, endless{}, io.Discard, &wrong); status != statusRefused || !strings.Contains(wrong.String(), limit) {
			t.Errorf("%v: status %d, says %q", args, status, wrong.String())
		}
	}
	c.calls(t, statusDone, onePlan, "import", "-")
	ctx, stop := context.WithCancelCause(context.Background())
	stop(stopped{statusStopped})
	c.context = ctx
	c.calls(t, statusStopped, "", "import", "-")
}

// inUTF16 is a text as Windows PowerShell writes down what a program says.
func inUTF16(text string) string {
	data := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return string(data)
}

func TestTextsInUTF16AreRead(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", inUTF16(onePlan)))
	c.calls(t, statusDone, "", "export", "--format", "yaml")
	c.calls(t, statusDone, "", "import", "--dry-run", written(t, "plan.yaml", inUTF16(c.said)))
	c.says(t, "niets nieuws")
	c.calls(t, statusDone, "", "export", "--decisions", written(t, "decisions.txt", inUTF16("Eén\r\nTwee 😀\r\n")))
	c.says(t, "1. **Eén**\n2. **Twee 😀**\n")
	c.calls(t, statusDone, "", "check", "--report", written(t, "board.md", inUTF16(c.said)))
	broken := written(t, "plan.json", inUTF16(onePlan)+"\x00")
	c.calls(t, statusRefused, "", "import", broken)
	c.says(t, broken+": Regel ", "UTF-16")
	c.calls(t, statusRefused, "", "export", "--decisions", broken)
	c.says(t, broken, "geen gewone tekst")
}

func TestTheScreensWriteOnlyWhereAPersonAgreed(t *testing.T) {
	c := newComputer(t)
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch)}
	session := p.sessionOn(example(), firstPlan)
	if err := session.Reload(); err != nil {
		t.Fatal(err)
	}
	path := written(t, "plan.json", "old")
	if _, err := p.filesOf(session).Export(session, screen.File{Path: path, Format: "json"}); err == nil || contentOf(t, path) != "old" {
		t.Errorf("it was replaced: %v", err)
	}
	deeper := filepath.Join(t.TempDir(), "new", "folder", "plan.json")
	said, err := p.filesOf(session).Export(session, screen.File{Path: deeper, Format: "json"})
	if err != nil || !strings.Contains(contentOf(t, deeper), "stappenplan/1") || strings.Contains(said.Contents, "geschiedenis") {
		t.Errorf("in a new folder: %v, %q", err, said.Contents)
	}
	session.Place = filepath.Join(t.TempDir(), "school.db")
	for format, past := range map[string]bool{"json": true, "yaml": true, "csv": false, "md": false} {
		said, err := p.filesOf(session).Export(session, screen.File{Path: filepath.Join(t.TempDir(), "plan."+format), Format: format})
		if told := strings.HasSuffix(said.Contents, ". Daarin staat het plan zoals het nu is, zonder de geschiedenis: die staat alleen in school.db."); err != nil || told != past {
			t.Errorf("%s: %v, %q", format, err, said.Contents)
		}
	}
}

// TestWorkDoesNotHoldUpTheEnd: what only reckons is left alone when the call has to end, and a fault in it is the call's.
func TestWorkDoesNotHoldUpTheEnd(t *testing.T) {
	ctx, stop := context.WithCancelCause(context.Background())
	p := &program{environment: environment{context: ctx}}
	if n, err := unlessStopped(p, func() (int, error) { return 3, nil }); n != 3 || err != nil {
		t.Errorf("worked out %d: %v", n, err)
	}
	begun, never := make(chan bool), make(chan bool)
	go func() {
		<-begun
		stop(stopped{statusStopped})
	}()
	_, err := unlessStopped(p, func() (int, error) { begun <- true; <-never; return 0, nil })
	if early, is := errors.AsType[stopped](err); !is || early.status != statusStopped {
		t.Errorf("it ended with %v", err)
	}
	defer func() {
		if fault := recover(); fault != "broken" {
			t.Errorf("the fault became %v", fault)
		}
	}()
	_, _ = unlessStopped(&program{environment: environment{context: context.Background()}}, func() (int, error) { panic("broken") })
}
