package page

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// commandPage tells what only a command can do, and how it is typed.
func commandPage(f screen.Frame, name string) sheet {
	w, call := f.Texts.Wizard, f.Texts.Commands.Calls[name]
	return sheet{Title: assets.Capital(string(call.Short)), Fields: []field{
		gap(), paragraph(f, screen.Paint{}, strings.Join(strings.Fields(string(call.Long)), " ")), gap(),
		paragraph(f, f.Look.Muted, string(w.ByCommand)), gap(), paragraph(f, f.Look.Strong, f.Files.Command(strings.TrimSpace(name+" "+string(call.Use)))), gap(),
		actionField("back", string(w.Back), screen.Back(1)),
	}}
}

// mergePage asks for the file of another copy of the plan.
func mergePage(f screen.Frame) sheet {
	w := f.Texts.Merge
	path := field{Field: form.Field{ID: "file", Kind: form.Line, Label: string(f.Texts.Wizard.Plans.File), Hint: string(f.Texts.Wizard.Plans.FileHint)}}
	path.Enter = func(typed string) (screen.Effect, string) {
		if there, _ := f.Files.InTheWay([]string{typed}); len(there) == 0 {
			return nil, f.Texts.Error(assets.NewFault("plan-file-missing", "file", steps.Quote(typed)))
		}
		return screen.Elsewhere{Merge: f.Files.Path(typed)}, ""
	}
	return sheet{Title: string(w.Title), Fields: []field{paragraph(f, f.Look.Muted, string(w.Text)), gap(), path}}
}
