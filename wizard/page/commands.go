package page

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// commandEffects are what does on the screens what a command of the program does.
func commandEffects(f screen.Frame) map[string]screen.Effect {
	effects := map[string]screen.Effect{
		"status": screen.Home(), "overview": screen.Elsewhere{}, "plans": screen.Elsewhere{}, "actions": screen.Show(screen.Place{Kind: screen.Actions}),
		"export": screen.Show(screen.Place{Kind: screen.SaveAs}), "import": screen.Show(screen.Place{Kind: screen.ImportFile}),
		"divide": screen.Show(screen.Place{Kind: screen.Division}), "undo": screen.Undo{}, "redo": screen.Redo{}, "history": screen.Show(screen.Place{Kind: screen.History}),
		"merge": screen.Show(screen.Place{Kind: screen.MergeFile}), "backup": screen.MakeBackup{}, "restore": screen.ListBackups{}, "erase": screen.ListErasable{},
		"help": screen.Show(HelpOn(screen.Place{})),
	}
	return effects
}

// withCommands are the targets, found too by what the commands are called that do the same; and what only a command can do, where the plan is
// kept in a file.
func withCommands(f screen.Frame, list []target) []target {
	calls, effects := f.Texts.Commands.Calls, commandEffects(f)
	for _, name := range slices.Sorted(maps.Keys(f.Texts.Wizard.FindWords)) {
		words := " " + name
		for _, word := range f.Texts.Wizard.FindWords[name] {
			words += " " + fold(string(word))
		}
		at := slices.IndexFunc(list, func(t target) bool { return effects[name] != nil && reflect.DeepEqual(t.effect, effects[name]) })
		switch {
		case at >= 0:
			list[at].folded += words
			list[at].explained += words
		case effects[name] == nil && f.Kept():
			kind := string(f.Texts.Wizard.FindKinds["terminal"])
			folded := fold(string(calls[name].Short)) + " " + fold(kind) + words
			list = append(list, target{
				name: assets.Capital(string(calls[name].Short)), kind: kind, effect: screen.Show(screen.Place{Kind: screen.CommandCard, ID: name}), folded: folded, explained: folded,
			})
		}
	}
	return list
}

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
	path.Save = func(typed string) (screen.Effect, string) {
		if there, _ := f.Files.InTheWay([]string{typed}); len(there) == 0 {
			return nil, f.Texts.Error(assets.NewFault("plan-file-missing", "file", steps.Quote(typed)))
		}
		return screen.Elsewhere{Merge: f.Files.Path(typed)}, ""
	}
	return sheet{Title: string(w.Title), Fields: []field{paragraph(f, f.Look.Muted, string(w.Text)), gap(), path}}
}
