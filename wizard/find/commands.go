package find

import (
	"maps"
	"reflect"
	"slices"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// onTheScreens is what does on the screens what a command of the program does.
var onTheScreens = map[string]screen.Effect{
	"status": screen.Home(), "overview": screen.Elsewhere{}, "plans": screen.Elsewhere{}, "actions": screen.Show(screen.Place{Kind: screen.Actions}),
	"export": screen.Show(screen.Place{Kind: screen.SaveAs}), "import": screen.Show(screen.Place{Kind: screen.ImportFile}),
	"divide": screen.Show(screen.Place{Kind: screen.Division}), "undo": screen.Undo{}, "redo": screen.Redo{}, "history": screen.Show(screen.Place{Kind: screen.History}),
	"merge": screen.Show(screen.Place{Kind: screen.MergeFile}), "backup": screen.MakeBackup{}, "restore": screen.ListBackups{}, "erase": screen.ListErasable{},
	"encrypt": screen.ShowSealing{What: screen.Encrypt}, "change": screen.ShowSealing{What: screen.ChangePhrase}, "decrypt": screen.ShowSealing{What: screen.Decrypt},
	"help": screen.Show(screen.Place{Kind: screen.Help, ID: OtherHelp}),
}

// withCommands are the things, found too by what the commands are called that do the same; and what only a command can do, where the plan is
// kept in a file.
func withCommands(a Around, list []Thing) []Thing {
	calls, words := a.Texts.Commands.Calls, a.Texts.Wizard.FindWords
	for _, name := range slices.Sorted(maps.Keys(words)) {
		effect := onTheScreens[name]
		at := slices.IndexFunc(list, func(t Thing) bool { return effect != nil && reflect.DeepEqual(t.Effect, effect) })
		if at < 0 && (effect != nil || !a.Kept) {
			continue
		}
		if at < 0 {
			at = len(list)
			kind := string(a.Texts.Wizard.FindKinds["terminal"])
			list = append(list, New(assets.Capital(string(calls[name].Short)), kind, screen.Show(screen.Place{Kind: screen.CommandCard, ID: name})))
		}
		list[at] = list[at].AlsoCalled(assets.Text(name)).AlsoCalled(words[name]...)
	}
	return list
}
