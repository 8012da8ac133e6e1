package command

import "stappenplan/steps"

// fault is an error that a user sees: its words are looked up by its code.
type fault struct {
	code   string
	values map[string]string
}

// Error is for programmers.
func (f fault) Error() string { return f.code }

// Code names the sentence that says what is wrong.
func (f fault) Code() string { return f.code }

// Values fills that sentence.
func (f fault) Values() map[string]string { return f.values }

// refuse makes a fault: names and values by turns.
func refuse(code string, namesAndValues ...string) fault {
	f := fault{code, map[string]string{}}
	for i := 0; i < len(namesAndValues); i += 2 {
		f.values[namesAndValues[i]] = namesAndValues[i+1]
	}
	return f
}

// wrongUsage is a fault in how the program was called.
type wrongUsage struct{ fault }

// usage makes a wrongUsage. What was typed is quoted short.
func usage(code string, namesAndValues ...string) error {
	f := refuse(code, namesAndValues...)
	for name, value := range f.values {
		if name == "value" || name == "word" || name == "command" || name == "flag" {
			f.values[name] = steps.Quote(value)
		}
	}
	return wrongUsage{f}
}
