package assets

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"stappenplan/steps"
)

var update = flag.Bool("update", false, "write the generated JSON")

// TestGenerated writes the JSON that is embedded, or says that it is stale.
func TestGenerated(t *testing.T) {
	for _, language := range Languages {
		files, err := filepath.Glob(filepath.Join(string(language), "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatalf("texts of %s: %d files, %v", language, len(files), err)
		}
		tree := map[string]any{}
		for _, file := range files {
			if err := merge(tree, readYAML(t, file)); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
		generated(t, string(language)+".json", tree, &Texts{})
	}
	generated(t, "catalogue.json", readYAML(t, "catalogue.yaml"), &steps.Catalogue{})
	generated(t, "example.json", readYAML(t, "example.yaml"), &struct{ Entries []steps.Entry }{})
}

func readYAML(t *testing.T, file string) map[string]any {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tree := map[string]any{}
	if err := yaml.UnmarshalWithOptions(source, &tree, yaml.Strict()); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return tree
}

// merge adds the keys of one file to those of the others; only the table of errors is spread over files.
func merge(into, from map[string]any) error {
	for _, key := range slices.Sorted(maps.Keys(from)) {
		old, both := into[key].(map[string]any)
		if !both {
			into[key] = from[key]
			continue
		}
		for name, text := range from[key].(map[string]any) {
			if _, twice := old[name]; twice {
				return fmt.Errorf("%s.%s is given twice", key, name)
			}
			old[name] = text
		}
	}
	return nil
}

func generated(t *testing.T, name string, tree map[string]any, strict any) {
	t.Helper()
	var want bytes.Buffer
	w := json.NewEncoder(&want)
	w.SetEscapeHTML(false)
	if err := w.Encode(tree); err != nil {
		t.Fatal(err)
	}
	if err := decode(want.Bytes(), strict); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	path := filepath.Join("generated", name)
	if *update {
		if err := os.WriteFile(path, want.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%s is stale: run go generate ./assets", path)
	}
}
