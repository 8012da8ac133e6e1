package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// Why tells why something is there: the answers first, then the rule, then where the rule comes from.
func Why(reasons []steps.Reason) screen.Screen {
	return newReader(func(f screen.Frame) (string, []string, []command) {
		var lines []string
		for i, reason := range reasons {
			if i > 0 {
				lines = append(lines, "")
			}
			for _, sentence := range f.Texts.Why(reason, f.Plan) {
				lines = append(lines, screen.Wrap(sentence, min(f.Width, screen.Readable))...)
			}
		}
		return string(f.Texts.Wizard.WhyTitle), lines, nil
	})
}
