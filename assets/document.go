package assets

// DocumentTexts are the words that a document needs beside its summary, because of the kind of file it is.
type DocumentTexts struct {
	Contents Text // above the list of what a document holds
	PageOf   Text // {n} {total}
	Reminder Text // {title}: what a calendar says some days before a day
	DayOf    Text // {title} {school}: how the day of an evaluation is called in a calendar
	DoneAt   Text // {title} {school}: how the day is called by which something is done

	MoreInNotes Plural // on a slide: how many more there are than it has room for

	MissingLetters Plural // stands for so many letters in a row that a document's font lacks
	MissingNote    Text   // what such a mark means, and where the letters are
}
