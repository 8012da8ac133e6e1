package command

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"stappenplan/planfile"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/wizard/screen"
)

// mostTries is how often a passphrase is asked before it is taken for forgotten.
const mostTries = 3

// maxPhrases is how long a file with passphrases can be.
const maxPhrases = 10_000

// hiddenLine asks for a line once the terminal shows no more what is typed, reads it, and does something with it. Until that is done nothing shows
// either: people type on. However it ends, it is shown again after it.
// Ctrl+D is the end of input, also behind letters: what the terminal makes of it there cannot be told from more letters, so keys are read.
func hiddenLine(ctx context.Context, ask func(), do func(line string) error) error {
	terminal := os.Stdin.Fd()
	shown, err := term.GetState(terminal)
	if err != nil {
		return err
	}
	hidden := *shown
	hide(&hidden)
	if err := term.SetState(terminal, &hidden); err != nil {
		return err
	}
	defer func() { _ = term.SetState(terminal, shown) }()
	ask()
	type typed struct {
		line string
		err  error
	}
	done := make(chan typed, 1)
	go func() {
		line, err := readKeys(os.Stdin)
		done <- typed{line, err}
	}()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case read := <-done:
		if err := cmp.Or(context.Cause(ctx), read.err); err != nil {
			return err
		}
		return do(read.line)
	}
}

// readKeys reads a line of keys, as far as the one that ends it and no further. Esc, arrows and the marks around what is pasted are no letters.
func readKeys(from io.Reader) (string, error) {
	const ctrlD, ctrlH, ctrlU, ctrlW, ctrlZ, escape, backspace = 0x04, '\b', 0x15, 0x17, 0x1a, 0x1b, 0x7f
	var line []byte
	var before byte // the escape, or what opens a sequence behind it
	for {
		var key [1]byte
		if n, err := from.Read(key[:]); n == 0 {
			return "", cmp.Or(err, io.EOF)
		}
		switch opens := key[0] == '[' || key[0] == 'O'; {
		case before == escape && opens:
			before = key[0]
			continue
		case (before == '[' || before == 'O') && key[0] >= ' ' && key[0] <= '~':
			if key[0] >= '@' {
				before = 0
			}
			continue
		}
		before = 0
		switch key[0] {
		case escape:
			before = escape
		case '\r', '\n':
			return string(line), nil
		case ctrlD, ctrlZ, 0: // Ctrl+Z where it does not suspend, and what Linux makes of a Ctrl+D that came before it was asked
			return "", io.EOF
		case backspace, ctrlH:
			_, size := utf8.DecodeLastRune(line)
			line = line[:len(line)-size]
		case ctrlU, ctrlW:
			line = nil
		default:
			line = append(line, key[0])
		}
	}
}

// asksPassphrase says whether a passphrase can be asked of somebody.
func (p *program) asksPassphrase() bool { return p.inTerminal || p.flags.plain }

// asksAt is where a passphrase is asked: line by line in the conversation, which may be no terminal, else beside what the program says, which may go
// to a file.
func (p *program) asksAt() io.Writer {
	if p.flags.plain || p.terminal() {
		return p.out
	}
	return p.errs
}

// askHidden asks for a passphrase, which is not shown, and does something with it.
func (p *program) askHidden(question string, do func(phrase string) error) error {
	to := p.asksAt()
	ask := func() { _, _ = io.WriteString(to, p.inLines(to, question)+" ") }
	if p.inTerminal && p.hidden != nil {
		return p.hidden(p.context, ask, func(line string) error {
			p.tell(to, "")
			return do(phraseIn(line))
		})
	}
	ask()
	line, err := p.in.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return err
	}
	return do(phraseIn(line))
}

// phraseIn is the passphrase in a line: without its end, and without the marks that some terminals set around what is pasted.
func phraseIn(line string) string {
	return strings.TrimRight(strings.NewReplacer(ansi.BracketedPasteStart, "", ansi.BracketedPasteEnd, "").Replace(line), "\r\n")
}

// decideHidden is askHidden where the end of input ends the call.
func (p *program) decideHidden(question string) (string, error) {
	var line string
	err := p.askHidden(question, func(typed string) error { line = typed; return nil })
	if errors.Is(err, io.EOF) {
		err = stopped{statusRefused}
	}
	return line, err
}

// phrases are the passphrases in the file that was named for them, one a line; none where none was named.
func (p *program) phrases() ([]string, error) {
	name := p.flags.phrases
	if name == "" || p.given != nil {
		return p.given, nil
	}
	content, err := "", error(nil)
	if name == "-" { // one line: what follows may be what is imported
		content, err = p.in.ReadString('\n')
		if errors.Is(err, io.EOF) {
			err = nil
		}
	} else {
		var read []byte
		read, err = p.read(name, maxPhrases)
		content = string(read)
	}
	if err != nil {
		return nil, err
	}
	if text, err := planfile.Text([]byte(content)); err == nil { // without the mark that Notepad sets before it; else the bytes are the passphrase
		content = string(text)
	}
	for line := range strings.Lines(content) {
		if line = phraseIn(line); line != "" {
			p.given = append(p.given, line)
		}
	}
	if p.given == nil {
		return nil, refuse("passphrase-none", "file", name)
	}
	return p.given, nil
}

// newPhrase gives a passphrase of a person's choice, after it was said that a forgotten one is final, and how strong it is. Of those in a file it is
// the first; where that opens what there is, the last.
func (p *program) newPhrase(last bool) (string, error) {
	words := p.texts.Encryption
	given, err := p.phrases()
	if err != nil {
		return "", err
	}
	if given == nil && !p.asksPassphrase() {
		return "", refuse("passphrase-needs-terminal")
	}
	p.tell(p.errs, string(words.Final))
	if given != nil {
		phrase := given[0]
		if last {
			phrase = given[len(given)-1]
		}
		return phrase, p.assess(phrase)
	}
	for unfit, otherwise := 1, 1; ; {
		phrase, err := p.decideHidden(string(words.Choose))
		if err != nil {
			return "", err
		}
		if err := p.assess(phrase); err != nil {
			if unfit == mostTries {
				return "", err
			}
			unfit++
			p.tell(p.errs, p.reason(err))
			continue
		}
		again, err := p.decideHidden(string(words.Repeat))
		if err != nil {
			return "", err
		}
		if again == phrase {
			return phrase, nil
		}
		if otherwise == mostTries {
			return "", refuse("passphrase-differs")
		}
		otherwise++
		p.tell(p.errs, string(words.Differs))
	}
}

// assess says how strong a passphrase is, and refuses one that is no protection.
func (p *program) assess(phrase string) error {
	said, err := p.strengthOf(phrase)
	if err == nil {
		p.tell(p.errs, said)
	}
	return err
}

// strengthOf is how strong a passphrase is, in words; an error where it is no protection.
func (p *program) strengthOf(phrase string) (string, error) {
	words := p.texts.Encryption
	strength, n := passphrase.Assess(phrase)
	switch strength {
	case passphrase.Weak:
		return words.Weak.Fill("n", n), nil
	case passphrase.Fair:
		return words.Fair.Fill("n", n), nil
	case passphrase.Strong:
		return words.Strong.Fill("n", n), nil
	}
	return "", refuse("passphrase-short", "n", strconv.Itoa(n), "least", strconv.Itoa(passphrase.Least))
}

// withPhrase does something with the passphrase of a file: one of those that were given, or one that a person types where that is asked, who may try
// again. Nothing typed three times is giving up.
func (p *program) withPhrase(path string, asks bool, do func(phrase string) error) error {
	given, err := p.phrases()
	if err != nil {
		return err
	}
	wrong := store.Locked(path)
	for _, phrase := range given {
		if wrong = do(phrase); !store.HasCode(wrong, store.PassphraseWrong) {
			return wrong
		}
	}
	if !asks || p.flags.phrases == "-" {
		return wrong
	}
	words := p.texts.Encryption
	question := words.Type.Fill("file", steps.CleanName(path))
	lay := func(text string) string { return text }
	if p.opens {
		name := steps.CleanName(filepath.Base(path))
		said := words.Opens.Fill("name", name, "folder", steps.CleanName(filepath.Dir(absolute(path))))
		if question = string(words.Label) + ":"; !p.flags.plain {
			lay = indented
			said = p.header(name) + "\n\n" + lay(said) + "\n"
		}
		p.tell(p.out, said)
	}
	asked := lay(question)
	for try := 1; ; try++ {
		empty := false
		wrong := p.askHidden(asked, func(phrase string) error {
			if empty = phrase == ""; empty {
				return store.Locked(path)
			}
			return do(phrase)
		})
		switch last := try == mostTries || !p.inTerminal; {
		case errors.Is(wrong, io.EOF): // nobody is there any more
			return store.Locked(path)
		case empty && !last:
			asked = lay(string(words.Empty) + "\n" + question)
			continue
		case last || !store.HasCode(wrong, store.PassphraseWrong):
			return wrong
		}
		asked = lay(string(words.Wrong) + "\n" + question) // said once nothing shows: people type as soon as they read it
	}
}

// header is the top of the screens, as far as it is known of an encrypted plan, in plain text: nothing that draws screens has begun yet.
func (p *program) header(name string) string {
	width := cmp.Or(max(0, p.width(p.out)), usualWidth)
	right := string(p.texts.Encryption.Closed) + " "
	left := ansi.Truncate(" "+string(p.texts.Wizard.Title)+"   "+name, max(0, width-ansi.StringWidth(right)-1), "…")
	header := left + strings.Repeat(" ", max(1, width-ansi.StringWidth(left+right))) + right + "\n" + strings.Repeat("─", width)
	if p.onlyASCII() {
		header = screen.InASCII(header)
	}
	return header
}

// usualWidth is that of a terminal which does not say how wide it is.
const usualWidth = 80

// indented is a text as it stands on the screens: a blank before each line.
func indented(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = " " + line
		}
	}
	return strings.Join(lines, "\n")
}
