package planfile

import (
	"strings"

	"stappenplan/steps"
)

// catalogueField is where a plan file has one's own catalogue.
const catalogueField = "catalogue"

// DecodeCatalogue reads a task catalogue of one's own, in JSON or YAML, shaped as the built-in one and as
// strictly as a plan file. Its errors are [Errors].
func DecodeCatalogue(data []byte) (steps.Catalogue, error) {
	root, fault := read(data)
	if fault != nil {
		return steps.Catalogue{}, Errors{*fault}
	}
	var w walker
	if root.kind != objectNode || root.fault != "" || root.child("format") != nil { // a plan file, it may be
		w.report("planfile-no-catalogue", root, "")
		return steps.Catalogue{}, w.problems.Err()
	}
	// As if it stood in a plan file that says nothing else.
	whole := &node{kind: objectNode, keys: []string{catalogueField}, items: []*node{root}, line: root.line}
	w.ownCatalogue(root, catalogueField, whole)
	plan := w.judge(&steps.Catalogue{})
	for i := range w.problems.list {
		w.problems.list[i].Path = strings.TrimPrefix(w.problems.list[i].Path, catalogueField+".")
	}
	if err := w.problems.Err(); err != nil {
		return steps.Catalogue{}, err
	}
	return *plan.Catalogue, nil
}

// DecodeWith is [Decode] with a catalogue of one's own beside the file, which takes the place of the
// built-in one in the plan; nil is none. A file that brings its own catalogue as well is refused.
func DecodeWith(data []byte, builtIn, own *steps.Catalogue) (File, error) {
	root, fault := read(data)
	if fault != nil {
		return File{}, Errors{*fault}
	}
	var w walker
	w.file(root)
	if own != nil {
		if brought := root.child(catalogueField); brought != nil {
			w.report("planfile-catalogue-twice", brought, catalogueField)
		}
		w.add(steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*own)}, root, "")
	}
	plan := w.judge(builtIn)
	if err := w.problems.Err(); err != nil {
		return File{}, err
	}
	return File{plan, w.roundLine > 0, w.roundLine}, nil
}
