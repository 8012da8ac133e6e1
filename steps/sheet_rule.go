package steps

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// SheetFinding is something that a rule of a sheet found in a row.
type SheetFinding struct {
	ID     string `json:"id"`
	Sheet  string `json:"-"`
	Table  string `json:"table"`
	Row    string `json:"row"` // its id; of [UnusedTest] the word; empty where it is about the table
	Hint   bool   `json:"-"`   // worth a thought, and no fault
	Months int    `json:"-"`   // of [CheckpointTest]: how many have gone by
	Years  []int  `json:"-"`   // of [UnfundedTest]: those without an amount
	Other  string `json:"-"`   // the row that is named, of [LacksTest] and [SameTest]
	rule   *SheetRule
}

// About names the finding as [Action].About does.
func (f SheetFinding) About() string {
	return About(AboutFinding, f.ID) + ":" + RowPath(f.Sheet, f.Table, f.Row)
}

// Proposal is an action that a sheet proposes.
type Proposal struct {
	SheetFinding
	Owner string // as in [Action].Owner
	Due   Date
}

// SheetFindings are those of a sheet on a day, in the order of its rules and of its rows.
func (p Plan) SheetFindings(sheet string, today Date) (found []SheetFinding) {
	s := p.definitions.Sheet(sheet)
	if s == nil {
		return nil
	}
	for i := range s.Findings {
		found = append(found, p.found(s, &s.Findings[i], today)...)
	}
	return found
}

// SheetProposals are the actions that a sheet proposes on a day: none that is open already, nor one about a row of which an action
// is open that somebody made without a proposal.
func (p Plan) SheetProposals(sheet string, today Date) (proposals []Proposal) {
	s := p.definitions.Sheet(sheet)
	if s == nil {
		return nil
	}
	for i := range s.Actions {
		rule := &s.Actions[i]
		for _, f := range p.found(s, rule, today) {
			r, _ := p.Row(sheet, f.Table, f.Row)
			proposal := Proposal{SheetFinding: f, Owner: r.Cells.Text(rule.Owner), Due: p.soon(today)}
			if slices.ContainsFunc(p.Actions, func(a Action) bool {
				return a.Open() && (a.About == proposal.About() || a.About == proposal.aboutRow())
			}) {
				continue
			}
			if due := Date(r.Cells.Text(rule.Due)); due > today {
				proposal.Due = due
			}
			proposals = append(proposals, proposal)
		}
	}
	return proposals
}

// About names the row and the rule that proposes something about it, as [Action].About does.
func (p Proposal) About() string { return p.aboutRow() + ":" + p.ID }

func (p Proposal) aboutRow() string { return About(AboutRow, RowPath(p.Sheet, p.Table, p.Row)) }

// SheetProposal is what a sheet proposes on a day, named as in [Action].About: of a row without a rule the first; ok is false where
// it proposes nothing.
func (p Plan) SheetProposal(about string, today Date) (proposal Proposal, ok bool) {
	sheet, _, _, _ := Action{About: about}.AboutRow()
	for _, proposal := range p.SheetProposals(sheet, today) {
		if proposal.About() == about || proposal.aboutRow() == about {
			return proposal, true
		}
	}
	return Proposal{}, false
}

// ruled is one rule at work on the rows of its table.
type ruled struct {
	plan  Plan
	sheet *Sheet
	table *Table
	rule  *SheetRule
	today Date
}

func (p Plan) found(s *Sheet, rule *SheetRule, today Date) (found []SheetFinding) {
	w := ruled{p, s, s.Table(rule.Table), rule, today}
	rows := p.CompleteRows(s.ID, rule.Table)
	add := func(f SheetFinding) {
		f.ID, f.Sheet, f.Table, f.rule = rule.ID, s.ID, rule.Table, rule
		f.Hint = len(p.Members) < rule.HintBelow
		found = append(found, f)
	}
	switch {
	case rule.Test == EmptyTest && w.table.Column(rule.Column).Required: // asked of drafts
		rows = slices.DeleteFunc(slices.Clone(p.Rows(s.ID, rule.Table)), func(r Row) bool { return !slices.Equal(w.table.Missing(r), []string{rule.Column}) })
	case len(rows) == 0:
		return nil
	case rule.Test == UnusedTest:
		for _, word := range w.table.Column(rule.Column).Choices {
			if !slices.ContainsFunc(rows, func(r Row) bool { return slices.Contains(r.Cells.words(rule.Column), word) }) {
				add(SheetFinding{Row: word})
			}
		}
		return found
	case rule.Test == UnrepeatedTest:
		if w.unrepeated(rows) {
			add(SheetFinding{})
		}
		return found
	}
	for _, r := range rows {
		if f, is := w.of(r); is && w.wanted(r) {
			f.Row = r.ID
			add(f)
		}
	}
	return found
}

// wanted says whether the rule looks at a row.
func (w ruled) wanted(r Row) bool {
	if len(w.rule.Rows) > 0 && !slices.Contains(w.rule.Rows, r.ID) {
		return false
	}
	for column, words := range w.rule.When {
		if !says(r, column, words) {
			return false
		}
	}
	any := len(w.rule.Any) == 0
	for column, words := range w.rule.Any {
		any = any || says(r, column, words)
	}
	return any
}

// says says whether a cell of a row says one of these words; "" is an empty cell.
func says(r Row, column string, words []string) bool {
	return slices.ContainsFunc(r.Cells.words(column), func(word string) bool { return slices.Contains(words, word) })
}

// of says whether the test is true of a row, and what it found.
func (w ruled) of(r Row) (f SheetFinding, is bool) {
	rule := w.rule
	day := func(column string) Date {
		d, _ := w.plan.Counted(w.table, r, column).(string)
		return Date(d)
	}
	empty := func(column string) bool { _, said := r.Cells[column]; return !said }
	switch rule.Test {
	case "":
		return f, true
	case EmptyTest:
		return f, empty(rule.Column)
	case PastTest:
		d := day(rule.Column)
		return f, d != "" && d < w.today
	case DueTest:
		d := day(rule.Column)
		return f, d != "" && d <= w.today.days(rule.Days)
	case WaitingTest:
		d := day(rule.Column)
		return f, d != "" && d.days(rule.Days) < w.today && empty(rule.Other)
	case CheckpointTest:
		for _, c := range slices.Backward(rule.Checkpoints) {
			if d := day(rule.Column); d != "" && d.months(c.Months) <= w.today && empty(c.Column) {
				f.Months = d.monthsUntil(w.today)
				return f, true
			}
		}
		return f, false
	case UnreferencedTest:
		return f, len(w.plan.RowsNaming(w.sheet.ID, rule.In, r.ID)) == 0
	case LacksTest:
		table, column := cutIn(rule.In)
		other, there := w.plan.Row(w.sheet.ID, table, r.Cells.Text(rule.Column))
		_, said := other.Cells[column]
		f.Other = other.ID
		return f, there && !said && !w.sheet.Table(table).Draft(other)
	case SameTest:
		named := w.table.Column(rule.Column).Table
		other, there := w.plan.Row(w.sheet.ID, named, r.Cells.Text(rule.Column))
		f.Other = other.ID
		return f, there && r.Cells.Text(rule.Other) == other.ID && !w.sheet.Table(named).Draft(other)
	case CompanyTest:
		return f, w.company(r)
	case WorseTest:
		return f, w.worse(r)
	case UnfundedTest:
		f.Years = w.unfunded(r)
		return f, len(f.Years) > 0
	}
	return f, false
}

// cutIn takes TABLE.COLUMN apart.
func cutIn(in string) (table, column string) {
	table, column, _ = strings.Cut(in, ".")
	return table, column
}

func (w ruled) company(r Row) bool {
	var roles []string
	for _, who := range r.Cells.Texts(w.rule.Column) {
		if id, member := strings.CutPrefix(who, MemberPrefix); member {
			m, _ := w.plan.Member(id)
			who = string(m.Role)
		}
		roles = append(roles, who)
	}
	has := func(of []string) bool {
		return slices.ContainsFunc(roles, func(role string) bool { return slices.Contains(of, role) })
	}
	return has(w.rule.Has) && !has(w.rule.Lacks)
}

func (w ruled) worse(r Row) bool {
	now, said := r.Cells.Number(w.rule.Column)
	if !said || len(r.Past) == 0 || r.Past[len(r.Past)-1].Round != w.plan.Round.Number-1 {
		return false
	}
	before, known := r.Past[len(r.Past)-1].Cells.Number(w.rule.Column)
	switch {
	case !known:
		return false
	case r.Cells.Text(w.rule.Other) == "down":
		return now > before
	case r.Cells.Text(w.rule.Other) == "up":
		return now < before
	}
	return false
}

// unfunded are the years that a row touches in which nothing stands under its theme.
func (w ruled) unfunded(r Row) (years []int) {
	from, until := yearOf(r.Cells.Text(w.rule.From)), yearOf(r.Cells.Text(w.rule.Until))
	from, until = cmp.Or(from, until), cmp.Or(until, from)
	table, amounts := cutIn(w.rule.In)
	first, _ := w.plan.AmountYears(w.sheet.ID, w.sheet.Table(table).Column(amounts))
	theme := r.Cells.Text(w.rule.Column)
	if from == 0 || first == 0 || theme == "" {
		return nil
	}
	funded := 0 // years from the first on
	for _, of := range w.plan.CompleteRows(w.sheet.ID, table) {
		if sameTheme(of.Cells.Text(w.rule.Column), theme) {
			funded = max(funded, len(of.Cells.Amounts(amounts)))
		}
	}
	for year := from; year <= until && len(years) < mostYears; year++ {
		if year < first || year >= first+funded {
			years = append(years, year)
		}
	}
	return years
}

// mostYears are those that are told to have no amount.
const mostYears = 10

// sameTheme says whether two words are the same without case, accents and blanks.
func sameTheme(a, b string) bool {
	fold := func(text string) string {
		if slug := strings.ReplaceAll(Slug(text), "-", ""); slug != "" {
			return slug
		}
		return text // of no letters
	}
	return fold(a) == fold(b)
}

func yearOf(date string) int {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return day.Year()
}

// unrepeated says whether of the two words of a column only the first is there, past the day of a setting.
func (w ruled) unrepeated(rows []Row) bool {
	day, _ := w.plan.Setting(w.sheet.ID, w.rule.From).(string)
	words := w.table.Column(w.rule.Column).Choices
	says := func(word string) bool {
		return slices.ContainsFunc(rows, func(r Row) bool { return r.Cells.Text(w.rule.Column) == word })
	}
	return day != "" && Date(day) < w.today && says(words[0]) && !says(words[len(words)-1])
}

// days is the day a number of days later.
func (d Date) days(n int) Date {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return DateOf(day.AddDate(0, 0, n))
}

// proposes says whether the sheet has a rule that proposes something about rows of a table.
func (s *Sheet) proposes(table, rule string) bool {
	return slices.ContainsFunc(s.Actions, func(r SheetRule) bool { return r.ID == rule && r.Table == table })
}

// knowsSheetFinding says whether a sheet has a finding and the row that it is of.
func (p *Plan) knowsSheetFinding(s subject) bool {
	id, table, row := cutPath(s.row)
	sheet := p.definitions.Sheet(id)
	if sheet == nil {
		return true // of a later edition
	}
	i := slices.IndexFunc(sheet.Findings, func(r SheetRule) bool { return r.ID == s.id && r.Table == table })
	if i < 0 {
		return false
	}
	switch rule := sheet.Findings[i]; rule.Test {
	case UnusedTest:
		return slices.Contains(sheet.Table(table).Column(rule.Column).Choices, row)
	case UnrepeatedTest:
		return row == ""
	}
	_, there := p.Row(id, table, row)
	return there
}
