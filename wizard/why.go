package wizard

import "stappenplan/steps"

// whyLines tell why something is there: the answers first, then the rule, then where the rule comes from.
func whyLines(reason steps.Reason) func(f frame) (string, []string, []command) {
	return func(f frame) (string, []string, []command) {
		var lines []string
		for _, sentence := range f.texts.Why(reason, f.plan) {
			lines = append(lines, wrap(sentence, min(f.width, readable))...)
		}
		return string(f.texts.Wizard.WhyTitle), lines, nil
	}
}
