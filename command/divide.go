package command

import (
	"cmp"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// divided is a proposed division as scripts read it.
type divided struct {
	Favour  steps.Favour               `json:"favour"`
	Away    string                     `json:"away,omitempty"`
	Exact   bool                       `json:"exact"`
	Weights map[steps.DivisionRule]int `json:"weights"`
	Cost    steps.DivisionCost         `json:"cost"`
	Tasks   []dividedTask              `json:"tasks"`
	Left    []string                   `json:"left"`
	Why     []leftTask                 `json:"left_why"`
}

type dividedTask struct {
	Task          string        `json:"task"`
	Owner         string        `json:"owner"`
	Backup        string        `json:"backup"`
	Hours         steps.Decimal `json:"hours"`
	Estimated     bool          `json:"estimated"`
	Reasons       []steps.Merit `json:"reasons"`
	BackupReasons []steps.Merit `json:"backup_reasons"`
	HoursLeft     steps.Decimal `json:"hours_left"` // of the owner, once all is kept
}

type leftTask struct {
	Task      string         `json:"task"`
	Hours     steps.Decimal  `json:"hours"`
	Estimated bool           `json:"estimated"`
	Why       steps.Obstacle `json:"reason"`
}

func dividedOf(d steps.Division) divided {
	out := divided{
		Favour: d.Favour, Away: d.Away, Exact: d.Exact, Cost: d.Cost, Weights: map[steps.DivisionRule]int{},
		Tasks: []dividedTask{}, Left: listed(d.LeftIDs()), Why: []leftTask{},
	}
	for _, rule := range steps.DivisionRules {
		out.Weights[rule] = d.Favour.Weight(rule)
	}
	for _, row := range d.Rows {
		out.Tasks = append(out.Tasks, dividedTask{row.Task, row.Owner, row.Backup, row.Hours, row.Estimated, listed(row.Merits), listed(row.BackupMerits), row.Room})
	}
	for _, left := range d.Left {
		out.Why = append(out.Why, leftTask(left))
	}
	return out
}

// divideCommand proposes who takes which task, and keeps that where it is asked to.
func (p *program) divideCommand() *cobra.Command {
	favour, away := string(steps.LeastOverload), ""
	asJSON, yes, all, hours := false, false, false, false
	c := p.command("divide", 0, func([]string) error {
		purpose := toShow
		if yes {
			purpose = toChange
		}
		return p.loaded(purpose, func(session *session.Session) error {
			plan := session.Plan()
			r := steps.DivisionRequest{Favour: steps.Favour(favour), Away: away}
			if _, known := plan.Member(away); away != "" && !known {
				var ids []string
				for _, m := range plan.Members {
					ids = append(ids, m.ID)
				}
				return refuse("unknown-away", "value", away, "limit", cmp.Or(strings.Join(ids, ", "), "–"))
			}
			if all {
				r.Tasks = plan.Divisible()
			}
			d := plan.Divide(r)
			changes := d.Changes(plan, func(string) bool { return true }, hours)
			if err := p.showDivision(d, plan, asJSON); err != nil || !yes {
				if err == nil && !asJSON && len(changes) > 0 && !p.flags.example {
					p.tell(p.out, "\n"+p.texts.Division.Command.Keep.Fill("command", p.again()+divideCall(favour, away, all, hours)+" --yes"))
				}
				return err
			}
			if len(changes) == 0 {
				return nil
			}
			if err := session.Record(changes...); err != nil {
				return err
			}
			if !asJSON {
				p.tell(p.out, p.texts.Division.Command.Kept.For(len(changes)))
			}
			return nil
		})
	})
	check := c.Args
	c.Args = func(c *cobra.Command, args []string) error {
		if steps.Favour(favour).Weight(steps.WeighFull) == 0 {
			return usage("unknown-favour", "value", favour, "limit", strings.Join(favours(), ", "))
		}
		return check(c, args)
	}
	flags := c.Flags()
	flags.StringVar(&favour, "favour", favour, p.flag("favour"))
	flags.StringVar(&away, "away", "", p.flag("away"))
	flags.BoolVar(&all, "all", false, p.flag("all"))
	flags.BoolVar(&hours, "estimates", false, p.flag("estimates"))
	flags.BoolVar(&asJSON, "json", false, p.flag("json"))
	flags.BoolVar(&yes, "yes", false, p.flag("yes"))
	p.complete(c, "favour", favours()...)
	return c
}

// divideCall is the command that proposes the same.
func divideCall(favour, away string, all, hours bool) string {
	call := " divide"
	if favour != string(steps.LeastOverload) {
		call += " --favour " + favour
	}
	if away != "" {
		call += " --away " + away
	}
	if all {
		call += " --all"
	}
	if hours {
		call += " --estimates"
	}
	return call
}

func favours() (names []string) {
	for _, f := range steps.Favours {
		names = append(names, string(f))
	}
	return names
}

// showDivision shows a division, in words or as a script reads it.
func (p *program) showDivision(d steps.Division, plan steps.Plan, asJSON bool) error {
	if asJSON {
		text, err := inJSON(dividedOf(d))
		if err == nil {
			_, err = io.WriteString(p.out, text+"\n")
		}
		return err
	}
	p.tell(p.out, strings.Join(divisionLines(d, plan, p.texts.For(plan.School.Level)), "\n"))
	return nil
}

// divisionLines say a division in words.
func divisionLines(d steps.Division, plan steps.Plan, texts *assets.Texts) (lines []string) {
	words := texts.Division
	lines = append(lines, words.Command.Title.Fill("school", cmp.Or(steps.CleanName(plan.School.Name), string(texts.Common.School)), "favour", words.Favours[d.Favour]))
	if d.Away != "" {
		lines = append(lines, texts.DivisionAway(d, plan)...)
	}
	if len(d.Rows)+len(d.Left) == 0 {
		if d.Away == "" {
			lines = append(lines, string(words.Nothing))
		}
		return lines
	}
	lines = append(lines, string(words.Intro), texts.DivisionCostLine(d))
	if len(d.Rows) > 0 {
		lines = append(lines, "")
	}
	for _, row := range d.Rows {
		lines = append(lines, "  "+texts.DivisionLine(row, plan)+" · "+texts.DivisionHours(row.Hours, row.Estimated))
	}
	if len(d.Left) > 0 {
		lines = append(lines, "", words.LeftTitle.For(len(d.Left))+":")
		for _, left := range d.Left {
			lines = append(lines, "  "+words.LeftLine.Fill("task", texts.TaskName(plan, left.Task), "why", texts.DivisionLeft(left))+" · "+texts.DivisionHours(left.Hours, left.Estimated))
		}
	}
	return append(append(lines, ""), texts.DivisionWeights(d)...)
}
