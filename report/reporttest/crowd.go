package reporttest

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// Crowd is a school with the longest names there can be, a team of 22, and more to decide than fits on a page.
func Crowd(t testing.TB) *steps.Journal {
	long := func(text string) string { return strings.Repeat(text+" ", 30)[:190] }
	school := School(steps.SchoolGroup)
	school.Name, school.Group = steps.Set(long("GO! Koninklijk Atheneum Sint-Niklaas-Waas")), steps.Set(long("Scholengroep Waasland"))
	roles := []steps.MemberRole{"teacher", steps.TechnicalCoordinator, steps.PedagogicalCoordinator, "administration", "director", "external", "other"}
	var members []Change
	for i := range 22 {
		members = append(members, Member(fmt.Sprint("m", i), fmt.Sprint(i, " ", long("Jean-Baptiste van den Eynde-Vandenbroucke")), roles[i%len(roles)], 2, "beslist zelf tot 500 euro"))
	}
	var tasks []Change
	for i, task := range Catalogue.Tasks {
		tasks = append(tasks, Task(task.ID, func(c *Change) {
			c.Title, c.Hours = steps.Set(fmt.Sprint(i, " ", long("Het beheer van alle toestellen"))), steps.Set(steps.Whole(3))
			switch i % 3 {
			case 0:
				c.Owner = steps.Set(fmt.Sprint("m", i%22))
			case 1:
				c.Expertise, c.Sourcing = steps.Set(steps.No), steps.Set([]steps.Sourcing{steps.Outsource, steps.Recruit, steps.Train}[i/3%3])
			}
		}))
	}
	var own []Change
	for i := range 9 {
		own = append(own, Change{Kind: steps.ChangeResolution, Decision: fmt.Sprint("own-", i), Text: steps.Set(fmt.Sprint(i, " ", long("Een studiedag voor het hele team")))})
	}
	return JournalOf(t, []Change{school}, Yes(steps.Awareness, steps.Vision, steps.Policy, steps.Pooling), members, tasks, Resolutions()[:1], own,
		[]Change{{Kind: steps.ChangeRound, Number: steps.Set(2), NextEvaluation: steps.Set(steps.Date("2027-05-15"))}})
}

// Boards are the summaries of every kind of plan as a board gets them, with people called in each way there is.
func Boards(t testing.TB, language assets.Language) map[string]report.Summary {
	boards := map[string]report.Summary{}
	for name, j := range map[string]*steps.Journal{
		"not begun": JournalOf(t), "stopped": Stopped(t), "alone": Alone(t), "together": Together(t), "example": Example(t), "crowd": Crowd(t),
	} {
		for _, names := range report.NamesChoices {
			boards[name+" "+string(names)] = Board(j, language, func(o *report.Options) { o.Names = names })
		}
	}
	boards["own tasks, wide logo"] = Board(WithOwnTasks(t, 300), language, func(o *report.Options) { o.Logo = wideLogo(t) })
	return boards
}

// wideLogo is a picture of twelve times its height.
func wideLogo(t testing.TB) report.Logo {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 1200, 100))); err != nil {
		t.Fatal(err)
	}
	logo, err := report.NewLogo(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return logo
}
