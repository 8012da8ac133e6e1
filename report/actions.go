package report

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// followUp says in a sentence how many actions are open; nothing where the plan has none.
func (a *author) followUp() string {
	if len(a.plan.Actions) == 0 {
		return ""
	}
	return a.words.Actions.FollowUp.Fill("count", a.texts.ActionCount(a.plan.CountActions(a.options.Today)))
}

// actions are those that are open, with who and when, and what was done since the previous document.
func (a *author) actions() (blocks []Block) {
	if len(a.plan.Actions) == 0 {
		return nil
	}
	table := Table{Columns: a.columns("what", "action_owner", "due", "state")}
	for _, action := range a.plan.OpenActions() {
		table.Rows = append(table.Rows, []string{
			steps.CleanName(action.What), a.texts.ActionOwner(a.plan, action), a.texts.ActionDue(action, a.options.Today), a.texts.Value("state", string(action.State)),
		})
	}
	blocks = append(blocks, orSaid(table, a.words.Actions.None))
	if done := a.doneActions(); len(done.Items) > 0 {
		title := a.words.Actions.Done
		if a.plan.LastPaper(a.options.Today) == "" { // there was no document before that the plan knows of
			title = a.words.Actions.DoneThisRound
		}
		blocks = append(blocks, Heading(title), done)
	}
	return blocks
}

func (a *author) doneActions() (list List) {
	w := a.words.Actions
	for _, action := range a.plan.DoneActions(a.options.Today) {
		item := Item{Lead: withFullStop(steps.CleanName(action.What))}
		owner, day := assets.Capital(a.texts.Whoever(a.plan, action.Owner)), a.texts.Date(action.Closed)
		switch {
		case owner != "" && day != "":
			item.Text = w.DoneOn.Fill("owner", owner, "date", day)
		case owner != "":
			item.Text = w.DoneBy.Fill("owner", owner)
		case day != "":
			item.Text = w.DoneOnDay.Fill("date", day)
		}
		if !steps.Blank(action.Outcome) {
			item.Said = []Said{{assets.Capital(a.texts.Field("action_outcome")), action.Outcome}}
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// shownOfActions leaves out the words, with which the item begins.
var shownOfActions = slices.DeleteFunc(slices.Clone(steps.ActionFields), func(f steps.FieldOf[steps.Action]) bool { return f.Name == "what" })

// allActions are all actions with all that was said of them.
func (a *author) allActions() (list List) {
	for _, action := range a.plan.Actions {
		facts, said := filledIn(a, shownOfActions, action)
		list.Items = append(list.Items, Item{Lead: withFullStop(steps.CleanName(action.What)), Text: sentence(facts), Said: said})
	}
	return list
}

// actionsOf are the open actions of a member.
func (a *author) actionsOf(id string) Table {
	table := Table{Columns: a.columns("what", "due", "state")}
	for _, action := range a.plan.OpenActions() {
		if action.Owner == steps.MemberPrefix+id {
			table.Rows = append(table.Rows, []string{steps.CleanName(action.What), a.texts.ActionDue(action, a.options.Today), a.texts.Value("state", string(action.State))})
		}
	}
	return table
}

// actionsFor are the open actions that come from a decision, each in a line.
func (a *author) actionsFor(d steps.BoardDecision) (said []Said) {
	ids := append(d.IDs(), d.TextID())
	for _, action := range a.plan.OpenActions() {
		if kind, id, _, _ := action.AboutIs(); kind == steps.AboutDecision && slices.Contains(ids, id) {
			parts := []string{steps.CleanName(action.What), a.texts.ActionOwner(a.plan, action), a.texts.ActionDue(action, a.options.Today)}
			said = append(said, Said{assets.Capital(a.texts.Field("action")), strings.Join(parts, " · ")})
		}
	}
	return said
}
