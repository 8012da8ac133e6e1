package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// What encrypting, decrypting and another passphrase would do is looked at beside the screens; doing it is leaving for the file as it is then.

type sealingMsg struct{ sealing screen.Sealing }

// showSealing works that out, and then asks.
func (r *root) showSealing(what screen.Seal) tea.Cmd {
	if !r.mayRewrite() {
		return nil
	}
	r.reading = true
	return guarded(func() tea.Msg { return sealingMsg{r.options.Files.Sealing(what)} })
}

func (r *root) sealing(msg sealingMsg) tea.Cmd {
	r.reading, r.toSeal = false, msg.sealing
	if r.departing == nil {
		r.push(screen.Place{Kind: screen.SealCard, ID: string(msg.sealing.What)})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}

// typePhrase remembers the passphrases that are being typed.
func (r *root) typePhrase(typed screen.TypePhrase) {
	r.toSeal.Present, r.toSeal.Phrase, r.toSeal.Again = typed.Present, typed.Phrase, typed.Again
	r.chosenN++ // so that the form is made anew
}
