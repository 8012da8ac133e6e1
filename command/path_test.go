package command

import "testing"

// TestADraggedFileIsFound however a terminal or a file manager writes its path.
func TestADraggedFileIsFound(t *testing.T) {
	t.Parallel()
	for system, paths := range map[string]map[string]string{
		"linux": {
			`/home/an/mijn\ lijst\ \(2\).xlsx`: "/home/an/mijn lijst (2).xlsx", `'/home/an/mijn lijst.xlsx' `: "/home/an/mijn lijst.xlsx", `"/home/an/a\ b.csv"`: `/home/an/a\ b.csv`,
			"file:///home/an/mijn%20lijst.xlsx": "/home/an/mijn lijst.xlsx", "file://localhost/home/an/a.csv": "/home/an/a.csv", "file:/home/an/a.csv": "/home/an/a.csv", "“taken.csv”": "taken.csv",
			"100%.csv": "100%.csv", "file:///home/100%.csv": "/home/100%.csv",
		},
		"windows": {
			`"C:\Users\An\Mijn lijst.xlsx"`: `C:\Users\An\Mijn lijst.xlsx`, `& 'C:\Users\An\lijst.xlsx'`: `C:\Users\An\lijst.xlsx`, `C:\Users\An\ lijst.xlsx`: `C:\Users\An\ lijst.xlsx`,
			"file:///C:/Users/An/Mijn%20lijst.xlsx": "C:/Users/An/Mijn lijst.xlsx", "file://server/ict/lijst.xlsx": "//server/ict/lijst.xlsx",
		},
	} {
		p := &program{environment: environment{system: system}}
		for typed, want := range paths {
			if got := p.dragged(typed); got != want {
				t.Errorf("%s: %s is read as %s, want %s", system, typed, got, want)
			}
		}
	}
}
