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
	task      string   // the id of the task that it is; empty for none
	folded    string   // the name and the kind, without blanks
	called    string   // the words of these and of what else it is called, a blank before each
	explained string   // those of what is explained of it
	onScreen  bool     // a key of the screen does it
}

// New is a thing that is found by its name and its kind, and last by what explains it.
func New(name, kind string, effect screen.Effect, explained ...string) Thing {
	spelled, folded := strings.Fields(spelled(name)), fold(name)+" "+fold(kind)
	return Thing{
		Name: name, Kind: kind, Effect: effect, words: slices.Sorted(slices.Values(spelled)), begins: strings.Join(spelled, " ") + " ", folded: folded,
		called: wordsOf(name, kind), explained: wordsOf(explained...),
	}
}

// OnScreen is what a key of the screen does, found too by other words that people have for it, before what is found as well by what is typed. As it
// may change something at once, it is found only by how the words begin that it is called by.
func OnScreen(name, kind, key string, effect screen.Effect, words ...assets.Text) Thing {
	t := New(name, kind, effect)
	t.Key, t.onScreen = key, true
	return t.AlsoCalled(words...)
}

// AlsoCalled is a thing that is found by other words too.
func (t Thing) AlsoCalled(words ...assets.Text) Thing {
	for _, word := range words {
		t.called += wordsOf(string(word))
	}
	return t
}

// With is a thing that is found by all that another is found by too, which does the same.
func (t Thing) With(other Thing) Thing {
	t.called += other.called
	t.explained += other.explained
	return t
}

// wordsOf are the words of texts, a blank before each; of those with a hyphen also both halves as one.
func wordsOf(texts ...string) (words string) {
	for _, text := range texts {
		words += " " + spelled(text)
		if joined := strings.ReplaceAll(text, "-", ""); joined != text {
			words += " " + spelled(joined)
		}
	}
	return words
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
		case t.onScreen:
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

// Tasks gives the ids of the tasks that have all words that are typed, the best found first.
func Tasks(tasks []steps.Task, typed string, texts *assets.Texts) (ids []string) {
	var all list
	all.addTasks(tasks, texts)
	for _, t := range Among(all, typed) {
		ids = append(ids, t.task)
	}
	return ids
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
	starts            // its name does, perhaps in the middle of a word; or the screen does it, and is called so
	named             // all words begin words by which it is called
	within            // a word stands in the middle of one by which it is called, as in a compound
	explained         // the others begin words of its explanation
	notAtAll
)

// compounded is from how many letters on a word is looked for in the middle of others too: shorter ones stand in half of all names.
const compounded = 4

func (l lookedFor) in(t Thing) int {
	all := func(is func(word string) bool) bool {
		return !slices.ContainsFunc(l.words, func(word string) bool { return !is(word) })
	}
	calledSo := func(word string) bool { return strings.Contains(t.called, " "+word) }
	switch {
	case t.onScreen && !all(calledSo):
		return notAtAll
	case slices.Equal(l.sorted, t.words), t.number != "" && (l.typed == t.number || l.typed == fold(t.Kind)):
		return isCalled
	case strings.HasPrefix(t.begins, l.begins):
		return beginsWith
	case strings.HasPrefix(t.folded, l.typed), t.onScreen:
		return starts
	case all(calledSo):
		return named
	case strings.Contains(t.folded, l.typed) && len(l.typed) >= compounded,
		all(func(word string) bool {
			return calledSo(word) || len(word) >= compounded && strings.Contains(t.called, word)
		}):
		return within
	case all(func(word string) bool { return calledSo(word) || strings.Contains(t.explained, " "+word) }):
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
func (l list) explain(words string) { l[len(l)-1].explained += wordsOf(words) }

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
		if !a.Past {
			add(w.FindKinds["command"], w.RemoveNamed.Fill("name", m.Name), screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID, At: screen.RemoveRow}))
			last := &(*l)[len(*l)-1]
			*last = last.AlsoCalled(w.RemoveMemberWords...)
		}
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
	l.addTasks(a.Tasks, a.Texts)
}

// addTasks adds tasks, which are found by what explains them and by what the school's own list calls them too.
func (l *list) addTasks(tasks []steps.Task, texts *assets.Texts) {
	for _, t := range tasks {
		l.add(texts.Wizard.FindKinds["task"], texts.TaskTitle(t), screen.Show(screen.Place{Kind: screen.TaskCard, ID: t.ID}))
		(*l)[len(*l)-1].task = t.ID
		if t.Proposed != nil {
			l.explain(texts.In(t.Proposed.Explain))
		}
		for _, name := range t.Also {
			l.explain(name)
		}
	}
}
