package deepcopy

import (
	"reflect"
	"testing"
)

type column struct {
	Width  *float64
	Styles []int
	Names  map[string][]string
	Pair   [2]*int
	Any    any
	hidden int
}

// TestCopy: the copy says the same, and nothing changed in the one is seen in the other.
func TestCopy(t *testing.T) {
	width, one := 12.5, 1
	from := column{&width, []int{1, 2}, map[string][]string{"a": {"b"}}, [2]*int{&one, nil}, []int{3}, 4}
	for name, src := range map[string]any{"a value": from, "what is pointed at": &from} {
		var to column
		if err := Copy(&to, src); err != nil || !reflect.DeepEqual(to, from) {
			t.Fatalf("%s: %v, %+v", name, err, to)
		}
		*to.Width, to.Styles[0], to.Names["a"][0], *to.Pair[0], to.Any.([]int)[0] = 1, 9, "c", 2, 9
		if width != 12.5 || from.Styles[0] != 1 || from.Names["a"][0] != "b" || one != 1 || from.Any.([]int)[0] != 3 {
			t.Errorf("%s: what was copied is %+v", name, from)
		}
	}
}

// TestCopyRefuses what has no place for what is copied.
func TestCopyRefuses(t *testing.T) {
	for name, dst := range map[string]any{"no pointer": column{}, "another type": new(int), "nil": (*column)(nil)} {
		if err := Copy(dst, column{}); err == nil {
			t.Errorf("%s: it is copied", name)
		}
	}
	if err := Copy(new(column), (*column)(nil)); err == nil {
		t.Error("nothing is copied")
	}
}
