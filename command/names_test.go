package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ofMany is a plan whose people have names in many scripts, and are named in notes in a hurry.
const ofMany = `{"format": "stappenplan/1", "school": {"name": "Testschool", "level": "secondary"},
"answers": {"awareness": {"choice": "yes", "note": "D´Hondt belt, D` + "`" + `Hondt belt, D'Hondt belt; accounts ldhondt en dhondtl; vandenbroucke doet mee; 王 伟 en 王伟; محمد en Παπαδοπούλου, петров"}},
"members": [
  {"id": "a", "name": "Luc D'Hondt", "role": "technical-coordinator", "hours": 2},
  {"id": "b", "name": "Els Vandenbroucke", "role": "teacher", "hours": 2},
  {"id": "c", "name": "王 伟", "role": "teacher", "hours": 2},
  {"id": "d", "name": "محمد علي", "role": "teacher", "hours": 2},
  {"id": "e", "name": "Ελένη Παπαδοπούλου", "role": "director", "hours": 2},
  {"id": "f", "name": "Иван Петров", "role": "other", "hours": 2}]}`

// textIn is the text of a document, as a reader finds it.
func textIn(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := documents[strings.TrimPrefix(filepath.Ext(path), ".")].read(content)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestNamesOfEveryScriptStayOutOfDocuments that call people by their roles, in every format.
func TestNamesOfEveryScriptStayOutOfDocuments(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", "--yes", written(t, "plan.json", ofMany))
	secret := regexp.MustCompile(`(?i)hondt|vandenbr|王|伟|محمد|علي|παπαδ|ελέν|петров|иван`)
	for _, format := range pages {
		path := filepath.Join(t.TempDir(), "bestuur."+format)
		c.calls(t, statusDone, "", "export", "--output", path, "--notes", "--sections", "all")
		text := textIn(t, path)
		if found := secret.FindString(text); found != "" || !strings.Contains(text, "doet mee") {
			t.Errorf("%s: %q in %s", format, found, text)
		}
		if strings.Contains(c.wrong, "letters") {
			t.Errorf("%s: %s", format, c.wrong)
		}
	}
}

// TestNamesThatAPDFCannotWriteAreTold, and every other format has them.
func TestNamesThatAPDFCannotWriteAreTold(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", "--yes", written(t, "plan.json", ofMany))
	for _, format := range pages {
		path := filepath.Join(t.TempDir(), "bestuur."+format)
		c.calls(t, statusDone, "", "export", "--output", path, "--names", "full", "--sections", "all")
		text, told := textIn(t, path), strings.Contains(c.wrong, "‘王 伟’; ‘محمد علي’")
		if told != (format == "pdf") || strings.Contains(c.wrong, "Петров") || strings.Contains(c.wrong, "Ελένη") {
			t.Errorf("%s: says %q", format, c.wrong)
		}
		for _, name := range []string{"D'Hondt", "Ελένη Παπαδοπούλου", "Иван Петров"} {
			if !strings.Contains(text, name) {
				t.Errorf("%s lacks %s", format, name)
			}
		}
		for _, name := range []string{"王 伟", "محمد علي"} {
			if has := strings.Contains(text, name); has == (format == "pdf") {
				t.Errorf("%s has %s: %v", format, name, has)
			}
		}
	}
	c.calls(t, statusDone, "", "--lang", "en", "export", "--output", filepath.Join(t.TempDir(), "board.pdf"), "--names", "full", "--sections", "all", "--names", "full")
	c.says(t, "The letters of a PDF cannot write this: ‘王 伟’; ‘محمد علي’.")
}
