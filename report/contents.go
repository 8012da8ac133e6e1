package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Contents counts in one line what a plan brings into a file of data, which holds all of it: "70 taken, 4 teamleden en
// 31 notities".
func Contents(plan steps.Plan, texts *assets.Texts) string {
	return counted(texts, len(plan.Decisions), len(plan.Members), notes(plan))
}

// ContentsOf counts in one line what stands in a document: the tasks and the members that it names, and what people
// wrote. The plan and the options are those it was made of; the texts are in the language of who asks.
func ContentsOf(s Summary, plan steps.Plan, options Options, texts *assets.Texts) string {
	a := newAuthor(plan, options)
	var titles, names []string
	for _, t := range a.tasks {
		titles = append(titles, a.titles[t.ID])
	}
	for _, m := range a.plan.Members {
		names = append(names, m.Name)
	}
	var r reading
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				r.block(block)
			}
		}
	}
	text := strings.ToLower(r.text.String())
	return counted(texts, named(titles, text), named(names, text), r.notes)
}

// DaysOf counts in one line what stands in a calendar: "1 dag".
func DaysOf(s Summary, texts *assets.Texts) string {
	return texts.Report.Contents.Days.For(len(s.Days))
}

func counted(texts *assets.Texts, tasks, members, notes int) string {
	words, a := texts.Report.Contents, author{texts: texts, words: texts.Report}
	return a.listed([]string{words.Tasks.For(tasks), words.Members.For(members), words.Notes.For(notes)})
}

// reading is what was read of a document: all of it that can name something, and how many notes there were.
type reading struct {
	text  strings.Builder
	notes int
}

func (r *reading) block(block Block) {
	switch b := block.(type) {
	case Paragraph:
		r.texts(string(b))
	case Said:
		r.said(b)
	case List:
		for _, item := range b.Items {
			r.texts(item.Lead, item.Text)
			r.said(item.Said...)
		}
	case Table:
		for _, row := range b.Rows {
			r.texts(row...)
		}
	case Hours:
		for _, line := range b.Lines {
			r.texts(line.Label)
		}
	}
}

func (r *reading) texts(texts ...string) {
	for _, text := range texts {
		r.text.WriteString(text + "\n")
	}
}

func (r *reading) said(notes ...Said) {
	for _, note := range notes {
		r.texts(note.Label, note.Text)
	}
	r.notes += len(notes)
}

// named counts the names that stand in a text in small letters, the longest first: a name within another is not one.
func named(names []string, text string) (n int) {
	times := map[string]int{}
	for _, name := range names {
		times[strings.ToLower(name)]++
	}
	longest := func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) }
	for _, name := range slices.SortedFunc(maps.Keys(times), longest) {
		if name != "" && stands(name, text) {
			n += times[name]
			text = strings.ReplaceAll(text, name, "\n")
		}
	}
	return n
}

// stands says whether a name is in a text, and not within a word.
func stands(name, text string) bool {
	letter := func(r rune, _ int) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return false
		}
		begin, end := from+at, from+at+len(name)
		if !letter(utf8.DecodeLastRuneInString(text[:begin])) && !letter(utf8.DecodeRuneInString(text[end:])) {
			return true
		}
		from = end
	}
}

// notes counts what people wrote in their own words.
func notes(plan steps.Plan) (n int) {
	count := func(texts ...string) {
		for _, text := range texts {
			if !steps.Blank(text) {
				n++
			}
		}
	}
	for _, a := range plan.Answers {
		count(a.Note, a.Evidence)
	}
	for _, d := range plan.Decisions {
		count(d.Note)
	}
	for _, a := range plan.Agreements {
		count(a.Text)
	}
	for _, m := range plan.Members {
		count(m.Mandate, m.Motivation)
	}
	count(plan.Evaluation.Collaboration, plan.Evaluation.Composition)
	return n
}
