//go:build documents

package reporttest

import (
	"os/exec"
	"regexp"
	"testing"
)

// Run runs a program, and returns what it wrote; the test fails with it.
func Run(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	out, err := exec.Command(program, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// PageCount finds the number of pages in what pdfinfo says.
var PageCount = regexp.MustCompile(`Pages:\s+(\d+)`)
