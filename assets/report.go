package assets

// ReportTexts are the words of the summary.
type ReportTexts struct{}
