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
