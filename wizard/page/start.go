package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// trailWidth is the room for the steps below each other; from twoPanes on there is room beside it.
const trailWidth, twoPanes = 27, 62

// firstStartPage shows the eight steps, says what this is, where the file is and that nothing leaves this computer.
func firstStartPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	where := f.Session.Place
	if where == "" {
		where = string(w.InMemory)
	}
	width := f.Width
	if f.Width >= twoPanes {
		width -= trailWidth + 3
	}
	var about []string
	tell := func(p screen.Paint, texts ...string) {
		for _, text := range texts {
			about = append(about, painted(p, screen.Wrap(text, width))...)
		}
		about = append(about, "")
	}
	tell(f.Look.Good, string(w.FirstPrivateText))
	tell(screen.Paint{}, string(w.FirstTimeText))
	about = append(append(about, f.Look.Muted.On(string(w.FirstFile))), screen.WrapPath(where, width)...)
	tell(f.Look.Muted, string(w.FirstBackupText))
	const below = 4 // the first line and what there is to do
	if all := len(about) + len(screen.Wrap(string(w.FirstSource), width)); all+below <= f.Height || len(about)+below > f.Height {
		tell(f.Look.Muted, string(w.FirstSource)) // where a long path takes its room it is left out, and the rest is seen whole
	}
	if f.Width >= twoPanes {
		about = f.Panes(f.Trail(), trailWidth, about[:len(about)-1])
	}
	above := make([]string, max(0, (f.Height-len(about)-6)/3)) // in a high window not at its very top
	if len(about)+5 <= f.Height {                              // the smallest usual window has no room for it
		about = append(about, "")
	}
	if len(about)+5 <= f.Height {
		about = append([]string{""}, about...)
	}
	return sheet{Title: string(w.FirstTitle), Fields: append([]field{
		read(above...), paragraph(f, f.Look.Strong, string(w.FirstWhat)), read(about...),
		actionField("start", string(w.Begin), screen.Show(screen.Place{Kind: screen.Welcome})),
		muted(actionField("import", string(f.Texts.Importing.Title), screen.Show(screen.Place{Kind: screen.ImportFile}))),
	}, languageFields(f)...), Commands: leaveCommands(f)}
}

// welcomePage asks the school's name and who is answering, and no more.
func welcomePage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	return sheet{Title: string(w.WelcomeTitle), Labels: 16, Fields: []field{
		gap(), paragraph(f, f.Look.Strong, string(w.WelcomeText)), gap(),
		authorField(f), unasked(profileFields(f, "school")[0]),
		gap(), paragraph(f, f.Look.Muted, string(w.WelcomeLater)),
		gap(), actionField("begin", string(w.BeginFirst), screen.Show(screen.StepPlace(steps.Awareness))),
	}}
}
