package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// What encrypting, decrypting and another passphrase would do is looked at beside the screens; doing it is leaving for the file as it is then.

type (
	sealingMsg struct{ sealing screen.Sealing }
	provedMsg  struct {
		right bool
		err   error
	}
)

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

// typePhrase remembers the passphrases that are being typed, and asks one of them again.
func (r *root) typePhrase(typed screen.TypePhrase) {
	r.toSeal.Present, r.toSeal.Phrase, r.toSeal.Again = typed.Present, typed.Phrase, typed.Again
	r.chosenN++ // so that the form is made anew
	if form, is := r.top().(*page.Form); is && typed.Field != "" {
		form.StartAt(typed.Field)
	}
}

// provePhrase finds out whether the passphrase that was typed is that of the file: who sits before an open plan may be another.
func (r *root) provePhrase() tea.Cmd {
	r.reading, r.notice = true, string(r.session.Spoken().Encryption.Busy)
	phrase := r.toSeal.Present
	return guarded(func() tea.Msg {
		right, err := r.options.Files.Proves(phrase)
		return provedMsg{right, err}
	})
}

// proved goes on to do it, or asks that passphrase again; what was chosen stays.
func (r *root) proved(msg provedMsg) tea.Cmd {
	r.reading = false
	switch {
	case msg.err != nil:
		r.notice = r.session.Spoken().Error(msg.err)
	case !msg.right:
		r.typePhrase(screen.TypePhrase{Phrase: r.toSeal.Phrase, Again: r.toSeal.Again, Field: page.PresentPhrase})
		r.notice = string(r.session.Spoken().Encryption.Wrong)
	case r.departing == nil:
		return r.depart(departure{next: &screen.Elsewhere{Seal: &r.toSeal}})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}
