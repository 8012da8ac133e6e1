package report

// Narrowed makes the columns of a table fit in a room: from the widths at which no cell breaks, all give way in proportion, so
// that their cells break into about as many lines. None is made narrower than its widest word while there is room for that, and
// one of very long texts counts for half the room.
func Narrowed(wanted, words []float64, room float64) []float64 {
	at := func(share float64) (widths []float64, total float64) {
		for i, width := range wanted {
			width = min(width, max(words[i], share*min(width, room/2)))
			widths, total = append(widths, width), total+width
		}
		return widths, total
	}
	if _, least := at(0); least > room {
		words = make([]float64, len(words))
	}
	low, high := 0.0, 1.0
	for widths, total := at(high); total < room; widths, total = at(high) {
		if low, high = high, high*2; high > room {
			return widths // they need no more
		}
	}
	for range 30 { // halved until it is exact enough
		middle := (low + high) / 2
		if _, total := at(middle); total > room {
			high = middle
		} else {
			low = middle
		}
	}
	widths, _ := at(low)
	return widths
}
