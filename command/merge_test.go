package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestConflictsAreAskedOneByOne, with both values, and then it is asked once whether to merge.
func TestConflictsAreAskedOneByOne(t *testing.T) {
	c := newComputer(t)
	here, there := twoLaptops(t)
	file, other := filepath.Join(t.TempDir(), "here.db"), filepath.Join(t.TempDir(), "there.db")
	for path, content := range map[string][]byte{file: here, other: there} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, no := range []string{"2\nn\n", "beide\n1\nn\n"} {
		c.calls(t, statusDone, no, "--file", file, "merge", other)
		c.says(t, "hier: Derde school", "Tweede school", "Typ 1 of 2:", "Samenvoegen? [j/n]", "Het plan blijft zoals het was.")
	}
	c.calls(t, statusRefused, "", "--file", file, "merge", other)
	c.says(t, "Typ 1 of 2:", "Gestopt. Er is niets gewijzigd.")
	if strings.Contains(c.said+c.wrong, "--yes") {
		t.Errorf("at a terminal it says\n%s%s", c.said, c.wrong)
	}
	if string(bytesOf(t, file)) != string(here) {
		t.Error("a no changed the file")
	}
	c.calls(t, statusDone, "2\nj\n", "--file", file, "merge", other)
	c.says(t, "Samengevoegd: 1 wijziging erbij.")
	c.calls(t, statusDone, "", "--file", file, "status")
	c.says(t, "Tweede school")
	if string(bytesOf(t, other)) != string(there) {
		t.Error("the other file changed")
	}
}

// TestWhatWasRemovedHereIsAsked where the other copy went on with it: it stays away, or comes back with that.
func TestWhatWasRemovedHereIsAsked(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	file, other := filepath.Join(folder, "here.db"), filepath.Join(folder, "there.db")
	plan := func(members, tasks string) string {
		return written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "De Linde"}, "members": [`+members+`], "tasks": [`+tasks+`]}`)
	}
	const an, wifi, helpdesk = `{"id": "an", "name": "An Peeters"}`, `{"id": "wifi-management", "owner": "an"}`, `{"id": "helpdesk-first-line", "owner": "an"}`
	c.calls(t, statusDone, "", "--file", file, "import", plan(an, wifi))
	if err := os.WriteFile(other, []byte(contentOf(t, file)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", file, "import", "--yes", plan("", ""))
	c.calls(t, statusDone, "", "--file", other, "import", "--yes", plan(an, wifi+", "+helpdesk))
	before := contentOf(t, file)

	c.calls(t, statusDone, "1\nn\n", "--file", file, "merge", other)
	c.says(t, "Deze kan hier niet meer", "Door regel 2 van hier (An Peeters verwijderd) kan dit niet:\n  3  ", "1  hier: An Peeters verwijderd, en dat blijft zo", "2  in there.db: dat kan weer: regel 2 van hier wordt ongedaan gemaakt")
	c.calls(t, statusDone, "2\nn\n", "--file", file, "merge", other)
	if c.says(t, "Dit wordt hier ongedaan gemaakt:\n  2  "); strings.Count(c.said, "Deze kan hier niet meer") != 1 || contentOf(t, file) != before {
		t.Errorf("it says\n%s", c.said)
	}
	c.calls(t, statusDone, "2\nj\n", "--file", file, "merge", other)
	for _, merged := range []string{file, other} {
		c.calls(t, statusDone, "", "--file", merged, "export", "--format", "json")
		if got := c.said; strings.Count(got, `"owner": "an"`) != 2 || !strings.Contains(got, "An Peeters") {
			t.Errorf("%s says\n%s", merged, got)
		}
		c.calls(t, statusDone, "", "--file", merged, "check")
		c.calls(t, statusDone, "j\n", "--file", other, "merge", file)
	}
}

// TestEveryRemovalInTheWayIsAsked, also one that is in the way only once another one is taken back; what stays away is asked once.
func TestEveryRemovalInTheWayIsAsked(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	file, other := filepath.Join(folder, "here.db"), filepath.Join(folder, "there.db")
	plan := func(members, tasks string) string {
		return written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "De Linde"}, "members": [`+members+`], "tasks": [`+tasks+`]}`)
	}
	const an, bart = `{"id": "an", "name": "An Peeters"}`, `{"id": "bart", "name": "Bart Claes"}`
	const wifi, helpdesk = `{"id": "wifi-management", "owner": "an"}`, `{"id": "helpdesk-first-line", "owner": "bart"}`
	c.calls(t, statusDone, "", "--file", file, "import", plan(an+", "+bart, ""))
	if err := os.WriteFile(other, []byte(contentOf(t, file)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", file, "import", "--yes", plan(bart, ""))
	c.calls(t, statusDone, "", "--file", file, "import", "--yes", plan("", ""))
	c.calls(t, statusDone, "", "--file", other, "import", "--yes", plan(an+", "+bart, wifi+", "+helpdesk))

	c.calls(t, statusDone, "2\n1\nn\n", "--file", file, "merge", other)
	if c.says(t, "Door regel 2 van hier (An", "Door regel 3 van hier (Bart"); strings.Count(c.said, "Typ 1 of 2:") != 2 {
		t.Errorf("it says\n%s", c.said)
	}
	c.calls(t, statusDone, "2\n2\nn\n", "--file", file, "merge", other)
	c.says(t, "Deze 2 worden hier ongedaan gemaakt:\n  2  ", "\n  3  ")
	c.calls(t, statusDone, "", "--file", file, "merge", "--keep", "theirs", "--yes", other)
	c.says(t, "Deze 2 worden hier ongedaan gemaakt:")
	c.calls(t, statusDone, "", "--file", file, "export", "--format", "json")
	if !strings.Contains(c.said, `"owner": "an"`) || !strings.Contains(c.said, `"owner": "bart"`) {
		t.Errorf("the plan is\n%s", c.said)
	}
}

// TestOtherPlansInTheCopyAreNamed: they are not taken over, and that file is still needed.
func TestOtherPlansInTheCopyAreNamed(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	here, there := filepath.Join(folder, "p.db"), filepath.Join(folder, "q.db")
	c.calls(t, statusDone, "", "--file", here, "import", written(t, "one.json", onePlan))
	if err := os.WriteFile(there, []byte(contentOf(t, here)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", there, "plans", "--rename", "Anders")
	c.calls(t, statusDone, "", "--file", there, "plans", "--add", "Tweede school")
	for range 2 {
		c.calls(t, statusDone, "", "--file", here, "merge", "--yes", "--keep", "theirs", there)
		if c.says(t, "ook een plan dat hier niet is: Tweede school"); strings.Contains(c.said, "is niet gewijzigd") {
			t.Errorf("it says\n%s", c.said)
		}
	}
}

// TestAPreviewSaysWhichSchool where a file holds several.
func TestAPreviewSaysWhichSchool(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	here, there := filepath.Join(folder, "p.db"), filepath.Join(folder, "q.db")
	c.calls(t, statusDone, "", "--file", here, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", here, "plans", "--add", "Haven")
	if err := os.WriteFile(there, []byte(contentOf(t, here)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", there, "--plan", "haven", "plans", "--rename", "Haven en Kade")
	c.calls(t, statusDone, "n\n", "--file", here, "--plan", "haven", "merge", there)
	c.says(t, "Voor Haven:\nUit q.db komt er 1 wijziging bij:")
	c.calls(t, statusDone, "", "--file", here, "--plan", "plan", "plans", "--rename", "Kade")
	if err := os.Chtimes(there, c.clock(), c.clock()); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "n\n", "--file", here, "restore", there)
	c.says(t, "Terug naar ", "3 wijzigingen · ronde 1 · Haven en Kade, Eerste school.",
		"1 wijziging die er nu niet is, komt terug.\n  Haven en Kade (1)\n", "gaat verloren:\n  Kade:\n  2  ")
}

// TestTheOtherFileIsNamedInFull: it may have the name of the plan's own.
func TestTheOtherFileIsNamedInFull(t *testing.T) {
	c := newComputer(t)
	here, there := filepath.Join(t.TempDir(), "p.db"), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", here, "import", written(t, "one.json", onePlan))
	if err := os.WriteFile(there, []byte(contentOf(t, here)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", there, "plans", "--rename", "Anders")
	c.calls(t, statusDone, "", "--file", here, "merge", "--yes", "--keep", "theirs", there)
	if c.says(t, there+" is niet gewijzigd."); strings.Contains(c.said, "niet meer nodig") {
		t.Errorf("it says\n%s", c.said)
	}
}

// TestTwoThatWereEachMergedWithAnOlderState: both hold the same entries and another plan. That is said, each difference is asked, and after one more
// merge and one back both have what was chosen.
func TestTwoThatWereEachMergedWithAnOlderState(t *testing.T) {
	for answer, want := range map[string][]string{"1": {"van hier"}, "2": {"van daar", "Zed Claes", `"owner": "zed"`}} {
		c, folder := newComputer(t), t.TempDir()
		here, there, old := filepath.Join(folder, "here.db"), filepath.Join(folder, "there.db"), filepath.Join(folder, "old.db")
		copied := func(from, to string) {
			if err := os.WriteFile(to, []byte(contentOf(t, from)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		plan := func(rest string) string {
			return written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "De Linde"}, `+rest+`}`)
		}
		const zed = `"members": [{"id": "zed", "name": "Zed Claes"}]`
		c.calls(t, statusDone, "", "--file", here, "import", plan(zed))
		copied(here, there)
		c.calls(t, statusDone, "", "--file", here, "import", "--yes", plan(`"answers": {"vision": {"note": "van hier"}}`))
		c.calls(t, statusDone, "", "--file", there, "import", "--yes", plan(zed+`, "answers": {"policy": {"note": "van daar"}}, "tasks": [{"id": "wifi-management", "owner": "zed"}]`))
		copied(here, old)
		c.calls(t, statusDone, "1\nj\n", "--file", here, "merge", there)
		c.calls(t, statusDone, "1\nj\n", "--file", there, "merge", old)

		c.calls(t, statusDone, strings.Repeat(answer+"\n", 4)+"j\n", "--file", here, "merge", there)
		c.says(t, "Uit there.db ontbreekt hier geen wijziging, en toch is het plan er anders", "Op 4 plaatsen", "Zed Claes\n  1  hier: staat er niet in\n  2  in there.db: staat erin",
			"notitie\n  1  hier: van hier\n  2  in there.db: –", "Samengevoegd: wat je koos, staat in je plan.")
		if strings.Contains(c.said, "komt er") {
			t.Errorf("it adds something:\n%s", c.said)
		}
		c.calls(t, statusDone, "j\n", "--file", there, "merge", here)
		var plans []string
		for _, file := range []string{here, there} {
			c.calls(t, statusDone, "", "--file", file, "check")
			c.calls(t, statusDone, "", "--file", file, "export", "--format", "json")
			if c.says(t, want...); answer == "1" && strings.Contains(c.said, "Zed") {
				t.Errorf("%s says\n%s", file, c.said)
			}
			plans = append(plans, c.said)
		}
		if plans[0] != plans[1] {
			t.Errorf("with %s one says\n%s\nthe other one\n%s", answer, plans[0], plans[1])
		}
		for _, pair := range [][2]string{{here, there}, {there, here}} {
			c.calls(t, statusDone, "", "--file", pair[0], "merge", pair[1])
			c.says(t, "staat niets wat hier niet is")
		}
	}
}

// TestWhatDidNotFitIsToldByNames in the history, also of who left.
func TestWhatDidNotFitIsToldByNames(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	here, there := filepath.Join(folder, "here.db"), filepath.Join(folder, "there.db")
	plan := func(members, tasks string) string {
		return written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "De Linde"}, "members": [`+members+`], "tasks": [`+tasks+`]}`)
	}
	const an = `{"id": "a7", "name": "An Peeters"}`
	c.calls(t, statusDone, "", "--file", here, "import", plan(an, ""))
	if err := os.WriteFile(there, []byte(contentOf(t, here)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", here, "import", "--yes", plan("", ""))
	c.calls(t, statusDone, "", "--file", there, "import", "--yes", plan(an, `{"id": "wifi-management", "owner": "a7"}`))
	c.calls(t, statusDone, "1\nj\n", "--file", here, "merge", there)
	c.calls(t, statusDone, "", "--file", here, "history")
	c.says(t, "Wifi beheren: trekker An Peeters (paste hier niet bij het samenvoegen, ongedaan gemaakt door 4)")
	c.calls(t, statusRefused, "", "--file", here, "redo")
	c.says(t, "niets om opnieuw te doen")
}

// TestWhyARemovalStaysIsSaid: the entry that removed did more, another one rests on it, or it is theirs that removes.
func TestWhyARemovalStaysIsSaid(t *testing.T) {
	const an, wifi = `{"id": "an", "name": "An Peeters"}`, `"tasks": [{"id": "wifi-management", "owner": "an"}]`
	for says, test := range map[string]struct{ ours, theirs []string }{
		"dat komt niet terug: regel 2 deed nog meer, en dat zou dan ook weg zijn": {[]string{`"members": [], "answers": {"vision": {"note": "hier"}}`}, []string{`"members": [` + an + `], ` + wifi}},
		"dat komt niet terug: regel 3 van hier bouwt erop voort":                  {[]string{`"members": []`, `"members": [{"id": "an", "name": "An Maes"}]`}, []string{`"members": [` + an + `], ` + wifi}},
		"dat gaat hier niet weg: er is hier mee verder gewerkt":                   {[]string{`"members": [` + an + `], ` + wifi}, []string{`"members": []`}},
	} {
		c, folder := newComputer(t), t.TempDir()
		here, there := filepath.Join(folder, "here.db"), filepath.Join(folder, "there.db")
		change := func(file string, rest ...string) {
			for _, one := range rest {
				c.calls(t, statusDone, "", "--file", file, "import", "--yes", written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "De Linde"}, `+one+`}`))
			}
		}
		change(here, `"members": [`+an+`]`)
		if err := os.WriteFile(there, []byte(contentOf(t, here)), 0o600); err != nil {
			t.Fatal(err)
		}
		change(here, test.ours...)
		change(there, test.theirs...)
		c.calls(t, statusDone, "", "--file", here, "merge", there, "--keep", "theirs", "--yes")
		if c.says(t, says); strings.Count(c.said, "      da") != 1 {
			t.Errorf("it says\n%s", c.said)
		}
	}
}
