package command

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/store"
	"stappenplan/store/passphrase"
)

// vectors are files of plans with what a program must make of them, which stay as they are for ever: docs/FORMAT.md.
const vectors = "../docs/format/database"

// TestVectors holds every file of plans that was ever given as an example to what was said of it.
func TestVectors(t *testing.T) {
	var verdicts []struct {
		File       string
		Passphrase string            // where it is encrypted
		Says       map[string]string // by plan, the file that holds it
		Refused    string
		Entry      string
	}
	data, err := os.ReadFile(filepath.Join(vectors, "verdicts.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &verdicts); err != nil {
		t.Fatal(err)
	}
	judged := []string{"verdicts.json"}
	for _, verdict := range verdicts {
		judged = append(judged, verdict.File)
		for _, name := range verdict.Says {
			judged = append(judged, name)
		}
		says, err := plansOf(t, verdict.File, verdict.Passphrase)
		code, entry := "", ""
		var worded interface {
			Code() string
			Values() map[string]string
		}
		if errors.As(err, &worded) {
			code, entry = worded.Code(), worded.Values()["entry"]
		}
		if code != verdict.Refused || entry != verdict.Entry {
			t.Errorf("%s: refused with %q at entry %q, want %q at %q (%v)", verdict.File, code, entry, verdict.Refused, verdict.Entry, err)
		}
		if len(says) != len(verdict.Says) {
			t.Errorf("%s has %d plans", verdict.File, len(says))
		}
		for plan, name := range verdict.Says {
			if want, err := os.ReadFile(filepath.Join(vectors, name)); err != nil || says[plan] != string(want) {
				t.Errorf("%s: the plan %s says %v\n%s", verdict.File, plan, err, says[plan])
			}
		}
	}
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

// vector is an example, unpacked.
func vector(t *testing.T, packed string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(vectors, packed))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = io.ReadAll(unpacked); err != nil {
		t.Fatal(err)
	}
	return data
}

// plansOf are the plans in a file, each as a plan file.
func plansOf(t *testing.T, packed, phrase string) (map[string]string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), strings.TrimSuffix(packed, ".gz"))
	if err := os.WriteFile(path, vector(t, packed), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenReadOnly(path)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	if phrase != "" {
		open := func(wrapped []byte) (*passphrase.Key, error) { return store.OpenKey(path, wrapped, phrase) }
		if _, err := store.Unlock(s, open); err != nil {
			return nil, err
		}
	}
	plans, err := s.Plans()
	if err != nil {
		return nil, err
	}
	says := map[string]string{}
	for _, plan := range plans {
		entries, err := s.Load(plan)
		if err != nil {
			return nil, err
		}
		journal, err := entries.Replay(assets.Definitions())
		if err != nil {
			return nil, err
		}
		says[plan] = string(planfile.Encode(journal.Plan()))
	}
	return says, nil
}
