package plain

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What a person hears who asks where that is, how the plan stands, or for another language.

// explain answers a question mark: what the question is about.
func (c *conversation) explain(q query) {
	if slices.Contains(c.listed, strings.Join(q.lines, "\n")) {
		c.say(q.lines...)
	}
	for _, line := range q.help {
		if line != "" {
			c.say(line)
		}
	}
	c.say(c.words.Help.Fill("word", c.words.Words.Help[0]))
	c.since = aside
}

// help says in a few lines where one is, what can be typed there and most of all everywhere, and how one hears the rest.
func (c *conversation) help(q query) {
	c.since = aside
	c.sayTopic(q)
	find := c.words.FindTyping
	if q.closed {
		find = c.words.FindFirst
	}
	for _, line := range c.words.CommandsFirst {
		c.say(line.Fill("find", find))
	}
	c.say(c.words.HelpAll.Fill("word", c.words.Words.HelpAll[0]))
}

// sayTopic says where one is, and what one does there.
func (c *conversation) sayTopic(q query) {
	topic := c.topic(q)
	if about, told := c.texts.Wizard.HelpAbout[topic]; told {
		c.say(string(about[0]))
	}
	for _, line := range c.words.HelpAbout[topic] {
		c.say(string(line))
	}
	switch {
	case c.trying():
		c.say(c.words.TrialEnds.Fill("word", c.words.Words.Trial[0]))
	case c.present != nil:
		c.say(c.words.LookingBack.Fill("word", c.words.Words.ToNow[0]))
	}
}

// helpAll says besides what words mean that are heard there, and all that can be typed.
func (c *conversation) helpAll(q query) {
	c.since = aside
	c.sayTopic(q)
	if step, is := steps.Find(c.here.step); is {
		c.say(c.heading(step)...)
	}
	said := " " + strings.ToLower(strings.Join(append(q.lines, q.about, q.text, q.options), " "))
	terms := slices.SortedFunc(maps.Values(c.texts.Wizard.Terms), func(a, b assets.TermTexts) int { return cmp.Compare(a.Word, b.Word) })
	for _, term := range terms {
		if strings.Contains(said, " "+string(term.Word)) {
			c.say(c.words.Term.Fill("word", assets.Capital(string(term.Word)), "means", term.Means))
		}
	}
	for _, line := range c.words.Commands {
		c.say(string(line))
	}
	if c.Plans {
		c.say(c.words.MyPlans.Fill("word", c.words.Words.Plans[0]))
	}
	if c.BackUp != nil {
		c.say(string(c.texts.Backups.Command))
		c.say(string(c.texts.Erase.Command))
		for _, what := range screen.Seals(c.Encrypted) {
			c.say(string(c.texts.Encryption.Command[string(what)]))
		}
	}
	c.say(string(c.texts.SheetCommon.Command))
	c.say(string(c.texts.Voices.Command))
	if c.ReadFile != nil {
		c.say(string(c.texts.Importing.Command))
	}
}

// topic is what is asked about where one is, as help calls it.
func (c *conversation) topic(q query) string {
	if _, is := c.here.apartAt(); is {
		return "voices"
	}
	if q.subject.Agreement != "" {
		return "agreement"
	}
	topics := map[steps.StepID]string{
		"": "start", steps.Tasks: "tasks", steps.Expertise: "expertise", steps.Team: "team", steps.Evaluation: "evaluation",
		profile: "profile", decisions: "decisions", actions: "actions", past: "history", comparison: "history", sheets: "sheets",
		finding: "find", findings: "findings", trial: "trial", lookingBack: "look-back", who: "who", documents: "document", merging: "merge",
	}
	if topic, is := topics[c.here.step]; is {
		return topic
	}
	return "check"
}

// overview says how each step stands, and what else waits.
func (c *conversation) overview() {
	c.since = aside
	plan, today := c.session.Plan(), c.session.Today()
	for _, s := range plan.Standings() {
		c.say(c.words.Standing.Fill("number", s.Step.Number(), "step", c.name(s.Step), "state", c.texts.Standing(s, plan)))
	}
	c.say(c.toLookAt(c.session.Journal().Unconfirmed())...)
	if what, _, risk := c.texts.PolicyRisk(plan); risk {
		c.say(what)
	}
	if found := plan.Findings(today); len(found) > 0 {
		c.say(c.texts.FindingsCounted(found) + ".")
	}
	if len(plan.Actions) > 0 {
		c.say(assets.Capital(c.texts.ActionCount(plan.CountActions(today))) + ".")
	}
}

// why says where what is proposed or found at a question comes from, and elsewhere where each finding does.
func (c *conversation) why(q query) {
	c.since = aside
	plan := c.session.Plan()
	var reasons []steps.Reason
	step, _ := steps.Find(c.here.step)
	switch {
	case q.subject.Task != "" && step.ID == steps.Expertise:
		reasons = append(reasons, plan.WhySourcing(q.subject.Task))
	case q.subject.Task != "" && step.ID == steps.Tasks:
		reasons = append(reasons, plan.WhyLevel(q.subject.Task))
	case q.subject.Member != "", step.ID == steps.Team && q.subject.Task == "":
		reasons = append(reasons, plan.WhyPlanned(q.subject.Member))
	case step.Asked && plan.Answers[step.ID].Choice == steps.No:
		for _, advice := range step.Advice {
			reasons = append(reasons, plan.WhyAdvice(advice))
		}
	default:
		for _, one := range plan.Findings(c.session.Today()) {
			if q.subject.Task == "" || one.Task == q.subject.Task {
				reasons = append(reasons, plan.WhyFinding(one))
			}
		}
	}
	said := map[string]bool{}
	for _, reason := range reasons {
		for _, line := range c.texts.Why(reason, plan) {
			if !said[line] {
				c.say(line)
			}
			said[line] = true
		}
	}
	if len(said) == 0 {
		c.say(string(c.words.NoReason))
	}
}

// languageNamed is the language that a line asks to go on in.
func (c *conversation) languageNamed(typed string) (assets.Language, bool) {
	for _, language := range assets.Languages {
		if means(typed, c.words.Words.Languages[string(language)]) {
			return language, true
		}
	}
	return "", false
}

// speakIn goes on in a language, and has that remembered. Nothing of it goes into the plan.
func (c *conversation) speakIn(language assets.Language) {
	c.session.Texts = assets.Load(language)
	c.speak()
	c.said, c.told, c.introduced = unsaid, told{}, map[steps.StepID]bool{}
	if c.Speak != nil {
		c.Speak(language)
	}
	c.say(string(c.texts.Wizard.LanguageSet))
}

// otherLanguages say, each in its own words, how one goes on in it.
func (c *conversation) otherLanguages() (lines []string) {
	for _, language := range assets.Languages {
		if language != c.texts.Language {
			lines = append(lines, string(assets.Load(language).Plain.InLanguage))
		}
	}
	return lines
}
