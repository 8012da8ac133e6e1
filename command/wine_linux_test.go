//go:build wine

package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"stappenplan/assets"
	"stappenplan/command/winetest"
)

// TestTheWindowsProgram does with the program for Windows, under wine, what people do with it, and the same with
// the program for this system. What wine cannot show is in docs/WINDOWS.md.
func TestTheWindowsProgram(t *testing.T) {
	syscall.Umask(0o077) // wine makes of the mode of a file who can read it
	both := systems{here: installedHere(t), program: windowsProgram(t), wine: winetest.New(t)}
	both.windows = func(ctx context.Context, folder string, args ...string) *exec.Cmd {
		return both.wine.Program(ctx, folder, both.program, args...)
	}
	for name, test := range map[string]func(*testing.T, systems){
		"says the same":                     saysTheSame,
		"exports the same":                  exportsTheSame,
		"an evening of work":                worksTheSame,
		"places as Windows writes them":     findsPlaces,
		"the usual place":                   keepsInTheUsualPlace,
		"a stick":                           keepsBesideTheProgram,
		"a file dropped on the program":     opensWhatIsDropped,
		"a second copy":                     yieldsToAnotherCopy,
		"who can read a file":               tellsWhoReads,
		"a new plan is one file":            makesOneFile,
		"four copies make one plan":         makesOnePlan,
		"a document replaces one":           replacesADocument,
		"no document replaces a plan":       sparesPlans,
		"a plan goes from system to system": travels,
		"nothing is lost when it is killed": func(t *testing.T, s systems) { survivesKills(t, s.windows) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, both)
		})
	}
}

// systems are those that the program runs on in these tests.
type systems struct {
	here, windows installed
	program       string // that for Windows
	wine          *winetest.Windows
}

// answer is what the program said, and how it ended.
type answer struct {
	status      int
	said, wrong string
}

// call runs the program in a folder with this on its standard input. Our program says why it ends with 1; on a busy computer wine
// itself did so before the program began, once in some hundreds of calls, and is asked again.
func (run installed) call(t *testing.T, folder, typed string, args ...string) answer {
	t.Helper()
	got, command := run.once(t, folder, typed, args...)
	if command.Args[0] == "wine" && got.status == statusRefused && got.said == "" && (got.wrong == "" || strings.HasPrefix(got.wrong, "wine")) {
		t.Logf("%v: wine ended with 1: %q", args, got.wrong)
		got, _ = run.once(t, folder, typed, args...)
	}
	return got
}

// once runs the program once. What it says goes to files: what wine leaves running would keep a pipe open.
func (run installed) once(t *testing.T, folder, typed string, args ...string) (answer, *exec.Cmd) {
	t.Helper()
	said, wrong := logFile(t), logFile(t)
	command := run(t.Context(), folder, args...)
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(typed), said, wrong
	var exit *exec.ExitError
	if err := command.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatalf("%v: %v", args, err)
	}
	return answer{command.ProcessState.ExitCode(), contentOf(t, said.Name()), contentOf(t, wrong.Name())}, command
}

// logFile is an empty file, closed when the test ends.
func logFile(t *testing.T) *os.File {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "log")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// calls runs the program and fails the test unless it ends with this status and says these things.
func (run installed) calls(t *testing.T, status int, folder string, args []string, says ...string) {
	t.Helper()
	got := run.call(t, folder, "", args...)
	if got.status != status {
		t.Fatalf("%v: status %d, want %d\n%s%s", args, got.status, status, got.said, got.wrong)
	}
	for _, text := range says {
		if !strings.Contains(got.said+got.wrong, text) {
			t.Errorf("%v: nothing says %q in:\n%s%s", args, text, got.said, got.wrong)
		}
	}
}

// folders are two with the same in them, one for each system, under a name that a school may give one.
type folders struct {
	systems
	forHere, forWindows string
}

// folders makes two folders with these files in them.
func (s systems) folders(t *testing.T, files map[string]string) folders {
	t.Helper()
	return folders{s, schoolFolder(t, files), schoolFolder(t, files)}
}

func schoolFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "Basisschool Sint-Jozef Oïebrugge", "ICT-coördinatie é ë 2026 (nieuw)")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// clock is a day and a time as the history has them.
var clock = regexp.MustCompile(`\d+ \pL+ \d{4} \d\d:\d\d`)

// same runs the program on both systems and fails the test unless they end with this status and say the same.
func (f folders) same(t *testing.T, status int, typed string, args ...string) (said string) {
	t.Helper()
	want, got := f.here.call(t, f.forHere, typed, args...), f.windows.call(t, f.forWindows, typed, args...)
	// Each names its own folder where it says where the plan is.
	want.said = strings.ReplaceAll(want.said, f.forHere+"/", "")
	got.said = strings.ReplaceAll(got.said, "Z:"+strings.ReplaceAll(f.forWindows, "/", `\`)+`\`, "")
	for _, a := range []*answer{&want, &got} {
		a.said = moments.ReplaceAllString(clock.ReplaceAllString(a.said, ""), "")
	}
	if got != want || got.status != status {
		t.Errorf("%v: want status %d and both the same\nhere %d:\n%s%s\nWindows %d:\n%s%s",
			args, status, want.status, want.said, want.wrong, got.status, got.said, got.wrong)
	}
	return got.said
}

// inFolder fails the test unless these are the files in a folder.
func inFolder(t *testing.T, folder string, names ...string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, file := range files {
		found = append(found, file.Name())
	}
	if !slices.Equal(found, names) {
		t.Errorf("in the folder are %q, want %q", found, names)
	}
}

func saysTheSame(t *testing.T, s systems) {
	f := s.folders(t, map[string]string{"leeg.db": "", "tekst.db": "geen plan", "fout.json": "{"})
	for _, args := range [][]string{
		{"--version"}, {"--help"}, {"help", "export"}, {"--lang", "en", "help", "import"}, {"completion", "powershell"},
		{"--file", "p.db", "status"}, {"--file", "p.db", "status", "--json"}, {"--file", "p.db", "history"},
		{"--example", "status"}, {"--example", "status", "--json"}, {"--lang", "en", "--example", "history"}, {"--example", "check"},
	} {
		f.same(t, statusDone, "", args...)
	}
	for _, args := range [][]string{{"exprot"}, {"export", "--format", "doc"}, {"--lang", "fr", "status"}, {"--flie", "p.db"}} {
		f.same(t, statusUsage, "", args...)
	}
	for _, args := range [][]string{
		{"--file", "p.db", "check"}, {"--file", "leeg.db", "status"}, {"--file", "tekst.db", "status"}, {"--file", ".", "status"},
		{"--file", "p.db", "import", "weg.json"}, {"--file", "p.db", "import", "."}, {"--file", "p.db", "import", "fout.json"},
		{"--example", "export", "--output", "weg/uit.md"}, {"--example", "export", "--format", "md", "--output", "."}, {"--file", "p.db"},
	} {
		f.same(t, statusRefused, "", args...)
	}
	inFolder(t, f.forWindows, "fout.json", "leeg.db", "tekst.db")
}

func exportsTheSame(t *testing.T, s systems) {
	plan := planFile(t, func(w *walk) {
		w.firstFourSteps()
		w.tasks()
		w.expertise()
		w.team()
		w.evaluation()
	})
	f := s.folders(t, map[string]string{"p.db": string(plan)})
	for _, kept := range [][]string{{"--example"}, {"--file", "p.db"}} {
		for _, language := range assets.Languages {
			for _, format := range formats {
				args := append(kept, "--lang", string(language), "export", "--format", format)
				want, got := s.here.call(t, f.forHere, "", args...), s.windows.call(t, f.forWindows, "", args...)
				if want.status != statusDone || got != want {
					t.Errorf("%v: status %d and %d, %d and %d bytes\nhere: %s\nWindows: %s",
						args, want.status, got.status, len(want.said), len(got.said), want.wrong, got.wrong)
				}
			}
		}
	}
	for _, flags := range [][]string{{"--blank"}, {"--for", "policy-plan"}, {"--names", "full", "--sections", "all", "--motivation"}} {
		f.same(t, statusDone, "", append([]string{"--example", "export"}, flags...)...)
	}
}

// worksTheSame is what a school does in the first weeks.
func worksTheSame(t *testing.T, s systems) {
	f := s.folders(t, map[string]string{"eerste versie.json": onePlan, "tweede versie.json": anotherPlan})
	const plan = "ICT-plan Noé.db"
	f.same(t, statusDone, "", "--file", plan, "import", "eerste versie.json")
	f.same(t, statusRefused, "", "--file", plan, "import", "tweede versie.json")
	f.same(t, statusDone, "", "--file", plan, "import", "--yes", "tweede versie.json")
	f.same(t, statusDone, "", "--file", plan, "undo")
	said := f.same(t, statusDone, "1\nja\nop de agenda van één maart\n\nnee\nstop\n", "--file", plan, "--plain")
	if !strings.Contains(said, "Bewaard.") {
		t.Errorf("nothing is kept:\n%s", said)
	}
	f.same(t, statusDone, "j\r\nmet Windows-regeleinden\r\n\r\nstop\r\n", "--file", plan, "--plain")
	f.same(t, statusDone, "", "--example", "export", "--output", "taken é.xlsx")
	f.same(t, statusDone, "", "--file", plan, "import", "--yes", "taken é.xlsx")
	f.same(t, statusDone, "", "--file", plan, "export", "--output", "plan.yaml")
	f.same(t, statusDone, "", "--file", plan, "import", "--dry-run", "plan.yaml")
	said = f.same(t, statusDone, "", "--file", plan, "history")
	if !strings.Contains(said, "Stap 1 Bewustzijn") {
		t.Errorf("the history says:\n%s", said)
	}
	f.same(t, statusDone, "", "--file", plan, "check")
	f.same(t, statusDone, "", "--file", plan, "export", "--format", "json")
}

// findsPlaces names files with a drive and backslashes, in folders that are not there yet.
func findsPlaces(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"één.json": onePlan})
	drive := "Z:" + strings.ReplaceAll(folder, "/", `\`)
	plan, document := drive+`\Mijn plan\ë\plan.db`, drive+`\Mijn plan\ë\voor het bestuur.md`
	s.windows.calls(t, statusDone, folder, []string{"--file", plan, "import", drive + `\één.json`}, "Eerste school")
	s.windows.calls(t, statusDone, folder, []string{"--file", plan, "export", "--output", document}, document)
	s.windows.calls(t, statusDone, folder, []string{"--file", "Mijn plan/ë/plan.db", "status"}, "Eerste school")
	s.here.calls(t, statusDone, folder, []string{"--file", "Mijn plan/ë/plan.db", "status"}, "Eerste school")
	for _, device := range []string{"NUL", `\\.\NUL`} {
		s.windows.calls(t, statusRefused, folder, []string{"--file", device, "--plain"})
		s.windows.calls(t, statusRefused, folder, []string{"--example", "export", "--yes", "--format", "md", "--output", device})
	}
}

func keepsInTheUsualPlace(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"één.json": onePlan})
	s.windows.calls(t, statusDone, folder, []string{"import", "één.json"}, "Eerste school")
	s.windows.calls(t, statusDone, folder, []string{"--plain"}, "Eerste school", `\AppData\Local\stappenplan\stappenplan.db`)
}

// keepsBesideTheProgram has the program and the plan on one stick, in a folder with blanks and accents.
func keepsBesideTheProgram(t *testing.T, s systems) {
	stick := schoolFolder(t, map[string]string{"één.json": onePlan})
	program := filepath.Join(stick, programName+".exe")
	s.windows.calls(t, statusDone, stick, []string{"--file", fileName, "import", "één.json"})
	if err := copyFile(s.program, program); err != nil {
		t.Fatal(err)
	}
	onStick := installed(func(ctx context.Context, folder string, args ...string) *exec.Cmd {
		return s.wine.Program(ctx, folder, program, args...)
	})
	onStick.calls(t, statusDone, t.TempDir(), []string{"--plain"}, "Eerste school", "Z:"+strings.ReplaceAll(filepath.Join(stick, fileName), "/", `\`))
	inFolder(t, stick, fileName, programName+".exe", "één.json")
}

// opensWhatIsDropped starts the program as the Explorer does, with the whole path of one file.
func opensWhatIsDropped(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"één.json": onePlan})
	drive := "Z:" + strings.ReplaceAll(folder, "/", `\`)
	s.windows.calls(t, statusDone, folder, []string{"--file", "p.db", "--plain", drive + `\één.json`}, "Eerste school", "Stap 1 van 8")
	s.windows.calls(t, statusDone, folder, []string{"--plain", drive + `\p.db`}, "Eerste school", "Stap 1 van 8")
	inFolder(t, folder, "p.db", "één.json")
}

func yieldsToAnotherCopy(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"een.json": onePlan, "ander.json": anotherPlan})
	s.windows.calls(t, statusDone, folder, []string{"--file", "p.db", "import", "een.json"})
	first := s.windows(t.Context(), folder, "--file", "p.db", "--plain")
	typed, errIn := first.StdinPipe()
	said, errOut := first.StdoutPipe()
	if err := errors.Join(errIn, errOut, first.Start()); err != nil {
		t.Fatal(err)
	}
	(&walk{t: t}).hears(bufio.NewReader(said), "Stap 1 van 8")
	for _, writing := range [][]string{{"undo"}, {"import", "--yes", "ander.json"}, {"--plain"}} {
		s.windows.calls(t, statusRefused, folder, append([]string{"--file", "p.db"}, writing...), "al open")
	}
	for _, reading := range []string{"status", "history", "check", "export"} {
		s.windows.calls(t, statusDone, folder, []string{"--file", "p.db", reading})
	}
	typed.Close()
	if err := first.Wait(); err != nil {
		t.Errorf("the first copy ends with %v", err)
	}
	s.windows.calls(t, statusDone, folder, []string{"--file", "p.db", "undo"}, "Ongedaan gemaakt")
}

// tellsWhoReads: it is told of a file whose list lets all read it, and the list stays.
func tellsWhoReads(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"een.json": onePlan})
	for mode, others := range map[os.FileMode]bool{0o600: false, 0o644: true} {
		name := fmt.Sprintf("p%o.db", mode)
		s.windows.calls(t, statusDone, folder, []string{"--file", name, "import", "een.json"})
		if err := os.Chmod(filepath.Join(folder, name), mode); err != nil {
			t.Fatal(err)
		}
		got := s.windows.call(t, folder, "j\nstop\n", "--file", name, "--lang", "nl", "--plain")
		if strings.Contains(got.said, "Op deze computer kunnen anderen dit lezen") != others {
			t.Errorf("of %v it says\n%s", mode, got.said)
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Mode() != mode {
			t.Errorf("%v became %v, %v", mode, info.Mode(), err)
		}
	}
}

func makesOneFile(t *testing.T, s systems) {
	for _, making := range [][]string{{"import", "een.json"}, {"--plain"}} {
		folder := schoolFolder(t, map[string]string{"een.json": onePlan})
		s.windows.calls(t, statusDone, folder, append([]string{"--file", "p.db"}, making...))
		inFolder(t, folder, "een.json", "p.db")
	}
}

// makesOnePlan starts four copies at once where there is no plan yet.
func makesOnePlan(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"een.json": onePlan})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() { s.windows.call(t, folder, "", "--file", "p.db", "import", "--yes", "een.json") })
	}
	all.Wait()
	s.here.calls(t, statusDone, folder, []string{"--file", "p.db", "status"}, "Eerste school")
	s.windows.calls(t, statusDone, folder, []string{"--file", "p.db", "check"}, "1 wijziging")
	inFolder(t, folder, "een.json", "p.db")
}

func replacesADocument(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"bestuur.md": "een ouder document"})
	s.windows.calls(t, statusRefused, folder, []string{"--example", "export", "--output", "bestuur.md"}, "bestaat al")
	s.windows.calls(t, statusDone, folder, []string{"--example", "export", "--output", "bestuur.md", "--yes"}, "Gemaakt: bestuur.md")
	want := s.here.call(t, folder, "", "--example", "export").said
	if got, err := os.ReadFile(filepath.Join(folder, "bestuur.md")); err != nil || string(got) != want {
		t.Errorf("the document has %d bytes, want %d: %v", len(got), len(want), err)
	}
	inFolder(t, folder, "bestuur.md")
}

func sparesPlans(t *testing.T, s systems) {
	folder := schoolFolder(t, map[string]string{"een.json": onePlan, "ander.json": anotherPlan})
	for plan, from := range map[string]string{"p.db": "een.json", "q.db": "ander.json"} {
		s.windows.calls(t, statusDone, folder, []string{"--file", plan, "import", from})
	}
	for _, output := range []string{"q.db", "p.db"} {
		s.windows.calls(t, statusRefused, folder, []string{"--file", "q.db", "export", "--yes", "--format", "md", "--output", output})
	}
	s.windows.calls(t, statusDone, folder, []string{"--file", "p.db", "status"}, "Eerste school")
	s.windows.calls(t, statusDone, folder, []string{"--file", "q.db", "status"}, "Tweede school")
}

// travels makes a plan on either system and goes on with it on the other, there and back.
func travels(t *testing.T, s systems) {
	for _, way := range [][]installed{{s.here, s.windows, s.here}, {s.windows, s.here, s.windows}} {
		folder := schoolFolder(t, map[string]string{"een.json": onePlan})
		way[0].calls(t, statusDone, folder, []string{"--file", "p.db", "import", "een.json"})
		for _, answer := range []string{"ja", "nee"} {
			for _, on := range way {
				on.calls(t, statusDone, folder, []string{"--file", "p.db", "check"}, "in orde")
				if got := on.call(t, folder, "1\n"+answer+"\n", "--file", "p.db", "--plain"); got.status != statusDone || !strings.Contains(got.said, "Bewaard.") {
					t.Errorf("status %d, says:\n%s%s", got.status, got.said, got.wrong)
				}
				on.calls(t, statusDone, folder, []string{"--file", "p.db", "status"}, "1 Bewustzijn       "+answer)
			}
		}
		want, got := s.here.call(t, folder, "", "--file", "p.db", "history", "--json"), s.windows.call(t, folder, "", "--file", "p.db", "history", "--json")
		if got != want || strings.Count(got.said, "\n") != 9 {
			t.Errorf("one reads:\n%s\nthe other:\n%s", want.said, got.said)
		}
	}
}

// windowsProgram builds the program for Windows and gives its path.
func windowsProgram(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), programName+".exe")
	build := exec.Command("go", "build", "-trimpath", "-o", path, "..") // as a release is built, so that its parts are built once
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return path
}

func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o700)
}
