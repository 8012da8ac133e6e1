package command

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode"

	"stappenplan/planfile"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// editor is the program with its arguments that the person named for editing texts; nil for none.
func (e environment) editor() []string {
	named := strings.TrimSpace(cmp.Or(e.variable("VISUAL"), e.variable("EDITOR")))
	if _, err := exec.LookPath(named); err == nil { // also with blanks in its path
		return []string{named}
	}
	return e.parted(named)
}

// parted are the words of a line of a shell: blanks part them, but not between quotes. Outside Windows, where it parts folders, a backslash
// takes what is behind it as it is.
func (e environment) parted(line string) (words []string) {
	var word strings.Builder
	begun, escaped, quote := false, false, rune(0)
	for _, r := range line {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'' && e.system != "windows":
			escaped, begun = true, true
		case r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\'' && e.system != "windows"):
			quote, begun = r, true
		case quote == 0 && unicode.IsSpace(r):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}

// editorInFront knows whether an editor has the terminal, or had it a moment ago: a signal of its keys may come just behind its end.
type editorInFront struct {
	clock func() time.Time
	runs  atomic.Bool
	ended atomic.Pointer[time.Time]
}

// lateSignal is how long behind the end of an editor a signal of its keys may come.
const lateSignal = time.Second

// begin says that an editor has the terminal, until what it gives is called.
func (f *editorInFront) begin() (end func()) {
	f.runs.Store(true)
	return func() {
		now := f.clock()
		f.ended.Store(&now)
		f.runs.Store(false)
	}
}

func (f *editorInFront) is() bool {
	ended := f.ended.Load()
	return f.runs.Load() || ended != nil && f.clock().Sub(*ended) < lateSignal
}

// editing is a text in the person's own editor.
type editing struct {
	*program
	plan      string // the path of its file
	text      []byte
	in        io.Reader
	out, errs io.Writer
}

// Edit is a text in the person's own editor, once that is run.
func (f *files) Edit(text []byte) screen.Editing {
	return &editing{program: f.speaking(), plan: absolute(f.session.Place), text: text}
}

func (e *editing) SetStdin(in io.Reader)    { e.in = in }
func (e *editing) SetStdout(out io.Writer)  { e.out = out }
func (e *editing) SetStderr(errs io.Writer) { e.errs = errs }

// Text is the text as the editor left it.
func (e *editing) Text() []byte { return e.text }

// Run runs the editor until it ends. What it kept counts, also where it failed then.
func (e *editing) Run() error {
	name, err := store.PutToEdit(e.plan, e.text)
	if err != nil {
		if name != "" {
			store.DropEdited(e.plan, name)
		}
		return refuse("editor-file", "cause", store.Cause(err))
	}
	command := e.editor()
	run := exec.Command(command[0], append(slices.Clip(command[1:]), name)...)
	run.Stdin, run.Stdout, run.Stderr = e.in, e.out, e.errs
	defer e.inEditor.begin()()
	err = run.Run()
	left, unread := e.read(name, maxFile)
	if unread == nil {
		e.text = left
	}
	aside, lost := "", error(nil)
	if unread == nil {
		aside, lost = store.SetAside(e.plan, name)
	}
	if lost == nil && (unread == nil || store.LeftInEditor(e.plan) == nil) { // else it stays, and is offered at the next start
		store.DropEdited(e.plan, name)
	}
	if aside != "" {
		folder := filepath.Dir(aside)
		return refuse("editor-held", "editor", filepath.Base(command[0]), "folder", filepath.Join(filepath.Base(filepath.Dir(folder)), filepath.Base(folder)))
	}
	if unread != nil && err == nil {
		return unread
	}
	switch {
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return refuse("editor-start", "editor", filepath.Base(command[0]))
	case err != nil:
		return refuse("editor-failed", "editor", filepath.Base(command[0]))
	}
	return nil
}

// settleEdited asks what becomes of texts that were left in an editor before the file is made anew, and of what an editor held, and refuses where
// nobody answers: there may stand in them what is to be erased or encrypted.
func (p *program) settleEdited(path string) error {
	if store.LeftInEditor(path) == nil && store.AsideOf(path) == "" {
		return nil
	}
	open, err := store.Open(path) // or one is in an editor yet
	if err != nil {
		return err
	}
	defer open.Close()
	if err := p.askEdited(absolute(path)); err != nil {
		return err
	}
	if left := store.LeftInEditor(path); left != nil {
		return cmp.Or(left[0].Unread, refuse("text-in-editor", "text", absolute(left[0].File)))
	}
	return p.settleAside(path)
}

// settleAside asks whether what was set aside of an editor goes.
func (p *program) settleAside(path string) error {
	aside := store.AsideOf(path)
	if aside == "" {
		return nil
	}
	goes := false
	if p.terminal() {
		var err error
		if goes, err = p.decide(p.texts.Commands.LeftInEditor.AskAside.Fill("folder", steps.CleanName(absolute(aside)))); err != nil {
			return err
		}
	}
	if !goes {
		return refuse("text-in-editor", "text", absolute(aside))
	}
	store.DropAside(path)
	return nil
}

// askEdited asks, of each text that was in an editor when an earlier run was ended, whether to keep it beside the plan. Without an answer it stays
// where it is, and so does what cannot be read.
func (p *program) askEdited(path string) error {
	if p.lookOnly || !p.terminal() {
		return nil
	}
	for _, left := range store.LeftInEditor(path) {
		if left.Unread != nil {
			p.notice = p.reason(left.Unread)
			p.tell(p.out, p.notice)
		} else if left.Blank() {
			aside, err := store.SetAside(path, left.File)
			if err != nil {
				return err
			}
			store.DropEdited(path, left.File)
			p.tellAside(path, aside)
		} else if err := p.askLeft(path, left); errors.Is(err, io.EOF) {
			p.tell(p.out, "")
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// askLeft asks it of one text.
func (p *program) askLeft(path string, left store.LeftText) error {
	folder, name := filepath.Split(path)
	words, to := p.texts.Commands.LeftInEditor, p.newName(folder, strings.TrimSuffix(name, filepath.Ext(name))+"-"+string(p.texts.Commands.LeftInEditor.Name), ".txt")
	ask, same := words.Ask, p.planHolds(path, left.Begins)
	if same {
		ask = words.AskSame
	}
	keep, err := p.answer(ask.Fill("text", steps.Quote(string(left.Begins)), "file", steps.CleanName(to)))
	if err != nil {
		return err
	}
	aside := ""
	if keep || same { // else the person wants none of it
		if aside, err = store.SetAside(path, left.File); err != nil {
			return err
		}
	}
	if keep {
		if err := store.KeepEdited(path, left.File, to); err != nil {
			return err
		}
		p.notice = words.Kept.Fill("file", steps.CleanName(filepath.Base(to)))
		p.tell(p.out, p.notice)
	} else {
		store.DropEdited(path, left.File)
	}
	p.tellAside(path, aside)
	return nil
}

// tellAside tells where it stands what an editor had not saved, by the name of the text there; nothing where that is empty.
func (p *program) tellAside(path, aside string) {
	if aside == "" {
		return
	}
	words := p.texts.Commands.LeftInEditor
	p.notice = words.AsideShort.Fill("folder", steps.CleanName(filepath.Base(store.EditFolder(path))))
	p.tell(p.out, words.Aside.Fill("folder", steps.CleanName(filepath.Dir(aside)), "file", steps.CleanName(p.quoted(aside))))
}

// planHolds says whether a text stands in a plan of a file as it is, as far as that can be read without asking.
func (p *program) planHolds(path string, text []byte) bool {
	plans, err := store.Read(path, p.knownKey(path))
	if err != nil {
		return false
	}
	all, err := journalsOf(plans)
	if err != nil {
		return false
	}
	wanted := strings.TrimSpace(string(text))
	for _, journal := range all {
		var plan any
		if json.Unmarshal(planfile.Encode(journal.Plan()), &plan) == nil && holdsText(plan, wanted) {
			return true
		}
	}
	return false
}

// holdsText says whether a text is one of those in what was read from JSON.
func holdsText(in any, wanted string) bool {
	switch in := in.(type) {
	case string:
		return strings.TrimSpace(in) == wanted
	case []any:
		return slices.ContainsFunc(in, func(one any) bool { return holdsText(one, wanted) })
	case map[string]any:
		for _, one := range in {
			if holdsText(one, wanted) {
				return true
			}
		}
	}
	return false
}
