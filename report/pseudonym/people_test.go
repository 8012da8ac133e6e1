package pseudonym_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// TestNamesAsPeopleWriteThem tells notes in which people are named as one does in a hurry, and ordinary notes in which
// nobody is.
func TestNamesAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		member("wouter", "Wouter Peeters", steps.ICTCoordinator, 4, ""), member("ann", "Ann De Smet", "director", 2, ""),
		member("bart", "Bart Claes", "teacher", 3, ""), member("greet", "Greet Vos (wiskunde)", "administration", 3, ""),
		member("ingrid", "De Wolf, Ingrid", "external", 2, ""), member("jose", "José Núñez", "group", 2, ""),
		member("jp", "Jean-Pierre Maes-Janssens", "other", 2, ""), member("jan", "Jan Bakker", "technical-coordinator", 2, ""),
		member("roos", "Roos Desmedt", "pedagogical-coordinator", 2, ""), member("mark", "Mark Öz", "other", 2, ""),
		member("els", "Els d'Hondt", "group", 2, ""),
	})
	for text, want := range map[string]string{
		// mail and accounts
		"mail bart.claes@school.be of BART.CLAES@school.be": "mail leraar@school.be of leraar@school.be",
		"account bart_claes, bclaes@x.be, claes.bart2@x.be": "account de leraar, leraar@x.be, leraar@x.be",
		"ann.desmet@x.be; a.desmet@x.be en @Bart":           "Directie@x.be; directie@x.be en @leraar",
		"jan.janssens@pictos.be en info@vos.be":             "jan.janssens@pictos.be en info@vos.be",
		"wouter.janssens@x.be, x.bart.claes@x.be":           "wouter.janssens@x.be, x.leraar@x.be",
		"jose.nunez@x.be, bartclaes":                        "Collega van de groep 1@x.be, de leraar",
		"x Claes, bart.claes@x.be; Bart claes@x.be":         "x de leraar, leraar@x.be; de leraar leraar@x.be",
		// brackets, commas, accents, double names
		"Greet Vos (wiskunde), Greet Vos, Vos en greet":  "De administratie, de administratie, de administratie en greet",
		"x Ingrid De Wolf, de Wolf, De Wolf, Ingrid":     "x de externe, de externe, de externe",
		"x Jose\u0301 Nu\u0301n\u0303ez, José en Nunez":  "x collega van de groep 1, collega van de groep 1 en collega van de groep 1",
		"x Jean-Pierre, Jean Pierre, Maes, Janssens, JP": "x ander teamlid 1, ander teamlid 1, ander teamlid 1, ander teamlid 1, JP",
		"x De Smedt en DESMEDT, d’Hondt":                 "x de pedagogisch ICT-coördinator en de pedagogisch ICT-coördinator, collega van de groep 2",
		// what looks like a name and is none, and the other way round
		"12 Jan. 2027, 3 Jan 2027 en Jan, 5 jaar":         "12 Jan. 2027, 3 Jan 2027 en de technisch ICT-coördinator, 5 jaar",
		"x Sint-Jan, Jan-feb, info@jan-claes.be":          "x Sint-Jan, Jan-feb, info@jan-claes.be",
		"x Jans sleutel, (Bart C.), Bart C.; Bart C.: ja": "x de technisch ICT-coördinators sleutel, (de leraar), de leraar; de leraar: ja",
		// small letters
		"x wouter peeters, wouter en wouters pc":                                "x de ICT-coördinator, de ICT-coördinator en de ICT-coördinators pc",
		"een roos, jan en alleman, mark, els, een vos of wolf en de bakker, an": "een roos, jan en alleman, mark, els, een vos of wolf en de bakker, an",
		// initials, titles, what is whose
		"x W. Peeters, W.Peeters, w.peeters, Peeters W. komt":  "x de ICT-coördinator, de ICT-coördinator, de ICT-coördinator, de ICT-coördinator komt",
		"x Bart C. komt, J.-P. Maes, K. Claes":                 "x de leraar komt, ander teamlid 1, K. de leraar",
		"x mevr. De Smet, mevrouw de smet en dhr. B. Claes":    "x de directie, de directie en de leraar",
		"x de heer Claes, mr Peeters, juf Ann, meester Bart":   "x de leraar, de ICT-coördinator, de directie, de leraar",
		"x meester en juf, Mevr. Janssen, de heer weet het":    "x meester en juf, Mevr. Janssen, de heer weet het",
		"x Peeters' uren, Claes’ uren, 'Peeters' en Bart's pc": "x de ICT-coördinator's uren, de leraar’s uren, 'de ICT-coördinator' en de leraar's pc",
		"Vraag het Bart. Claes weet het ook.":                  "Vraag het de leraar. De leraar weet het ook.",
	} {
		if got := notedInRoles(t, plan, text); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

// notedInRoles is what becomes of a note in a document that calls people by their roles.
func notedInRoles(t *testing.T, plan steps.Plan, text string) string {
	t.Helper()
	noted, err := plan.Apply(steps.NewEntry("note", morning, "", answer(steps.Vision, steps.Yes, text, "")))
	if err != nil {
		t.Fatal(err)
	}
	return noteIn(report.Summarize(noted, chosenNames(report.NamesAsRoles)))
}

// chosenNames are Dutch options in which people are called in one way.
func chosenNames(names report.Names) report.Options {
	options := optionsIn(assets.Dutch)
	options.Names = names
	return options
}

// noteIn is the first note in a document.
func noteIn(s report.Summary) string {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				if list, ok := block.(report.List); ok {
					for _, item := range list.Items {
						for _, said := range item.Said {
							if said.Label == "Notitie" {
								return said.Text
							}
						}
					}
				}
			}
		}
	}
	return ""
}

// TestOrdinaryWordsStayWhatTheyAre has members whom people entered without a name, or with one that is a word.
func TestOrdinaryWordsStayWhatTheyAre(t *testing.T) {
	t.Parallel()
	const note = "Nieuwe collega: de directie vraagt een vacature. De leraar wiskunde kent elke les frans; vandaag komt ander materiaal " +
		"door de firma. Collega's, leerkracht, externe firma en de ICT-coördinator. Lessen gaan door. Zie verslag.van.mei, o.a. a.d.h.v. het plan. An sich volstaat dat."
	for _, name := range []string{
		"Nieuwe collega", "Directie", "Vacature", "Leraar wiskunde", "Kent Desmet", "Elke Maes", "Frans Öz", "An Der", "Door De Wit",
		"Externe firma", "ICT-coördinator", "Leerkracht 3", "Van Daag", "Nog te kiezen", "@", "(ICT)", ", ,", ",", "Het, De",
		"A.D.", "De (wiskunde)", "x, y", "Technisch ICT-coördinator", "Zorgcoördinator De Wit", "Luc Essen", "Greet Vos, wiskunde", "An Maes",
	} {
		plan := planOf(t, []change{member("x", name, "other", 1, ""), member("y", "Y", "other", 1, ""), answer(steps.Vision, steps.Yes, note, "")})
		if got := noteIn(report.Summarize(plan, chosenNames(report.NamesAsRoles))); got != note {
			t.Errorf("%q changes an ordinary note:\n%s", name, got)
		}
	}
}

// TestManyOfOneName: with more than a few of one name it does not help to tell all of them.
func TestManyOfOneName(t *testing.T) {
	t.Parallel()
	team := []change{answer(steps.Vision, steps.Yes, strings.Repeat("An weet het. ", 7000), "")}
	for i := range 300 {
		team = append(team, member(fmt.Sprint("an-", i), fmt.Sprint("An Peeters ", i), "teacher", 1, ""))
	}
	if got, want := noteIn(report.Summarize(planOf(t, team), chosenNames(report.NamesAsRoles))), strings.Repeat("Teamlid weet het. ", 7000); strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("got %.200q", got)
	}
}

// TestWhoLookedOnIsNotNamed in a note, by the name that was typed among those present.
func TestWhoLookedOnIsNotNamed(t *testing.T) {
	t.Parallel()
	present := change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"Saskia Maes", "CLB", "Raad van Bestuur", "bart"})}
	plan := planOf(t, []change{member("bart", "Bart Claes", "teacher", 1, ""), present,
		answer(steps.Vision, steps.Yes, "Besproken met Saskia Maes, Bart, het CLB en de Raad van Bestuur. Maes volgt.", "")})
	for way, want := range map[report.Names]string{
		report.NamesAsRoles:    "Besproken met iemand van buiten het team, de leraar, het CLB en de Raad van Bestuur. Maes volgt.",
		report.NamesAsInitials: "Besproken met S.M., B.C., het CLB en de Raad van Bestuur. Maes volgt.",
	} {
		if got := noteIn(report.Summarize(plan, chosenNames(way))); got != want {
			t.Errorf("%s: got %q, want %q", way, got, want)
		}
	}
}

// TestNobodyInTheTeam has someone who looked on, and no member.
func TestNobodyInTheTeam(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"Saskia Maes"})}, answer(steps.Vision, steps.Yes, "Met Saskia Maes.", ""),
	})
	if got, want := noteIn(report.Summarize(plan, chosenNames(report.NamesAsRoles))), "Met iemand van buiten het team."; got != want {
		t.Errorf("got %q", got)
	}
}

// TestInitialsEndASentenceWithOnePoint has initials at the end of sentences that people and the program wrote.
func TestInitialsEndASentenceWithOnePoint(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{school(steps.NoGroup)}, yes(steps.Awareness, steps.Vision, steps.Policy),
		[]change{answer(steps.Pooling, steps.No, "Vraag het An De Smet. Of An De Smet...", "")},
		[]change{member("an", "An De Smet", "teacher", 4, "beslist zelf"), task("network-management", func(c *change) { c.Title = steps.Set("Wifi van An De Smet") })})
	before := planOf(t, []change{member("an", "An De Smet", "teacher", 3, "")})
	options := chosenNames(report.NamesAsInitials)
	options.Previous = &before
	got := string(markdown.Render(report.Summarize(plan, options)))
	for _, want := range []string{"Vraag het A.D.S. Of A.D.S...", "| A.D.S.                 | uren: 3 → 4 ·", "titel: leeg → Wifi van A.D.S. ·", "| Wifi van A.D.S. |"} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if strings.Contains(strings.ReplaceAll(got, "...", ""), "..") {
		t.Errorf("two points stand together:\n%s", got)
	}
}

// TestARoleIsSaidOnce adds a member in a second round.
func TestARoleIsSaidOnce(t *testing.T) {
	t.Parallel()
	before := planOf(t, []change{member("an", "An Peeters", steps.ICTCoordinator, 4, "")})
	after := planOf(t, []change{member("an", "An Peeters", steps.ICTCoordinator, 4, ""), member("bart", "Bart Claes", "teacher", 6, "")})
	for language, want := range map[assets.Language]string{assets.Dutch: "Leraar toegevoegd: 6 uur", assets.English: "Teacher added: 6 hours"} {
		for _, names := range report.NamesChoices {
			options := optionsIn(language)
			options.Names, options.Previous = names, &before
			got := string(markdown.Render(report.Summarize(after, options)))
			if inRoles := names == report.NamesAsRoles; strings.Contains(got, want+"\n") != inRoles {
				t.Errorf("%s: a document with %s says otherwise than %q:\n%s", language, names, want, got)
			}
		}
	}
}

// TestWhoeverWasInTheTeamIsNotNamed lets members leave two rounds ago and in the round in which they came, and names
// them in a note. Who is there now is not numbered for their sake.
func TestWhoeverWasInTheTeamIsNotNamed(t *testing.T) {
	t.Parallel()
	gone := func(id string) []change { return []change{{Kind: steps.ChangeRemove, Member: id}} }
	round := func(n int) []change { return []change{{Kind: steps.ChangeRound, Number: steps.Set(n)}} }
	j := journalOf(t, []change{member("an", "An Peeters", "teacher", 4, ""), member("wilhelmina", "Wilhelmina Maes", "teacher", 2, "")},
		gone("wilhelmina"), round(2), round(3),
		[]change{member("theodoor", "Theodoor Öz", "director", 2, "")}, gone("theodoor"),
		[]change{member("an", "An Vanderzwaard", "teacher", 4, ""), member("wilhelmina", "Wilhelmina Claes", "external", 2, "")},
		[]change{answer(steps.Vision, steps.Yes, "An Peeters (nu Vanderzwaard), Wilhelmina Maes, Theodoor en Wilhelmina Claes.", "")},
	)
	previous, _ := j.Previous()
	for way, want := range map[report.Names]string{
		report.NamesAsRoles:    "De leraar (nu de leraar), leraar 2, de directie en de externe.",
		report.NamesAsInitials: "A.V. (nu A.V.), W.M., T.Ö. en W.C.",
	} {
		got := summaryWith(j.Plan(), func(o *report.Options) { o.Names, o.Previous, o.People = way, &previous, j.People() })
		if !strings.Contains(reporttest.ReadMarkdown(t, got).Text, "Notitie: "+want) {
			t.Errorf("%s: nothing says %q:\n%s", way, want, got)
		}
	}
}

// TestACatalogueOfOnesOwnNamesNobody has a colleague in the titles of a task and of a group; the plan keeps them.
func TestACatalogueOfOnesOwnNamesNobody(t *testing.T) {
	t.Parallel()
	own := *catalogue
	own.Tasks = slices.Clone(catalogue.Tasks[:3])
	own.Tasks[0].Title = steps.Words{"nl": "Printers (An Smets)", "en": "Printers (An Smets)"}
	own.Groups = []steps.Titled{{ID: string(own.Tasks[0].Group), Title: steps.Words{"nl": "Wat An Smets technisch doet"}}}
	plan := planOf(t, []change{{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(own)}, member("an", "An Smets", "teacher", 4, ""), task(own.Tasks[0].ID, nil)})
	got := summaryWith(plan, called(report.NamesAsRoles))
	for _, want := range []string{"Printers (de leraar)", "Wat de leraar technisch doet"} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if strings.Contains(got, "Smets") || !strings.Contains(summaryWith(plan, called(report.NamesInFull)), "Printers (An Smets)") {
		t.Errorf("the titles are not as they were written, or name someone:\n%s", got)
	}
}

// TestPresentIsNobodysID reads a plan that keeps at its evaluation the id of someone who is no member any more.
func TestPresentIsNobodysID(t *testing.T) {
	t.Parallel()
	j := journalOf(t, []change{member("an", "An Peeters", "teacher", 4, ""), member("els", "Els De Smet", "director", 2, "")},
		[]change{{Kind: steps.ChangeRound, Number: steps.Set(2)}}, []change{{Kind: steps.ChangeRemove, Member: "els"}},
		[]change{{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"an", "els", "An Peeters", "Els De Smet"})}})
	previous, _ := j.Previous()
	for way, want := range map[report.Names]string{
		report.NamesAsRoles: "leraar en directie", report.NamesAsInitials: "A.P. en E.D.S.",
	} {
		got := summaryWith(j.Plan(), func(o *report.Options) { o.Names, o.Previous = way, &previous })
		if !strings.Contains(got, "Wie evalueerde mee?** "+want+"\n") {
			t.Errorf("%s: nothing says %q:\n%s", way, want, got)
		}
	}
}

// TestNamesGiveWayInWhatPeopleWrote tells a note in which people are named.
func TestNamesGiveWayInWhatPeopleWrote(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		member("an", "An Peeters", "teacher", 4, ""), member("els", "Els De Smet", "director", 2, ""),
		member("bart", "Bart Claes", "teacher", 3, ""), member("jan", "Jan-Piet O'Neil", "other", 3, ""),
		member("an-2", "An Maes", "administration", 2, ""), member("zoe", "Zoë Öz", "external", 2, ""),
	})
	for text, want := range map[string]string{
		"Bart belt An Peeters.":         "Leraar 2 belt leraar 1.",
		"bel BART CLAES of claes bart":  "bel leraar 2 of leraar 2",
		"mail an de groep, anders niet": "mail an de groep, anders niet",
		"Annelies en Barthel blijven":   "Annelies en Barthel blijven",
		"Barts laptop, Bart's kast":     "Leraar 2's laptop, leraar 2's kast",
		"De school en mevrouw De Smet":  "De school en de directie",
		"vraag An":                      "vraag leraar 1 of administratie",
		"(Smet), Maes; Öz":              "(de directie), de administratie; de externe",
		"Jan-Piet en O'Neil":            "Een ander teamlid en een ander teamlid",
		"Bart\nClaes":                   "Leraar 2",
		"x Zoë":                         "x de externe",
	} {
		if got := notedInRoles(t, plan, text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestNoNameIsLeft writes a name in every field there is, and asks for a document without names.
func TestNoNameIsLeft(t *testing.T) {
	t.Parallel()
	const name = "Wilhelmina Vanderzwaard"
	names := strings.Fields(name)
	for _, way := range []report.Names{"", report.NamesAsRoles, report.NamesAsInitials} {
		j := everywhere(t, "gesprek met "+name+", dus "+names[0]+" en VANDERZWAARD")
		options := optionsIn(assets.Dutch)
		options.Names, options.Motivation = way, true
		options.Decisions = &[]string{"Geef " + name + " tijd."}
		previous, _ := j.Previous()
		options.Previous = &previous
		plan, err := j.Plan().Apply(steps.NewEntry("rename", morning, name,
			change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set(name), Motivation: steps.Set(name)},
			change{Kind: steps.ChangeSchool, Name: steps.Set("School"), Group: steps.Set("Groep")},
			change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"an", name, "Leerlingenraad"})},
		))
		if err != nil {
			t.Fatal(err)
		}
		for what, s := range map[string]report.Summary{"summary": report.Summarize(plan, options), "policy": report.PolicyPlan(plan, options)} {
			document := string(markdown.Render(s))
			for _, part := range names {
				if i := strings.Index(strings.ToLower(document), strings.ToLower(part)); i >= 0 {
					t.Errorf("%s %q: %s", what, way, document[max(0, i-80):i+40])
				}
			}
		}
	}
}

// TestNoIDIsLeft lets one member leave and another come between two rounds: an id is made of a name.
func TestNoIDIsLeft(t *testing.T) {
	t.Parallel()
	shares := func(owner, backup string) change {
		return change{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
			Owner: steps.Set(owner), Backup: steps.Set(backup)}
	}
	j := journalOf(t,
		[]change{member("bart", "Bart Claes", "teacher", 4, ""), member("wilhelmina", "Wilhelmina Maes", "other", 2, ""), shares("wilhelmina", "bart")},
		[]change{{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"wilhelmina"})}},
		[]change{{Kind: steps.ChangeRound, Number: steps.Set(2)}},
		[]change{{Kind: steps.ChangeRemove, Member: "wilhelmina"}, member("theodoor", "Theodoor Öz", "external", 2, ""), shares("theodoor", "theodoor")},
		[]change{{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"theodoor", "bart"})}},
	)
	for _, journal := range []*steps.Journal{j, exampleOf(t)} {
		previous, _ := journal.Previous()
		for _, way := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
			document := strings.ToLower(summaryWith(journal.Plan(), func(o *report.Options) { o.Names, o.Previous = way, &previous }))
			for _, id := range []string{"bart", "wilhelmina", "theodoor", "yusuf", "katrien"} {
				if i := strings.Index(document, id); i >= 0 {
					t.Errorf("%s: %s", way, document[max(0, i-80):min(i+40, len(document))])
				}
			}
		}
	}
}

// TestHostileNames gives members names that are hard to tell from other text; the document stays as it is.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	const note = "De taken: .* (nu) $1 \\d Het plan, ICT en 2 uur. "
	for _, name := range []string{
		".*", "$1", "\\d+ \\w", "De", "Het", "(", "2", "Mevrouw", "{members}", "…", "i", "ICT", "d d d d", "[[", "İ ı",
		strings.Repeat("De ", 60), strings.Repeat("x", 200),
	} {
		plan := planOf(t, []change{member("x", name, "other", 1, ""), member("y", name, "other", 1, ""), answer(steps.Vision, steps.Yes, note, "")})
		if got := reporttest.ReadMarkdown(t, summaryWith(plan, called(report.NamesAsRoles))).Text; !strings.Contains(got, "Notitie: "+strings.TrimSpace(note)) {
			t.Errorf("%q changes an ordinary note:\n%s", name, got)
		}
	}
	for _, h := range reporttest.HostileKinds(t) {
		plan := everywhere(t, h.Text+string(h.Base64)).Plan()
		for _, way := range report.NamesChoices {
			reporttest.ReadMarkdown(t, summaryWith(plan, called(way)))
		}
	}
}

func TestPresentAreCountedWhoAreNotInTheTeam(t *testing.T) {
	t.Parallel()
	j := together(t)
	for way, want := range map[report.Names]string{
		report.NamesAsRoles: "ICT-coördinator en 1 andere aanwezige", report.NamesAsInitials: "A.P. en L.",
		report.NamesInFull: "An Peeters en Leerlingenraad",
	} {
		if got := summaryWith(j.Plan(), called(way)); !strings.Contains(got, "Wie evalueerde mee?** "+want) {
			t.Errorf("%s: nothing says %q", way, want)
		}
	}
}
