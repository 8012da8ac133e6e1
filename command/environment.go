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
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	locale "github.com/jeandeaual/go-locale"

	"stappenplan/assets"
	"stappenplan/store"
	"stappenplan/store/passphrase"
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
	// hidden reads a line there that is not shown, and does something with it.
	hidden      func(ctx context.Context, ask func(), do func(line string) error) error
	effort      passphrase.Work // that a passphrase asks of who tries one
	outTerminal bool            // standard output is one
	errTerminal bool            // standard error is one
	columns     func() int      // how wide the terminal is; 0 where there is none
	clock       func() time.Time
	newID       func() string
	drive       func(path string) store.Drive
	build       build
	clicked     func() bool    // whether a double click started it, in a window that closes when it ends
	saveMemory  func()         // from here on, in the whole process
	inEditor    *editorInFront // an editor of the person's has the terminal
}

// surroundings is the environment of a real call.
func surroundings() environment {
	inEditor := &editorInFront{clock: time.Now}
	return environment{
		context:     untilStopped(inEditor),
		inEditor:    inEditor,
		variable:    os.Getenv,
		system:      runtime.GOOS,
		display:     func() string { return known(locale.GetLanguage()) },
		programFile: programFile(),
		home:        known(os.UserHomeDir()),
		dataFolder:  ownFolder("XDG_DATA_HOME", xdg.DataHome),
		stateFolder: ownFolder("XDG_STATE_HOME", xdg.StateHome),
		documents:   xdg.UserDirs.Documents,
		inTerminal:  term.IsTerminal(os.Stdin.Fd()),
		hidden:      hiddenLine,
		effort:      passphrase.Usual,
		outTerminal: term.IsTerminal(os.Stdout.Fd()),
		errTerminal: term.IsTerminal(os.Stderr.Fd()),
		columns: func() int {
			for _, to := range []*os.File{os.Stdout, os.Stderr} {
				if width, _, err := term.GetSize(to.Fd()); err == nil {
					return width
				}
			}
			return 0
		},
		clock:   time.Now,
		newID:   rand.Text,
		drive:   store.DriveOf,
		build:   thisBuild(),
		clicked: startedByClick,
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

// onlyASCII says whether the terminal cannot show the signs that screens are drawn with: the console of Linux has too few, and a
// locale may name another encoding. Where nothing is named, and in Windows, it can.
func (e environment) onlyASCII() bool {
	if e.system == "windows" {
		return false
	}
	if e.variable("TERM") == "linux" {
		return true
	}
	named := strings.ToLower(cmp.Or(e.variable("LC_ALL"), e.variable("LC_CTYPE"), e.variable("LANG")))
	return named != "" && !strings.Contains(named, "utf-8") && !strings.Contains(named, "utf8") && (named == "c" || named == "posix" || strings.ContainsAny(named, ".@"))
}

// lightGround says whether the terminal's ground is light, by what COLORFGBG tells of it: its last number is that of the ground among the
// 16 colours. It is the first look, until the terminal itself answers.
func (e environment) lightGround() bool {
	told := e.variable("COLORFGBG")
	ground, err := strconv.Atoi(told[strings.LastIndex(told, ";")+1:])
	return err == nil && (ground == 7 || ground >= 9 && ground <= 15)
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

// languageOf finds the language of a call before its words are needed to read the rest: that of --lang, of a variable, the one chosen on
// the screens, or that of Windows. A language that
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
	if chosen := env.state().Language; slices.Contains(assets.Languages, chosen) {
		return chosen
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
