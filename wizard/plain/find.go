package plain

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/find"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// Whatever has a name is found by a part of it, as ctrl+k does on the screens.

// finding stands for what is looked for, which belongs to no step; its question is what was typed of a name.
const finding steps.StepID = "find"

// foundAtMost is how much of what is found is said at once.
const foundAtMost = 10

// lookedFor is what a line looks for: what stands behind the word for it.
func (c *conversation) lookedFor(typed string) (wanted string, looks bool) {
	word, wanted, _ := strings.Cut(typed, " ")
	return strings.TrimSpace(wanted), means(word, c.words.Words.Find)
}

// things are all there is to find.
func (c *conversation) things() []find.Thing {
	plan := c.session.Plan()
	return find.Things(find.Around{
		Plan: plan, Tasks: plan.Tasks(), Texts: c.texts, Past: c.session.Past, Kept: c.kept(), Encrypted: c.Encrypted, Plans: c.Plans, Copies: c.copies,
	})
}

// findQuery asks what is looked for, and then where of all that is found one goes.
func (c *conversation) findQuery(typed string) query {
	if typed == "" {
		q := c.choosing(typed, c.words.Ask["find"], nil, c.lookFor)
		q.closed, q.enter, q.entering = true, &reply{leads: c.back}, string(c.words.GoBack)
		return q
	}
	found := find.Among(c.things(), typed)
	var leads []reply
	var lines []string
	for i, thing := range found[:min(len(found), foundAtMost)] {
		lines = append(lines, strconv.Itoa(i+1)+"  "+c.words.Found.Fill("name", thing.Name, "kind", thing.Kind))
		leads = append(leads, reply{leads: func() {
			c.back()
			if !c.do(thing.Effect) {
				c.say(string(c.words.OnScreens))
			}
		}})
	}
	switch more := len(found) - len(leads); {
	case len(found) == 0:
		lines = []string{string(c.texts.Wizard.FindNothing)}
	case more > 0:
		lines = append(lines, c.words.FoundMore.For(more))
	}
	q := c.choosing(typed, c.words.Ask["found"], leads, c.lookFor)
	q.closed = true
	q.lines, q.enter, q.entering = lines, &reply{leads: c.back}, string(c.words.GoBack)
	return q
}

func (c *conversation) lookFor(line string) (reply, error) {
	return reply{leads: func() { c.here.question = line }}, nil
}

// do does what the screens would, line by line. It says whether that can be.
func (c *conversation) do(effect screen.Effect) bool {
	switch e := effect.(type) {
	case screen.Navigate:
		return c.open(e.Open)
	case screen.Undo:
		c.undo()
	case screen.Redo:
		c.redo()
	case screen.Speak:
		c.speakIn(e.Language)
	case screen.LookAtNow:
		c.toNow()
	case screen.MakeBackup:
		c.backUp()
	case screen.ListBackups:
		c.to = ToBackups
		c.stop()
	case screen.ListErasable, screen.ShowErasing:
		c.to = ToErase
		c.stop()
	case screen.ShowSealing:
		c.to = seals[e.What]
		c.stop()
	case screen.Elsewhere:
		if c.to = ToPlans; e.Merge != "" {
			c.to = ToNowhere
		}
		if c.stop(); c.over && e.Merge != "" {
			c.Merge(e.Merge)
		}
	case screen.Quit:
		c.stop()
	default:
		return false
	}
	return true
}

// open goes to where a place of the screens is talked about. It says whether that is anywhere.
func (c *conversation) open(p screen.Place) bool {
	switch p.Kind {
	case screen.Overview:
		c.overview()
	case screen.FindingList:
		c.findings()
	case screen.Help:
		c.help(c.current())
	case screen.ImportFile:
		if c.ReadFile == nil {
			return false
		}
		c.takeOver()
	case screen.Trial:
		c.tryOut()
	case screen.CommandCard:
		c.sayCommand(p.ID)
	default:
		there, is := c.spotOf(p)
		if is {
			c.jumpTo(there)
		}
		return is
	}
	return true
}

// spotOf is the question that belongs to a place of the screens.
func (c *conversation) spotOf(p screen.Place) (there spot, is bool) {
	plan := c.session.Plan()
	switch p.Kind {
	case screen.Check, screen.Evaluation, screen.Team:
		return spot{step: p.Step()}, true
	case screen.TaskList:
		if p.ID == string(steps.Team) {
			return spot{step: who}, true
		}
		return spot{step: steps.StepID(p.ID)}, true
	case screen.Matrix:
		return spot{step: who}, true
	case screen.StepNote:
		return spot{steps.StepID(p.ID), "note"}, true
	case screen.TaskCard:
		return c.spotAbout(question.About{Task: p.ID}, p.At, steps.Tasks, steps.Expertise, steps.Team), true
	case screen.MemberCard:
		if p.At == screen.RemoveRow {
			return spot{steps.Team, "name:" + p.ID}, true // where a word removes
		}
		return c.spotAbout(question.About{Member: p.ID}, p.At, steps.Team), true
	case screen.AgreementCard:
		return c.spotAbout(question.About{Agreement: steps.AgreementID(p.ID)}, p.At, steps.Team), true
	case screen.ActionCard:
		return spot{actions, "state:" + p.ID}, true
	case screen.NewAction:
		return spot{actions, "action"}, true
	case screen.NewMember:
		return spot{steps.Team, "member"}, true
	case screen.NewTask:
		return spot{steps.Tasks, "own"}, true
	case screen.NewRound:
		return spot{steps.Evaluation, "round"}, true
	case screen.Division:
		if member, away := strings.CutPrefix(p.ID, screen.AwayPrefix); away {
			c.divideWithout(member, plan)
			return spot{steps.Team, keepQuestion}, true
		}
		return spot{steps.Team, divisionQuestion}, true
	case screen.MeansList:
		return spot{profile, "means"}, true
	case screen.SheetCard, screen.SheetTable:
		return spot{sheets, within + p.ID}, true
	case screen.MergeFile:
		return spot{step: merging}, c.FindFile != nil
	case screen.Summary:
		return spot{documents, reading + "1"}, c.Files != nil
	case screen.SaveAs, screen.OtherFiles:
		return spot{step: documents}, c.Files != nil
	}
	step, is := map[screen.PlaceKind]steps.StepID{
		screen.Profile: profile, screen.Decisions: decisions, screen.Actions: actions, screen.History: past, screen.Comparison: comparison, screen.Sheets: sheets,
	}[p.Kind]
	return spot{step: step}, is
}

// spotAbout is the question about a field of something, else the first about it, at the first of these steps that asks it.
func (c *conversation) spotAbout(about question.About, field string, at ...steps.StepID) spot {
	for _, step := range at {
		asked := question.Of(step, c.session.Plan(), c.texts)
		if i := slices.IndexFunc(asked, func(q question.Question) bool { return q.About == about && q.Field == field }); i >= 0 {
			return spot{step, asked[i].ID}
		}
	}
	for _, step := range at {
		asked := question.Of(step, c.session.Plan(), c.texts)
		if i := slices.IndexFunc(asked, func(q question.Question) bool { return q.About == about }); i >= 0 {
			return spot{step, asked[i].ID}
		}
	}
	return spot{step: at[0]}
}
