package pdf_test

import (
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"

	reader "github.com/ledongthuc/pdf"
)

// uaFont is a font as a text is shown in it.
type uaFont struct {
	value  reader.Value
	hidden bool
}

// shown notes the codes that an operator shows of a font.
func (u *uaChecker) shown(of reader.Value, operands []reader.Value, state uaState) {
	if of.Kind() != reader.Dict {
		u.check(false, "9.3", "a text has no font %q", state.font)
		return
	}
	key := of.String()
	if u.codes[key] == nil {
		u.codes[key] = map[string]uaFont{}
	}
	width := 1
	if of.Key("Subtype").Name() == "Type0" {
		width = 2 // that of Identity and all embedded encodings here
	}
	note := func(text string) {
		for ; len(text) >= width; text = text[width:] {
			known, again := u.codes[key][text[:width]]
			u.codes[key][text[:width]] = uaFont{of, state.hidden && (!again || known.hidden)}
		}
	}
	for _, operand := range operands {
		note(operand.RawString())
		for i := range operand.Len() {
			note(operand.Index(i).RawString())
		}
	}
}

// fonts looks at every font that a text is shown in.
func (u *uaChecker) fonts() {
	for _, codes := range u.codes {
		var list []string
		var of reader.Value
		hidden := true
		for code, f := range codes {
			list, of, hidden = append(list, code), f.value, hidden && f.hidden
		}
		slices.Sort(list)
		switch of.Key("Subtype").Name() {
		case "Type0":
			u.composite(of, list, hidden)
		case "Type3":
		default:
			u.simple(of, hidden)
		}
		u.unicode(of, list)
	}
}

// uaFontFile is the file of a font, by what describes the font.
func uaFontFile(descriptor reader.Value) reader.Value {
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if file := descriptor.Key(key); file.Kind() == reader.Stream {
			return file
		}
	}
	return reader.Value{}
}

// simple looks at a font whose codes are bytes.
func (u *uaChecker) simple(of reader.Value, hidden bool) {
	descriptor, name := of.Key("FontDescriptor"), of.Key("BaseFont").Name()
	u.check(hidden || !uaFontFile(descriptor).IsNull(), "7.21.4.1-1", "the font %s is not embedded", name)
	if of.Key("Subtype").Name() != "TrueType" {
		return
	}
	const symbolic = 4
	encoding := of.Key("Encoding")
	if descriptor.Key("Flags").Int64()&symbolic != 0 {
		u.check(encoding.IsNull(), "7.21.6-3", "the font %s of symbols has an encoding", name)
		return
	}
	base := encoding.Name() + encoding.Key("BaseEncoding").Name()
	u.check(base == "MacRomanEncoding" || base == "WinAnsiEncoding", "7.21.6-2", "the font %s has the encoding %q", name, base)
}

// composite looks at a font whose codes are of more bytes.
func (u *uaChecker) composite(of reader.Value, codes []string, hidden bool) {
	name, encoding, inner := of.Key("BaseFont").Name(), of.Key("Encoding"), of.Key("DescendantFonts").Index(0)
	file := uaFontFile(inner.Key("FontDescriptor"))
	identity := strings.HasPrefix(encoding.Name(), "Identity-")
	if encoding.Kind() == reader.Stream {
		u.encoding(encoding)
	}
	if encoding.Kind() == reader.Stream {
		of, in := encoding.Key("CIDSystemInfo"), inner.Key("CIDSystemInfo")
		same := of.Key("Registry").RawString() == in.Key("Registry").RawString() && of.Key("Ordering").RawString() == in.Key("Ordering").RawString() &&
			in.Key("Supplement").Int64() <= of.Key("Supplement").Int64()
		u.check(same, "7.21.3.1-1", "the font %s and its encoding are of other collections", name)
	}
	u.check(hidden || !file.IsNull(), "7.21.4.1-1", "the font %s is not embedded", name)
	if file.IsNull() || inner.Key("Subtype").Name() != "CIDFontType2" {
		return
	}
	places := inner.Key("CIDToGIDMap")
	u.check(!places.IsNull(), "7.21.3.2-1", "the font %s does not say where its letters are", name)
	if identity && !hidden {
		u.glyphs(inner, file, codes)
	}
}

var (
	uaMode   = regexp.MustCompile(`/WMode\s+(\d)`)
	uaUse    = regexp.MustCompile(`/(\S+)\s+usecmap`)
	uaKnown  = regexp.MustCompile(`^(Identity|GB|B5|HKscs|ETen|CNS|Uni|83pv|90|Add|Ext|EUC|KSC|[HV]$)`)
	uaRanges = regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`)
	uaHex    = regexp.MustCompile(`<([0-9A-Fa-f\s]*)>|\[|\]`)
)

// encoding looks at an encoding that is in the file.
func (u *uaChecker) encoding(of reader.Value) {
	content := uaContent(of)
	mode := "0"
	if found := uaMode.FindStringSubmatch(content); found != nil {
		mode = found[1]
	}
	u.check(mode == string(rune('0'+of.Key("WMode").Int64())), "7.21.3.3-2", "an encoding runs in two ways")
	used := of.Key("UseCMap").Name()
	if found := uaUse.FindStringSubmatch(content); found != nil {
		used = found[1]
	}
	u.check(used == "" || uaKnown.MatchString(used), "7.21.3.3-3", "an encoding uses %s", used)
}

func uaContent(stream reader.Value) string {
	content, err := io.ReadAll(stream.Reader())
	if err != nil {
		panic(err)
	}
	return string(content)
}

// unicode looks at which letters the codes are.
func (u *uaChecker) unicode(of reader.Value, codes []string) {
	stream := of.Key("ToUnicode")
	if stream.Kind() != reader.Stream {
		known := regexp.MustCompile(`^(GB1|CNS1|Japan1|Korea1)$`)
		composite := of.Key("Subtype").Name() == "Type0"
		ordering := of.Key("DescendantFonts").Index(0).Key("CIDSystemInfo").Key("Ordering").RawString()
		u.check(!composite || known.MatchString(ordering), "7.21.7-1", "the font %s does not say which letters it shows", of.Key("BaseFont").Name())
		return
	}
	letters := uaLetters(uaContent(stream))
	for _, code := range codes {
		text := letters(code)
		u.check(text != "", "7.21.7-1", "the font %s does not say which letter %x is", of.Key("BaseFont").Name(), code)
		u.check(!strings.ContainsAny(text, "\x00\ufeff\ufffe"), "7.21.7-2", "the font %s says that %x is no letter", of.Key("BaseFont").Name(), code)
	}
}

// uaLetters reads a table of letters by code.
func uaLetters(content string) func(code string) string {
	type span struct{ from, to, letters string }
	var spans []span
	for _, block := range uaRanges.FindAllStringSubmatch(content, -1) {
		var row []string
		listed := 0
		for _, found := range uaHex.FindAllStringSubmatch(block[2], -1) {
			switch {
			case found[0] == "[":
				listed = 1
				continue
			case found[0] == "]":
				listed, row = 0, nil
				continue
			}
			row = append(row, uaBytes(found[1]))
			switch {
			case block[1] == "char" && len(row) == 2:
				spans, row = append(spans, span{row[0], row[0], row[1]}), nil
			case listed > 0 && len(row) == 3:
				at := uaPlus(row[0], listed-1)
				spans, row = append(spans, span{at, at, row[2]}), row[:2]
				listed++
			case block[1] == "range" && len(row) == 3:
				spans, row = append(spans, span{row[0], row[1], row[2]}), nil
			}
		}
	}
	return func(code string) string {
		for _, s := range spans {
			if len(s.from) == len(code) && s.from <= code && code <= s.to && len(s.letters) > 0 {
				text := uaPlus(s.letters, int(uaNumber(code)-uaNumber(s.from)))
				var units []uint16
				for ; len(text) > 1; text = text[2:] {
					units = append(units, uint16(text[0])<<8|uint16(text[1]))
				}
				return string(utf16.Decode(units))
			}
		}
		return ""
	}
}

func uaBytes(digits string) string {
	digits = strings.Join(strings.Fields(digits), "")
	var b []byte
	for ; len(digits) > 1; digits = digits[2:] {
		b = append(b, uaDigit(digits[0])<<4|uaDigit(digits[1]))
	}
	return string(b)
}

func uaDigit(c byte) byte { return byte(strings.IndexByte("0123456789abcdef", c|0x20)) }

func uaNumber(code string) (n int64) {
	for _, b := range []byte(code) {
		n = n<<8 | int64(b)
	}
	return n
}

// uaPlus is a text of bytes with its last two counted on.
func uaPlus(text string, n int) string {
	b := []byte(text)
	for i := len(b) - 1; i >= 0 && n > 0; i-- {
		n += int(b[i])
		b[i] = byte(n)
		n >>= 8
	}
	return string(b)
}

// glyphs looks at whether the font has each letter that is shown, as wide as the file says.
func (u *uaChecker) glyphs(inner, file reader.Value, codes []string) {
	name := inner.Key("BaseFont").Name()
	advances := uaAdvances(uaContent(file))
	places := ""
	if m := inner.Key("CIDToGIDMap"); m.Kind() == reader.Stream {
		places = uaContent(m)
	}
	widths := uaWidths(inner)
	for _, code := range codes {
		cid := int(uaNumber(code))
		glyph := cid
		if places != "" && 2*cid+1 < len(places) {
			glyph = int(uaNumber(places[2*cid : 2*cid+2]))
		}
		u.check(glyph != 0, "7.21.8-1", "the font %s has no letter for %x", name, code)
		width, has := advances(glyph)
		u.check(has, "7.21.4.1-2", "the font %s lacks the letter for %x", name, code)
		u.check(math.Abs(width-widths(cid)) <= 1, "7.21.5-1", "%x is %v wide in %s, and %v in the file", code, width, name, widths(cid))
	}
}

// uaAdvances reads how wide the letters of a font are, in thousandths of its size.
func uaAdvances(file string) func(glyph int) (width float64, has bool) {
	table := func(tag string) string {
		for i := range int(uaNumber(file[4:6])) {
			if row := file[12+16*i : 28+16*i]; row[:4] == tag {
				return file[uaNumber(row[8:12]) : uaNumber(row[8:12])+uaNumber(row[12:16])]
			}
		}
		panic("a font without " + tag)
	}
	em := float64(uaNumber(table("head")[18:20]))
	letters, given, widths := int(uaNumber(table("maxp")[4:6])), int(uaNumber(table("hhea")[34:36])), table("hmtx")
	return func(glyph int) (float64, bool) {
		if glyph >= letters {
			return 0, false
		}
		at := 4 * min(glyph, given-1)
		return float64(uaNumber(widths[at:at+2])) * 1000 / em, true
	}
}

// uaWidths reads how wide a file says that letters are.
func uaWidths(inner reader.Value) func(cid int) float64 {
	widths := map[int]float64{}
	list := inner.Key("W")
	for i := 0; i+1 < list.Len(); {
		first := int(list.Index(i).Int64())
		if each := list.Index(i + 1); each.Kind() == reader.Array {
			for n := range each.Len() {
				widths[first+n] = each.Index(n).Float64()
			}
			i += 2
			continue
		}
		for cid := first; cid <= int(list.Index(i+1).Int64()); cid++ {
			widths[cid] = list.Index(i + 2).Float64()
		}
		i += 3
	}
	usual := 1000.0
	if given := inner.Key("DW"); !given.IsNull() {
		usual = given.Float64()
	}
	return func(cid int) float64 {
		if width, known := widths[cid]; known {
			return width
		}
		return usual
	}
}
