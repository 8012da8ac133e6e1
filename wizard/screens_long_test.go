//go:build long

package wizard

import (
	"testing"

	"stappenplan/assets"
)

// TestFrameHoldsAtEverySize is TestFrameHolds with every text at every size, also where the window is too small.
func TestFrameHoldsAtEverySize(t *testing.T) {
	t.Parallel()
	for name, text := range hostileTexts(t) {
		t.Run(name, func(t *testing.T) { holdsIn(t, text, append(windows, window{20, 5}, window{1, 1})...) })
	}
}

func TestNoLetterChangesThePlanUnseenInEnglish(t *testing.T) {
	t.Parallel()
	pressEverywhere(t, assets.English)
}
