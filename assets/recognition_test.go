package assets

import (
	"strings"
	"testing"
)

// TestEveryTaskIsRecognised: each task of the catalogue has words in both languages, and nothing else has.
func TestEveryTaskIsRecognised(t *testing.T) {
	for _, language := range Languages {
		words := RecognitionIn(language)
		known := map[string]bool{}
		for _, task := range Catalogue().Tasks {
			known[task.ID] = true
			if words.Tasks[task.ID].Is == "" {
				t.Errorf("assets/recognition.yaml: %s: nothing names %s", language, task.ID)
			}
		}
		for id, of := range words.Tasks {
			if !known[id] {
				t.Errorf("assets/recognition.yaml: %s: %s is no task of the catalogue", language, id)
			}
			for _, terms := range []Text{of.Is, of.With, of.Not} {
				if strings.Contains(string(terms), ",,") || strings.HasSuffix(string(terms), ",") {
					t.Errorf("assets/recognition.yaml: %s: %s: an empty term", language, id)
				}
			}
		}
	}
}
