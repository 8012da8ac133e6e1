package lists

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// NotFound says whether an error of [Read] is that no table of tasks was found.
func NotFound(err error) bool {
	coded, is := err.(planfile.Errors)
	return is && coded.Code() == "workbook-no-overview"
}

// Unrecognised is a workbook in which no table of tasks was found, for a person to say what its columns are: those of the first sheet that is read and has several, else of the first that has one with several cells, without rows. It has no tables where there is no such sheet.
func Unrecognised(b *xlsx.Book, texts *assets.Texts, choices Choices) (list List) {
	r := newReader(steps.NewPlan(assets.Definitions()), texts, choices)
	for _, s := range b.Sheets {
		head, err := b.Head(s)
		if err != nil || !r.isRead(s) {
			continue
		}
		samples := map[int][]string{}
		for _, row := range head {
			for _, c := range row.Cells {
				if text := sample(c, r.shown); text != "" && !slices.Contains(samples[c.Column], text) {
					samples[c.Column] = append(samples[c.Column], text)
				}
			}
		}
		if len(samples) == 0 || len(samples) == 1 && (len(head) < 2 || len(list.Tables) > 0) {
			continue
		}
		t := Table{Sheet: s.Name}
		for number, texts := range samples {
			c := Column{Letter: xlsx.ColumnName(number), Field: Note, Samples: texts[:min(len(texts), samplesShown)], number: number}
			if told, chosen := choices.Columns[c.Letter]; chosen {
				r.take(&c, told)
			}
			t.Columns = append(t.Columns, c)
		}
		slices.SortFunc(t.Columns, func(a, b Column) int { return a.number - b.number })
		if list = (List{Tables: []Table{t}}); len(samples) > 1 {
			break
		}
	}
	return list
}

// samplesShown is how many cells of a column are shown.
const samplesShown = 2

// sample is a cell as it is shown among the samples of its column.
func sample(c xlsx.Cell, language xlsx.Language) string {
	const longest = 40
	return planfile.Shorten(steps.CleanName(c.Shown(language)), longest)
}
