package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"stappenplan/store"
)

// TestATextThatBeginsWithManyBlanksIsNotEmpty: it stays where another text is put in an editor.
func TestATextThatBeginsWithManyBlanksIsNotEmpty(t *testing.T) {
	path, _ := made(t, 1)
	text := append(bytes.Repeat([]byte(" "), 1<<16), "my answer"...)
	left, err := store.PutToEdit(path, text)
	other, failed := store.PutToEdit(path, []byte("another"))
	if err != nil || failed != nil {
		t.Fatal(err, failed)
	}
	if other == left || !bytes.Equal(bytesOf(t, left), text) || len(store.LeftInEditor(path)) != 2 {
		t.Error("it went")
	}
}

// TestABlankTextGoesWithWhatAnEditorHolds and not before: somebody may have typed much and saved nothing.
func TestABlankTextGoesWithWhatAnEditorHolds(t *testing.T) {
	path, _ := made(t, 1)
	put := func(text string) string {
		file, err := store.PutToEdit(path, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	blank := put("")
	if store.LeftInEditor(path) != nil {
		t.Error("a blank text is offered")
	}
	for _, other := range []string{".DS_Store", ".nfs0001", ".tekst.txt.swp~"} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(blank), other), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if store.HeldByEditor(path) {
		t.Error("what is no editor's is said to be")
	}
	swap := filepath.Join(filepath.Dir(blank), ".tekst.txt.swp")
	if err := os.WriteFile(swap, []byte("much"), 0o600); err != nil {
		t.Fatal(err)
	}
	another := put("another")
	if left := store.LeftInEditor(path); len(left) != 2 || string(bytesOf(t, swap)) != "much" {
		t.Errorf("left are %v", left)
	}
	if err := errors.Join(os.Remove(blank), os.Remove(another)); err != nil {
		t.Fatal(err)
	}
	if left := store.LeftInEditor(path); len(left) != 1 || left[0].File != blank {
		t.Errorf("of a text that is not there at all left are %v", left)
	}
}
