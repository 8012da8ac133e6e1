package command

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// builtOn is a build of a release, at the start of a day.
func builtOn(year int, month time.Month, day int) build {
	at := time.Date(year, month, day, 8, 0, 0, 0, time.UTC)
	return build{Version: "1.2.3", Commit: "0123456789abcdef0123456789abcdef01234567", Date: &at}
}

func TestTheVersionSaysWhichBuildThisIs(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "--version")
	c.says(t, "stappenplan 1.2.3\n")
	c.build = builtOn(2026, 3, 1)
	c.calls(t, statusDone, "", "--version")
	c.says(t, "stappenplan 1.2.3 van 1 maart 2026 (commit 0123456789ab)\n")
	c.calls(t, statusDone, "", "--lang", "en", "--help")
	c.says(t, "stappenplan 1.2.3 of 1 March 2026 (commit 0123456789ab)\n")

	c.calls(t, statusDone, "", "--version", "--json")
	var said map[string]string
	if err := json.Unmarshal([]byte(c.said), &said); err != nil {
		t.Fatal(err)
	}
	if said["version"] != "1.2.3" || said["commit"] != c.build.Commit || said["date"] != "2026-03-01T08:00:00Z" {
		t.Errorf("says %v", said)
	}
	c.calls(t, statusUsage, "", "--json")
	c.says(t, "--version")
}

func TestHelpSaysThatABuildIsOverAYearOld(t *testing.T) {
	c := newComputer(t) // on 24 November 2026
	const old = "meer dan een jaar oud"
	for built, says := range map[build]bool{{Version: "1.2.3"}: false, builtOn(2025, 11, 25): false, builtOn(2025, 11, 23): true} {
		c.build = built
		c.calls(t, statusDone, "", "help")
		if strings.Contains(c.said, old) != says {
			t.Errorf("of %v: says %v\n%s", built.Date, !says, c.said)
		}
		c.calls(t, statusDone, "", "help", "status")
		if strings.Contains(c.said, old) {
			t.Errorf("the help of a command speaks of its age:\n%s", c.said)
		}
	}
}
