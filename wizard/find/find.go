// Package find is all that can be gone to and done by a part of its name: on the screens by ctrl+k, line by line by a word.
package find

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// Thing is one thing to go to or to do.
type Thing struct {
	Name, Kind string
	Key        string // that does the same on the screens; empty for none
	Effect     screen.Effect

	words     []string // of the name, in order of the alphabet
	begins    string   // the name, a blank behind each word
	number    string   // by which it is called too, behind what it is; empty for none
	folded    string   // the name and the kind
	explained string   // these, and what is explained of it
	here      []string // where a key of the screen does it, the words by which it is found
}

// New is a thing that is found by its name and its kind, and last by what explains it.
func New(name, kind string, effect screen.Effect, explained ...string) Thing {
	spelled, folded := strings.Fields(spelled(name)), fold(name)+" "+fold(kind)
	t := Thing{Name: name, Kind: kind, Effect: effect, words: slices.Sorted(slices.Values(spelled)), begins: strings.Join(spelled, " ") + " ", folded: folded, explained: folded}
	for _, text := range explained {
		t.explained += " " + fold(text)
	}
	return t
}

// Here is what a key of the screen does, found too by other words that people have for it, before what is found as well by what is typed. As it may
// change something at once, it is found by how these words begin only.
func Here(name, kind, key string, effect screen.Effect, words ...assets.Text) Thing {
	t := New(name, kind, effect)
	t.Key, t.here = key, strings.Fields(spelled(name)+" "+spelled(kind))
	for _, word := range words {
		t.folded += " " + fold(string(word))
		t.here = append(t.here, strings.Fields(spelled(string(word)))...)
	}
	t.explained = t.folded
	return t
}

// Around is what is there to find things in.
type Around struct {
	Plan       steps.Plan
	Tasks      []steps.Task
	Texts      *assets.Texts
	SinceRound string // the id of a comparison of now with the beginning of the round
	Past       bool   // the plan is shown as it was
	Kept       bool   // it is shown as it is, in a file
	Encrypted  bool   // that file is
	Plans      bool   // there is a list of plans
	Copies     []string
	Erasables  []screen.Erasable
	Unkept     []screen.Unkept
}

// OtherHelp is the topic of help on nothing in particular.
const OtherHelp = "other"

// Among are the things that have all words that are typed: what is called so stands first, what only explains them last.
func Among(all []Thing, typed string) []Thing {
	l := lookedFor{words: strings.Fields(spelled(typed)), typed: fold(typed)}
	l.sorted = slices.Sorted(slices.Values(l.words))
	l.begins = strings.Join(l.words, " ") + " "
	if len(l.words) == 0 {
		return all
	}
	var here, found [notAtAll][]Thing
	for _, t := range all {
		switch how := l.in(t); {
		case how == notAtAll:
		case t.here != nil:
			here[how] = append(here[how], t)
		default:
			found[how] = append(found[how], t)
		}
	}
	for how := range found {
		found[how] = append(here[how], found[how]...)
	}
	return slices.Concat(found[:]...)
}

// lookedFor is what is typed of a name.
type lookedFor struct {
	words, sorted []string
	begins        string // the words, a blank behind each
	typed         string // without its blanks
}

// How well a thing answers what is typed, the best first.
const (
	isCalled   = iota // by these words, or by its number
	beginsWith        // its name does, in whole words
	starts            // its name does, perhaps in the middle of a word
	named             // its name and kind have all words
	explained         // its explanation has the others
	notAtAll
)

func (l lookedFor) in(t Thing) int {
	has := func(text string) bool {
		return !slices.ContainsFunc(l.words, func(word string) bool { return !strings.Contains(text, word) })
	}
	begun := func(typed string) bool {
		return slices.ContainsFunc(t.here, func(word string) bool { return strings.HasPrefix(word, typed) })
	}
	switch {
	case t.here != nil && slices.ContainsFunc(l.words, func(typed string) bool { return !begun(typed) }):
		return notAtAll
	case slices.Equal(l.sorted, t.words), t.number != "" && (l.typed == t.number || l.typed == fold(t.Kind)):
		return isCalled
	case strings.HasPrefix(t.begins, l.begins):
		return beginsWith
	case strings.HasPrefix(t.folded, l.typed):
		return starts
	case has(t.folded):
		return named
	case has(t.explained):
		return explained
	}
	return notAtAll
}

// spelled is a text without accents and capitals, and with blanks for signs.
func spelled(text string) string {
	if slug := steps.Slug(text); slug != "" {
		return strings.ReplaceAll(slug, "-", " ")
	}
	return strings.ToLower(text)
}

// fold makes that a text is found however it is spelled, also without its blanks and hyphens.
func fold(text string) string { return strings.ReplaceAll(spelled(text), " ", "") }

// Things are all there is to go to and to do: steps, screens, commands, people, tasks.
func Things(a Around) []Thing {
	var l list
	for _, unkept := range a.Unkept {
		l.add(a.Texts.Wizard.FindKinds["unkept"], unkept.Named(a.Texts), screen.Show(unkept.Place))
		l.explain(a.Texts.Wizard.DraftCount.For(1))
	}
	l.addScreens(a)
	l.addCommands(a)
	l.addOfPlan(a)
	return withCommands(a, l)
}

// list is what can be found, as it is gathered.
type list []Thing

func (l *list) add(kind assets.Text, name string, effect screen.Effect) {
	*l = append(*l, New(assets.Capital(name), string(kind), effect))
}

// explain has the one that was added last found by other words too.
func (l list) explain(words string) { l[len(l)-1].explained += " " + fold(words) }

// addScreens adds the steps, and the screens that there are for any plan.
func (l *list) addScreens(a Around) {
	w, add := a.Texts.Wizard, l.add
	for _, s := range steps.Tree {
		add(assets.Text(w.FindKinds["step"].Fill("n", s.Number)), a.Texts.Plan.Steps[s.ID].Rail.Fill(), screen.Show(screen.StepPlace(s.ID)))
		(*l)[len(*l)-1].number = strconv.Itoa(s.Number)
	}
	for _, to := range []struct {
		name  assets.Text
		place screen.Place
	}{
		{w.Keys.Overview, screen.Place{Kind: screen.Overview}}, {w.Keys.Findings, screen.Place{Kind: screen.FindingList}},
		{w.ProfileTitle, screen.Place{Kind: screen.Profile}}, {w.MeansTitle, screen.Place{Kind: screen.MeansList}}, {w.Division, screen.Place{Kind: screen.TaskList, ID: string(steps.Team)}},
		{w.Matrix, screen.Place{Kind: screen.Matrix}}, {w.SummaryTitle, screen.Place{Kind: screen.Summary}}, {w.Write.Title, screen.Place{Kind: screen.SaveAs}},
		{w.Write.OthersTitle, screen.Place{Kind: screen.OtherFiles}}, {w.Decisions.Title, screen.Place{Kind: screen.Decisions}}, {w.Actions.Title, screen.Place{Kind: screen.Actions}}, {w.Keys.History, screen.Place{Kind: screen.History}},
		{a.Texts.Comparison.Title, screen.Place{Kind: screen.Comparison, ID: a.SinceRound}},
		{w.Keys.Help, screen.Place{Kind: screen.Help, ID: OtherHelp}},
	} {
		var effect screen.Effect = screen.Show(to.place)
		if to.place.Kind == screen.Overview {
			effect = screen.Home()
		}
		add(w.FindKinds["screen"], string(to.name), effect)
	}
	for _, s := range steps.Tree {
		add(w.FindKinds["screen"], w.FindNote.Fill("n", s.Number), screen.Show(screen.Place{Kind: screen.StepNote, ID: string(s.ID)}))
	}
	add(w.FindKinds["screen"], string(a.Texts.SheetCommon.Sheets), screen.Show(screen.Place{Kind: screen.Sheets}))
	for _, s := range a.Plan.Definitions().Sheets {
		words := a.Texts.Sheets[s.ID]
		add(w.FindKinds["screen"], string(words.Title), screen.Show(screen.Place{Kind: screen.SheetCard, ID: s.ID}))
		l.explain(string(a.Texts.SheetCommon.Sheets) + " " + string(words.Purpose) + " " + string(words.Decision))
		for _, t := range s.Tables {
			add(w.FindKinds["screen"], string(words.Tables[t.ID].Title)+" · "+string(words.Title), screen.Show(screen.Place{Kind: screen.SheetTable, ID: s.ID + "/" + t.ID}))
			l.explain(string(words.Tables[t.ID].Also))
		}
	}
}

// addCommands adds what can be done.
func (l *list) addCommands(a Around) {
	w, add := a.Texts.Wizard, l.add
	add(w.FindKinds["command"], string(w.AddMember), screen.Show(screen.Place{Kind: screen.NewMember}))
	add(w.FindKinds["command"], string(w.Keys.AddTask), screen.Show(screen.Place{Kind: screen.NewTask, ID: string(steps.TechnicalTasks)}))
	add(w.FindKinds["command"], string(a.Texts.Importing.Title), screen.Show(screen.Place{Kind: screen.ImportFile}))
	add(w.FindKinds["command"], string(w.Actions.New), screen.Show(screen.Place{Kind: screen.NewAction}))
	add(w.FindKinds["command"], string(a.Texts.Division.Title), screen.Show(screen.Place{Kind: screen.Division}))
	add(w.FindKinds["command"], string(w.TrialTitle), screen.Show(screen.Place{Kind: screen.Trial}))
	add(w.FindKinds["command"], string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound}))
	if a.Past {
		add(w.FindKinds["command"], string(a.Texts.Past.ToNow), screen.LookAtNow{})
	}
	add(w.FindKinds["command"], string(w.Keys.Undo), screen.Undo{})
	add(w.FindKinds["command"], string(w.Keys.Redo), screen.Redo{})
	if a.Kept {
		add(w.FindKinds["command"], string(a.Texts.Backups.Make), screen.MakeBackup{})
		add(w.FindKinds["command"], string(a.Texts.Backups.Title), screen.ListBackups{})
		add(w.FindKinds["command"], string(a.Texts.Erase.Title), screen.ListErasable{})
		for _, what := range screen.Seals(a.Encrypted) {
			add(w.FindKinds["command"], string(a.Texts.Encryption.Titles[string(what)]), screen.ShowSealing{What: what})
			for _, other := range screen.Seals(!a.Encrypted) { // who looks for that is told what can be done
				for _, word := range w.FindWords[string(other)] {
					l.explain(string(word))
				}
			}
		}
		add(w.FindKinds["command"], string(a.Texts.Merge.Title), screen.Show(screen.Place{Kind: screen.MergeFile}))
	}
	for _, path := range a.Copies {
		add(w.FindKinds["command"], a.Texts.Merge.Beside.Command.Fill("file", filepath.Base(path)), screen.Elsewhere{Merge: path})
	}
	if a.Plans {
		add(w.FindKinds["command"], string(w.Plans.Title), screen.Elsewhere{})
	}
	for _, language := range assets.Languages {
		if language != a.Texts.Language {
			add(w.FindKinds["command"], w.InLanguage.Fill("language", w.Languages[string(language)]), screen.Speak{Language: language})
			l.explain(string(w.LanguageWords))
		}
	}
	add(w.FindKinds["command"], string(w.Keys.Quit), screen.Quit{})
}

// addOfPlan adds the people, actions, agreements and tasks of the plan.
func (l *list) addOfPlan(a Around) {
	w, add := a.Texts.Wizard, l.add
	for _, m := range a.Plan.Members {
		add(w.FindKinds["member"], m.Name, screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID}))
		if len(a.Plan.Owned(m.ID)) > 0 {
			add(w.FindKinds["command"], a.Texts.Division.WhatIfAway.Fill("member", m.Name), screen.Show(screen.Place{Kind: screen.Division, ID: screen.AwayPrefix + m.ID}))
			l.explain(m.Name + " " + string(a.Texts.Division.AwayWords))
		}
	}
	for _, e := range a.Erasables {
		add(w.FindKinds["command"], a.Texts.Erase.Of.Fill("name", e.Name), screen.ShowErasing{What: e.What})
	}
	for _, action := range a.Plan.OpenActions() {
		add(w.FindKinds["action"], a.Texts.ActionName(a.Plan, action.ID), screen.Show(screen.Place{Kind: screen.ActionCard, ID: action.ID}))
	}
	for _, id := range steps.AgreementIDs {
		add(w.FindKinds["agreement"], string(a.Texts.Plan.Agreements[id].Title), screen.Show(screen.Place{Kind: screen.AgreementCard, ID: string(id)}))
	}
	for _, t := range a.Tasks {
		add(w.FindKinds["task"], a.Texts.TaskTitle(t), screen.Show(screen.Place{Kind: screen.TaskCard, ID: t.ID}))
		if t.Proposed != nil {
			l.explain(a.Texts.In(t.Proposed.Explain))
		}
		for _, name := range t.Also {
			l.explain(name)
		}
	}
}
