package command

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/cli/browser"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard"
	"stappenplan/wizard/plain"
	"stappenplan/wizard/screen"
)

// documentFormats are those that people read, the usual one first, and otherFormats those for other programs.
var (
	documentFormats = []string{"pdf", "docx", "pptx", "html", "md"}
	otherFormats    = []string{"xlsx", "csv", "ics", "json", "yaml"}
)

// screens shows the questions on screens, or the list of plans, and gives where the person goes from there; nil for nowhere.
func (p *program) screens(session *session.Session, choose bool) (next *screen.Elsewhere, err error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, stopSignals()...)
	defer signal.Stop(signals)
	if err := context.Cause(p.context); err != nil { // the wish to end came before the screens listened
		return nil, p.ended(err)
	}
	files := p.filesOf(session)
	defer func() { err = cmp.Or(err, files.close()) }()
	p.keyring.silence(true)
	defer p.keyring.silence(false)
	next, err = wizard.Run(session, wizard.Options{
		Files:     files,
		Signals:   signals,
		Documents: documentFormats,
		Others:    otherFormats,
		Folder:    p.documents,
		Plans:     !p.flags.example,
		Editor:    p.editor() != nil && p.key == nil, // its text would lie open beside an encrypted plan
		InEditor:  p.inEditor.is,
		Several:   p.chose,
		Choose:    choose,
		ASCII:     p.onlyASCII(),
		Light:     p.lightGround(),
		Notice:    p.notice,
	})
	p.notice = ""
	p.texts = session.Texts // in the language that was spoken last
	return next, p.ended(err)
}

// lineByLine asks the questions line by line, and gives where the person goes from there; nil for nowhere.
func (p *program) lineByLine(session *session.Session) (next *screen.Elsewhere, err error) {
	files := p.filesOf(session)
	defer func() { err = cmp.Or(err, files.close()) }()
	options := plain.Options{
		Rescue: files.Rescue, ByHand: p.inTerminal, Plans: !p.flags.example, ReadFile: files.ReadFile, FindFile: files.find, Command: files.Command,
		Speak: files.Speak, Beside: files.Beside, Merge: func(file string) { next = &screen.Elsewhere{Merge: file} },
	}
	if files.protected != nil {
		options.BackUp, options.ProtectImport, options.Encrypted = files.BackUp, files.ProtectImport, files.Encrypted()
	}
	options.Files, options.Documents, options.Others, options.Folder = files, documentFormats, otherFormats, p.documents
	to, err := plain.Run(session, p.in, inLines{p}, options)
	p.texts = session.Texts // in the language that was spoken last
	if to != plain.ToNowhere {
		next = &screen.Elsewhere{Backups: to == plain.ToBackups, Erasing: to == plain.ToErase, Sealing: seals[to]}
	}
	return next, p.ended(err)
}

// seals are what a person wants done with the encryption of the file, line by line.
var seals = map[plain.To]screen.Seal{plain.ToEncrypt: screen.Encrypt, plain.ToDecrypt: screen.Decrypt, plain.ToChangePhrase: screen.ChangePhrase}

// files are how the questions of a session read and write files.
type files struct {
	call      *program // reached only by [files.speaking], but for what stays of the questions
	session   *session.Session
	before    string           // where the plan was at first
	protected *store.Protected // of which a backup is made; nil for none

	mutex  sync.Mutex
	opened []store.Store
}

func (p *program) filesOf(session *session.Session) *files {
	return &files{call: p, session: session, before: session.Place, protected: p.protected}
}

// Rescue puts a plan in a new file, beside the screens too.
func (f *files) Rescue(path, plan string, entries steps.Entries) (kept session.Journals, place string, err error) {
	var file store.Store
	if path == "" {
		file, path, err = f.speaking().rescue(plan, entries)
	} else if path, err = f.speaking().typed(path); err == nil {
		file, err = f.speaking().create(path, map[string]steps.Entries{plan: entries})
	}
	if err != nil {
		return nil, "", err
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.opened = append(f.opened, file)
	f.speaking().wentOn(f.before, path) // at once: what is erased now is to go from where it was too
	return file, path, nil
}

// close closes what was rescued, when the questions are over: the call then speaks of the file in which the plan is.
func (f *files) close() (err error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	for _, file := range f.opened {
		err = cmp.Or(err, file.Close())
	}
	if f.session.Place != f.before {
		f.call.flags.file, f.call.rescued = f.session.Place, true
	}
	return err
}

// rescue writes a plan to a new file elsewhere.
func (p *program) rescue(plan string, entries steps.Entries) (kept store.Store, path string, err error) {
	err = refuse("no-home")
	for _, folder := range p.foldersOfOwn() {
		path = p.newName(folder, "stappenplan", ".db")
		if kept, err = p.create(path, map[string]steps.Entries{plan: entries}); err == nil {
			return kept, path, nil
		}
	}
	return nil, "", err
}

// foldersOfOwn are where people keep what they write, and where programs do.
func (p *program) foldersOfOwn() []string {
	folders := []string{p.documents, filepath.Join(p.dataFolder, folderName)}
	return slices.DeleteFunc(folders, func(folder string) bool { return !filepath.IsAbs(folder) })
}

// newName is a name for a file that nothing has yet, called for the day.
func (p *program) newName(folder, name, ending string) string {
	name += "-" + string(steps.DateOf(p.clock()))
	for n := 1; ; n++ {
		path := filepath.Join(folder, name+ending)
		if n > 1 {
			path = filepath.Join(folder, name+"-"+strconv.Itoa(n)+ending)
		}
		if _, err := os.Lstat(path); err != nil {
			return path
		}
	}
}

// Path is the path in what a person typed, pasted or dragged.
func (f *files) Path(typed string) string { return f.speaking().dragged(typed) }

// Encrypted says whether the file of the plan is encrypted.
func (f *files) Encrypted() bool { return f.call.key != nil }

// Sealing works out what encrypting it, decrypting it or changing its passphrase would do.
func (f *files) Sealing(what screen.Seal) screen.Sealing {
	p, s := f.speaking(), screen.Sealing{What: what}
	l, err := p.lookAtSealing(f.session.Place, what)
	if err != nil {
		l.says = []string{p.reason(err)}
	}
	s.Says, s.Changes, s.Chooses, s.Asks = l.says, l.changes, l.chooses, l.changes && what != screen.Encrypt
	return s
}

// Proves says whether a passphrase is that of the file of the plan.
func (f *files) Proves(phrase string) (bool, error) {
	err := f.speaking().proves(f.session.Place, phrase)
	if store.HasCode(err, store.PassphraseWrong) {
		return false, nil
	}
	return err == nil, err
}

// Strength says how strong a new passphrase is, and whether it can be taken.
func (f *files) Strength(phrase string) (said string, enough bool) {
	p := f.speaking()
	said, err := p.strengthOf(phrase)
	if err != nil {
		return p.reason(err), false
	}
	return said, true
}

// Command is how a command is called on the plan.
func (f *files) Command(call string) string { return f.speaking().againWith(call) }

// Export writes the plan to a file for the screens, whose folder it makes. A file that exists is replaced only when
// the person said so.
func (f *files) Export(session *session.Session, file screen.File) (screen.Written, error) {
	full, err := f.speaking().typed(file.Path)
	if err != nil {
		return screen.Written{}, err
	}
	content, holds, err := fileOf(session, file)
	if err != nil {
		return screen.Written{}, err
	}
	to, err := f.speaking().output(full)
	switch {
	case err != nil:
		return screen.Written{}, err
	case to.there != nil && !file.Replace:
		return screen.Written{}, refuse("file-in-the-way", "file", full)
	}
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		return screen.Written{}, to.refusal(err)
	}
	return screen.Written{Path: full, Contents: holds}, to.write(content)
}

// fileOf is what goes into a file, and in words how much of the plan that is.
func fileOf(session *session.Session, file screen.File) (content []byte, holds string, err error) {
	options, texts := optionsOf(session, documentOptions(file.Document)), session.Spoken()
	document, toRead := documents[file.Format]
	if !toRead {
		content, err = export(file.Format, session.Plan(), options)
		holds = report.Contents(session.Plan(), texts)
		if past := noPast(session, file.Format); past != "" {
			holds += ". " + past
		}
		return content, holds, err
	}
	summary := document.summary(session.Plan(), options)
	switch {
	case file.Format == "ics":
		holds = report.DaysOf(summary, texts)
	case options.Subject != report.AboutBlank:
		holds = report.ContentsOf(summary, session.Plan(), texts)
	}
	content, err = document.render(summary)
	return content, holds, err
}

// documentOptions are what the screens chose; how much is wanted is said of a summary only.
func documentOptions(d screen.Document) report.Options {
	if d.Subject != report.AboutPlan {
		d.Sections = nil
	}
	return d.Options
}

// find is the path of a file that is there, in what a person typed.
func (f *files) find(typed string) (path string, err error) {
	if there, _ := f.InTheWay([]string{typed}); len(there) == 0 {
		return "", refuse("plan-file-missing", "file", steps.Quote(typed))
	}
	return f.Path(typed), nil
}

// Speak remembers the language that was chosen on the screens.
func (f *files) Speak(language assets.Language) {
	state := f.speaking().state()
	state.Language = language
	f.speaking().keepState(state)
}

// InTheWay says which of these files exist, and which folder does not.
func (f *files) InTheWay(paths []string) (there []string, folder string) {
	for _, path := range paths {
		full, err := f.speaking().typed(path)
		if err != nil { // which is said when it is written
			continue
		}
		if _, err := os.Stat(full); err == nil {
			there = append(there, path)
		}
		if _, err := os.Stat(filepath.Dir(full)); errors.Is(err, fs.ErrNotExist) {
			folder = filepath.Dir(path)
		}
	}
	return there, folder
}

// ReadLogo reads the picture in a file; standard input is the screens' own.
func (f *files) ReadLogo(path string) (report.Logo, error) {
	full, err := f.speaking().typed(path)
	if err != nil {
		return report.Logo{}, err
	}
	return f.speaking().logo(full)
}

// ReadFile reads a file that comes into the plan; standard input is the screens' own.
func (f *files) ReadFile(path string) ([]byte, error) {
	full, err := f.speaking().typed(path)
	if err != nil {
		return nil, err
	}
	return f.speaking().read(full, maxFile)
}

// Open shows a file with the computer's own program, whose words would stand across the screen.
func (*files) Open(path string) error {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	return browser.OpenFile(path)
}

// Preview is what a document of the plan says. Only where a PDF is asked for, it is told what that cannot write.
func (*files) Preview(session *session.Session, d screen.Document) report.Summary {
	said := documents["pdf"].minded(session.Plan(), optionsOf(session, documentOptions(d)))
	if !slices.Contains(d.Formats, "pdf") {
		said.Unwritten = nil
	}
	return said
}
