//go:build long

package steps_test

import (
	"flag"
	"testing"

	"pgregory.net/rapid"
)

// TestFiveHundredPairsOfCopies are as many as were promised, however many the other laws are tried with.
func TestFiveHundredPairsOfCopies(t *testing.T) {
	checks := flag.Lookup("rapid.checks")
	before := checks.Value.String()
	if err := checks.Value.Set("500"); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = checks.Value.Set(before) }()
	rapid.Check(t, mergingLaws)
}
