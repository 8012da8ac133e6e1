package command

import (
	"cmp"
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	locale "github.com/jeandeaual/go-locale"

	"stappenplan/assets"
)

// environment is everything a call of the program takes from the computer it runs on.
type environment struct {
	context     context.Context // ends, with a [stopped] as its cause, when the call has to
	variable    func(name string) string
	system      string        // as in runtime.GOOS
	display     func() string // the display language, where no variable names one
	programFile string        // the program itself, links followed; empty when not known
	home        string        // the user's own folder; empty when there is none
	dataFolder  string        // where programs keep what is the user's; empty when there is no home folder
	stateFolder string        // where programs keep what they remember; empty when there is no home folder
	documents   string        // where people keep what they write; empty when not known
	inTerminal  bool          // standard input is a terminal
	outTerminal bool          // standard output is one
	columns     func() int    // how wide that is; 0 where it is none
	clock       func() time.Time
	newID       func() string
	version     string
	saveMemory  func() // from here on, in the whole process
}

// version is set when a release is built.
var version string

// surroundings is the environment of a real call.
func surroundings() environment {
	return environment{
		context:     untilStopped(),
		variable:    os.Getenv,
		system:      runtime.GOOS,
		display:     func() string { return known(locale.GetLanguage()) },
		programFile: programFile(),
		home:        known(os.UserHomeDir()),
		dataFolder:  ownFolder("XDG_DATA_HOME", xdg.DataHome),
		stateFolder: ownFolder("XDG_STATE_HOME", xdg.StateHome),
		documents:   xdg.UserDirs.Documents,
		inTerminal:  term.IsTerminal(os.Stdin.Fd()),
		outTerminal: term.IsTerminal(os.Stdout.Fd()),
		columns: func() int {
			width, _, err := term.GetSize(os.Stdout.Fd())
			if err != nil {
				return 0
			}
			return width
		},
		clock:   time.Now,
		newID:   rand.Text,
		version: buildVersion(),
		// Garbage is collected sooner: no file that is read takes over 200 MB.
		saveMemory: func() { debug.SetMemoryLimit(128 << 20) },
	}
}

// terminal says whether there is someone who can be asked.
func (e environment) terminal() bool { return e.inTerminal && e.outTerminal }

// simple says whether the terminal, or who sits at it, is better served line by line.
func (e environment) simple() bool {
	terminal := e.variable("TERM")
	return e.variable("ACCESSIBLE") != "" || terminal == "dumb" || terminal == "" && e.system != "windows"
}

// known is what the computer tells of itself, empty where it does not.
func known(told string, err error) string {
	if err != nil {
		return ""
	}
	return told
}

func programFile() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	return cmp.Or(known(filepath.EvalSymlinks(path)), path)
}

// ownFolder is a folder of the user's that a variable can name. It guards against one in the root of the disk, which xdg
// gives where there is no home.
func ownFolder(variable, folder string) string {
	if known(os.UserHomeDir()) == "" && !filepath.IsAbs(os.Getenv(variable)) {
		return ""
	}
	return folder
}

func buildVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// languageOf finds the language of a call before its words are needed to read the rest. A language that
// is not there is refused later, in the one that would be spoken without it.
func languageOf(args []string, env environment) assets.Language {
	if named := assets.Language(languageFlag(args)); slices.Contains(assets.Languages, named) {
		return named
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env.variable(name); value != "" {
			return spoken(value)
		}
	}
	if env.system == "windows" {
		return spoken(env.display())
	}
	return assets.Dutch
}

// languageFlag is the last value of --lang, as far as that can be told without knowing the other flags.
func languageFlag(args []string) (value string) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if after, ok := strings.CutPrefix(arg, "--lang="); ok {
			value = after
		}
		if arg == "--lang" && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// spoken is the language for the name of a locale, such as en_GB.UTF-8.
func spoken(locale string) assets.Language {
	if strings.HasPrefix(strings.ToLower(locale), "en") {
		return assets.English
	}
	return assets.Dutch
}
