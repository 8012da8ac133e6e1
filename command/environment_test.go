package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stappenplan/assets"
)

// TestWhichLanguageIsSpoken: --lang, then a variable, then the one chosen on the screens, then that of Windows.
func TestWhichLanguageIsSpoken(t *testing.T) {
	t.Parallel()
	chosen, none := t.TempDir(), t.TempDir()
	if err := os.MkdirAll(filepath.Join(chosen, folderName), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(chosen, folderName, stateName), []byte(`{"recent": [], "language": "en"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args                   []string
		system, locale, folder string
		want                   assets.Language
	}{
		{nil, "windows", "", chosen, assets.English}, {nil, "windows", "", none, assets.Dutch}, {nil, "linux", "", chosen, assets.English},
		{nil, "linux", "nl_BE.UTF-8", chosen, assets.Dutch}, {[]string{"--lang", "nl"}, "windows", "", chosen, assets.Dutch}, {nil, "linux", "", "", assets.Dutch},
	} {
		e := environment{system: test.system, stateFolder: test.folder, display: func() string { return "nl-BE" }, variable: func(name string) string { return map[string]string{"LANG": test.locale}[name] }}
		if got := languageOf(test.args, e); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// TestWhoGetsSignsOfASCII: the console of Linux, and a locale of another encoding; never where nothing is named.
func TestWhoGetsSignsOfASCII(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		system, terminal, locale string
		want                     bool
	}{
		{"linux", "xterm-256color", "nl_BE.UTF-8", false}, {"linux", "xterm", "C.utf8", false}, {"linux", "xterm", "", false}, {"linux", "xterm", "nl_BE", false},
		{"linux", "xterm", "nl_BE@euro", true}, {"linux", "xterm", "nl_BE.ISO-8859-15", true}, {"linux", "xterm", "C", true}, {"linux", "xterm", "POSIX", true},
		{"linux", "linux", "nl_BE.UTF-8", true}, {"darwin", "xterm", "", false}, {"windows", "", "C", false},
	} {
		e := environment{system: test.system, variable: func(name string) string { return map[string]string{"TERM": test.terminal, "LANG": test.locale}[name] }}
		if got := e.onlyASCII(); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// TestTheFirstLookIsThatOfTheGround that COLORFGBG tells of, and dark where it tells nothing.
func TestTheFirstLookIsThatOfTheGround(t *testing.T) {
	t.Parallel()
	for told, light := range map[string]bool{
		"0;15": true, "0;default;15": true, "0;7": true, "0;9": true, "15;0": false, "15;8": false, "": false, "15": true, "0;default": false, "0;16": false, "0;-1": false, ";": false,
	} {
		e := environment{variable: func(name string) string { return map[string]string{"COLORFGBG": told}[name] }}
		if got := e.lightGround(); got != light {
			t.Errorf("%q: light %v", told, got)
		}
	}
}

// A clock that goes back changes no order: that is of the numbers. It is told in the history.
func TestAClockThatGoesBackIsTold(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.clock = func() time.Time { return time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC) }
	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Tweede school")
	c.calls(t, statusDone, "", "--file", path, "history")
	older, newest := strings.Index(c.said, "24 november 2026"), strings.Index(c.said, "1 januari 2019") // the newest comes first
	if c.says(t, "eerder gemaakt en later samengevoegd, of de computerklok stond achter"); newest < 0 || older < newest {
		t.Errorf("the history is\n%s", c.said)
	}
	c.calls(t, statusDone, "", "--file", path, "undo")
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Eerste school")
}
