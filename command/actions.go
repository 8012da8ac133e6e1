package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/planfile"
	"stappenplan/session"
	"stappenplan/steps"
)

// actionsCommand shows what is to be done, by whom and by when.
func (p *program) actionsCommand() *cobra.Command {
	owner, open := "", false
	wanted := func(plan steps.Plan, actions []steps.Action) ([]steps.Action, error) {
		owner, err := ownerNamed(plan, owner)
		if err != nil {
			return nil, err
		}
		return slices.DeleteFunc(slices.Clone(actions), func(a steps.Action) bool {
			return open && !a.Open() || owner != "" && !owns(a, owner)
		}), nil
	}
	c := p.showing("actions", whole(func(session *session.Session) ([]string, error) {
		plan, today, texts := session.Plan(), session.Today(), session.Spoken()
		actions, err := wanted(plan, append(plan.OpenActions(), plan.ClosedActions()...))
		switch {
		case err != nil:
			return nil, err
		case len(plan.Actions) == 0:
			return []string{string(texts.Commands.Actions.Nothing)}, nil
		case len(actions) == 0:
			return []string{string(texts.Commands.Actions.NothingHere)}, nil
		}
		var lines []string
		for _, a := range actions {
			lines = append(lines, texts.ActionLine(plan, a, today))
		}
		return lines, nil
	}), whole(func(session *session.Session) ([]string, error) {
		actions, err := wanted(session.Plan(), session.Plan().Actions)
		return []string{strings.TrimSuffix(string(planfile.EncodeActions(actions, session.Today())), "\n")}, err
	}))
	c.Flags().StringVar(&owner, "owner", "", p.flag("owner"))
	c.Flags().BoolVar(&open, "open", false, p.flag("open"))
	return c
}

// owns says whether someone does an action: a member by the id, anyone else as they are named.
func owns(a steps.Action, owner string) bool {
	return a.Owner == steps.MemberPrefix+owner || planfile.Fold(a.Owner) == planfile.Fold(owner)
}

// ownerNamed is the id of the member with an id or a name, or anyone else who does an action as they are named. Who is neither is
// refused, and it is told who there is.
func ownerNamed(plan steps.Plan, owner string) (string, error) {
	if owner == "" {
		return "", nil
	}
	if id, member := steps.FindMember(plan.Members, owner); member {
		return id, nil
	}
	var owners []string
	for _, m := range plan.Members {
		owners = append(owners, m.Name)
	}
	for _, a := range plan.Actions {
		if named := a.Owner; named != "" && !strings.HasPrefix(named, steps.MemberPrefix) && !slices.Contains(owners, named) {
			owners = append(owners, named)
		}
	}
	if slices.ContainsFunc(owners, func(one string) bool { return planfile.Fold(one) == planfile.Fold(owner) }) {
		return owner, nil
	}
	return "", refuse("no-such-owner", "value", owner, "owners", strings.Join(owners, ", "))
}
