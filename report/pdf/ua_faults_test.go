package pdf_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
)

// uaSmall are the objects of a small document that keeps to PDF/UA-1.
var uaSmall = []string{
	"<</Type /Catalog /Pages 2 0 R /Lang (nl-BE) /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot 6 0 R /Metadata 5 0 R>>",
	"<</Type /Pages /Kids [3 0 R] /Count 1>>",
	"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /StructParents 0 /Tabs /S /Contents 4 0 R /Annots [22 0 R]>>",
	uaStream("", "/H1 <</MCID 0>> BDC 0 0 1 1 re f EMC /H2 <</MCID 1>> BDC 0 0 1 1 re f EMC /Lbl <</MCID 2>> BDC 0 0 1 1 re f EMC "+
		"/LBody <</MCID 3>> BDC 0 0 1 1 re f EMC /TH <</MCID 4>> BDC 0 0 1 1 re f EMC /TD <</MCID 5>> BDC 0 0 1 1 re f EMC "+
		"/Figure <</MCID 6>> BDC 0 0 1 1 re f EMC /Link <</MCID 7>> BDC 0 0 1 1 re f EMC /Artifact BMC 2 2 m 3 3 l S EMC"),
	uaStream("/Type /Metadata /Subtype /XML", `<x><r:Description xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" `+
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><pdfuaid:part>1</pdfuaid:part><dc:title><r:Alt><r:li xml:lang="x-default">Een plan</r:li></r:Alt></dc:title></r:Description></x>`),
	"<</Type /StructTreeRoot /K 7 0 R /ParentTree 8 0 R /RoleMap <</Kop /H2>>>>",
	"<</S /Document /P 6 0 R /K [9 0 R 10 0 R 11 0 R 15 0 R 20 0 R 21 0 R]>>",
	"<</Nums [0 [9 0 R 10 0 R 13 0 R 14 0 R 18 0 R 19 0 R 20 0 R 21 0 R] 1 21 0 R]>>",
	"<</S /H1 /P 7 0 R /Pg 3 0 R /K 0>>",
	"<</S /Kop /P 7 0 R /Pg 3 0 R /K [1]>>",
	"<</S /L /P 7 0 R /K [12 0 R]>>",
	"<</S /LI /P 11 0 R /K [13 0 R 14 0 R]>>",
	"<</S /Lbl /P 12 0 R /Pg 3 0 R /K 2>>",
	"<</S /LBody /P 12 0 R /K <</Type /MCR /Pg 3 0 R /MCID 3>>>>",
	"<</S /Table /P 7 0 R /K [16 0 R 17 0 R]>>",
	"<</S /TR /P 15 0 R /K [18 0 R]>>",
	"<</S /TR /P 15 0 R /K [19 0 R]>>",
	"<</S /TH /P 16 0 R /Pg 3 0 R /K 4 /A <</O /Table /Scope /Column>>>>",
	"<</S /TD /P 17 0 R /Pg 3 0 R /K 5>>",
	"<</S /Figure /P 7 0 R /Pg 3 0 R /K 6 /Alt (Een boom)>>",
	"<</S /Link /P 7 0 R /Pg 3 0 R /K [7 <</Type /OBJR /Obj 22 0 R>>]>>",
	"<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /StructParent 1 /Contents (Naar de bron) /Dest [3 0 R /Fit]>>",
}

func uaStream(about, content string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", about, len(content), content)
}

// uaWritten writes objects as a file.
func uaWritten(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// TestTheCheckerOfPDFUAFindsFaults puts faults in a small document without any.
func TestTheCheckerOfPDFUAFindsFaults(t *testing.T) {
	t.Parallel()
	if faults := uaFaults(uaWritten(uaSmall)); len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, fault := range []struct {
		rule    string
		changes []string // old and new alternate
	}{
		{"5-1", []string{"www.aiim.org/pdfua/ns/id/", "www.aiim.org/pdfua/ns/xx/"}},
		{"5-2", []string{"<pdfuaid:part>1<", "<pdfuaid:part>2<"}},
		{"5-3", []string{"pdfuaid", "pdfuaxx"}},
		{"6.2-1", []string{"/Marked true", "/Marked false"}},
		{"7.1-1", []string{"<</MCID 7>> BDC", "<</MCID 7>> BDC /Artifact BMC"}},
		{"7.1-2", []string{"/H1 <</MCID 0>> BDC", "/Artifact BMC /H1 <</MCID 0>> BDC"}},
		{"7.1-3", []string{"/Artifact BMC 2", "/Nothing_ BMC 2"}},
		{"7.1-4", []string{"/Marked true", "/Marked true /Suspects true"}},
		{"7.1-5", []string{"<</Kop /H2>>", "<</Kop /H9>>"}},
		{"7.1-6", []string{"<</Kop /H2>>", "<</Kop /H2 /A /B /B /A>>"}},
		{"7.1-7", []string{"<</Kop /H2>>", "<</Kop /H2 /P /Div>>"}},
		{"7.1-8", []string{"/Metadata 5 0 R", ""}},
		{"7.1-9", []string{"dc:title", "dc:titel"}},
		{"7.1-10", []string{"/DisplayDocTitle true", "/DisplayDocTitle false"}},
		{"7.1-11", []string{"/StructTreeRoot 6 0 R", ""}},
		{"7.1-12", []string{"/S /H1 /P 7 0 R", "/S /H1"}},
		{"7.2-3", []string{"[16 0 R 17 0 R]", "[16 0 R 17 0 R 9 0 R]"}},
		{"7.2-10", []string{"[19 0 R]>>", "[19 0 R 9 0 R]>>"}},
		{"7.2-14", []string{"/S /TR /P 15 0 R /K [18", "/S /THead /P 15 0 R /K [18"}},
		{"7.2-15", []string{"/K [18 0 R]", "/K [18 0 R <</S /TH /P 16 0 R /A <</O /Table /RowSpan 2>>>>]", "/K 5>>", "/K 5 /A <</O /Table /ColSpan 2>>>>"}},
		{"7.2-41", []string{"/K 5>>", "/K 5 /A <</O /Table /RowSpan 2>>>>"}},
		{"7.2-19", []string{"/K [12 0 R]", "/K [12 0 R 9 0 R]"}},
		{"7.2-20", []string{"[13 0 R 14 0 R]>>", "[13 0 R 14 0 R 9 0 R]>>"}},
		{"7.2-22", []string{"/Lang (nl-BE)", ""}},
		{"7.2-29", []string{"(nl-BE)", "(nl_BE)"}},
		{"7.2-33", []string{"/Lang (nl-BE)", ""}},
		{"7.2-43", []string{"/K [19 0 R]", "/K [19 0 R <</S /TD /P 17 0 R>>]"}},
		{"7.3-1", []string{"/Alt (Een boom)", ""}},
		{"7.4.2-1", []string{"/Kop /H2", "/Kop /H3"}},
		{"7.4.4-2", []string{"/Kop /H2", "/Kop /H"}},
		{"7.5-1", []string{"/Scope /Column", "/Scope /Row"}},
		{"7.5-2", []string{"/Scope /Column", "/Scope /Row", "/K 5>>", "/K 5 /A <</O /Table /Headers [(x)]>>>>"}},
		{"7.18.1-1", []string{"/Subtype /Link", "/Subtype /Text"}},
		{"7.18.3-1", []string{"/Tabs /S", "/Tabs /R"}},
		{"7.18.5-1", []string{"/S /Link", "/S /Span"}},
		{"7.18.5-2", []string{"/Contents (Naar de bron)", ""}},
		{"14.6", []string{"l S EMC", "l S    "}},
		{"14.7.4", []string{"/MCID 3>>>>", "/MCID 9>>>>"}},
		{"14.7.4", []string{"[9 0 R 10 0 R 13", "[10 0 R 9 0 R 13"}},
	} {
		t.Run(fault.rule, func(t *testing.T) {
			changes := strings.NewReplacer(fault.changes...)
			spoilt := slices.Clone(uaSmall)
			for i, o := range spoilt {
				about, content, isStream := strings.Cut(o, "\nstream\n")
				if !isStream {
					spoilt[i] = changes.Replace(o)
					continue
				}
				about, _, _ = strings.Cut(strings.TrimPrefix(about, "<<"), " /Length")
				spoilt[i] = uaStream(about, changes.Replace(strings.TrimSuffix(content, "\nendstream")))
			}
			finds(t, uaFaults(uaWritten(spoilt)), fault.rule)
		})
	}
}

// TestTheCheckerOfPDFUAFindsFaultsOfFonts puts faults in a document of ours.
func TestTheCheckerOfPDFUAFindsFaultsOfFonts(t *testing.T) {
	t.Parallel()
	file := pdfOf(t, reporttest.Summary(reporttest.JournalOf(t), assets.Dutch))
	for old, fault := range map[string]struct{ new, rule string }{
		"/ToUnicode ":      {"/ToUnicodx ", "7.21.7-1"},
		"/FontFile2 ":      {"/FontFilex ", "7.21.4.1-1"},
		"/CIDToGIDMap ":    {"/CIDToGIDMax ", "7.21.3.2-1"},
		"/W [ ":            {"/X [ ", "7.21.5-1"},
		"/StructParents 0": {"/StructParents 7", "14.7.4"},
		"%PDF-1.7\n%":      {"%PDF-1.8\n%", "unreadable"},
	} {
		t.Run(fault.rule, func(t *testing.T) {
			if !bytes.Contains(file, []byte(old)) {
				t.Fatalf("there is no %q", old)
			}
			finds(t, uaFaults(bytes.ReplaceAll(file, []byte(old), []byte(fault.new))), fault.rule)
		})
	}
}

func finds(t *testing.T, faults []string, rule string) {
	t.Helper()
	if !slices.ContainsFunc(faults, func(found string) bool { return strings.HasPrefix(found, rule) }) {
		t.Errorf("a fault against %s is not found, only %q", rule, faults)
	}
}
