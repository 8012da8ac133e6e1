package store_test

import (
	"bytes"
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
