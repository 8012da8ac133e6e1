package report_test

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
)

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
