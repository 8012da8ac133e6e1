package command

import (
	"encoding/json"

	"stappenplan/steps"
	"stappenplan/store"
)

// intended is what is being done to a file and its copies, as it stands beside the file until it is done: an erasure, or a change of how they
// are encrypted.
type intended struct {
	ID string `json:"id,omitempty"` // random: two windows may begin the same
	erasure
	sealing
	stood   []byte // as it was read; nil where it is begun now
	instead []byte // what was begun before, in whose place it comes; nil for nothing
}

// intent is it, as it stands there.
func (i intended) intent() *store.Intent { return &store.Intent{What: i.bytes(), Instead: i.instead} }

// erasing is that an erasure is begun now.
func (p *program) erasing(x erasure) intended { return intended{ID: p.newID(), erasure: x} }

// sealing is that a change of the encryption of a file is begun now. What was begun before is to be finished first, or it would be forgotten; but
// encrypting takes the place of decrypting.
func (p *program) sealing(path string, s sealing) (intended, error) {
	i := intended{ID: p.newID(), sealing: s}
	stands, _, err := intendedFor(path)
	if s.Encrypt && stands.Decrypt {
		i.instead = stands.stood
	}
	return i, err
}

func (i intended) bytes() []byte {
	if i.stood != nil {
		return i.stood
	}
	what, err := json.Marshal(i)
	if err != nil { // of texts and bools
		panic(err)
	}
	return what
}

// finished forgets it.
func (i intended) finished(path string) error { return store.Finished(path, i.bytes()) }

// done is finished once all of it is done: where somebody has the file open by now it may stay, for to do it once more changes nothing.
func (i intended) done(path string) error {
	err := i.finished(path)
	if store.HasCode(err, store.FileLocked) {
		return nil
	}
	return err
}

// intendedFor is what is being done to a file, and whether anything was begun; nothing is to be done where what stands beside it was cut off.
func intendedFor(path string) (i intended, begun bool, err error) {
	what, err := store.Intended(path)
	if err != nil || what == nil {
		return i, false, err
	}
	if json.Unmarshal(what, &i) != nil {
		i = intended{}
	}
	i.stood = what
	return i, true, nil
}

// unfinished says that something was begun with a file and is not done, and what to do; empty where nothing was.
func (p *program) unfinished(path string) string {
	if path == "" || p.flags.example {
		return ""
	}
	i, begun, err := intendedFor(path)
	words := p.texts.Commands.Unfinished
	switch {
	case err != nil:
		return p.reason(err)
	case !begun || i.nothing():
		return ""
	case i.Decrypt:
		return words["decrypt"].Fill("command", p.againWith("decrypt"), "back", p.againWith("encrypt"))
	case i.From != "":
		return words["change"].Fill("command", p.againWith("encrypt"))
	case i.Encrypt:
		return words["encrypt"].Fill("command", p.againWith("encrypt"))
	}
	return words["erase"].Fill("command", p.againWith("erase"))
}

// tellUnfinished tells it.
func (p *program) tellUnfinished(path string) {
	if said := p.unfinished(path); said != "" {
		p.tell(p.out, said)
	}
}

// nothing says that it was cut off before anything was done.
func (i intended) nothing() bool {
	return i.sealing == (sealing{}) && len(i.Names) == 0 && i.Plan == "" && !i.Follow
}

// readyToRewrite settles what would be lost where a file is made anew: a text that was left in an editor, and what was begun. Where somebody has it
// open it refuses before anything is asked.
func (p *program) readyToRewrite(path string) error {
	err := store.Claimable(path)
	if err == nil {
		err = p.settleEdited(path)
	}
	if err == nil {
		err = p.finish(path)
	}
	return err
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
	case i.nothing():
		return i.finished(path)
	case i.sealing != (sealing{}):
		return p.finishSealing(path, i)
	}
	if err := p.carryOut(path, i); err != nil {
		return err
	}
	p.tell(p.out, p.texts.Erase.Finished.Fill("what", i.called(p.texts), "file", steps.CleanName(path)))
	return nil
}
