package command

import (
	"cmp"
	"slices"

	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"

	"github.com/spf13/cobra"
)

// checkCommand proves the file sound.
func (p *program) checkCommand() *cobra.Command {
	document := ""
	c := p.command("check", 0, func([]string) error {
		with := p.givenKey // the chain needs no passphrase, and nobody is asked for one
		if document != "" {
			with = p.unlocker
		}
		words, entries := p.texts.Commands.Check, 0
		path, plans, err := p.sound(with)
		p.tellUnfinished(path)
		if store.HasCode(err, store.FileEncrypted) && document == "" {
			return p.tellChainSound(path)
		}
		if err != nil {
			return err
		}
		for _, plan := range plans {
			entries += int(plan.Journal().Len())
		}
		p.tell(p.out, words.Sound.Fill("file", steps.CleanName(path), "entries", words.Count.For(entries)))
		for _, plan := range plans {
			for _, said := range p.tidings(plan) {
				p.tell(p.out, said)
			}
			for _, said := range p.texts.Contradictions(plan.Plan()) {
				p.tell(p.out, said)
			}
		}
		if document != "" {
			return p.checkReport(document, plans)
		}
		return nil
	})
	c.Flags().StringVar(&document, "report", "", p.flag("report"))
	return c
}

// tellChainSound says of an encrypted file that it is sound, as far as can be told without reading its entries.
func (p *program) tellChainSound(path string) error {
	copied, err := store.TakeCopy(path)
	if err == nil {
		words := p.texts.Commands.Check
		p.tell(p.out, words.Sound.Fill("file", steps.CleanName(path), "entries", words.Count.For(copied.Entries())))
		p.tell(p.out, string(p.texts.Encryption.NotRead))
	}
	return err
}

// sound proves the file sound: it gives its path, and the work on every plan in it, read.
func (p *program) sound(with func(path string) store.Unlocker) (path string, plans []*session.Session, err error) {
	kept, path, err := p.soundStore(with)
	if err != nil {
		return path, nil, err
	}
	defer kept.Close()
	ids, err := kept.Plans()
	for _, id := range ids {
		plan := p.sessionOn(kept, id)
		if !p.flags.example {
			plan.Place = absolute(path)
		}
		if err := plan.Reload(); err != nil {
			return path, nil, err
		}
		plans = append(plans, plan)
	}
	return path, plans, err
}

// soundStore is a store whose file passed every check but the replay.
func (p *program) soundStore(with func(path string) store.Unlocker) (store.Store, string, error) {
	if p.flags.example {
		return example(), string(p.texts.Commands.Check.Example), nil
	}
	path, err := p.path()
	if err != nil {
		return nil, "", err
	}
	kept, err := store.Check(path)
	if store.HasCode(err, store.FileMissing) {
		err = cmp.Or(p.gone(path), err)
	}
	if err == nil {
		_, err = store.Unlock(kept, with(path))
	}
	return kept, path, err
}

// chosen is the plan that was named, or the only one; where there is none, one that has not begun.
func (p *program) chosen(plans []*session.Session) (*session.Session, error) {
	var ids []string
	for _, plan := range plans {
		ids = append(ids, plan.PlanID)
	}
	id, err := p.choosePlan(ids, toRead, func(id string) bool { return plans[slices.Index(ids, id)].Plan().Archived() })
	if err != nil {
		return nil, err
	}
	if i := slices.Index(ids, id); i >= 0 {
		return plans[i], nil
	}
	return p.sessionOn(nil, id), nil
}
