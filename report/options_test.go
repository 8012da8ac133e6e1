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
)

// TestALargeTeamStandsWithTheTeam has more members than the first page has room for.
func TestALargeTeamStandsWithTheTeam(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
	for language, want := range map[assets.Language]string{
		assets.Dutch: "69 taken, 3 teamleden en 19 eigen teksten", assets.English: "69 tasks, 3 team members and 19 texts of your own",
	} {
		if got := report.Contents(together(t).Plan(), texts[language]); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestLogo(t *testing.T) {
	t.Parallel()
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
