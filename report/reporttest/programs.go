//go:build documents

package reporttest

import (
	"os/exec"
	"regexp"
	"testing"
)

// ran is what a program wrote; the test fails with it.
func Run(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	out, err := exec.Command(program, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

var PageCount = regexp.MustCompile(`Pages:\s+(\d+)`)
