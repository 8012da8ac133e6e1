package screen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestTheFontsOfTerminalsHaveEverySign looks them up in the lists of signs of those fonts, as docs/LOOKS.md says they were made.
func TestTheFontsOfTerminalsHaveEverySign(t *testing.T) {
	t.Parallel()
	lists, err := filepath.Glob(filepath.Join("testdata", "fonts", "*.txt"))
	if err != nil || len(lists) < 2 {
		t.Fatal(lists, err)
	}
	for _, path := range lists {
		list, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(signs); i += 2 {
			if r := []rune(signs[i])[0]; r > 0xFF && !strings.ContainsRune(string(list), r) {
				t.Errorf("%s has no %s (%U)", filepath.Base(path), signs[i], r)
			}
		}
	}
}

// TestASignInASCIITakesAsManyCells, so that nothing on the screen moves.
func TestASignInASCIITakesAsManyCells(t *testing.T) {
	t.Parallel()
	for i := 0; i < len(signs); i += 2 {
		sign, plain := signs[i], signs[i+1]
		if ansi.StringWidth(sign) != len(plain) || plain[0] >= 0x80 {
			t.Errorf("%q becomes %q", sign, plain)
		}
	}
}

// TestNoStateInASCIIIsAKey: what is done, that a page goes on, and what is cut look like no letter that can be pressed.
func TestNoStateInASCIIIsAKey(t *testing.T) {
	t.Parallel()
	for drawn, want := range map[string]string{
		"✓ 1 Bewustzijn": "* 1 Bewustzijn", "── ↓ meer ───": "---  meer ---", "ontbreekt voor 5…": "ontbreekt voor 5>", "↑/↓ kiezen": "^/v kiezen",
	} {
		if got := InASCII(drawn); got != want {
			t.Errorf("%q becomes %q, and should be %q", drawn, got, want)
		}
	}
}
