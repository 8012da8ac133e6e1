package main

import (
	"os"
	"strings"
	"testing"
)

func TestAFullDiskUnderTheOutputIsSaid(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	c := newComputer(t)
	var wrong strings.Builder
	if status := run([]string{"status"}, c.environment, strings.NewReader(""), full, &wrong); status != statusRefused {
		t.Errorf("status %d", status)
	}
	if got := wrong.String(); got != "Het resultaat kan niet uitgeschreven worden: de schijf is vol.\n" {
		t.Errorf("says %q", got)
	}
	c.calls(t, statusRefused, "", "export", "--output", "/dev/full", "--yes")
	c.says(t, "geen gewoon bestand")
	c.calls(t, statusRefused, "", "import", "/dev/zero")
	c.calls(t, statusRefused, "", "--file", "/dev/null", "--plain")
}
