package assets

// PlainTexts are the words of the line-by-line mode.
type PlainTexts struct{}
