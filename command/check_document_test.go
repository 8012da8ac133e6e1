package command

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"stappenplan/assets"
	"stappenplan/report/mark"
)

// inParts changes the text of a document in each format.
var inParts = map[string]func(t *testing.T, document, from, to string) string{
	"md":   inText,
	"html": inText,
	"docx": inPackage,
	"odt":  inPackage,
	"pptx": inPackage,
	"pdf":  inStreams,
}

func inText(t *testing.T, document, from, to string) string {
	t.Helper()
	if !strings.Contains(document, from) {
		t.Fatalf("there is no %q", from)
	}
	return strings.Replace(document, from, to, 1)
}

// inPackage changes a text in the first part of an office document that has it.
func inPackage(t *testing.T, document, from, to string) string {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z, changed := zip.NewWriter(&b), false
	for _, file := range archive.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !changed && strings.Contains(string(content), from) {
			content, changed = []byte(inText(t, string(content), from, to)), true
		}
		w, err := z.Create(file.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if !changed {
		t.Fatalf("there is no %q", from)
	}
	return b.String()
}

var packedStream = regexp.MustCompile(`/Length \d+>>\nstream\n`)

// inStreams changes a text in the first page of a PDF that has it.
func inStreams(t *testing.T, document, from, to string) string {
	t.Helper()
	for _, at := range packedStream.FindAllStringIndex(document, -1) {
		packed, err := zlib.NewReader(strings.NewReader(document[at[1]:]))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(packed)
		if err != nil || !bytes.Contains(content, wide(from)) {
			continue
		}
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		if _, err := w.Write(bytes.Replace(content, wide(from), wide(to), 1)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		end := at[1] + strings.Index(document[at[1]:], "\nendstream")
		return document[:at[0]] + fmt.Sprintf("/Length %d>>\nstream\n", b.Len()) + b.String() + document[end:]
	}
	t.Fatalf("there is no %q", from)
	return ""
}

// wide is a text in UTF-16, as our PDFs have it.
func wide(text string) (b []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return b
}

// TestWhatWasChangedInADocumentIsTold changes documents of the example school.
func TestWhatWasChangedInADocumentIsTold(t *testing.T) {
	c := newComputer(t)
	for format, change := range inParts {
		path := filepath.Join(t.TempDir(), "bestuur."+format)
		c.calls(t, statusDone, "", "--example", "export", "--output", path)
		made := contentOf(t, path)
		check := func(status int, content string, says ...string) {
			t.Helper()
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			c.calls(t, status, "", "--example", "check", "--report", path)
			c.says(t, says...)
		}
		check(statusDone, made, "past bij het plan zoals het nu is.", "Geen cijfer, datum of beslissing is aangepast.")
		check(statusDone, change(t, made, "schrap taken", "vraag raad aan de koepel"), "Geen cijfer")
		check(statusRefused, change(t, made, "op school vragen 39 uur", "op school vragen 41 uur"),
			"Aangepast na het maken: bij ‘Uren’ staat 41, in het plan 39.\n")
		check(statusRefused, change(t, made, "opnieuw op 26 mei 2027", "opnieuw op 26 mei 2028"),
			"Aangepast na het maken: bij ‘Volgende evaluatie’ staat 26 mei 2028, in het plan 26 mei 2027.\n")
		check(statusRefused, change(t, made, "Uitbesteden: Cyberincidenten aanpakken", "Zelf doen: Cyberincidenten aanpakken"),
			"bij ‘Gevraagde beslissingen’ staat ‘Zelf doen: Cyberincidenten aanpakken’, in het plan ‘Uitbesteden: Cyberincidenten aanpakken’.\n")
		check(statusRefused, change(t, made, "opnieuw op 26 mei 2027", "opnieuw op"), "Weggelaten na het maken: bij ‘Volgende evaluatie’ ontbreekt 26 mei 2027.\n")
		check(statusRefused, change(t, made, "Uitbesteden: Cyberincidenten aanpakken", "Zelf doen: Cyberincidenten aanpakken"))
		c.calls(t, statusRefused, "", "--example", "--lang", "en", "check", "--report", path)
		c.says(t, "Changed after it was made: under ‘Gevraagde beslissingen’ it says ‘Zelf doen")
		check(statusRefused, change(t, change(t, made, "op school vragen 39 uur", "op school vragen 41 uur"), "opnieuw op 26 mei 2027", "opnieuw op 1 juni 2027"),
			"staat 41, in het plan 39.\n", "staat 1 juni 2027, in het plan 26 mei 2027.\n")
	}
}

// TestTheMarkAloneIsCompared where it does not say how a document was made, or there is no document.
func TestTheMarkAloneIsCompared(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "bestuur.md")
	c.calls(t, statusDone, "", "--example", "export", "--output", path)
	made := contentOf(t, path)
	code := mark.InText(made)
	first, _, _ := strings.Cut(code, "-")
	for other, why := range map[string]string{
		first:                   "dit oudere kenmerk zegt niet hoe het document gemaakt is",
		first + "-nl-zr-abcdef": "het kenmerk noemt keuzes die deze versie van het programma niet kent",
		first + "-nl-pr-abcdef": "door een versie van het programma met andere teksten",
	} {
		c.calls(t, statusDone, "", "--example", "check", "--report", written(t, "oud.md", strings.ReplaceAll(strings.ReplaceAll(made, code, other), "39", "41")))
		c.says(t, "oud.md past bij het plan", "Alleen het kenmerk is vergeleken", why)
	}
	typed := "STAPPENPLAN-" + strings.ReplaceAll(code, "-", "\u2013")
	c.calls(t, statusDone, "", "--example", "check", "--report", typed)
	c.says(t, typed+" past bij het plan", "je gaf alleen het kenmerk")
	c.calls(t, statusRefused, "", "--example", "check", "--report", "stappenplan-deadbeef")
	c.says(t, "past niet bij dit plan")
	c.calls(t, statusRefused, "", "--example", "check", "--report", "stappenplan-dead")
	c.says(t, "kan niet gelezen worden")
}

// TestDecisionsOfOnesOwnAreNotCompared, but the rest is.
func TestDecisionsOfOnesOwnAreNotCompared(t *testing.T) {
	c := newComputer(t)
	own := written(t, "beslissingen.txt", "Twaalf lesuren\n40 uur op 3 maart 2027 vragen\n")
	for format, change := range inParts {
		path := filepath.Join(t.TempDir(), "bestuur."+format)
		c.calls(t, statusDone, "", "--example", "export", "--output", path, "--decisions", own, "--names", "full")
		c.calls(t, statusDone, "", "--example", "check", "--report", path)
		c.says(t, "De beslissingen die je zelf opgaf met --decisions, zijn niet vergeleken.")
		edited := written(t, "bestuur", change(t, change(t, contentOf(t, path), "40 uur op 3 maart", "50 uur op 4 maart"), "op school vragen 39", "op school vragen 93"))
		c.calls(t, statusRefused, "", "--example", "check", "--report", edited)
		if c.says(t, "staat 93, in het plan 39."); strings.Contains(c.said+c.wrong, "50") {
			t.Errorf("%s: %s", format, c.wrong)
		}
	}
}

// TestADocumentOfADayBeforeTheSamePlan: the plan was changed and changed back on another day.
func TestADocumentOfADayBeforeTheSamePlan(t *testing.T) {
	c := newComputer(t)
	plan := func(name string) string {
		return written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "`+name+`"}}`)
	}
	document := filepath.Join(t.TempDir(), "bestuur.html")
	for day, name := range []string{"Testschool", "Klaver", "Testschool"} {
		c.clock = func() time.Time { return time.Date(2026, 11, 24+day, 9, 30, 0, 0, time.UTC) }
		c.calls(t, statusDone, "", "import", "--yes", plan(name))
		if day == 0 {
			c.calls(t, statusDone, "", "export", "--output", document)
		}
	}
	c.calls(t, statusDone, "", "check", "--report", document)
	c.says(t, "Geen cijfer")
	edited := written(t, "bestuur.html", inText(t, contentOf(t, document), "stap 1 van 8", "stap 2 van 8"))
	c.calls(t, statusRefused, "", "check", "--report", edited)
	c.says(t, "staat 2, in het plan 1.\n")
}

// TestAMarkIsShort enough to type over, in the longest line that a document has for it.
func TestAMarkIsShort(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "--example", "export", "--lang", "en", "--names", "initials", "--motivation")
	code := regexp.MustCompile(`stappenplan-[0-9a-f]{8}-en-pim-` + mark.Edition(assets.English)).FindString(c.said)
	if code == "" || len(code) > 40 {
		t.Errorf("the mark is %q", code)
	}
}
