package planfile

import (
	"strconv"
	"strings"
	"time"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// CellLanguage is how a language writes what stands in cells.
func CellLanguage(t *assets.Texts) xlsx.Language {
	list := func(texts []assets.Text) (words []string) {
		for _, text := range texts {
			words = append(words, string(text))
		}
		return words
	}
	words := t.Workbook.Shown
	return xlsx.Language{
		Point: string(words.Point), Months: list(t.Common.Months), ShortMonths: list(t.Common.ShortMonths), Day: string(words.Day),
		True: string(words.True), False: string(words.False),
	}
}

// How people write a time in a cell: 1u30, 1:30, 2 uur, 1½ u, 90 min.
var (
	clockWritten   = lazyregexp.New(`^(\d{1,4}) ?(?::|u|uur|h|hours?) ?(?:en |and )?(\d{1,2}) ?(?:m|min|minuten|minutes|')?$`)
	minutesWritten = lazyregexp.New(`^(\d{1,5}) ?(?:m|min|minuten|minutes|')\.?$`)
	perWeek        = lazyregexp.New(` ?(?:/|p/|per|a) ?w(?:eek|k)?\.?$`)
	halves         = strings.NewReplacer("½", ".5", "¼", ".25", "¾", ".75")
)

// CellHours is the number of hours in a cell, as a decimal with a point, also where it is written as a time: 1u30, 2 uur, ½.
// Minutes that are no hundredths of an hour are rounded.
func CellHours(c xlsx.Cell) (decimal string, ok bool) {
	if decimal, ok = c.Number(); ok || c.Kind != xlsx.TextCell || len(c.Text) > 40 {
		return decimal, ok
	}
	text := halves.Replace(strings.ReplaceAll(Fold(c.Text), " ½", "½"))
	text = perWeek().ReplaceAllString(text, "")
	if found := clockWritten().FindStringSubmatch(text); found != nil {
		return hoursOf(found[1], found[2])
	}
	if found := minutesWritten().FindStringSubmatch(text); found != nil {
		return hoursOf("0", found[1])
	}
	return xlsx.Cell{Text: assets.BeforeHours(text)}.Number()
}

// hoursOf is a number of hours and minutes in hours.
func hoursOf(hours, minutes string) (string, bool) {
	const perHour = 60
	h, err := strconv.ParseInt(hours, 10, 64)
	m, bad := strconv.ParseInt(minutes, 10, 64)
	if err != nil || bad != nil || h > 0 && m >= perHour {
		return "", false
	}
	return steps.Hundredths((h*perHour+m)*100/perHour + ((h*perHour+m)*100%perHour)/(perHour/2)).String(), true
}

// typedDay is a day as people type it in a cell that holds text.
var typedDay = lazyregexp.New(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)

// CellDay is the day in a cell, and whether there is such a day.
func CellDay(c xlsx.Cell) (day steps.Date, is bool) {
	text := strings.TrimSpace(c.Text)
	if parts := typedDay().FindStringSubmatch(text); parts != nil {
		day, err := time.Parse("2/1/2006", strings.Join(parts[1:], "/"))
		return steps.DateOf(day), err == nil
	}
	_, is = steps.ParseDate(text)
	return steps.Date(text), is && c.Kind != xlsx.NumberCell
}
