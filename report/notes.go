package report

import (
	"strings"
	"unicode"

	"stappenplan/assets"
	"stappenplan/report/pseudonym"
	"stappenplan/steps"
)

// withoutNotes is a plan without the notes and evidence of its steps, tasks and decisions. What the team agreed and what
// someone may decide are no notes.
func withoutNotes(plan steps.Plan) steps.Plan {
	plan = plan.Copy()
	for id, answer := range plan.Answers {
		answer.Note, answer.Evidence = "", ""
		plan.Answers[id] = answer
	}
	for id, of := range plan.Decisions {
		decision := *of
		decision.Note = ""
		plan.Decisions.Put(id, decision)
	}
	for i := range plan.Resolutions {
		plan.Resolutions[i].Note = ""
	}
	return plan
}

// note is what someone wrote beside an answer, and where.
type note struct {
	place       string // as a reader of the document finds it
	text, shown string // as it was written, and as the document says it
}

// notes are all notes and evidence of the plan.
func (a *author) notes() (list []note) {
	for _, step := range steps.Tree {
		written, shown := a.written.Answers[step.ID], a.plan.Answers[step.ID]
		place := a.numberedStep(step.ID)
		list = append(list, note{place, written.Note, shown.Note}, note{place, written.Evidence, shown.Evidence})
	}
	for _, t := range a.tasks {
		list = append(list, note{a.titles[t.ID], a.written.Decisions.Of(t.ID).Note, t.Note})
	}
	for i, r := range a.plan.Resolutions {
		list = append(list, note{assets.Capital(a.texts.DecisionName(a.plan, r.ID)), a.written.Resolutions[i].Note, r.Note})
	}
	return list
}

// sensitive are the places where a printed note names a colleague beside a word of health or leave.
func (a *author) sensitive(printed []Part) (places []string) {
	if !a.options.Notes {
		return nil
	}
	shown, all := saidIn(printed)
	team := pseudonym.New(NamesAsRoles, a.words.People, a.written, a.options.Previous, a.options.People)
	roles, health := a.rolesInTeam(), ofHealth()
	for _, n := range a.notes() {
		if steps.Blank(n.text) || !all && !shown[n.shown] {
			continue
		}
		words := inWords(n.text)
		if anyOf(health, words) && (team.Mentions(n.text) || anyOf(roles, words)) && (len(places) == 0 || places[len(places)-1] != n.place) {
			places = append(places, n.place)
		}
	}
	return places
}

// saidIn are the texts of people in some parts; all says that these tell what changed too, which can be of any note.
func saidIn(parts []Part) (texts map[string]bool, all bool) {
	texts = map[string]bool{}
	for _, part := range parts {
		for _, section := range part.Sections {
			all = all || section.ID == SectionSmallDifferences
			for _, block := range section.Blocks {
				list, _ := block.(List)
				for _, item := range list.Items {
					for _, said := range item.Said {
						texts[said.Text] = true
					}
				}
			}
		}
	}
	return texts, all
}

// rolesInTeam are the roles of the members as patterns, in every language: a note is in whatever language its writer speaks.
func (a *author) rolesInTeam() (patterns []string) {
	for _, language := range assets.Languages {
		words := assets.Load(language).For(a.plan.School.Level).Report.People
		for _, m := range a.written.Members {
			if m.Role != "" {
				patterns = append(patterns, pattern(string(words.Roles[m.Role])))
			}
		}
	}
	return patterns
}

// ofHealth are the words about health and leave as patterns, in every language.
func ofHealth() (patterns []string) {
	for _, language := range assets.Languages {
		for _, word := range assets.Load(language).Report.Sensitive.Words {
			patterns = append(patterns, pattern(string(word)))
		}
	}
	return patterns
}

// anyOf says whether words have one of some patterns.
func anyOf(patterns []string, words string) bool {
	for _, p := range patterns {
		if strings.Contains(words, p) {
			return true
		}
	}
	return false
}

// inWords is a text in small letters with one blank before, between and after its words.
func inWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

// pattern is what [inWords] of a text holds where the text has a word or words; a star stands for what else a word begins or
// ends with.
func pattern(word string) string {
	p := inWords(word)
	if strings.HasPrefix(word, "*") {
		p = strings.TrimPrefix(p, " ")
	}
	if strings.HasSuffix(word, "*") {
		p = strings.TrimSuffix(p, " ")
	}
	return p
}

// Caution says, a line each, what to mind to whoever makes a document and in their language: where it names a colleague
// beside a word of health or leave, and which names it cannot write.
func (s Summary) Caution(texts *assets.Texts) (lines []string) {
	a := author{texts: texts, words: texts.Report}
	say := func(words assets.Text, value string, list []string) {
		if len(list) == 0 {
			return
		}
		list = each(list, func(text string) string { return "‘" + OneLine(text) + "’" })
		lines = append(lines, words.Fill(value, a.joinTitles(list, namedTasks)))
	}
	say(texts.Report.Sensitive.Caution, "places", s.Sensitive)
	say(texts.Report.Unwritten, "names", s.Unwritten)
	return lines
}
