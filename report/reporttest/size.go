package reporttest

// ShortOrLong gives the size that a test takes.
func ShortOrLong(short, long int) int {
	if Long {
		return long
	}
	return short
}
