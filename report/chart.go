package report

// Chart is a figure of a deepening sheet: a [Money], [Stages], [Diamond], [Chain], [Trends] or [Shifts]. Its picture cuts long
// names and does not say everything, so its table stands below it wherever it is drawn.
type Chart interface {
	Figure
	chart()
}

// Money is a budget by theme and by year.
type Money struct {
	Years []string
	Lines []MoneyLine // themes
	Total MoneyLine   // of each year
	Told  Table
}

// MoneyLine is the money of a theme: as many amounts as there are years.
type MoneyLine struct {
	Label   string
	Amounts []Amount
}

// Stages are things at their place in an order: a project in a phase, a goal in the cycle of improvement.
type Stages struct {
	Places []string // in order
	Lines  []StagesLine
	// Behind says that who is at a place has all before it behind them.
	Behind bool
	Told   Table
}

// StagesLine is one thing, and its place from 1 on; 0 for none.
type StagesLine struct {
	Label string
	Place int
}

// Diamond is de Ruit: who talks with whom.
type Diamond struct {
	Top, Left, Right, Bottom Corner
	Middle                   string // what binds the two sides
	Told                     Table
}

// Corner is a place of the diamond, and who stands there.
type Corner struct {
	Title string
	Who   []string
}

// corners are those of the diamond, as they are read.
func (d Diamond) corners() []Corner { return []Corner{d.Top, d.Left, d.Right, d.Bottom} }

// Chain is a row of links, each with its state.
type Chain struct {
	Links []ChainLink
	Told  Table
}

// ChainLink is one link.
type ChainLink struct {
	Name  string
	State string // in words; empty where nothing is said
	Mark  Mark   // the same as a sign
}

// Trends are numbers over the rounds.
type Trends struct {
	Moments []string // of all lines, in order
	Lines   []TrendsLine
	Told    Table
}

// TrendsLine is one number: as it began, in each round, and as it should become.
type TrendsLine struct {
	Label  string
	Points []TrendsPoint // the first one is what it began with, where that is known
	Target Amount
}

// TrendsPoint is the number at a moment, such as "ronde 2".
type TrendsPoint struct {
	Moment string
	Amount
}

// Shifts are means before and after.
type Shifts struct {
	Moments [2]string // the words for before and after
	Lowest  string    // what the scores at either end say
	Highest string
	Most    int // the highest score; the lowest is 1
	Lines   []ShiftsLine
	Told    Table
}

// ShiftsLine is what was asked, and the means.
type ShiftsLine struct {
	Label         string
	Before, After Amount
}

// Table is the same in numbers.
func (m Money) Table() Table { return m.Told }

// Table is the same in words.
func (s Stages) Table() Table { return s.Told }

// Table is the same in words.
func (d Diamond) Table() Table { return d.Told }

// Table is the same in words.
func (c Chain) Table() Table { return c.Told }

// Table is the same in numbers.
func (t Trends) Table() Table { return t.Told }

// Table is the same in numbers.
func (s Shifts) Table() Table { return s.Told }

func (Money) block()   {}
func (Stages) block()  {}
func (Diamond) block() {}
func (Chain) block()   {}
func (Trends) block()  {}
func (Shifts) block()  {}

func (Money) chart()   {}
func (Stages) chart()  {}
func (Diamond) chart() {}
func (Chain) chart()   {}
func (Trends) chart()  {}
func (Shifts) chart()  {}
