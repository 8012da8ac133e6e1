package command

import (
	"cmp"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// planStatus is a plan in a file, as scripts read it.
type planStatus struct {
	Plan     string       `json:"plan"`
	School   string       `json:"school"`
	Round    int          `json:"round"`
	Current  steps.StepID `json:"current"`
	Complete bool         `json:"complete"`
	Archived bool         `json:"archived"`
}

// plansCommand lists the plans in a file, adds one, or changes the name of one's school and whether it is archived.
func (p *program) plansCommand() *cobra.Command {
	asJSON, archive, unarchive, add, rename := false, false, false, "", ""
	var c *cobra.Command
	c = p.command("plans", 0, func([]string) error {
		var asked []string
		for _, flag := range []string{"json", "add", "rename", "archive", "unarchive"} {
			if c.Flags().Changed(flag) {
				asked = append(asked, "--"+flag)
			}
		}
		switch {
		case len(asked) > 1:
			return usage("flags-together", "flag", asked[0], "other", asked[1])
		case add != "":
			return p.addPlan(add)
		case rename != "":
			return p.changeSchool(steps.Change{Kind: steps.ChangeSchool, Name: steps.Set(steps.CleanName(rename))})
		case archive || unarchive:
			return p.changeSchool(steps.Change{Kind: steps.ChangeSchool, Archived: steps.Set(archive)})
		}
		return p.listPlans(asJSON)
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.flag("json"))
	c.Flags().StringVar(&add, "add", "", p.flag("add"))
	c.Flags().StringVar(&rename, "rename", "", p.flag("rename"))
	c.Flags().BoolVar(&archive, "archive", false, p.flag("archive"))
	c.Flags().BoolVar(&unarchive, "unarchive", false, p.flag("unarchive"))
	return c
}

// listPlans shows the plans in the file, those that are archived too.
func (p *program) listPlans(asJSON bool) error {
	kept, _, err := p.open(toRead)
	if err != nil {
		return err
	}
	defer kept.Close()
	ids, err := kept.Plans()
	if err != nil {
		return err
	}
	lines, list := []string{}, []planStatus{}
	for i, id := range ids {
		plan, err := loadPlan(kept, id)
		if err != nil {
			return err
		}
		lines = append(lines, p.planLine(i+1, screen.KnownPlan{ID: id, Plan: plan}))
		list = append(list, planStatus{id, plan.School.Name, plan.Round.Number, plan.Current(), plan.Complete(), plan.Archived()})
	}
	if asJSON {
		text, err := inJSON(list)
		if err == nil {
			_, err = io.WriteString(p.out, text+"\n")
		}
		return err
	}
	if len(lines) == 0 {
		lines = []string{string(p.texts.Commands.History.Nothing)}
	}
	p.tell(p.out, strings.Join(lines, "\n"))
	return nil
}

// addPlan begins a plan for a school, and says how it is opened.
func (p *program) addPlan(school string) (err error) {
	if steps.Blank(school) {
		return refuse("plan-without-name")
	}
	if p.flags.plan, err = p.beginPlan(school); err != nil {
		return err
	}
	p.tell(p.out, p.texts.Schools.Choose.Added.Fill("plan", p.flags.plan, "command", p.again()))
	return nil
}

// changeSchool makes a change to the profile of the school, and says in words what that was.
func (p *program) changeSchool(change steps.Change) error {
	return p.loaded(toChange, func(session *session.Session) error {
		if name, _ := change.Name.Value(); change.Name.Given() && steps.Blank(name) {
			return refuse("plan-without-name")
		}
		before := session.Plan()
		if err := session.Record(change); err != nil {
			return err
		}
		p.tell(p.out, cmp.Or(session.Spoken().Change(change, before), session.PlanID))
		return nil
	})
}
