package report_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// summaryWith is the Dutch Markdown of a plan with these options.
func summaryWith(plan steps.Plan, choose func(*report.Options)) string {
	options := optionsIn(assets.Dutch)
	choose(&options)
	return string(report.Markdown(report.Summarize(plan, options)))
}

func called(names report.Names) func(*report.Options) {
	return func(o *report.Options) { o.Names = names }
}

// TestNamesGiveWayInWhatPeopleWrote tells a note in which people are named.
func TestNamesGiveWayInWhatPeopleWrote(t *testing.T) {
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
			document := string(report.Markdown(s))
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
	const note = "De taken: .* (nu) $1 \\d Het plan, ICT en 2 uur. "
	for _, name := range []string{
		".*", "$1", "\\d+ \\w", "De", "Het", "(", "2", "Mevrouw", "{members}", "…", "i", "ICT", "d d d d", "[[", "İ ı",
		strings.Repeat("De ", 60), strings.Repeat("x", 200),
	} {
		plan := planOf(t, []change{member("x", name, "other", 1, ""), member("y", name, "other", 1, ""), answer(steps.Vision, steps.Yes, note, "")})
		if got := render(t, summaryWith(plan, called(report.NamesAsRoles))).text; !strings.Contains(got, "Notitie: "+strings.TrimSpace(note)) {
			t.Errorf("%q changes an ordinary note:\n%s", name, got)
		}
	}
	for _, h := range hostileTexts(t) {
		plan := everywhere(t, h.Text+string(h.Base64)).Plan()
		for _, way := range report.NamesChoices {
			render(t, summaryWith(plan, called(way)))
		}
	}
}

func TestPresentAreCountedWhoAreNotInTheTeam(t *testing.T) {
	j := together(t)
	for way, want := range map[report.Names]string{
		report.NamesAsRoles: "ICT-coördinator en 1 andere aanwezige", report.NamesAsInitials: "A.P. en L.",
		report.NamesInFull: "An Peeters en Leerlingenraad",
	} {
		if got := summaryWith(j.Plan(), called(way)); !strings.Contains(got, "Wie keek mee terug?** "+want) {
			t.Errorf("%s: nothing says %q", way, want)
		}
	}
}

// TestALargeTeamStandsWithTheTeam has more members than the first page has room for.
func TestALargeTeamStandsWithTheTeam(t *testing.T) {
	var members []change
	for i := range 9 {
		members = append(members, member("m-"+string(rune('a'+i)), "Lid "+string(rune('A'+i)), "teacher", 2, ""))
	}
	got := summaryWith(planOf(t, members), called(report.NamesAsRoles))
	first, rest, _ := strings.Cut(got, "## Toelichting")
	if strings.Contains(first, "Leraar 9") || !strings.Contains(rest, "| Leraar 9  |                     0 |                        2 |") {
		t.Errorf("the hours of nine members are not with the team:\n%s", got)
	}
}

func TestMotivationOnlyWhenAsked(t *testing.T) {
	plan := together(t).Plan()
	if got := summaryWith(plan, func(o *report.Options) {}); strings.Contains(got, "geheime wens") {
		t.Error("a motivation is told unasked")
	}
	if got := summaryWith(plan, func(o *report.Options) { o.Motivation = true }); !strings.Contains(got, "geheime wens van bart") {
		t.Error("a motivation that was asked for is missing")
	}
}

// TestChosenDecisions rewords one decision, keeps one, adds one and drops the rest.
func TestChosenDecisions(t *testing.T) {
	plan := stopped(t).Plan()
	derived := report.Decisions(plan, optionsIn(assets.Dutch))
	if len(derived) != 2 {
		t.Fatalf("%d decisions: %q", len(derived), derived)
	}
	list := []string{derived[1], "Tien uur vrijmaken\x1b[2J.", "  ", "# Geen kop"}
	got := summaryWith(plan, func(o *report.Options) { o.Decisions = &list })
	want := "1. **Een datum vastleggen voor de volgende evaluatie.** Er is nog geen datum.\n2. **Tien uur vrijmaken.**\n3. **\\# Geen kop**\n\n"
	if !strings.Contains(got, want) || strings.Contains(got, "vastleggen wie dat doet") {
		t.Errorf("decisions are not those that were chosen:\n%s", got)
	}
	none := []string{}
	if got := summaryWith(plan, func(o *report.Options) { o.Decisions = &none }); !strings.Contains(got, "vraagt nu geen beslissing") {
		t.Error("a list without decisions is not told as none")
	}
}

func TestContents(t *testing.T) {
	for language, want := range map[assets.Language]string{
		assets.Dutch: "69 taken, 3 teamleden en 19 eigen teksten", assets.English: "69 tasks, 3 team members and 19 texts of your own",
	} {
		if got := report.Contents(together(t).Plan(), texts[language]); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFingerprintOf(t *testing.T) {
	document := documentOf(everywhere(t, "x stappenplan:deadbeef"), assets.Dutch)
	if got, ok := report.FingerprintOf([]byte(document)); got != "1a2b3c4d" || !ok {
		t.Errorf("got %q, %v", got, ok)
	}
	wide := "%PDF-1.4 /Title (\xfe\xff/Keywords \\(stappenplan:deadbeef\\)) /Keywords (\xfe\xff"
	for _, letter := range "stappenplan:1a2b3c4d" {
		wide += "\x00" + string(letter)
	}
	if got, ok := report.FingerprintOf([]byte(wide + ")")); got != "1a2b3c4d" || !ok {
		t.Errorf("of a PDF: got %q, %v", got, ok)
	}
	for _, other := range []string{"", "PK", "PK\x03\x04", "%PDF-1.4", "BEGIN:VCALENDAR", "brief", "stappenplan:xyz"} {
		if got, ok := report.FingerprintOf([]byte(other)); ok {
			t.Errorf("%q has fingerprint %q", other, got)
		}
	}
}

func TestLogo(t *testing.T) {
	picture := image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Black, color.White})
	var p, j, g, long bytes.Buffer
	for _, err := range []error{
		png.Encode(&p, picture), jpeg.Encode(&j, picture, nil), gif.Encode(&g, picture, nil),
		png.Encode(&long, image.NewGray(image.Rect(0, 0, 5000, 1))),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for kind, data := range map[string][]byte{"png": p.Bytes(), "jpeg": append(j.Bytes(), "<script>"...)} {
		logo, err := report.NewLogo(data)
		if err != nil || logo.Type != kind || logo.Width != 3 || logo.Height != 2 || bytes.Contains(logo.Data, []byte("script")) {
			t.Errorf("%s: %v %s %d×%d", kind, err, logo.Type, logo.Width, logo.Height)
		}
	}
	for want, data := range map[string][]byte{
		"logo-no-picture": g.Bytes(), "logo-too-large": long.Bytes(),
	} {
		if _, err := report.NewLogo(data); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	for _, data := range [][]byte{nil, p.Bytes()[:40], []byte("<svg/>")} {
		if _, err := report.NewLogo(data); err == nil || err.Error() != "logo-no-picture" {
			t.Errorf("%.10q: %v", data, err)
		}
	}
}

// TestAJPEGIsNotDrawnOverItselfTooOften counts what the decoder would draw, and not what is hidden in a comment.
func TestAJPEGIsNotDrawnOverItselfTooOften(t *testing.T) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(plain.Bytes(), []byte("\xff\xda"))
	start, scan := plain.String()[:at], strings.TrimSuffix(plain.String()[at:], "\xff\xd9")
	comment := "\xff\xfe\x01\x02" + strings.Repeat("\xff\xda", 128)
	// One colour of 8 by 8 dots; a table each for the first and the other values, with one code: that of nothing.
	progressive := "\xff\xd8\xff\xdb\x00\x43\x00" + strings.Repeat("\x01", 64) + "\xff\xc2\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00" +
		"\xff\xc4\x00\x14\x00\x01" + strings.Repeat("\x00", 16) + "\xff\xc4\x00\x14\x10\x01" + strings.Repeat("\x00", 16) +
		"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x00\x00"
	sharper := "\xff\xda\x00\x08\x01\x01\x00\x01\x3f\x00\x00"
	for _, c := range []struct {
		name, data string
		refused    bool
	}{
		{"a plain one", start + scan, false},
		{"its colours by themselves", start + strings.Repeat(scan, 4), false},
		{"one drawn five times", start + strings.Repeat(scan, 5), true},
		{"one that hides it behind fillings", start + strings.Repeat("\xff"+scan, 5), true},
		{"one that hides it behind restarts", start + strings.Repeat("\xff\xd0\xff\x00"+scan, 5), true},
		{"a comment", start[:2] + comment + start[2:] + scan, false},
		{"a progressive one", progressive + strings.Repeat(sharper, 49), false},
		{"one drawn too often", progressive + strings.Repeat(sharper, 50), true},
	} {
		_, err := report.NewLogo([]byte(c.data + "\xff\xd9"))
		if refused := err != nil && err.Error() == "logo-too-many-scans"; refused != c.refused || !refused && err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
