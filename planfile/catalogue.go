package planfile

import (
	"maps"
	"slices"
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
	w := walker{definitions: &steps.Definitions{Catalogue: &steps.Catalogue{}}}
	if root.kind != objectNode || root.fault != "" || root.child("format") != nil { // a plan file, it may be
		w.report("planfile-no-catalogue", root, "")
		return steps.Catalogue{}, w.problems.Err()
	}
	// As if it stood in a plan file that says nothing else.
	whole := &node{kind: objectNode, keys: []string{catalogueField}, items: []*node{root}, line: root.line}
	w.ownCatalogue(root, catalogueField, whole)
	plan := w.judge(w.definitions)
	for i := range w.problems.list {
		w.problems.list[i].Path = strings.TrimPrefix(w.problems.list[i].Path, catalogueField+".")
	}
	if err := w.problems.Err(); err != nil {
		return steps.Catalogue{}, err
	}
	return *plan.Catalogue, nil
}

// ownCatalogue reads one's own catalogue. The fields of its change are named from the root of the file.
func (w *walker) ownCatalogue(n *node, at string, root *node) {
	var c steps.Catalogue
	w.object(n, at, readersOf(catalogueFields(w, &c)))
	w.catalogue = map[string]bool{}
	for _, t := range c.Tasks {
		w.catalogue[t.ID] = true
	}
	w.add(steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(c)}, root, "")
}

// catalogueFields are the fields of a catalogue.
func catalogueFields(w *walker, c *steps.Catalogue) []field {
	var sources []field
	for _, id := range slices.Sorted(maps.Keys(c.Sources)) {
		sources = append(sources, field{key: id, value: text(c.Sources[id])})
	}
	return []field{
		{"version", scalar(numberNode, &c.Version), into(&c.Version, w.whole)},
		{"edition", edition(c.Edition), into(&c.Edition, w.whole)},
		listed(w, "groups", &c.Groups, titledFields),
		listed(w, "profiles", &c.Profiles, titledFields),
		{"sources", object(sources...), w.sources(&c.Sources)},
		listed(w, "tasks", &c.Tasks, catalogueTaskFields),
	}
}

func titledFields(w *walker, t *steps.Titled) []field {
	return []field{
		{"id", text(t.ID), filled(w, &t.ID)},
		{"title", words(t.Title), w.words(&t.Title, steps.CleanName)},
	}
}

func catalogueTaskFields(w *walker, t *steps.CatalogueTask) []field {
	return []field{
		{"id", text(t.ID), filled(w, &t.ID)},
		{"group", text(t.Group), filled(w, &t.Group)},
		{"title", words(t.Title), w.words(&t.Title, steps.CleanName)},
		{"earlier", list(t.Earlier, words), w.earlier(&t.Earlier)},
		{"explain", words(t.Explain), w.words(&t.Explain, steps.Clean)},
		{"core", text(t.Core), filled(w, &t.Core)},
		{"technical", scalar(booleanNode, &t.Technical), into(&t.Technical, w.boolean)},
		{"strategic", scalar(booleanNode, &t.Strategic), into(&t.Strategic, w.boolean)},
		{"suggested_level", text(t.SuggestedLevel), filled(w, &t.SuggestedLevel)},
		{"suggested_horizon", timing(t.SuggestedHorizon), w.timing(&t.SuggestedHorizon)},
		{"profile", text(t.Profile), w.cleaned(&t.Profile, steps.CleanName)},
		{"source", text(t.Source), w.cleaned(&t.Source, steps.CleanName)},
		{"since", edition(t.Since), into(&t.Since, w.whole)},
	}
}

// edition is the number of an edition of the catalogue; nothing where none is said.
func edition(n int) *node {
	if n == 0 {
		return nil
	}
	return scalar(numberNode, &n)
}

// timing is one value, or an object with a value for each kind of school.
func timing(t steps.Timing) *node {
	if value, one := t[steps.AnySchool]; one {
		return text(value)
	}
	var fields []field
	for _, key := range steps.TimingKeys() {
		fields = append(fields, field{key: key, value: text(t[key])})
	}
	return object(fields...)
}

// timing is a reader of either.
func (w *walker) timing(to *steps.Timing) reader {
	return func(n *node, at string) {
		if n.kind != objectNode {
			if value, ok := w.filledText(n, at); ok {
				*to = steps.Timing{steps.AnySchool: value}
			}
			return
		}
		readers := map[string]reader{}
		for _, key := range steps.TimingKeys() {
			readers[key] = func(n *node, at string) {
				if value, ok := w.filledText(n, at); ok {
					if *to == nil {
						*to = steps.Timing{}
					}
					(*to)[key] = value
				}
			}
		}
		w.object(n, at, readers)
	}
}

// listed is a list of objects that have these fields.
func listed[T any](w *walker, key string, items *[]T, fields func(*walker, *T) []field) field {
	read := func(n *node, at string) {
		w.list(n, at, func(n *node, at string) {
			var item T
			w.object(n, at, readersOf(fields(w, &item)))
			*items = append(*items, item)
		})
	}
	return field{key, list(*items, func(item T) *node { return object(fields(w, &item)...) }), read}
}

// readersOf are the readers of fields by their keys.
func readersOf(fields []field) map[string]reader {
	readers := map[string]reader{}
	for _, f := range fields {
		readers[f.key] = f.read
	}
	return readers
}

func words(w steps.Words) *node {
	return object(field{key: "nl", value: text(w["nl"])}, field{key: "en", value: text(w["en"])})
}

// words is a reader of a text in Dutch, English or both.
func (w *walker) words(to *steps.Words, clean func(string) string) reader {
	return func(n *node, at string) {
		var dutch, english string
		w.object(n, at, map[string]reader{"nl": w.cleaned(&dutch, clean), "en": w.cleaned(&english, clean)})
		for language, text := range map[string]string{"nl": dutch, "en": english} {
			if text == "" {
				continue
			}
			if *to == nil {
				*to = steps.Words{}
			}
			(*to)[language] = text
		}
	}
}

// earlier is a reader of a list of titles.
func (w *walker) earlier(to *[]steps.Words) reader {
	return func(n *node, at string) {
		w.list(n, at, func(n *node, at string) {
			var title steps.Words
			w.words(&title, steps.CleanName)(n, at)
			*to = append(*to, title)
		})
	}
}

// cleaned is a reader of a text of a catalogue, which steps takes as it is.
func (w *walker) cleaned(to *string, clean func(string) string) reader {
	return func(n *node, at string) {
		if w.is(textNode, n, at) {
			if text := clean(n.text); !steps.Blank(text) {
				*to = text
			}
		}
	}
}

// sources reads the names of sources by key; a key is a text of one line.
func (w *walker) sources(to *map[string]string) reader {
	return func(n *node, at string) {
		w.eachField(n, at, func(key string, n *node, at string) {
			var name string
			if steps.Blank(key) || steps.CleanName(key) != key || len(key) > steps.MaxName {
				w.report("planfile-unknown-field", n, at)
				return
			}
			if w.cleaned(&name, steps.CleanName)(n, at); name == "" {
				return
			}
			if *to == nil {
				*to = map[string]string{}
			}
			(*to)[key] = name
		})
	}
}
