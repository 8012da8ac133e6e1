package screen

import "stappenplan/steps"

// MakeAction makes the action that is proposed about something, named as in [steps.Action].About, and opens it; where one is
// open about it already, it opens that.
func MakeAction(f Frame, about string) Effect {
	if a, there := f.Plan.OpenActionAbout(about); there {
		return Show(Place{Kind: ActionCard, ID: a.ID})
	}
	a := f.Texts.ProposeAction(f.Plan, about, f.Today)
	return Record{
		Changes: []steps.Change{a.Make()},
		Then:    Both{Show(Place{Kind: ActionCard, ID: a.ID}), Say{Text: string(f.Texts.Wizard.Actions.Made)}},
	}
}
