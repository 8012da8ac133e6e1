package planfile_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
)

// vectors are plan files with what a program must make of them, which stay as they are for ever: docs/FORMAT.md.
const vectors = "../docs/format/plan"

// TestVectors holds every plan file that was ever given as an example to what was said of it.
func TestVectors(t *testing.T) {
	t.Parallel()
	var verdicts []struct {
		File    string
		Says    string
		Refused []string
	}
	readJSONFile(t, "verdicts.json", &verdicts)
	judged := []string{"verdicts.json"}
	for _, verdict := range verdicts {
		judged = append(judged, verdict.File)
		file, err := planfile.Decode(vector(t, verdict.File), assets.Definitions(), nil)
		if verdict.Says == "" {
			if paths := refusedPaths(err); err == nil || !slices.Equal(paths, verdict.Refused) {
				t.Errorf("%s: refused are %q, want %q (%v)", verdict.File, paths, verdict.Refused, err)
			}
			continue
		}
		judged = append(judged, verdict.Says)
		if err != nil {
			t.Errorf("%s: %v", verdict.File, err)
		} else if got := planfile.Encode(file.Plan); string(got) != string(vector(t, verdict.Says)) {
			t.Errorf("%s says\n%s", verdict.File, got)
		}
	}
	slices.Sort(judged)
	judged = slices.Compact(judged)
	files, err := os.ReadDir(vectors)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !slices.Contains(judged, file.Name()) {
			t.Errorf("nothing is said of %s", file.Name())
		}
	}
}

// refusedPaths are the paths of what is refused; none of a file that is refused whole.
func refusedPaths(err error) (paths []string) {
	var problems planfile.Errors
	if errors.As(err, &problems) {
		for _, p := range problems {
			if p.Path != "" {
				paths = append(paths, p.Path)
			}
		}
	}
	return paths
}

func vector(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(vectors, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readJSONFile(t *testing.T, name string, into any) {
	t.Helper()
	if err := json.Unmarshal(vector(t, name), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
