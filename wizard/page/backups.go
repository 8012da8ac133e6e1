package page

import (
	"strings"

	"stappenplan/wizard/screen"
)

// whenWidth holds the longest day and time.
const whenWidth = 25

// backupsPage lists the backups of the file, the newest first, and makes one.
func backupsPage(f screen.Frame) sheet {
	w := f.Texts.Backups
	fields := []field{actionField("make", string(w.Make), screen.MakeBackup{}), gap()}
	for _, b := range f.Backups {
		row := actionField(b.File, screen.Fit(b.When, whenWidth), screen.ShowBackup{Backup: b})
		row.Value = " " + f.Look.Muted.On(b.Holds)
		if !b.Sound {
			row = paragraph(f, f.Look.Warn, "  "+screen.Fit(b.When, whenWidth)+" "+b.Holds)
		}
		fields = append(fields, row)
	}
	if len(f.Backups) == 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.NoneYet)))
	}
	fields = append(append(fields, gap()), sealFields(f)...)
	return sheet{Title: string(w.Title), Fields: append(fields, gap(), paragraph(f, f.Look.Muted, string(w.Hint)))}
}

// backupPage says what putting a backup back would do, and asks.
func backupPage(f screen.Frame) sheet {
	w, chosen := f.Texts.Backups, f.Restoring
	fields := []field{gap()}
	for _, line := range chosen.Says {
		paint := screen.Paint{}
		if strings.HasPrefix(line, " ") { // an entry that is lost
			paint = f.Look.Muted
		}
		fields = append(fields, paragraph(f, paint, line))
	}
	fields = append(fields, gap())
	if !chosen.Changes {
		return sheet{Title: chosen.When, Fields: append(fields, actionField("back", string(f.Texts.Wizard.Back), screen.Back(1)))}
	}
	if chosen.Keeps {
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.Safe)), gap())
	}
	return sheet{Title: chosen.When, Fields: append(fields, sure(screen.Ask{Yes: w.PutBack, Effect: screen.Elsewhere{Restore: chosen.File}}, f))}
}
