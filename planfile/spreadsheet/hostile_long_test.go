//go:build long

package spreadsheet_test

import "testing"

// TestLargeBombs has those that are as large as is unpacked, and a bit more.
func TestLargeBombs(t *testing.T) {
	const size, texts = 27_000_000, "xl/sharedStrings.xml"
	readBombs(t, map[string][]byte{
		"tags":               repeated(t, tasksSheet, "<worksheet><sheetData>", "<c/>", "</sheetData></worksheet>", size/3),
		"deep":               repeated(t, tasksSheet, "", "<a>", "", size/4),
		"one attribute":      repeated(t, tasksSheet, `<worksheet a="`, "x", `"/>`, size),
		"shared texts":       repeated(t, texts, "<sst>", "<si><t/></si>", "</sst>", size/3),
		"one shared text":    repeated(t, texts, "<sst><si><t>", "_x0041_", "</t></si></sst>", size),
		"styles":             repeated(t, "xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>", "</cellXfs></styleSheet>", size/4),
		"entities":           repeated(t, tasksSheet, `<!DOCTYPE a [<!ENTITY b "`, "b", `">]><worksheet>&b;</worksheet>`, size/10),
		"a sheet of comment": repeated(t, tasksSheet, "<worksheet><!--", "x", "--></worksheet>", size),
	})
}
