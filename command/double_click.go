package command

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/inconshreveable/mousetrap"
)

// startedByClick says whether a double click started the program in Windows, or a file that was dropped on it: its window
// closes when the program ends.
func startedByClick() bool { return mousetrap.StartedByExplorer() }

// holdWindow waits for Enter, so that what went wrong can be read before the window closes.
func (p *program) holdWindow() {
	if p.clicked == nil || !p.clicked() {
		return
	}
	p.tell(p.errs, string(p.texts.Commands.Hold))
	_, _ = p.in.ReadString('\n')
}

// isFile says whether there is a file of this name.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// beginWith asks the questions of a file that stands after the name of the program, which is how Windows starts it for one
// that is dropped on it: a database is opened; whatever else can be imported is, with the question that import asks.
func (p *program) beginWith(path string) error {
	if strings.EqualFold(filepath.Ext(path), filepath.Ext(fileName)) {
		if p.flags.file != "" {
			return usage("one-file")
		}
		p.flags.file = path
		return p.begin()
	}
	if err := p.canAsk(); err != nil {
		return err
	}
	if err := p.importFile(path, toImport, listFlags{}, agreed{}); err != nil {
		return err
	}
	return p.begin()
}
