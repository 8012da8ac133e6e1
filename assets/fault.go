package assets

// Fault is an error that a user sees: [Texts.Error] words it by its code.
type Fault struct {
	code   string
	values map[string]string
}

// NewFault makes a fault of a code and what fills its sentence: names and values by turns.
func NewFault(code string, namesAndValues ...string) *Fault {
	f := &Fault{code, map[string]string{}}
	for i := 0; i < len(namesAndValues); i += 2 {
		f.values[namesAndValues[i]] = namesAndValues[i+1]
	}
	return f
}

// Error is for programmers.
func (f *Fault) Error() string { return f.code }

// Code names the sentence that says what is wrong.
func (f *Fault) Code() string { return f.code }

// Values fills that sentence.
func (f *Fault) Values() map[string]string { return f.values }
