package report_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// TestALargeTeamStandsWithTheTeam has more members than the first page has room for.
func TestALargeTeamStandsWithTheTeam(t *testing.T) {
	t.Parallel()
	var members []change
	for i := range 9 {
		members = append(members, member("m-"+string(rune('a'+i)), "Lid "+string(rune('A'+i)), "teacher", 2, ""))
	}
	const drawn = "| Leraar 9  |                     0 |                        2 |"
	owned := append(slices.Clone(members), task(catalogue.Tasks[0].ID, func(c *change) { c.Owner, c.Hours = steps.Set("m-a"), steps.Set(steps.Whole(1)) }))
	got := summaryWith(planOf(t, owned), called(report.NamesAsRoles))
	first, rest, _ := strings.Cut(got, "## Toelichting")
	if strings.Contains(first, "Leraar 9") || !strings.Contains(rest, drawn) {
		t.Errorf("the hours of nine members are not with the team:\n%s", got)
	}
	if got := summaryWith(planOf(t, members), called(report.NamesAsRoles)); strings.Contains(got, drawn) {
		t.Errorf("the hours are drawn of members who own nothing:\n%s", got)
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
	derived := report.AskedDecisions(plan, optionsIn(assets.Dutch))
	if len(derived) != 1 {
		t.Fatalf("%d decisions: %+v", len(derived), derived)
	}
	list := []string{"Tien uur vrijmaken\x1b[2J.", "  ", "# Geen kop"}
	got := summaryWith(plan, func(o *report.Options) { o.Decisions = &list })
	want := "1. **Tien uur vrijmaken.**\n2. **\\# Geen kop**\n\n"
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
		assets.Dutch: "78 taken, 3 teamleden en 25 eigen teksten", assets.English: "78 tasks, 3 team members and 25 texts of your own",
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
