package reporttest

import (
	"regexp"
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// NamesNobody goes on with the example for two rounds, in which people come, leave and are written about in every way there
// is. What a format says of that in documents that name nobody, it reads for names.
func NamesNobody(t *testing.T, say func(report.Summary) string) {
	t.Helper()
	j := Example(t)
	do := func(changes ...Change) {
		t.Helper()
		if err := j.Apply(steps.NewEntry("more", Morning, "Katrien Maes", changes...)); err != nil {
			t.Fatal(err)
		}
	}
	gone := func(id string) Change { return Change{Kind: steps.ChangeRemove, Member: id} }
	round := func(n int) Change { return Change{Kind: steps.ChangeRound, Number: steps.Set(n)} }
	do(Member("theodoor", "Theodoor Vandamme", "teacher", 2, ""))
	do(gone("theodoor"))
	do(round(3))
	do(round(4))
	do(Member("wilhelmina", "Wilhelmina Goossens", "teacher", 2, ""))
	do(gone("wilhelmina"))
	do(Member("greet", "Greet Vos (wiskunde)", "teacher", 2, ""), Member("ingrid", "De Wolf, Ingrid", "external", 2, ""),
		Member("jose", "Jose\u0301 Nu\u0301n\u0303ez", "other", 2, "wat José Núñez beslist"))
	own := *Catalogue
	own.Tasks, own.Groups = slices.Clone(Catalogue.Tasks), slices.Clone(Catalogue.Groups)
	own.Tasks[0].Title, own.Groups[0].Title = steps.Words{"nl": "Printers (Ingrid De Wolf)"}, steps.Words{"nl": "Wat wilhelmina goossens doet"}
	do(Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(own)})
	do(Answer(steps.Awareness, steps.Yes, "Theodoor, T. Vandamme, vandamme.t@school.be; Wilhelmina en mevr. Goossens; bart.claes@school.be, BART_CLAES en yusuf", "verslag Greet Vos"),
		Answer(steps.Vision, steps.Yes, "Vos, Greet Vos (wiskunde), Ingrid De Wolf, de Wolf, I. De Wolf", "José, Nu\u0301n\u0303ez en nunez@school.be"),
		Change{Kind: steps.ChangeEvaluation, Collaboration: steps.Set("Claes’ werk is van Yusuf Demir"), Present: steps.Set([]string{"Theodoor Vandamme", "jose", "Wilhelmina Goossens"})})
	previous, _ := j.Previous()
	for _, way := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
		options := OptionsIn(assets.Dutch)
		options.Names, options.Previous, options.People = way, &previous, j.People()
		text := norm.NFC.String(say(report.Summarize(j.Plan(), options)))
		if len(text) < 200 {
			t.Errorf("nothing is read: %q", text)
		}
		if at := everyName.FindStringIndex(text); at != nil {
			t.Errorf("a document with %s names someone: %q", way, text[max(0, at[0]-60):min(len(text), at[1]+60)])
		}
	}
}

// everyName finds the names of those whom [NamesNobody] brings together.
var everyName = regexp.MustCompile(`(?i)\b(an|bart|claes|katrien|maes|yusuf|demir|peeters|theodoor|vandamme|wilhelmina|goossens|greet|vos|ingrid|wolf|jos[eé]|n[uú][nñ]ez)(\b|_)`)
