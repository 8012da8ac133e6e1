package steps

// Quantity is a number of hours a week that says how much of it is known.
type Quantity struct {
	Hours Decimal
	Bound Bound
}

// Bound says what is known of a quantity.
type Bound int

// The bounds.
const (
	Exactly Bound = iota
	AtLeast       // it is so much, or more
	AtMost        // it is so much, or less
	Unknown       // it can be anything
)

// Quantity is the sum of a tally. Hours that nobody filled in add to it.
func (t Tally) Quantity() Quantity {
	switch {
	case !t.Known():
		return Quantity{Bound: Unknown}
	case t.Unknown > 0:
		return Quantity{t.Hours, AtLeast}
	}
	return Quantity{Hours: t.Hours}
}

// Beyond are the hours that are asked beyond those given; below 0 where hours are left.
func (t Tally) Beyond(given Tally) Quantity {
	asked, there := t.Quantity(), given.Quantity()
	beyond := Quantity{Hours: asked.Hours - there.Hours}
	switch {
	case asked.Bound == Unknown || there.Bound == Unknown || asked.Bound == AtLeast && there.Bound == AtLeast:
		return Quantity{Bound: Unknown}
	case asked.Bound == AtLeast:
		beyond.Bound = AtLeast
	case there.Bound == AtLeast:
		beyond.Bound = AtMost
	}
	return beyond
}

// Certain says whether it is known that there are any hours.
func (q Quantity) Certain() bool { return q.Hours > 0 && (q.Bound == Exactly || q.Bound == AtLeast) }

// Less says whether the quantity is certainly less than the other.
func (q Quantity) Less(o Quantity) bool {
	highest, lowest := q.Bound == Exactly || q.Bound == AtMost, o.Bound == Exactly || o.Bound == AtLeast
	return highest && lowest && q.Hours < o.Hours
}

// Opposite is the quantity with the other sign.
func (q Quantity) Opposite() Quantity {
	bounds := map[Bound]Bound{AtLeast: AtMost, AtMost: AtLeast}
	if bound, turned := bounds[q.Bound]; turned {
		q.Bound = bound
	}
	q.Hours = -q.Hours
	return q
}

// and adds up what is asked, there or short at two places: of one at which that is not known it can be more.
func (q Quantity) and(o Quantity) Quantity {
	sum := Quantity{Hours: q.Hours + o.Hours}
	switch {
	case q.Bound == Exactly && o.Bound == Exactly:
	case sum.Hours > 0, q.Bound != Unknown && o.Bound != Unknown:
		sum.Bound = AtLeast
	default:
		sum.Bound = Unknown
	}
	return sum
}
