package steps_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"stappenplan/steps"
)

const unanswered = choice("")

var (
	checks     = []steps.StepID{steps.Awareness, steps.Vision, steps.Policy, steps.Pooling}
	allChoices = []choice{steps.Yes, steps.No, steps.Open, unanswered}
)

// TestPathsByHand is the decision tree as a reader of the infographic tells it.
func TestPathsByHand(t *testing.T) {
	yes, no, open := steps.Yes, steps.No, steps.Open
	tests := []struct {
		answers [4]choice
		current steps.StepID
		variant steps.Variant
		path    string
		advice  string
	}{
		{[4]choice{}, "awareness", "", "awareness", ""},
		{[4]choice{no}, "awareness", "", "awareness=no", "director:next-strategic-project ict-coordinator:technical-core"},
		{[4]choice{open}, "awareness", "", "awareness=open", ""},
		{[4]choice{yes}, "vision", "", "awareness=yes vision", ""},
		{[4]choice{yes, no}, "vision", "", "awareness=yes vision=no", "director:vision-first ict-coordinator:technical-core"},
		{[4]choice{yes, open}, "vision", "", "awareness=yes vision=open", ""},
		{[4]choice{yes, yes}, "policy", "", "awareness=yes vision=yes policy", ""},
		{[4]choice{yes, yes, no}, "policy", "", "awareness=yes vision=yes policy=no", "director:policy-first ict-coordinator:technical-and-policy-core"},
		{[4]choice{yes, yes, open}, "policy", "", "awareness=yes vision=yes policy=open", ""},
		{[4]choice{yes, yes, yes}, "pooling", "", "awareness=yes vision=yes policy=yes pooling", ""},
		{[4]choice{yes, yes, yes, open}, "pooling", "", "awareness=yes vision=yes policy=yes pooling=open", ""},
		{[4]choice{yes, yes, yes, yes}, "tasks", "group", "awareness=yes vision=yes policy=yes pooling=yes tasks", ""},
		{[4]choice{yes, yes, yes, no}, "tasks", "school", "awareness=yes vision=yes policy=yes pooling=no tasks", ""},
		// Looking ahead: what is filled in is kept and counts, but the plan stays where it is.
		{[4]choice{no, yes, yes, yes}, "awareness", "group", "awareness=no", "director:next-strategic-project ict-coordinator:technical-core"},
		{[4]choice{"", no, no, no}, "awareness", "school", "awareness", ""},
		{[4]choice{yes, open, no, yes}, "vision", "group", "awareness=yes vision=open", ""},
		{[4]choice{yes, yes, no, no}, "policy", "school", "awareness=yes vision=yes policy=no", "director:policy-first ict-coordinator:technical-and-policy-core"},
	}
	for _, test := range tests {
		p := planOf(t, checkChanges(test.answers)...)
		equal(t, fmt.Sprintf("%q: current", test.answers), p.Current(), test.current)
		equal(t, fmt.Sprintf("%q: variant", test.answers), p.Variant(), test.variant)
		equal(t, fmt.Sprintf("%q: path", test.answers), pathText(p.Path()), test.path)
		equal(t, fmt.Sprintf("%q: advice", test.answers), adviceText(p.Advice()), test.advice)
	}
}

func checkChanges(answers [4]choice) (changes []change) {
	for i, c := range answers {
		if c != unanswered {
			changes = append(changes, answer(checks[i], c))
		}
	}
	return changes
}

// later is how far steps 5 to 8 are filled in, wherever the path stands.
type later struct {
	tasksDone      bool
	expertise      choice
	teamDone       bool
	evaluationDone bool
}

func allLater() (all []later) {
	for i := range 24 {
		all = append(all, later{i&1 != 0, []choice{unanswered, steps.Yes, steps.No}[i/8], i&2 != 0, i&4 != 0})
	}
	return all
}

// changes fills in one task that applies; the other tasks, an agreement or the date are left open
// where a step is not to be done.
func (l later) changes() (changes []change) {
	changes = []change{member("an", 12), member("bart", 8), kept("wifi", steps.Short), owned("wifi", "an", "bart", 20)}
	if l.tasksDone {
		changes = append(changes, notHere("coaching"), notHere("privacy"), notHere("purchases"))
	}
	if l.expertise != unanswered {
		changes = append(changes, expertise("wifi", l.expertise))
	}
	if l.teamDone {
		changes = append(changes, allAgreements()...)
	}
	if l.evaluationDone {
		changes = append(changes, evaluated())
	}
	return changes
}

// states gives the eight answers as the page tells them.
func (l later) states(answers [4]choice) [8]choice {
	done := map[bool]choice{true: steps.Done}
	return [8]choice{
		answers[0], answers[1], answers[2], answers[3],
		done[l.tasksDone], l.expertise, done[l.teamDone], done[l.evaluationDone],
	}
}

// told is the page in plain words: steps 1 to 3 go on at yes only, step 4 at yes and no, step 6 at
// either answer, the others when they are done. The path ends where the plan stays.
func told(states [8]choice) (path []steps.PathStep) {
	names := strings.Fields("awareness vision policy pooling tasks expertise team evaluation")
	for i, state := range states {
		path = append(path, steps.PathStep{Step: steps.StepID(names[i]), Choice: state})
		goesOn := state == steps.Yes || state == steps.Done || state == steps.No && i >= 3
		if !goesOn {
			break
		}
	}
	return path
}

// toldAdvice is what the page says at a no where the path ends.
func toldAdvice(path []steps.PathStep) string {
	last := path[len(path)-1]
	if last.Choice != steps.No {
		return ""
	}
	return map[steps.StepID]string{
		"awareness": "director:next-strategic-project ict-coordinator:technical-core",
		"vision":    "director:vision-first ict-coordinator:technical-core",
		"policy":    "director:policy-first ict-coordinator:technical-and-policy-core",
	}[last.Step]
}

// TestEveryPath walks all answers to steps 1 to 4 with all states of steps 5 to 8.
func TestEveryPath(t *testing.T) {
	for _, answers := range everyAnswer() {
		base := planOf(t, checkChanges(answers)...)
		for _, l := range allLater() {
			p := after(t, base, l.changes()...)
			path := told(l.states(answers))
			current, complete := path[len(path)-1].Step, false
			if len(path) == 8 && l.evaluationDone {
				current, complete = "", true
			}
			name := fmt.Sprintf("%q %+v: ", answers, l)
			equal(t, name+"path", p.Path(), path)
			equal(t, name+"current", p.Current(), current)
			equal(t, name+"complete", p.Complete(), complete)
			equal(t, name+"advice", adviceText(p.Advice()), toldAdvice(path))
			equal(t, name+"variant", p.Variant(), map[choice]steps.Variant{steps.Yes: "group", steps.No: "school"}[answers[3]])
			for i, s := range steps.Tree {
				equal(t, name+string(s.ID), p.State(s.ID), l.states(answers)[i])
				equal(t, name+"reached "+string(s.ID), p.Reached(s.ID), i < len(path))
			}
			if t.Failed() {
				return
			}
		}
	}
}

// TestStandings: a no shows as one only where it stops the school.
func TestStandings(t *testing.T) {
	done := func(n int) []steps.StepState { return slices.Repeat([]steps.StepState{steps.StepDone}, n) }
	missing := append(finished(steps.No), expertise("wifi", steps.No))
	again := change{Kind: steps.ChangeRound, Number: steps.Set(2), Repeat: steps.Set([]steps.StepID{steps.Expertise})}
	for name, test := range map[string]struct {
		changes []change
		want    []steps.StepState
	}{
		"nothing":                 {nil, []steps.StepState{steps.StepToDo}},
		"a no that stops":         {[]change{answer(steps.Awareness, steps.No), answer(steps.Policy, steps.No)}, []steps.StepState{steps.StepStopped, steps.StepWaits, steps.StepAhead}},
		"to be discussed":         {append(fourChecks(steps.Open), kept("wifi", steps.Short)), append(done(3), steps.StepOpen, steps.StepAhead)},
		"begun":                   {append(fourChecks(steps.No), kept("wifi", steps.Short)), append(done(4), steps.StepBegun)},
		"two noes that lead on":   {missing, done(8)},
		"one of them asked again": {slices.Concat(missing, []change{again}), append(done(5), steps.StepAgain, steps.StepKept)},
		"two":                     {slices.Concat(missing, []change{newRound(2, steps.Vision, steps.Expertise)}), []steps.StepState{steps.StepDone, steps.StepToDo, steps.StepKept, steps.StepKept, steps.StepKept, steps.StepLater, steps.StepKept}},
	} {
		p := planOf(t, test.changes...)
		var got []steps.StepState
		for _, s := range p.Standings() {
			got = append(got, s.State)
		}
		want := append(test.want, slices.Repeat([]steps.StepState{steps.StepWaits}, 8-len(test.want))...)
		equal(t, name, got, want)
	}
}

func everyAnswer() (all [][4]choice) {
	for i := range 256 {
		all = append(all, [4]choice{allChoices[i/64], allChoices[i/16%4], allChoices[i/4%4], allChoices[i%4]})
	}
	return all
}

// TestPathsGolden keeps every path in a file that a person can read through.
func TestPathsGolden(t *testing.T) {
	var b strings.Builder
	for _, answers := range everyAnswer() {
		writePath(&b, planOf(t, checkChanges(answers)...), shown(answers[:]...)+" - - - -")
	}
	for _, pooling := range []choice{steps.Yes, steps.No} {
		for _, l := range allLater() {
			states := l.states([4]choice{steps.Yes, steps.Yes, steps.Yes, pooling})
			p := planOf(t, append(fourChecks(pooling), l.changes()...)...)
			writePath(&b, p, shown(states[:4]...)+" "+shown(states[4:]...))
		}
	}
	golden.RequireEqual(named{t, "paths"}, b.String())
}

func writePath(b *strings.Builder, p steps.Plan, name string) {
	line := fmt.Sprintf("%-32s| %-6s | %-10s | %s | %s", name, p.Variant(), p.Current(), pathText(p.Path()), adviceText(p.Advice()))
	b.WriteString(strings.TrimRight(line, " |") + "\n")
}

// named is a test whose golden file has a name of its own.
type named struct {
	testing.TB
	name string
}

func (n named) Name() string { return n.name }

func shown(choices ...choice) string {
	texts := make([]string, len(choices))
	for i, c := range choices {
		if texts[i] = string(c); c == unanswered {
			texts[i] = "-"
		}
	}
	return strings.Join(texts, " ")
}

func pathText(path []steps.PathStep) string {
	texts := make([]string, len(path))
	for i, s := range path {
		texts[i] = strings.TrimSuffix(string(s.Step)+"="+string(s.Choice), "=")
	}
	return strings.Join(texts, " ")
}

func adviceText(list []steps.Advice) string {
	texts := make([]string, len(list))
	for i, a := range list {
		texts[i] = string(a.Role) + ":" + string(a.ID)
	}
	return strings.Join(texts, " ")
}

// TestLaterAnswersAreKept changes an early answer back and forth.
func TestLaterAnswersAreKept(t *testing.T) {
	p := planOf(t, finished(steps.Yes)...)
	back := after(t, p, answer(steps.Vision, steps.No))
	equal(t, "current", back.Current(), steps.Vision)
	equal(t, "counts", steps.Count(back.Tasks()), steps.Count(p.Tasks()))
	equal(t, "variant", back.Variant(), steps.GroupVariant)
	again := after(t, back, answer(steps.Vision, steps.Yes))
	equal(t, "plan", snapshot(again), snapshot(p))
}

// TestFilled says of each step whether something was filled in there.
func TestFilled(t *testing.T) {
	filledBy := map[steps.StepID]change{
		steps.Awareness: answer(steps.Awareness, steps.Open), steps.Tasks: notHere("wifi"),
		steps.Expertise: expertise("wifi", steps.Yes), steps.Team: member("an", 1), steps.Evaluation: evaluated(),
		steps.Policy: {Kind: steps.ChangeAnswer, Step: steps.Policy, Note: steps.Set("bijna klaar")},
	}
	for id, c := range filledBy {
		equal(t, string(id)+" before", planOf(t).Filled(id), false)
		equal(t, string(id)+" after", planOf(t, c).Filled(id), true)
	}
}
