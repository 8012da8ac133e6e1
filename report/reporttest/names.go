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
	do(Change{Kind: steps.ChangeTask, Task: "wifi-management", Owner: steps.Set("greet"), Backup: steps.Set("bart"), Note: steps.Set("Yusuf en Katrien Maes helpen Greet")},
		Change{Kind: steps.ChangeMember, Member: "greet", Mandate: steps.Set("beslist met Bart en De Wolf")},
		Change{Kind: steps.ChangeResolution, Decision: "own-x", Text: steps.Set("Wat Demir vraagt"), Outcome: steps.Set(string(steps.Approved)), On: steps.Set(steps.Date("2026-11-24")),
			Owner: steps.Set("Ingrid De Wolf"), Due: steps.Set(steps.Date("2027-01-31")), Note: steps.Set("volgens Nunez")},
		Change{Kind: steps.ChangeAction, Action: "bellen", What: steps.Set("Ingrid De Wolf bellen"), Owner: steps.Set("Greet Vos"), Due: steps.Set(steps.Date("2027-01-31")), Subject: steps.Set("member:greet")},
		Change{Kind: steps.ChangeAction, Action: "klaar", What: steps.Set("Vragen aan Yusuf"), Owner: steps.Set("member:bart"), State: steps.Set(steps.ActionDone), Outcome: steps.Set("Demir zegt ja")})
	previous, _ := j.Previous()
	for _, way := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
		for _, subject := range []report.Subject{report.AboutPlan, report.ForPolicy, report.ForGroup, report.ForMinutes, report.ForSuccessor, report.ForMember} {
			options := OptionsIn(assets.Dutch)
			options.Names, options.Previous, options.People, options.Subject, options.Member = way, &previous, j.People(), subject, ""
			secret := everyName
			if subject == report.ForMember {
				options.Member, secret = "greet", othersThanGreet
			}
			text := norm.NFC.String(say(report.Document(j.Plan(), options)))
			if len(text) < 200 {
				t.Errorf("%q: nothing is read: %q", subject, text)
			}
			if at := secret.FindStringIndex(text); at != nil {
				t.Errorf("a document %q with %s names someone: %q", subject, way, text[max(0, at[0]-60):min(len(text), at[1]+60)])
			}
		}
	}
}

// everyName finds the names of those whom [NamesNobody] brings together, and othersThanGreet those of all but one.
var (
	everyName       = namesOf("greet|vos|" + others)
	othersThanGreet = namesOf(others)
)

const others = "an|bart|claes|katrien|maes|yusuf|demir|peeters|theodoor|vandamme|wilhelmina|goossens|ingrid|wolf|jos[eé]|n[uú][nñ]ez"

func namesOf(names string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b(` + names + `)(\b|_)`) }
