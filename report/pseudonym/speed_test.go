package pseudonym_test

import (
	"fmt"
	"testing"

	"stappenplan/report"
	"stappenplan/steps"
)

// BenchmarkSummarize writes a summary of 300 tasks by 100 members in which people call each other by name.
func BenchmarkSummarize(b *testing.B) {
	first := []string{"Wouter", "An", "Bart", "Greet", "Jean-Pierre", "José", "Els", "Mark", "Zoë", "Ingrid"}
	last := []string{"Peeters", "De Smet", "Claes", "Vos", "Maes-Janssens", "Núñez", "d'Hondt", "Öz", "Van den Broucke", "De Wolf"}
	var team, tasks []change
	for i := range 100 {
		team = append(team, member(fmt.Sprint("m-", i), first[i%10]+" "+last[i/10], "teacher", 1, ""))
	}
	for i := range 300 {
		note := fmt.Sprintf("Vraag het aan %s %s, of mail bart.claes@school.be; daarna beslist mevrouw De Smet over de planning van het netwerk. ", first[i%10], last[i%7])
		tasks = append(tasks, task(fmt.Sprint("own-task-", i), func(c *change) {
			c.Title, c.Group = steps.Set(fmt.Sprint("Taak ", i, " van ", first[i%10])), steps.Set("technical")
			c.Note = steps.Set(note + note + note)
			c.Owner = steps.Set(fmt.Sprint("m-", i%100))
		}))
	}
	plan, options := planOf(b, team, tasks), chosenNames(report.NamesAsRoles)
	for b.Loop() {
		report.Summarize(plan, options)
	}
}
