package command

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/planfile"
	"stappenplan/session"
	"stappenplan/steps"
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
	data, err := p.read(name, maxFile)
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
func (p *program) takeCatalogue(session *session.Session, own *steps.Catalogue) error {
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
	refusals, refused := errors.AsType[steps.Refusals](err)
	if !refused || refusals[0].Reason != "task-in-use" {
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
