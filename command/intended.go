package command

import (
	"encoding/json"

	"stappenplan/steps"
	"stappenplan/store"
)

// intended is what is being done to a file and its copies, as it stands beside the file until it is done: an erasure, or a change of how they
// are encrypted.
type intended struct {
	erasure
	sealing
}

// intend keeps it beside the file. What stood there before is to be finished first, or it would be forgotten.
func (i intended) intend(path string) error {
	what, err := json.Marshal(i)
	if err != nil {
		return err
	}
	return store.Intend(path, what)
}

// intendedFor is what is being done to a file, and whether anything was begun; nothing is to be done where what stands beside it was cut off.
func intendedFor(path string) (i intended, begun bool, err error) {
	what, err := store.Intended(path)
	if err != nil || what == nil {
		return i, false, err
	}
	if json.Unmarshal(what, &i) != nil {
		return intended{}, true, nil
	}
	return i, true, nil
}

// readyToRewrite settles what would be lost where a file is made anew: a text that was left in an editor, and what was begun.
func (p *program) readyToRewrite(path string) error {
	if err := p.settleEdited(path); err != nil {
		return err
	}
	return p.finish(path)
}

// finish goes on with what was begun when the program was ended.
func (p *program) finish(path string) error {
	i, begun, err := intendedFor(path)
	if err != nil || !begun {
		return err
	}
	if err := p.settleEdited(path); err != nil {
		return err
	}
	switch {
	case i.sealing != (sealing{}):
		return p.finishSealing(path, i.sealing)
	case len(i.Names) == 0 && i.Plan == "" && !i.Follow: // cut off before anything was done
		return store.Finished(path)
	}
	if err := p.carryOut(path, i.erasure); err != nil {
		return err
	}
	p.tell(p.out, p.texts.Erase.Finished.Fill("what", i.called(p.texts), "file", steps.CleanName(path)))
	return nil
}
