package assets

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
)

func TestEveryRuleHasWords(t *testing.T) {
	for _, language := range Languages {
		words := Load(language).Explain
		same(t, "rules", words.Rules, slices.Collect(maps.Keys(steps.Rules)))
		same(t, "facts", words.Facts, steps.FactFields)
		same(t, "origins", words.Origins, steps.Origins)
		for field := range words.Nothing {
			if !slices.Contains(steps.FactFields, field) {
				t.Errorf("no fact is called %s", field)
			}
		}
	}
}

// explained is a small school that pools its means: things are missing, and some tasks have hours.
func explained(t *testing.T) steps.Plan {
	t.Helper()
	now := func(id string, c steps.Change) steps.Change {
		c.Kind, c.Task, c.Relevance, c.Horizon = steps.ChangeTask, id, steps.Set(steps.Applies), steps.Set(steps.Short)
		return c
	}
	member := func(id, name string, hours int64) steps.Change {
		return steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name), Hours: steps.Set(steps.Whole(hours))}
	}
	p, err := steps.NewPlan(Definitions()).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeSchool, Name: steps.Set("De Klaver"), Hours: steps.Set(steps.Whole(4))},
		{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)},
		member("an", "An Peeters", 2), member("bart", "Bart Claes", 0),
		now("wifi-management", steps.Change{Owner: steps.Set("an"), Hours: steps.Set(steps.Tenths(25))}),
		now("helpdesk-first-line", steps.Change{Owner: steps.Set("an"), Hours: steps.Set(steps.Whole(2)), Local: steps.Set(true)}),
		now("ict-vision", steps.Change{Owner: steps.Set("an"), Expertise: steps.Set(steps.No)}),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhyInWords(t *testing.T) {
	p := explained(t)
	for _, c := range []struct {
		name   string
		reason steps.Reason
		nl, en []string
	}{
		{
			"no backup", p.WhyFinding(steps.Finding{ID: steps.NoBackup, Task: "wifi-management"}),
			[]string{
				"Wifi beheren: geldt, nu nodig, waar: school, technische kerntaak (voorstel van dit programma), trekker An Peeters, niemand springt in",
				"Een technische kerntaak of een taak van strategisch belang die nu nodig is, hoort naast een trekker iemand te hebben die inspringt.",
				"Dit telt mee vanaf stap 7, ICT-team.",
				"Het stappenplan stelt de vraag; waar de grens ligt, is een voorstel van dit programma.",
			},
			[]string{
				"Wifi management: applies, needed now, where: school, technical core task (proposed by this program), owner An Peeters, nobody steps in",
				"A technical core task or a task of strategic importance that is needed now should have somebody who steps in besides its owner.",
				"This counts from step 7, ICT team, onwards.",
				"The step plan asks the question; where the line lies is a proposal of this program.",
			},
		},
		{
			"the hours planned", p.WhyPlanned("an"),
			[]string{
				"An Peeters: 4,5 uur per week gepland", "Eerstelijnshelpdesk: 2 uur", "Wifi beheren: 2,5 uur",
				"An Peeters: zonder uren, niet meegeteld: 1 van de taken",
				"Dit is de som van de uren van de taken die deze persoon trekt, op school of bij de groep, voor zover ze gelden, niet geschrapt zijn en niet uitbesteed zijn.",
				"Zo telt dit programma de uren; in het stappenplan staat daar niets over.",
			},
			[]string{
				"An Peeters: 4.5 hours a week planned", "First-line helpdesk: 2 hours", "Wifi management: 2.5 hours",
				"An Peeters: without hours, not counted: 1 of the tasks",
				"This is the sum of the hours of the tasks this person owns, at school or at the group, as far as they apply, have not been dropped and are not outsourced.",
				"This is how this program counts hours; the step plan says nothing about it.",
			},
		},
		{
			"the level", p.WhyLevel("helpdesk-first-line"),
			[]string{
				"Stap 4 Samenwerken: het antwoord is ja",
				"Eerstelijnshelpdesk: schaalvoordeel: niet ingevuld, gespecialiseerde kennis nodig: niet ingevuld, best in de school zelf: ja",
				"Wat de school best zelf opneemt en waarbij samenwerken niets oplevert, blijft bij de school. Jij beslist.",
				"Het stappenplan stelt de vraag; waar de grens ligt, is een voorstel van dit programma.",
			},
			[]string{
				"Step 4 Cooperation: the answer is yes",
				"First-line helpdesk: economy of scale: not filled in, specialised knowledge needed: not filled in, best in the school itself: yes",
				"What the school best takes on itself, and gains nothing from being done together, stays with the school. You decide.",
				"The step plan asks the question; where the line lies is a proposal of this program.",
			},
		},
		{"nothing", p.WhySourcing("wifi-management"), nil, nil},
	} {
		for language, want := range map[Language][]string{Dutch: c.nl, English: c.en} {
			if got := Load(language).Why(c.reason, p); !slices.Equal(got, want) {
				t.Errorf("%s, %s:\n%s\nwant:\n%s", c.name, language, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// TestWhyIsSaidInFull: whatever a plan shows, its reason leaves nothing to fill in and ends with its origin.
func TestWhyIsSaidInFull(t *testing.T) {
	for _, language := range Languages {
		words := Load(language)
		for _, p := range []steps.Plan{explained(t), exampleJournal(t).Plan(), steps.NewPlan(Definitions())} {
			for _, r := range reasons(p) {
				lines := words.Why(r, p)
				origin := string(words.Explain.Origins[steps.Rules[r.Rule]])
				if len(lines) < 3 || lines[len(lines)-1] != origin || placeholder.MatchString(strings.Join(lines, "")) {
					t.Errorf("%s: %q", language, lines)
				}
				if text := strings.Join(lines, "\n"); strings.Contains(text, ": ,") || strings.Contains(text, ": \n") {
					t.Errorf("%s says nothing somewhere: %s", language, text)
				}
			}
		}
	}
}

// reasons are those of everything a plan shows.
func reasons(p steps.Plan) (list []steps.Reason) {
	for _, f := range p.Findings(exampleDay) {
		list = append(list, p.WhyFinding(f))
	}
	for _, a := range p.Advice() {
		list = append(list, p.WhyAdvice(a))
	}
	for _, task := range p.Tasks() {
		list = append(list, p.WhyLevel(task.ID))
	}
	for _, advice := range p.Sourcing() {
		list = append(list, p.WhySourcing(advice.Task))
	}
	for _, m := range p.Members {
		list = append(list, p.WhyPlanned(m.ID))
	}
	return append(list, p.WhyPlanned(""))
}
