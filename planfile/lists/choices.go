package lists

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// aPlanFile is the line by which a plan file in YAML says what it is.
var aPlanFile = lazyregexp.New(`(?m)^format\s*:`)

// OpenText opens a text as a workbook where it is a list: its first rows split into cells, and one of them has the heading of a
// column with tasks. A list may also be one column, where that heading stands first. It is nil where it
// is none. Its errors are [planfile.Errors].
func OpenText(name string, data []byte, texts *assets.Texts) (*xlsx.Book, error) {
	if IsPlan(data) {
		return nil, nil
	}
	r := newReader(steps.NewPlan(assets.Definitions()), texts, Choices{})
	for _, open := range []func(name string, data []byte) (*xlsx.Book, error){planfile.OpenDelimited, planfile.OpenLines} {
		book, err := open(name, data)
		if book == nil {
			continue
		}
		head, headErr := book.Head(book.Sheets[0])
		if headErr != nil {
			return nil, planfile.AsErrors(headErr)
		}
		several := slices.DeleteFunc(slices.Clone(head), func(row xlsx.Row) bool { return len(row.Cells) < 2 })
		if _, found := r.bestHeadings(book.Sheets[0], several); found || len(several) == 0 && r.isColumn(head) {
			return book, err
		}
	}
	return nil, nil
}

// IsPlan says whether a text is a plan file, whatever is wrong with it.
func IsPlan(data []byte) bool {
	if text, err := planfile.Text(data); err == nil {
		data = text
	}
	text := bytes.TrimLeft(data, " \t\r\n")
	return bytes.HasPrefix(text, []byte("{")) || bytes.HasPrefix(text, []byte("[")) || aPlanFile().Match(data)
}

// aBullet stands before what a text lists.
var aBullet = lazyregexp.New(`(?m)^[ \t]*[-*•–][ \t]+`)

// OpenRows opens a text that a person takes for a list, whatever stands in it: with a cell a line, without the bullet before it, where nothing splits
// its lines but a comma in a title or two; else as rows of cells. It is nil where the text is a line, a plan file or no text. Its errors are [planfile.Errors].
func OpenRows(name string, data []byte) (*xlsx.Book, error) {
	if IsPlan(data) {
		return nil, nil
	}
	lines, err := planfile.OpenLines(name, aBullet().ReplaceAll(data, nil))
	if err != nil || lines == nil {
		return nil, err
	}
	head, err := lines.Head(lines.Sheets[0])
	if err != nil {
		return nil, planfile.AsErrors(err)
	}
	commas, others := 0, 0
	for _, row := range head {
		text := row.Cells[0].Text
		if strings.ContainsAny(text, ";\t") {
			others++
		}
		if strings.Contains(text, ",") {
			commas++
		}
	}
	if others > 0 || 2*commas >= len(head) {
		if book, err := planfile.OpenDelimited(name, data); book != nil {
			return book, err
		}
	}
	if len(head) < 2 {
		return nil, nil
	}
	return lines, nil
}

// isColumn says whether rows of a cell each are a list of tasks: the first is exactly the heading of one, not a field of a text in YAML, and
// something stands below it.
func (r *reader) isColumn(head []xlsx.Row) bool {
	if len(head) < 2 {
		return false
	}
	first := head[0].Cells[0].Text
	h := r.exactly(first)
	return h.evidence == Exact && h.field == Title && !strings.HasSuffix(first, ":")
}

var aColumn = lazyregexp.New(`(?:^|[\s,;])([A-Za-z]{1,3})\s*=`)

// ParseColumns reads what columns are taken for, as B=title,C=owner,D=-: by the name of the field, or as a heading would say it in
// any language. Wrong is what cannot be read, if anything.
func ParseColumns(text string, texts *assets.Texts) (columns map[string]Meaning, wrong string) {
	r := newReader(steps.NewPlan(assets.Definitions()), texts, Choices{})
	columns = map[string]Meaning{}
	found := aColumn().FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 || strings.TrimSpace(text[:found[0][0]]) != "" {
		return nil, text
	}
	for i, at := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		said := strings.Trim(text[at[1]:end], " ,;\t")
		meaning, known := r.meaningOf(said)
		if !known {
			return nil, strings.Trim(text[at[0]:end], " ,;\t")
		}
		columns[strings.ToUpper(text[at[2]:at[3]])] = meaning
	}
	return columns, ""
}

var aPerson = lazyregexp.New(`(?:^|[\s,;])(\d+)\s*=`)

// ParsePeople reads who people are by their number, of so many, as 1=An Maes 2=-: an empty name is nobody. Wrong is what cannot be
// read, if anything.
func ParsePeople(text string, most int) (people map[int]string, wrong string) {
	people = map[int]string{}
	found := aPerson().FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return nil, text
	}
	if before := strings.Trim(text[:found[0][0]], " ,;\t"); before != "" {
		return nil, before
	}
	for i, at := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		number, err := strconv.Atoi(text[at[2]:at[3]])
		who := steps.CleanName(strings.Trim(text[at[1]:end], " ,;\t"))
		_, twice := people[number]
		if err != nil || number < 1 || number > most || who == "" || twice || strings.Contains(who, "=") {
			return nil, strings.Trim(text[at[0]:end], " ,;\t")
		}
		if who == "-" {
			who = ""
		}
		people[number] = who
	}
	return people, ""
}

// Meaning is what a person says that a column holds.
type Meaning struct {
	Field   Field
	Negated bool // it says what does not apply
	Unit    Unit // of hours, where it is not hours a week
	Weekly  bool // it names the week, whatever the heading names
}

// meaningOf is what somebody means who says this of a column: the name of a field, or what a heading would say.
func (r *reader) meaningOf(said string) (Meaning, bool) {
	for _, field := range Fields {
		if strings.EqualFold(said, string(field)) {
			return Meaning{Field: field}, true
		}
	}
	h := r.exactly(said)
	m := Meaning{Field: h.field, Negated: h.field == Relevance && r.words.negations.within(said)}
	if m.Field == Hours {
		m.Unit = r.unitOf(said)
		m.Weekly = m.Unit == "" && r.words.week.within(said)
	}
	return m, h.evidence == Exact
}
