package wizard

import "stappenplan/steps"

// whyScreen tells why something is there: the answers first, then the rule, then where the rule comes from.
func whyScreen(reasons []steps.Reason) screen {
	return newReader(func(f frame) (string, []string, []command) {
		var lines []string
		for i, reason := range reasons {
			if i > 0 {
				lines = append(lines, "")
			}
			for _, sentence := range f.texts.Why(reason, f.plan) {
				lines = append(lines, wrap(sentence, min(f.width, readable))...)
			}
		}
		return string(f.texts.Wizard.WhyTitle), lines, nil
	})
}
