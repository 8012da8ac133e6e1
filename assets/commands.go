package assets

// CommandTexts are the words of the command line.
type CommandTexts struct{}
