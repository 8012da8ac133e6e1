package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
	"stappenplan/wizard"
)

// catalogueFlag gives a command the flag that names a task catalogue of one's own.
func (p *program) catalogueFlag(c *cobra.Command) {
	c.Flags().StringVar(&p.flags.catalogue, "catalogue", "", p.flag("catalogue"))
}

// ownCatalogue reads the catalogue that --catalogue names, or gives nil where it names none.
func (p *program) ownCatalogue() (*steps.Catalogue, error) {
	name := p.flags.catalogue
	if name == "" {
		return nil, nil
	}
	data, err := p.readFile(name)
	if err != nil {
		return nil, err
	}
	own, err := planfile.DecodeCatalogue(data)
	if err != nil {
		return nil, named(name, err)
	}
	return &own, nil
}

// takeCatalogue makes a catalogue that of the plan, as one entry; no entry where it is so already.
func (p *program) takeCatalogue(session *wizard.Session, own *steps.Catalogue) error {
	if own == nil {
		return nil
	}
	if err := session.Reload(); err != nil {
		return err
	}
	before := session.Plan()
	after, err := before.Apply(steps.Entry{Changes: []steps.Change{{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*own)}}})
	if err != nil {
		return p.catalogueInUse(err, before)
	}
	changes := steps.Changes(before, after)
	if len(changes) == 0 {
		return nil
	}
	if err := session.Record(changes...); err != nil {
		return err
	}
	p.tell(p.out, p.texts.Entry(steps.Entry{Changes: changes}, before))
	return nil
}

// catalogueInUse says which tasks keep a catalogue from taking the place of the plan's: by title, and by the id to add.
func (p *program) catalogueInUse(err error, plan steps.Plan) error {
	const most = 10
	var refusals steps.Refusals
	if !errors.As(err, &refusals) || refusals[0].Reason != "task-in-use" {
		return err
	}
	var tasks []string
	for _, r := range refusals {
		tasks = append(tasks, p.texts.TaskName(plan, r.Value)+" ("+r.Value+")")
	}
	if len(tasks) > most {
		tasks = append(tasks[:most], "…")
	}
	return refuse("catalogue-in-use", "file", p.flags.catalogue, "tasks", strings.Join(tasks, ", "))
}

// onCatalogue lets an import be about a catalogue of one's own: the tasks of the plan file are those of
// the catalogue, and both come in as one entry.
func (p *program) onCatalogue(c *cobra.Command) *cobra.Command {
	p.catalogueFlag(c)
	run := c.RunE
	c.RunE = func(c *cobra.Command, words []string) error {
		own, err := p.ownCatalogue()
		if err != nil {
			return err
		}
		if own == nil {
			return run(c, words)
		}
		yes, _ := c.Flags().GetBool("yes")
		dry, _ := c.Flags().GetBool("dry-run")
		return p.importOn(own, words[0], yes, dry)
	}
	return c
}

// importOn reads a plan file of which the tasks are those of a catalogue.
func (p *program) importOn(own *steps.Catalogue, name string, yes, dry bool) error {
	data, err := p.readFile(name)
	if err != nil {
		return err
	}
	file, err := planfile.DecodeWith(data, assets.Catalogue(), own)
	if err != nil {
		return named(name, err)
	}
	purpose := toImport
	if dry {
		purpose = toRead
	}
	return p.loaded(purpose, func(session *wizard.Session) error {
		changes, err := file.Changes(session.Plan())
		if err != nil {
			return named(name, err)
		}
		return p.bringIn(session, changes, yes, dry)
	})
}
