//go:build long

package planfile_test

import (
	"fmt"
	"testing"

	"stappenplan/planfile"
)

// TestNastyFilesInFull reads them at the largest size, and at one at which they can still pass for a plan with very much in
// it. Each ends, with a refusal of a few lines.
func TestNastyFilesInFull(t *testing.T) {
	t.Parallel()
	for name, text := range nasty {
		for _, size := range []int{planfile.MaxBytes, planfile.MaxBytes / 12} {
			t.Run(fmt.Sprintf("%s/%d", name, size), func(t *testing.T) {
				data := []byte(text(size))
				if len(data) > size {
					t.Fatalf("made %d bytes", len(data))
				}
				if _, err := planfile.Decode(data, builtIn, nil); err == nil || len(err.Error()) > 10_000 {
					t.Errorf("refused with %.100v", err)
				}
			})
		}
	}
}
