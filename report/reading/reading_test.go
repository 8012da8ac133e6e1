package reading_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"stappenplan/assets"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/markdown"
	"stappenplan/report/pdf"
	"stappenplan/report/reading"
	"stappenplan/report/reporttest"
)

// TestEveryFormatReadsTheSame finds all words of a summary in its text in each format.
func TestEveryFormatReadsTheSame(t *testing.T) {
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	word, err := reading.Word(reporttest.Written(t, docx.Render, s))
	if err != nil {
		t.Fatal(err)
	}
	printed, err := reading.PDF(reporttest.Written(t, pdf.Render, s))
	if err != nil {
		t.Fatal(err)
	}
	for format, text := range map[string]string{
		"md": reading.Markdown(markdown.Render(s)), "html": reading.Page(html.Render(s)), "docx": word, "pdf": printed,
	} {
		text = reporttest.NoBlanks(text)
		for _, paragraph := range []string{
			s.Title, s.Facts[1], s.Parts[2].Sections[0].Title, "beschikbaar is 37,8 uur.", "Cyberincidenten aanpakken",
		} {
			if !strings.Contains(text, reporttest.NoBlanks(paragraph)) {
				t.Errorf("%s: %q is not in its text", format, paragraph)
			}
		}
		if strings.Contains(text, "\ufffd") || strings.Contains(text, "font-family") {
			t.Errorf("%s: its text has what is none", format)
		}
	}
}

func TestMarkdownWithoutItsEscapes(t *testing.T) {
	for text, want := range map[string]string{
		`\-5 uur`: "-5 uur", `2026\. Niet`: "2026. Niet", `&#32;x`: " x", `\&#32;`: "&#32;", "| a | b |\n| --- | --: |\n| 1 | 2 |": "| a | b |\n\n| 1 | 2 |",
	} {
		if got := reading.Markdown([]byte(text)); got != want {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestAPageWithoutWhatIsNotSeen(t *testing.T) {
	page := `<!doctype html><head><title>9</title><style>p{margin:8px}</style></head><body><p>Een <b>2</b>de&nbsp;keer</p><svg><text>7</text></svg><td>3</td><td>4</td>`
	if got := strings.Join(strings.Fields(reading.Page([]byte(page))), " "); got != "Een 2de keer 3 4" {
		t.Errorf("it is read as %q", got)
	}
}

// packageOf is a package with these parts.
func packageOf(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, part := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// said is a text without the blanks and the signs of lists.
func said(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Co, r) }), " ")
}

// TestWhatIsNotSeenIsNotRead, wherever a program or a person puts it.
func TestWhatIsNotSeenIsNotRead(t *testing.T) {
	word := func(body string) []byte {
		return packageOf(t, map[string]string{"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`})
	}
	open := func(body string) []byte {
		return packageOf(t, map[string]string{"content.xml": `<office:text xmlns:office="o" xmlns:text="t" xmlns:svg="s">` + body + `</office:text>`})
	}
	page := func(document []byte) (string, error) { return reading.Page(document), nil }
	for _, c := range []struct {
		read     func([]byte) (string, error)
		document []byte
		want     string
	}{
		{reading.Word, word(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>39</w:t></w:r><w:r><w:t>41</w:t></w:r></w:p>`), "41"},
		{reading.Word, word(`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>41</w:t></w:r></w:p>`), "41"},
		{reading.Word, word(`<w:p><w:moveFrom><w:r><w:t>39</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>38</w:delText></w:r></w:del><w:ins><w:r><w:t>41</w:t></w:r></w:ins></w:p>`), "41"},
		{reading.OpenDocument, open(`<text:tracked-changes><text:p>39</text:p></text:tracked-changes><text:p>4<text:s/>1<text:tab/>2<svg:desc>8</svg:desc></text:p>`), "4 1 2"},
		{reading.OpenDocument, open(`<text:list><text:list-item><text:p>een<text:line-break/>twee</text:p></text:list-item></text:list>`), "een twee"},
		{page, []byte(`<body><p hidden>39</p><p>41<input hidden></p><div style="display: none"><div>38</div></div><nav>37</nav><span style="visibility:hidden">36</span>42`), "41 42"},
	} {
		if text, err := c.read(c.document); err != nil || said(text) != c.want {
			t.Errorf("%s is read as %q, %v", c.document, text, err)
		}
	}
}

// TestSlidesAreReadInTheirOrder, with the notes of each, and without those that are hidden.
func TestSlidesAreReadInTheirOrder(t *testing.T) {
	slide := func(show, text string) string {
		return `<p:sld xmlns:p="p" xmlns:a="a"` + show + `><a:p><a:pPr><a:buAutoNum/></a:pPr><a:t>` + text + `</a:t><a:fld><a:t>9</a:t></a:fld></a:p></p:sld>`
	}
	relations := func(list ...string) string {
		text := `<Relationships>`
		for i, target := range list {
			text += fmt.Sprintf(`<Relationship Id="r%d" Target="%s"/>`, i+1, target)
		}
		return text + `</Relationships>`
	}
	slides := map[string]string{
		"ppt/presentation.xml":            `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r1"/><p:sldId id="258" r:id="r3"/></p:presentation>`,
		"ppt/_rels/presentation.xml.rels": relations("slides/slide1.xml", "/ppt/slides/slide2.xml", "slides/slide3.xml"),
		"ppt/slides/slide1.xml":           slide("", "een"), "ppt/slides/slide2.xml": slide("", "twee"), "ppt/slides/slide3.xml": slide(` show="0"`, "drie"),
		"ppt/slides/_rels/slide2.xml.rels": relations("../notesSlides/notesSlide1.xml"),
		"ppt/notesSlides/notesSlide1.xml":  slide("", "notitie"),
		"ppt/slides/_rels/slide3.xml.rels": relations("../notesSlides/notesSlide3.xml"),
		"ppt/notesSlides/notesSlide3.xml":  slide("", "verborgen"),
	}
	text, err := reading.Slides(packageOf(t, slides))
	if err != nil || said(text) != "twee notitie een" {
		t.Errorf("they are read as %q, %v", text, err)
	}
	if first, _, _ := strings.Cut(strings.TrimSpace(text), "\n"); reading.ItemOf(first) == 0 || reading.ItemOf("twee") != 0 {
		t.Errorf("%q has no sign of its list", first)
	}
	delete(slides, "ppt/slides/slide1.xml")
	if text, err := reading.Slides(packageOf(t, slides)); err == nil {
		t.Errorf("without a slide they are read as %q", text)
	}
}

// pdfOf is a PDF with these objects.
func pdfOf(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, object := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	return []byte(b.String() + "trailer <</Root 1 0 R>>\n%%EOF")
}

func stream(head, content string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", head, len(content), content)
}

// page is a PDF with a page that has this content, and these objects behind the first five.
func page(content string, more ...string) []byte {
	return pdfOf(append([]string{
		"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1 /Resources <</Font <</F 4 0 R>> /XObject <</X 6 0 R>>>>>>",
		"<</Type /Page /Parent 2 0 R /Contents 5 0 R>>",
		"<</Type /Font /Subtype /TrueType /FirstChar 32 /Widths [" + strings.Repeat("500 ", 95) + "]>>", stream("", content),
	}, more...)...)
}

func TestPDFsOfOtherPrograms(t *testing.T) {
	packed := bytes.Buffer{}
	w := zlib.NewWriter(&packed)
	fmt.Fprint(w, "6 0 7 21 <</A 1 /B [1 2]>> (second)")
	w.Close()
	for name, one := range map[string]struct {
		file []byte
		want string
	}{
		"kerned":             {page("BT /F 10 Tf [(4) -20 (1) -400 (uur)] TJ ET"), "41 uur"},
		"by place":           {page("BT /F 10 Tf 10 100 Td (4) Tj 5 0 Td (1) Tj 20 0 Td (x) Tj 0 -12 Td (y) Tj ET"), "41 x\ny"},
		"turned and scaled":  {page("q .5 0 0 -.5 0 800 cm BT /F 20 Tf 1 0 0 -1 10 100 Tm (a\\)\\142) Tj T* <63> ' ET Q"), "a)b\nc"},
		"a form":             {page("/X Do BT /F 10 Tf 10 10 Td (after) Tj ET", stream("/Subtype /Form /Matrix [1 0 0 1 5 500]", "BT /F 10 Tf (in it) Tj ET")), "in it\nafter"},
		"a form in itself":   {page("/X Do", stream("/Subtype /Form", "/X Do BT /F 10 Tf (x) Tj ET /X Do")), ""},
		"a picture":          {page("BI /W 1 ID \x00(EI( EI BT /F 10 Tf (x) Tj ET"), "x"},
		"changed afterwards": {append(page("BT /F 9 Tf (old) Tj ET"), []byte("\n5 0 obj\n"+stream("", "BT /F 9 Tf (new) Tj ET")+"\nendobj\n")...), "new"},
	} {
		got, err := reading.PDF(one.file)
		if got = strings.TrimSpace(got); one.want != "" && (err != nil || got != one.want) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	locked := strings.Replace(string(page("BT /F 9 Tf (x) Tj ET")), "<</Root", "<</Encrypt 9 0 R /Root", 1)
	for _, document := range []string{locked, "%PDF-1.7", "%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 1 0 R>>"} {
		if text, err := reading.PDF([]byte(document)); !errors.Is(err, reading.ErrUnreadable) {
			t.Errorf("%.40q is read as %q", document, text)
		}
	}
}

// TestOddDocumentsAreReadToTheirEnd, also those that were made to be slow, or that are damaged.
func TestOddDocumentsAreReadToTheirEnd(t *testing.T) {
	bomb := bytes.Buffer{}
	w := zlib.NewWriter(&bomb)
	for range 300 {
		_, _ = w.Write(bytes.Repeat([]byte("1 "), 500_000))
	}
	w.Close()
	unpacks := strings.Replace(string(page(bomb.String())), "<< /Length", "<</Filter /FlateDecode /Length", 1)
	const many = 1_000_000
	for name, document := range map[string]string{
		"a bomb": unpacks, "brackets": "%PDF-1.7\n1 0 obj\n" + strings.Repeat("[", many), "dictionaries": "%PDF-1.7\n1 0 obj\n" + strings.Repeat("<<", many),
		"texts": "%PDF-1.7\n" + strings.Repeat("1 0 obj 5 (", many/4), "comments": "%PDF-1.7\n" + strings.Repeat("1 0 obj 5 %", many/4),
		"streams": "%PDF-1.7\n" + strings.Repeat("1 0 obj <<>> stream\n", many/8), "references": "%PDF-1.7\n" + strings.Repeat("1 0 obj 1 0 R ", many/4),
		"widths": string(page("BT /F 9 Tf (x) Tj ET", "<</W ["+strings.Repeat("0 65535 9 ", many/20)+"]>>")),
	} {
		t.Run(name, func(*testing.T) { _, _ = reading.PDF([]byte(document)) }) // whoever reads for long holds the tests
	}
	s := reporttest.ExampleBoard(t, assets.Dutch)
	random := rand.New(rand.NewPCG(1, 2))
	for _, whole := range [][]byte{reporttest.Written(t, pdf.Render, s), reporttest.Written(t, docx.Render, s), html.Render(s)} {
		for range reporttest.ShortOrLong(8, 300) {
			damaged := bytes.Clone(whole[:random.IntN(len(whole))])
			for range random.IntN(20) {
				if len(damaged) > 0 {
					damaged[random.IntN(len(damaged))] = byte(random.IntN(256))
				}
			}
			_, _ = reading.PDF(damaged)
			_, _ = reading.Word(damaged)
			_ = reading.Page(damaged)
		}
	}
}
