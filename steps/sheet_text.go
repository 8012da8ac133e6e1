package steps

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SheetDay is a day of a sheet that belongs in a calendar.
type SheetDay struct {
	SheetDate
	Row string
	On  Date
}

// SheetDays are the days of a sheet that belong in a calendar, where that is ticked: those that are still to be kept.
func (p Plan) SheetDays(sheet string) (days []SheetDay) {
	s := p.definitions.Sheet(sheet)
	if s == nil || !p.Ticked(sheet, CalendarSetting) {
		return nil
	}
	for _, d := range s.Dates {
		w := ruled{plan: p, sheet: s, table: s.Table(d.Table), rule: &SheetRule{When: d.When}}
		for _, r := range p.CompleteRows(sheet, d.Table) {
			on, _ := p.Counted(w.table, r, d.Column).(string)
			_, done := r.Cells[d.Until]
			if on == "" || done || !w.wanted(r) {
				continue
			}
			day := Date(on)
			if d.Months > 0 {
				day = day.months(d.Months)
			}
			days = append(days, SheetDay{d, r.ID, day})
		}
	}
	return days
}

// RetoldSheets is a plan in which each text that a person typed in its sheets has become another. Members stay who they are.
func (p Plan) RetoldSheets(become func(string) string) Plan {
	p = p.Copy()
	retold := func(sheet string, c *Column, text string) string {
		told := become(text)
		if told == text || c.Type == LineColumn || c.Type == LongColumn {
			return told
		}
		return p.nameIn(sheet, c, told)
	}
	p.eachCell(func(sheet string, c *Column, value any) any {
		switch v := value.(type) {
		case string:
			if p.typed(sheet, c, v) {
				return filledText(retold(sheet, c, v), Clean)
			}
		case []string:
			if c.Type == MembersColumn {
				told := make([]string, len(v))
				for i, who := range v {
					if told[i] = who; p.typed(sheet, c, who) {
						told[i] = retold(sheet, c, who)
					}
				}
				return unique(told)
			}
		}
		return value
	})
	return p
}

// typed says whether a person typed the text of a cell: it is no day, no word of a choice, no row, task or member.
func (p *Plan) typed(sheet string, c *Column, text string) bool {
	switch c.Type {
	case LineColumn, LongColumn:
		return true
	case MemberColumn, MembersColumn, UnionColumn:
		_, row := p.Row(sheet, c.Table, text)
		task := c.Task && strings.HasPrefix(text, TaskPrefix)
		return !strings.HasPrefix(text, MemberPrefix) && !task && !row && !slices.Contains(c.Choices, text)
	}
	return false
}

// nameIn is a name as a cell of a column has it: see [asName].
func (p *Plan) nameIn(sheet string, c *Column, name string) string {
	return asName(name, func(name string) bool { return c.means(name) || !p.typed(sheet, c, name) })
}

// asName is a name that is written where a word, an id or a reference could stand. One that would be taken for such is written
// otherwise: with a capital, which no id has, or a full stop.
func asName(name string, taken func(string) bool) string {
	for _, prefix := range []string{MemberPrefix, TaskPrefix} {
		for strings.HasPrefix(name, prefix) {
			name = strings.TrimSpace(strings.TrimPrefix(name, prefix))
		}
	}
	if !taken(name) {
		return name
	}
	if first, size := utf8.DecodeRuneInString(name); !taken(string(unicode.ToUpper(first)) + name[size:]) {
		return string(unicode.ToUpper(first)) + name[size:]
	}
	return name + "."
}

// NamedInSheets are those whom the sheets name where a member can be, and who are none.
func (p Plan) NamedInSheets() (names []string) {
	p = p.Copy()
	p.eachCell(func(sheet string, c *Column, value any) any {
		if c.Type == MemberColumn || c.Type == MembersColumn || c.Type == UnionColumn && c.Member {
			for _, name := range (Cells{"": value}).words("") {
				if p.typed(sheet, c, name) {
					names = append(names, name)
				}
			}
		}
		return value
	})
	return unique(names)
}
