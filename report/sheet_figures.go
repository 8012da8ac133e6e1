package report

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// money is a budget by theme and year. Other columns of the rows that are added up stand in the table too.
func (p sheetPart) money() Money {
	w, b := p.texts.SheetCommon, p.plan.Budget(p.sheet.ID, p.part)
	var m Money
	for year := range b.Years {
		m.Years = append(m.Years, p.yearOf(b, year))
	}
	var others []*steps.Column
	for _, c := range p.columns() {
		if c.ID == p.part.By || c.Type != steps.AmountsColumn {
			others = append(others, c)
			m.Told.Columns = append(m.Told.Columns, p.column(c))
		}
	}
	for _, year := range append(slices.Clone(m.Years), string(w.Total)) {
		m.Told.Columns = append(m.Told.Columns, Column{Title: year, Number: true})
	}
	for _, theme := range b.Themes {
		line := MoneyLine{Label: theme.Theme, Amounts: p.amounts(theme.Amounts, b.Years)}
		row := []string{theme.Theme}
		for _, c := range others[1:] {
			row = append(row, p.distinct(theme.Rows, c))
		}
		m.Lines = append(m.Lines, line)
		m.Told.Rows = append(m.Told.Rows, append(append(row, texts(line.Amounts)...), p.texts.Whole(theme.Total)))
	}
	m.Total = MoneyLine{string(w.Total), p.amounts(b.Totals, b.Years)}
	row := append(make([]string, len(others)), texts(m.Total.Amounts)...)
	row[0] = m.Total.Label
	m.Told.Rows = append(m.Told.Rows, append(row, p.texts.Whole(b.Total)))
	return m
}

// amounts are those of each year; a year past the last has none.
func (p sheetPart) amounts(of []int, years int) (amounts []Amount) {
	for year := range years {
		one := Amount{Text: string(p.texts.SheetCommon.NoAmount)}
		if year < len(of) {
			one = known(steps.Whole(int64(of[year])), p.texts.Whole(of[year]))
		}
		amounts = append(amounts, one)
	}
	return amounts
}

// known is an amount that is there.
func known(n steps.Decimal, text string) Amount { return Amount{n, true, text} }

func texts(amounts []Amount) []string { return each(amounts, func(a Amount) string { return a.Text }) }

// distinct is what some rows say in a column, each once.
func (p sheetPart) distinct(rows []steps.Row, c *steps.Column) string {
	var said []string
	for _, r := range rows {
		if cell := p.cell(r, c); cell != "" && !slices.Contains(said, cell) {
			said = append(said, cell)
		}
	}
	return strings.Join(said, string(p.words.List.Names))
}

// stages are the rows at their place among the words of the column By.
func (p sheetPart) stages(behind bool) Stages {
	s := Stages{Behind: behind, Told: p.told()}
	words := p.texts.ColumnWords(p.sheet.ID, p.table.ID, p.part.By).Choices
	for _, choice := range p.table.Column(p.part.By).Choices {
		s.Places = append(s.Places, string(words[choice]))
	}
	for _, r := range p.rows {
		s.Lines = append(s.Lines, StagesLine{p.name(r), p.table.Place(r, p.part.By)})
	}
	return s
}

// diamond is who stands at its four places.
func (p sheetPart) diamond() Diamond {
	w := p.texts.SheetCommon.Diamond
	at := p.plan.Diamond(p.sheet.ID, p.part, p.placed)
	corner := func(title assets.Text, place steps.DiamondPlace) Corner {
		var who []string
		for _, one := range at[place] { // two members can be called by one role
			if name := p.texts.Whoever(p.plan, one); !slices.Contains(who, name) {
				who = append(who, name)
			}
		}
		return Corner{string(title), who}
	}
	d := Diamond{
		Top: corner(w.Top, steps.DiamondTop), Left: corner(w.Left, steps.DiamondLeft), Right: corner(w.Right, steps.DiamondRight),
		Bottom: corner(w.Bottom, steps.DiamondBottom), Middle: string(w.Middle),
		Told: Table{Columns: []Column{{Title: string(w.Place)}, {Title: string(w.Who)}}},
	}
	for _, c := range d.corners() {
		d.Told.Rows = append(d.Told.Rows, []string{assets.Capital(c.Title), p.orNone(strings.Join(c.Who, string(p.words.List.Names)))})
	}
	return d
}

// placed is the place of whoever is no member, by the words with which people call them, in any language.
func (p sheetPart) placed(name string) steps.DiamondPlace {
	written := inWords(name)
	for _, place := range []steps.DiamondPlace{steps.DiamondLeft, steps.DiamondTop, steps.DiamondRight} {
		for _, language := range assets.Languages {
			w := assets.Load(language).SheetCommon.Diamond
			known := map[steps.DiamondPlace][]assets.Text{
				steps.DiamondLeft: w.LeftWords, steps.DiamondTop: w.TopWords, steps.DiamondRight: w.RightWords,
			}[place]
			if anyOf(each(known, func(word assets.Text) string { return pattern(string(word)) }), written) {
				return place
			}
		}
	}
	return steps.DiamondBottom
}

// chain is a link a row, with the word of the column By as its state: the first word is the best, the last the worst.
func (p sheetPart) chain() Chain {
	c := Chain{Told: p.told()}
	by := p.table.Column(p.part.By)
	for _, r := range p.rows {
		link := ChainLink{Name: p.name(r), State: p.cell(r, by), Mark: MarkWaiting}
		switch p.table.Place(r, by.ID) {
		case 0:
			link.State = string(p.texts.SheetCommon.Nothing)
		case 1:
			link.Mark = MarkDone
		case len(by.Choices):
			link.Mark = MarkNo
		default:
			link.Mark = MarkOpen
		}
		c.Links = append(c.Links, link)
	}
	return c
}

// mostRounds is how many earlier rounds the table of a number has room for.
const mostRounds = 3

// trends are the numbers in the column By over the rounds. In the table the last earlier rounds stand before the present one.
func (p sheetPart) trends() Trends {
	var t Trends
	by := p.table.Column(p.part.By)
	var rounds []int
	of := make([]steps.Trend, len(p.rows))
	for i, r := range p.rows {
		of[i] = p.plan.Trend(p.sheet.ID, p.part, r)
		line := TrendsLine{Label: p.name(r), Target: Amount{Text: string(p.texts.Common.None)}}
		say := func(n steps.Decimal) Amount { return known(n, p.withUnit(r, by, p.texts.Number(n))) }
		if of[i].Baseline != nil {
			line.Points = append(line.Points, TrendsPoint{string(p.texts.SheetCommon.Baseline), say(*of[i].Baseline)})
		}
		for _, point := range of[i].Points {
			line.Points = append(line.Points, TrendsPoint{p.words.Round.Fill("n", point.Round), say(point.Value)})
			rounds = append(rounds, point.Round)
		}
		if of[i].Target != nil {
			line.Target = say(*of[i].Target)
		}
		t.Lines = append(t.Lines, line)
	}
	slices.Sort(rounds)
	rounds = slices.Compact(rounds)
	t.Moments = append([]string{string(p.texts.SheetCommon.Baseline)}, each(rounds, func(n int) string { return p.words.Round.Fill("n", n) })...)
	rounds = slices.DeleteFunc(rounds, func(n int) bool { return n == p.plan.Round.Number })
	t.Told = p.withRounds(p.told(), of, rounds[max(0, len(rounds)-mostRounds):])
	return t
}

// withRounds puts the numbers of earlier rounds in a table, before the column By.
func (p sheetPart) withRounds(table Table, of []steps.Trend, rounds []int) Table {
	at := slices.IndexFunc(table.Columns, func(c Column) bool { return c == p.column(p.table.Column(p.part.By)) })
	if at < 0 {
		at = len(table.Columns)
	}
	for n, round := range rounds {
		table.Columns = slices.Insert(table.Columns, at+n, Column{Title: assets.Capital(p.words.Round.Fill("n", round)), Number: true})
		for i := range table.Rows {
			cell := ""
			for _, point := range of[i].Points {
				if point.Round == round {
					cell = p.withUnit(p.rows[i], p.table.Column(p.part.By), p.texts.Number(point.Value))
				}
			}
			table.Rows[i] = slices.Insert(table.Rows[i], at+n, cell)
		}
	}
	return table
}

// costsByTheme is what the money is for that a sheet asks the board to decide about.
func (a *author) costsByTheme(s *steps.Sheet) string {
	b, _ := a.plan.DecidedBudget(s)
	return a.costs(len(b.Themes), func(i int) (string, string) {
		return steps.CleanName(b.Themes[i].Theme), a.texts.Whole(b.Themes[i].Total)
	})
}

// costsByYear is the same money by year.
func (a *author) costsByYear(s *steps.Sheet) string {
	b, _ := a.plan.DecidedBudget(s)
	return a.costs(b.Years, func(i int) (string, string) { return a.yearOf(b, i), a.texts.Whole(b.Totals[i]) })
}

// costs are amounts with what each is of.
func (a *author) costs(n int, of func(i int) (what, amount string)) string {
	if n == 0 {
		return ""
	}
	said := make([]string, n)
	for i := range said {
		what, amount := of(i)
		said[i] = what + ": " + a.texts.SheetCommon.Money.Fill("n", amount)
	}
	return strings.Join(said, factsApart) + "."
}

// yearOf is how a year of a budget is called.
func (a *author) yearOf(b steps.Budget, year int) string {
	if b.First > 0 {
		return strconv.Itoa(b.First + year)
	}
	return a.texts.SheetCommon.Year.Fill("n", year+1)
}
