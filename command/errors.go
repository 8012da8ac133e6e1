package command

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// refuse makes an error that a user sees: names and values by turns fill its sentence.
func refuse(code string, namesAndValues ...string) error {
	return assets.NewFault(code, namesAndValues...)
}

// wrongUsage is a fault in how the program was called.
type wrongUsage struct{ *assets.Fault }

// usage makes a wrongUsage. What may have been typed is quoted short.
func usage(code string, namesAndValues ...string) error {
	f := assets.NewFault(code, namesAndValues...)
	for name, value := range f.Values() {
		if name == "value" || name == "word" || name == "command" || name == "flag" {
			f.Values()[name] = steps.Quote(value)
		}
	}
	return wrongUsage{f}
}
