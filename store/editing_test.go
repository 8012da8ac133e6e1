package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
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
	if store.LeftInEditor(path) != nil {
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

// editedWith puts a text in an editor, which holds something of it.
func editedWith(t *testing.T, path, text string, holds ...string) (file string) {
	t.Helper()
	file, err := store.PutToEdit(path, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range holds {
		if err := os.WriteFile(filepath.Join(filepath.Dir(file), name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

// TestWhatAnEditorHoldsIsOfOneText: it is left with that, goes with that, and is in the way of no other.
func TestWhatAnEditorHoldsIsOfOneText(t *testing.T) {
	path, _ := made(t, 1)
	first := editedWith(t, path, "", ".tekst.txt.swp", "tekst.txt~")
	second := editedWith(t, path, "", ".tekst-2.txt.swp", "tekst-2.txt~", ".tekst-2.txt.un~")
	editedWith(t, path, "")
	if left := store.LeftInEditor(path); len(left) != 2 || left[0].File != first || left[1].File != second {
		t.Errorf("left are %v", left)
	}
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	if left := store.LeftInEditor(path); len(left) != 2 || left[1].File != second {
		t.Errorf("without the second text left are %v", left)
	}
	if err := os.Remove(filepath.Join(filepath.Dir(first), "tekst-3.txt")); err != nil {
		t.Fatal(err)
	}
	if other := editedWith(t, path, "another"); filepath.Base(other) != "tekst-3.txt" {
		t.Errorf("another text is put at %s, of which an editor holds something", other)
	} else if aside, err := store.SetAside(path, other); aside != "" || err != nil {
		t.Errorf("with another text goes what is not its own: %s (%v)", aside, err)
	} else {
		store.DropEdited(path, other)
	}
	aside, err := store.SetAside(path, second)
	if err != nil || string(bytesOf(t, filepath.Join(filepath.Dir(aside), ".tekst-2.txt.swp"))) != ".tekst-2.txt.swp" {
		t.Fatalf("of the second text nothing is set aside: %v", err)
	}
	if names := namesIn(t, filepath.Dir(aside)); len(names) != 1 {
		t.Errorf("aside are %v", names)
	}
	store.DropEdited(path, second)
	if names := namesIn(t, filepath.Dir(first)); !slices.Equal(names, []string{".tekst.txt.swp", "left", "tekst.txt", "tekst.txt~"}) {
		t.Errorf("beside the first text are %v", names)
	}
	store.DropEdited(path, first)
	if names := namesIn(t, filepath.Dir(first)); !slices.Equal(names, []string{"left"}) {
		t.Errorf("once no text is left there are %v", names)
	}
}

// TestWhatAnEditorKeptInNeedIsLeft: nano saves beside the text what it had when it was ended.
func TestWhatAnEditorKeptInNeedIsLeft(t *testing.T) {
	for _, name := range []string{"tekst.txt.save", "tekst.txt.save.1"} {
		path, _ := made(t, 1)
		file := editedWith(t, path, "", name)
		if left := store.LeftInEditor(path); len(left) != 1 || left[0].File != file {
			t.Errorf("left are %v", left)
		}
		aside, err := store.SetAside(path, file)
		if err != nil || string(bytesOf(t, filepath.Join(filepath.Dir(aside), name))) != name {
			t.Errorf("%s is not set aside: %v", name, err)
		}
	}
}
