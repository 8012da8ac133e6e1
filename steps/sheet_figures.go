package steps

import (
	"cmp"
	"slices"
	"strings"
)

// What the pictures of a sheet show: figures that follow from its rows, drafts left out.

// PartRows are the rows that a part of a sheet's annex shows: by rank where the table has one, and only the first of those
// where the part says how many.
func (p Plan) PartRows(sheet string, part SheetPart) []Row {
	rows := p.CompleteRows(sheet, part.Table)
	rank := p.definitions.Sheet(sheet).Table(part.Table).RankColumn()
	if rank == "" {
		return rows
	}
	rows = Ranked(rows, rank)
	if part.First > 0 {
		rows = slices.DeleteFunc(rows, func(r Row) bool { _, ranked := r.Cells.Whole(rank); return !ranked })
		rows = rows[:min(part.First, len(rows))]
	}
	return rows
}

// Place is the place of what a cell says among the words of its column, from 1 on; 0 where it says none of them.
func (t *Table) Place(r Row, column string) int {
	return slices.Index(t.Column(column).Choices, r.Cells.Text(column)) + 1
}

// Budget is money by theme and by year.
type Budget struct {
	First  int // the first year; 0 where it is not known
	Years  int // how many
	Themes []BudgetTheme
	Totals []int // of each year
	Total  int
}

// BudgetTheme is the money of one theme.
type BudgetTheme struct {
	Theme   string // as it was written first
	Rows    []Row
	Amounts []int // of each year up to the last that has one; 0 is an amount
	Total   int
}

// AmountYears are the first year of amounts, and for how many years they are asked; 0 where that is not known or not said.
func (p Plan) AmountYears(sheet string, amounts *Column) (first, years int) {
	first, _ = p.Setting(sheet, amounts.From).(int)
	years, _ = p.Setting(sheet, amounts.Years).(int)
	return first, years
}

// Budget adds the amounts of a table up by year and by the word in the column By of the part, however it is written. It has as
// many years as were asked for, or as amounts were given for where these are more.
func (p Plan) Budget(sheet string, part SheetPart) (b Budget) {
	table := p.definitions.Sheet(sheet).Table(part.Table)
	amounts := table.ofType(AmountsColumn)
	b.First, b.Years = p.AmountYears(sheet, table.Column(amounts))
	for _, r := range p.PartRows(sheet, part) {
		theme := r.Cells.Text(part.By)
		i := slices.IndexFunc(b.Themes, func(t BudgetTheme) bool { return sameTheme(t.Theme, theme) })
		if i < 0 {
			i = len(b.Themes)
			b.Themes = append(b.Themes, BudgetTheme{Theme: theme})
		}
		b.Themes[i].add(r, r.Cells.Amounts(amounts))
		b.Years = max(b.Years, len(b.Themes[i].Amounts))
	}
	b.Totals = make([]int, b.Years)
	for _, t := range b.Themes {
		for year, amount := range t.Amounts {
			b.Totals[year] += amount
		}
		b.Total += t.Total
	}
	return b
}

func (t *BudgetTheme) add(r Row, amounts []int) {
	t.Rows = append(t.Rows, r)
	for year, amount := range amounts {
		if year == len(t.Amounts) {
			t.Amounts = append(t.Amounts, 0)
		}
		t.Amounts[year] += amount
		t.Total += amount
	}
}

// ofType is the first column of a type; empty where there is none.
func (t *Table) ofType(wanted ColumnType) string {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Type == wanted })
	if i < 0 {
		return ""
	}
	return t.Columns[i].ID
}

// DiamondPlace is one of the four places of the picture of who talks with whom.
type DiamondPlace int

// The places.
const (
	DiamondTop    DiamondPlace = iota // who leads the school
	DiamondLeft                       // who answers for ICT, or the group
	DiamondRight                      // the ICT coordinators
	DiamondBottom                     // all others
	diamondPlaces
)

// Diamond is who stands at each of its places, each once, by the role of a member; of whoever is no member placed says where.
func (p Plan) Diamond(sheet string, part SheetPart, placed func(name string) DiamondPlace) (at [diamondPlaces][]string) {
	table := p.definitions.Sheet(sheet).Table(part.Table)
	for _, r := range p.PartRows(sheet, part) {
		for _, c := range table.Columns {
			if c.Type != MemberColumn && c.Type != MembersColumn {
				continue
			}
			for _, who := range r.Cells.words(c.ID) {
				if who == "" {
					continue
				}
				place := DiamondBottom
				if id, member := strings.CutPrefix(who, MemberPrefix); member {
					m, _ := p.Member(id)
					place = m.Role.place()
				} else if place = MemberRole(who).place(); place == DiamondBottom {
					place = placed(who)
				}
				at[place] = append(at[place], who)
			}
		}
	}
	for i := range at {
		at[i] = unique(at[i])
	}
	return at
}

func (r MemberRole) place() DiamondPlace {
	switch r {
	case "director":
		return DiamondTop
	case "group":
		return DiamondLeft
	case ICTCoordinator, TechnicalCoordinator, PedagogicalCoordinator:
		return DiamondRight
	}
	return DiamondBottom
}

// Trend is a number over the rounds.
type Trend struct {
	Baseline, Target *Decimal
	Points           []TrendPoint // by round, the present one last
}

// TrendPoint is the number of one round.
type TrendPoint struct {
	Round int
	Value Decimal
}

// Trend is the number in the column By of a part over the rounds that have one. What it began with is the number before that
// column among those of the part, and what it should become the one behind it.
func (p Plan) Trend(sheet string, part SheetPart, r Row) (t Trend) {
	table := p.definitions.Sheet(sheet).Table(part.Table)
	to := &t.Baseline
	for _, c := range part.Columns {
		if c == part.By {
			to = &t.Target
		} else if n, said := r.Cells.Number(c); said && table.Column(c).Type == NumberColumn {
			*to = &n
		}
	}
	for _, past := range append(slices.Clip(r.Past), PastCells{p.Round.Number, r.Cells}) {
		if n, said := past.Cells.Number(part.By); said {
			t.Points = append(t.Points, TrendPoint{past.Round, n})
		}
	}
	return t
}

// Inquiry is what people answered, before and after.
type Inquiry struct {
	Before, After int // how many people answered
	Questions     []InquiryQuestion
	// Groups are the roles of which figures can be shown: "" stands for all others together. Nil where nothing can be.
	Groups []string
}

// InquiryQuestion is what they answered to one question.
type InquiryQuestion struct {
	Row    string
	All    ScoreShift
	Groups []ScoreShift // in the order of those of the inquiry; empty where these can not be shown of this question
}

// ScoreShift is scores before and after.
type ScoreShift struct{ Before, After Scores }

// Scores are how often each score was given, the lowest first.
type Scores []int

// Count is how many there are.
func (s Scores) Count() (n int) {
	for _, times := range s {
		n += times
	}
	return n
}

// Mean is their mean, rounded to a tenth; ok is false where there are none.
func (s Scores) Mean() (mean Decimal, ok bool) {
	n, sum := s.Count(), 0
	for i, times := range s {
		sum += (i + 1) * times
	}
	if n == 0 {
		return 0, false
	}
	return Tenths(int64((20*sum + n) / (2 * n))), true
}

// Change is how much the mean rose; ok is false where one of them is not known.
func (s ScoreShift) Change() (rise Decimal, ok bool) {
	before, known := s.Before.Mean()
	after, also := s.After.Mean()
	return after - before, known && also
}

// fewestAnswers are those of a role before and after, below which it is not shown by itself: one would know who answered what.
const fewestAnswers = 5

// shown says whether there are enough to be shown.
func (s ScoreShift) shown() bool {
	return s.Before.Count() >= fewestAnswers && s.After.Count() >= fewestAnswers
}

// enough is what of it can be shown: not what fewer people answered.
func (s ScoreShift) enough() ScoreShift {
	for _, side := range []*Scores{&s.Before, &s.After} {
		if side.Count() < fewestAnswers {
			*side = make(Scores, len(*side))
		}
	}
	return s
}

// lastOfEach are the last answers of each respondent at each moment, so that nobody counts twice.
func lastOfEach(rows []Row, respondent, moment string) (kept []Row) {
	seen := map[string]bool{}
	for _, r := range slices.Backward(rows) {
		who := strings.ToLower(CleanName(r.Cells.Text(respondent))) + "\n" + r.Cells.Text(moment)
		if !seen[who] || Blank(r.Cells.Text(respondent)) {
			seen[who] = true
			kept = append(kept, r)
		}
	}
	slices.Reverse(kept)
	return kept
}

// none says whether there are none at all.
func (s ScoreShift) none() bool { return s.Before.Count()+s.After.Count() == 0 }

// Inquiry sums up the answers in the table of a part, whose column By says whether they are from before or after.
func (p Plan) Inquiry(sheet string, part SheetPart) (q Inquiry) {
	table := p.definitions.Sheet(sheet).Table(part.Table)
	moments, scores := table.Column(part.By).Choices, table.Column(table.ofType(ScoresColumn))
	role := slices.IndexFunc(table.Columns, func(c Column) bool { return c.Type == ChoiceColumn && c.ID != part.By })
	if len(moments) == 0 || scores == nil {
		return q
	}
	rows := lastOfEach(p.PartRows(sheet, part), table.Name(), part.By)
	before := func(r Row) bool { return r.Cells.Text(part.By) == moments[0] }
	in := func(r Row, group string) bool {
		of := r.Cells.Text(table.Columns[role].ID)
		return group != "" && of == group || group == "" && (of == "" || !slices.Contains(q.Groups, of))
	}
	summed := func(question string, wanted func(Row) bool) (s ScoreShift) {
		s = ScoreShift{make(Scores, scores.Most), make(Scores, scores.Most)}
		for _, r := range rows {
			if n := r.Cells.Scores(scores.ID)[question]; n > 0 && n <= scores.Most && wanted(r) {
				if before(r) {
					s.Before[n-1]++
				} else {
					s.After[n-1]++
				}
			}
		}
		return s
	}
	if role >= 0 {
		q.Groups = groupsToShow(&table.Columns[role], rows, before)
	}
	for _, r := range rows {
		if before(r) {
			q.Before++
		} else {
			q.After++
		}
	}
	for _, row := range p.CompleteRows(sheet, scores.Table) {
		one := InquiryQuestion{Row: row.ID, All: summed(row.ID, func(Row) bool { return true }).enough()}
		for _, group := range q.Groups {
			one.Groups = append(one.Groups, summed(row.ID, func(r Row) bool { return in(r, group) }))
		}
		if slices.ContainsFunc(one.Groups, func(s ScoreShift) bool { return !s.shown() && !s.none() }) {
			one.Groups = nil // who did not answer this question would be known by what is missing
		}
		q.Questions = append(q.Questions, one)
	}
	return q
}

// groupsToShow are the roles from which enough people answered before and after, with "" for all others where there are any.
// Nothing is shown where these are too few, or are one role, which would be shown all the same.
func groupsToShow(role *Column, rows []Row, isBefore func(Row) bool) (groups []string) {
	type pair struct{ before, after int }
	count := func(wanted func(word string) bool) (n pair, roles []string) {
		for _, r := range rows {
			if word := r.Cells.Text(role.ID); wanted(word) {
				roles = append(roles, word)
				if isBefore(r) {
					n.before++
				} else {
					n.after++
				}
			}
		}
		return n, unique(roles)
	}
	enough := func(n pair) bool { return min(n.before, n.after) >= fewestAnswers }
	for _, word := range role.Choices {
		if n, _ := count(func(of string) bool { return of == word }); enough(n) {
			groups = append(groups, word)
		}
	}
	others, roles := count(func(word string) bool { return !slices.Contains(groups, word) })
	switch {
	case len(groups) == 0, cmp.Or(others.before, others.after) > 0 && (!enough(others) || len(roles) < 2):
		return nil
	case others.before > 0:
		groups = append(groups, "")
	}
	return groups
}
