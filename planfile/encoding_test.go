package planfile_test

import (
	"bytes"
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"stappenplan/planfile"
)

// inUTF16 is a text as some programs write it down, such as the PowerShell of Windows.
func inUTF16(text string, order binary.AppendByteOrder) []byte {
	data := order.AppendUint16(nil, 0xFEFF)
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestTextsComeInFourEncodings(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"{\"format\": \"stappenplan/1\", \"school\": {\"name\": \"Élan 😀 漢\"}}",
		"format: stappenplan/1\r\nschool:\r\n  name: Élan 😀 漢\r\n",
	} {
		for name, data := range map[string][]byte{
			"UTF-8": []byte(text), "UTF-8 with a mark": []byte("\uFEFF" + text),
			"UTF-16LE": inUTF16(text, binary.LittleEndian), "UTF-16BE": inUTF16(text, binary.BigEndian),
		} {
			file, err := planfile.Decode(data, builtIn, nil)
			if err != nil || file.Plan.School.Name != "Élan 😀 漢" {
				t.Errorf("%s: %q, %v", name, file.Plan.School.Name, err)
			}
		}
	}
	catalogue := inUTF16(`{"version": 1, "tasks": [{"id": "wifi", "group": "technical", "core": "technical", "title": {"nl": "Wifi"}}]}`, binary.LittleEndian)
	if own, err := planfile.DecodeCatalogue(catalogue); err != nil || len(own.Tasks) != 1 {
		t.Errorf("a catalogue: %v", err)
	}
	if text, err := planfile.Text(inUTF16("één\n", binary.BigEndian)); err != nil || !bytes.Equal(text, []byte("één\n")) {
		t.Errorf("a text: %q, %v", text, err)
	}
}

func TestHalfACharacterIsRefusedAtItsField(t *testing.T) {
	t.Parallel()
	for text, path := range map[string]string{
		`{"format": "stappenplan/1", "school": {"name": "a\ud800b"}}`:                                   "school.name",
		`{"format": "stappenplan/1", "school": {"name": "\udc00"}}`:                                     "school.name",
		`{"format": "stappenplan/1", "answers": {"vision": {"choice": "no", "note": "\ud83dx\ude00"}}}`: "answers.vision.note",
		`{"format": "stappenplan/1", "evaluation": {"present": ["An", "\uD83D\n"]}}`:                    "evaluation.present[1]",
		`{"format": "stappenplan/1", "members": [{"id": "an", "name": "\ud83d\ud83d\ude00"}]}`:          "members[0].name",
	} {
		_, err := planfile.Decode([]byte(text), builtIn, nil)
		problems, _ := err.(planfile.Errors)
		if len(problems) != 1 || problems[0].Code() != "planfile-half-character" || problems[0].Path != path {
			t.Errorf("%s: %v", text, err)
		}
	}
	whole := `{"format": "stappenplan/1", "school": {"name": "\ud83d\ude00 \\ud800 \u00e9"}}`
	if file, err := planfile.Decode([]byte(whole), builtIn, nil); err != nil || file.Plan.School.Name != `😀 \ud800 é` {
		t.Errorf("whole characters: %q, %v", file.Plan.School.Name, err)
	}
	catalogue := `{"version": 1, "sources": {"\ud800": "x"}, "tasks": [{"id": "wifi", "group": "technical", "title": {"nl": "Wifi"}}]}`
	if _, err := planfile.DecodeCatalogue([]byte(catalogue)); err == nil {
		t.Error("a key with half a character is taken")
	}
	if file, err := planfile.Decode([]byte(`{format: stappenplan/1, school: {name: 'C:\ud800'}}`), builtIn, nil); err == nil {
		t.Errorf("JSON without quotes is taken: %v", file) // and not for half a character
	}
	if _, err := planfile.Decode([]byte("format: stappenplan/1\nschool: {name: 'C:\\ud800'}"), builtIn, nil); err != nil {
		t.Errorf("a path in YAML: %v", err)
	}
}
