package assets

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stappenplan/steps"
)

// same says which keys lack words, and which words belong to nothing.
func same[K ~string, V any, W ~string](t *testing.T, what string, words map[K]V, keys []W) {
	t.Helper()
	for _, key := range keys {
		if _, ok := words[K(key)]; !ok {
			t.Errorf("%s: no words for %s", what, key)
		}
	}
	for key := range words {
		if !slices.Contains(keys, W(key)) {
			t.Errorf("%s: nothing is called %s", what, key)
		}
	}
}

func TestEverythingHasWords(t *testing.T) {
	var ids []steps.StepID
	var advice []steps.AdviceID
	for _, s := range steps.Tree {
		ids = append(ids, s.ID)
		for _, a := range s.Advice {
			advice = append(advice, a.ID)
		}
	}
	for _, language := range Languages {
		p := Load(language).Plan
		var questions []string // of step 5, and those of other steps that are asked for the same in each way
		for _, f := range steps.TaskFields {
			if _, asked := p.Questions[f.Name]; asked || f.Step == steps.Tasks {
				questions = append(questions, f.Name)
			}
		}
		same(t, "steps", p.Steps, ids)
		same(t, "advice", p.Advice, advice)
		same(t, "roles", p.Roles, []steps.AdviceRole{steps.ForDirector, steps.ForCoordinator})
		same(t, "findings", p.Findings, steps.FindingIDs)
		same(t, "agreements", p.Agreements, steps.AgreementIDs)
		same(t, "gaps", p.Gaps, []steps.GapID{
			steps.GapAnswer, steps.GapConfirm, steps.GapUndecided, steps.GapExpertise, steps.GapMembers, steps.GapMemberHours,
			steps.GapOwner, steps.GapAgreement, steps.GapCollaboration, steps.GapComposition, steps.GapNext,
		})
		same(t, "questions", p.Questions, questions)
		same(t, "evaluation", p.Evaluation, []string{"collaboration", "composition", "present", "repeat", "next_evaluation"})
		same(t, "sourcing", p.Sourcing, []string{"recruit", "outsource", "train-first", "outsource-technical", "weigh"})
		if len(p.Phases) != steps.Tree[len(steps.Tree)-1].Phase {
			t.Errorf("%d phases have a name", len(p.Phases))
		}
	}
}

// texts makes plain texts of a closed list.
func texts[T ~string](lists ...[]T) (names []string) {
	for _, list := range lists {
		for _, v := range list {
			names = append(names, string(v))
		}
	}
	return names
}

func TestEveryValueHasWords(t *testing.T) {
	want := map[string][]string{
		"choice":          texts(steps.Choices, []steps.Choice{steps.Done}),
		"relevance":       texts(steps.Relevances),
		"horizon":         texts(steps.Horizons),
		"level":           texts(steps.Levels, []steps.Level{steps.ToWeigh}),
		"suggested_level": steps.SuggestedLevels,
		"expertise":       texts(steps.YesNo),
		"sourcing":        texts(steps.Sourcings, []steps.Sourcing{steps.Weigh}),
		"role":            texts(steps.MemberRoles),
		"group":           texts(steps.Groups),
		"group_kind":      texts(steps.GroupKinds),
		"source":          texts(steps.MeansSources),
		"school_level":    texts(steps.SchoolLevels),
		"core":            texts([]steps.Core{steps.TechnicalCoreTask, steps.PolicyCoreTask, steps.NoCore}),
		"needed":          {"true", "false"},
		"outcome":         texts(steps.Outcomes),
		"state":           texts(steps.ActionStates),
		"variant":         texts([]steps.Variant{steps.SchoolVariant, steps.GroupVariant}),
	}
	for _, language := range Languages {
		values := Load(language).Plan.Values
		same(t, "values", values, slices.Collect(maps.Keys(want)))
		for field, list := range want {
			same(t, "values of "+field, values[field], list)
		}
	}
}

// fieldNames are the names in JSON of the fields of a struct.
func fieldNames(structs ...any) (names []string) {
	for _, s := range structs {
		for field := range reflect.TypeOf(s).Fields() {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			names = append(names, name)
		}
	}
	return names
}

func TestEveryFieldHasWords(t *testing.T) {
	// A school's level and group are not a task's, nor the owner and text of a decision or an action; the rest are columns of a task that no change gives.
	more := []string{"school_level", "school_group", "decision_text", "decision_owner", "action_owner", "action_outcome", "advice", "core", "explain", "profile", "suggested_level"}
	for _, language := range Languages {
		same(t, "fields", Load(language).Plan.Fields, append(fieldNames(steps.Change{}, steps.Means{}), more...))
	}
}

// TestEverySubjectHasWords: what an action is about, and what is proposed to do about it.
func TestEverySubjectHasWords(t *testing.T) {
	kinds := []steps.SubjectKind{steps.AboutStep, steps.AboutTask, steps.AboutFinding, steps.AboutAdvice, steps.AboutDecision, steps.AboutMember, steps.AboutRow}
	for _, language := range Languages {
		same(t, "subjects", Load(language).Plan.Actions.Subjects, kinds)
		same(t, "proposed", Load(language).Plan.Actions.Proposed, kinds)
	}
}

// TestAnActionAboutAFindingSaysWhatToDo, about one task or member and about all of its kind, and never what is wrong.
func TestAnActionAboutAFindingSaysWhatToDo(t *testing.T) {
	j, err := steps.Replay(Definitions(), Example())
	if err != nil {
		t.Fatal(err)
	}
	p := j.Plan()
	for _, language := range Languages {
		texts := Load(language)
		for _, f := range []steps.Finding{{ID: steps.NoOwner, Task: "wifi-management"}, {ID: steps.SinglePillar, Member: "an"}, {ID: steps.UnderResourced}, {ID: steps.NoOwner}} {
			what, wrong := texts.ProposeAction(p, f.About(), "2026-11-29").What, string(texts.Plan.Findings[f.ID].Name)
			if strings.Contains(strings.ToLower(what), strings.ToLower(wrong)) || strings.Contains(what, ": ") || what != Capital(what) {
				t.Errorf("%s: %q", language, what)
			}
		}
		for _, id := range steps.FindingIDs {
			ofOne := texts.Plan.Findings[id].ActionOf != ""
			if plan := id == steps.UnderResourced || id == steps.GroupUnnamed || id == steps.EvaluationOverdue; plan == ofOne {
				t.Errorf("%s: %s is said of one task or member: %v", language, id, ofOne)
			}
		}
	}
}

func TestNamesFitTheirPlace(t *testing.T) {
	for _, language := range Languages {
		x := Load(language)
		for id := range x.Plan.Steps {
			if n := utf8.RuneCountInString(x.StepName(id)); n > 15 {
				t.Errorf("%s: %s has %d letters in the rail", language, x.StepName(id), n)
			}
		}
		for _, field := range []string{"relevance", "horizon", "level", "sourcing", "expertise"} {
			for _, text := range append(slices.Collect(maps.Values(x.Plan.Values[field])), x.Plan.Fields[field]) {
				if n := utf8.RuneCountInString(string(text)); n > 14 {
					t.Errorf("%s: %s has %d letters in a column", language, text, n)
				}
			}
		}
	}
}

// said are the sentences that a school can read beside the steps, but for step 4 and what only a school
// that belongs to a group is asked.
func said(x *Texts, p steps.Plan) (sentences []string) {
	for _, s := range steps.Tree {
		if s.ID == steps.Pooling {
			continue
		}
		w := x.Plan.Steps[s.ID]
		sentences = append(sentences, x.Question(s.ID, p), string(w.Why), string(w.Wrong), string(w.Evidence))
		sentences = append(sentences, texts(x.Signs(s.ID, p))...)
		for _, a := range s.Advice {
			advice := x.AdviceLines(a, p)
			sentences = append(sentences, advice.Advised, advice.First, advice.Know, advice.Also)
		}
	}
	for id, f := range x.Plan.Findings {
		if id != steps.GroupUnnamed {
			sentences = append(sentences, string(f.Title.One), string(f.One), string(f.Do))
		}
	}
	for _, f := range p.TaskFieldsAt(steps.Tasks) {
		asked, _ := x.TaskQuestion(f.Name, p)
		sentences = append(sentences, string(asked.Question), string(asked.Help))
	}
	return append(sentences, slices.Collect(func(yield func(string) bool) {
		for _, s := range x.Plan.Sourcing {
			if !yield(string(s)) {
				return
			}
		}
	})...)
}

func TestNothingSpeaksOfAGroupToASchoolWithout(t *testing.T) {
	p := steps.NewPlan(Definitions())
	p.School.GroupKind = steps.NoGroup
	p.Answers = map[steps.StepID]steps.Answer{steps.Pooling: {Choice: steps.No}}
	for _, language := range Languages {
		for _, sentence := range said(Load(language), p) {
			if strings.Contains(sentence, "groep") || strings.Contains(sentence, "group") {
				t.Errorf("%s: %s", language, sentence)
			}
		}
	}
}

func TestBothLanguagesGiveTheSameSigns(t *testing.T) {
	nl, en := Load(Dutch).Plan, Load(English).Plan
	for id, s := range nl.Steps {
		e := en.Steps[id]
		if len(s.Signs) != len(e.Signs) || len(s.SignsAlone) != len(e.SignsAlone) || len(s.SignsTogether) != len(e.SignsTogether) {
			t.Errorf("%s: not the same signs", id)
		}
	}
	for id, a := range nl.Agreements {
		if len(a.Signs) != len(en.Agreements[id].Signs) {
			t.Errorf("%s: not the same signs", id)
		}
	}
}

func TestSignsFollowTheVariant(t *testing.T) {
	x := Load(Dutch)
	p := steps.NewPlan(Definitions())
	for choice, want := range map[steps.Choice]string{steps.No: "gemeld aan de algemeen", steps.Yes: "bij de school of bij de groep"} {
		p.Answers = map[steps.StepID]steps.Answer{steps.Pooling: {Choice: choice}}
		if got := strings.Join(texts(x.Signs(steps.Tasks, p)), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s: %s", choice, got)
		}
	}
	if got := x.Question(steps.Tasks, p); got == "" {
		t.Error("no question")
	}
}

func TestAdviceOnAPolicyPlanStatesTheRuleWithItsDateAndSource(t *testing.T) {
	p := steps.NewPlan(Definitions())
	for _, language := range Languages {
		x := Load(language)
		for _, level := range steps.SchoolLevels {
			p.School.Level = level
			advice := x.AdviceLines(steps.Advice{Step: steps.Policy, ID: steps.PolicyFirst}, p)
			for _, fact := range []string{"1 september 2026", "kenniscentrum digisprong"} {
				if !strings.Contains(strings.ToLower(advice.Know), fact) {
					t.Errorf("%s, %s: %q is not said: %s", language, level, fact, advice.Know)
				}
			}
			if !strings.Contains(advice.Also, "Pictos") {
				t.Errorf("%s, %s: nothing says where to read the rule: %s", language, level, advice.Also)
			}
			if means := strings.Contains(advice.Also, "Digiplan"); means != p.School.HasInfrastructureMeans() {
				t.Errorf("%s, %s: the means of the Digiplan are told: %v", language, level, means)
			}
		}
	}
}

// TestAdviceSaysWhoseItIs: what the step plan says and what this program adds are told apart, at each step in its words.
func TestAdviceSaysWhoseItIs(t *testing.T) {
	whose := map[Language][2]string{Dutch: {"Het stappenplan raadt aan: ", "voorstel van dit programma: "}, English: {"The step plan advises: ", "proposed by this program: "}}
	for language, leads := range whose {
		x := Load(language)
		said := map[string]bool{}
		for _, step := range steps.Tree {
			for _, advice := range step.Advice {
				lines := x.AdviceLines(advice, steps.NewPlan(Definitions()))
				if !strings.HasPrefix(lines.Advised, leads[0]) || !strings.Contains(lines.First, leads[1]) || said[lines.Advised] {
					t.Errorf("%s, %+v: %+v", language, advice, lines)
				}
				said[lines.Advised] = true
			}
		}
	}
}

func TestTheGroupVariantAsksOfTheSchoolsOfTheGroup(t *testing.T) {
	alone, together := steps.NewPlan(Definitions()), steps.NewPlan(Definitions())
	together.Answers = map[steps.StepID]steps.Answer{steps.Pooling: {Choice: steps.Yes}}
	for language, schools := range map[Language]string{Dutch: "scholen van de groep", English: "schools of the group"} {
		for p, want := range map[*steps.Plan]bool{&alone: false, &together: true} {
			if asked, known := Load(language).TaskQuestion("relevance", *p); !known || strings.Contains(string(asked.Question), schools) != want {
				t.Errorf("%s: %s", language, asked.Question)
			}
		}
	}
	if _, known := Load(Dutch).TaskQuestion("owner", together); known {
		t.Error("step 5 asks who owns a task")
	}
}

func TestSourcingAdviceFollowsWhatTheTaskIs(t *testing.T) {
	x := Load(Dutch)
	for want, task := range map[string]steps.Task{
		"aan te trekken":     {Advice: steps.Recruit},
		"(louter technisch)": {Advice: steps.Outsource, IsTechnical: true},
		"een collega":        {Advice: steps.Outsource},
		"weeg af":            {Advice: steps.Weigh},
	} {
		if got := x.SourcingAdvice(task); !strings.Contains(got, want) {
			t.Errorf("want %q in %q", want, got)
		}
	}
	if got := x.SourcingAdvice(steps.Task{}); got != "" {
		t.Errorf("no advice is needed, but: %s", got)
	}
}

// TestAStepAheadSaysHowFar tells no board that a step is done of which the tasks were hardly begun.
func TestAStepAheadSaysHowFar(t *testing.T) {
	x := Load(Dutch)
	p := steps.Plan{Answers: map[steps.StepID]steps.Answer{}, Decisions: steps.Decisions{}, Catalogue: Catalogue(), Members: []steps.Member{{ID: "an", Name: "An"}}}
	for _, task := range Catalogue().Tasks[:2] {
		p.Decisions[task.ID] = &steps.Decision{Relevance: steps.DoesNotApply}
	}
	for step, said := range map[steps.StepID]string{steps.Tasks: "begonnen: 2 van ", steps.Team: "begonnen: een team telt minstens twee mensen"} {
		if got := x.Standing(p.Standings()[step.Number()-1], p); !strings.HasPrefix(got, said) {
			t.Errorf("%s is said to be %q, not %q", step, got, said)
		}
	}
}

// TestADecisionIsNamedWithTheHoursItIsAbout: asked with what is short now, recorded with what was decided, whatever is short since.
func TestADecisionIsNamedWithTheHoursItIsAbout(t *testing.T) {
	texts := Load(Dutch)
	p := steps.NewPlan(Definitions())
	there, asked := steps.Whole(5), steps.Whole(30)
	p.School.Hours, p.Decisions = &there, steps.Decisions{}
	p.Decisions[p.Tasks()[0].ID] = &steps.Decision{Relevance: steps.Applies, Horizon: steps.Short, Hours: &asked}
	p.Decisions[p.Tasks()[1].ID] = &steps.Decision{Relevance: steps.Applies, Horizon: steps.Short}
	p.Resolutions = []steps.Resolution{{ID: string(steps.ReleaseHours), Outcome: steps.Approved, Ground: "25"}}
	if got := texts.DecisionName(p, string(steps.ReleaseHours)); !strings.HasSuffix(got, ": 25 uur") {
		t.Errorf("recorded: %q", got)
	}
	p.Resolutions = nil
	for _, d := range p.BoardDecisions("2026-11-30") {
		if got := texts.DecisionOf(p, d); d.Kind == steps.ReleaseHours && !strings.HasSuffix(got, ": minstens 25 uur") {
			t.Errorf("asked: %q", got)
		}
	}
}
