package main

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// module is the name with which every import of ours begins.
const module = "stappenplan"

// arrows are the imports between the rooms of the house; there are no others.
var arrows = map[string][]string{
	"":        {"command"},
	"release": {}, // it builds the program and is no part of it
	"command": {
		"wizard", "wizard/plain", "wizard/screen", "session", "report", "report/markdown", "report/html", "report/pdf", "report/docx", "report/odt", "report/pptx", "report/ics",
		"report/mark", "report/reading", "report/compare", "report/pseudonym",
		"planfile", "planfile/importing", "planfile/spreadsheet", "planfile/lists", "planfile/xlsx", "store", "store/passphrase", "assets", "steps",
	},
	"command/winetest":         {},
	"wizard":                   {"wizard/page", "wizard/screen", "session", "planfile/importing", "assets", "steps"},
	"wizard/page":              {"wizard/find", "wizard/form", "wizard/table", "wizard/question", "wizard/screen", "report", "planfile/importing", "planfile/lists", "planfile/spreadsheet", "assets", "steps"},
	"wizard/table":             {"wizard/find", "wizard/form", "wizard/question", "wizard/screen", "assets", "steps"},
	"wizard/form":              {},
	"wizard/find":              {"wizard/screen", "assets", "steps"},
	"wizard/screen":            {"wizard/form", "session", "report", "planfile/importing", "assets", "steps"},
	"wizard/plain":             {"wizard/find", "wizard/question", "wizard/screen", "session", "planfile/importing", "planfile/lists", "planfile/match", "planfile/spreadsheet", "assets", "steps"},
	"wizard/plain/plaintest":   {},
	"wizard/question":          {"assets", "steps"},
	"session":                  {"store", "assets", "steps"},
	"session/sessiontest":      {"session", "store", "assets", "steps"},
	"report":                   {"report/pseudonym", "assets", "steps"},
	"report/markdown":          {"report", "assets"},
	"report/html":              {"report", "assets"},
	"report/pdf":               {"report", "assets", "steps"},
	"report/docx":              {"report", "report/office", "assets"},
	"report/odt":               {"report", "report/office", "assets"},
	"report/pptx":              {"report", "report/office", "assets", "steps"},
	"report/office":            {"report", "assets"},
	"report/ics":               {"report", "assets", "steps"},
	"report/mark":              {"report", "assets"},
	"report/reading":           {},
	"report/compare":           {"report", "report/reading", "assets", "steps"},
	"report/pseudonym":         {"assets", "steps"},
	"report/reporttest":        {"report", "assets", "steps"},
	"planfile":                 {"planfile/xlsx", "assets", "steps"},
	"planfile/spreadsheet":     {"planfile", "planfile/match", "planfile/xlsx", "assets", "steps"},
	"planfile/lists":           {"planfile", "planfile/match", "planfile/xlsx", "assets", "steps"},
	"planfile/importing":       {"planfile", "planfile/lists", "planfile/spreadsheet", "planfile/match", "planfile/xlsx", "assets", "steps"},
	"planfile/match":           {"planfile", "assets", "steps"},
	"planfile/match/matchtest": {"planfile/match"},
	"planfile/xlsx":            {},
	"assets":                   {"steps"},
	"assets/assetstest":        {"steps"},
	"lazyregexp":               {}, // every room may import it
	"store":                    {"store/passphrase", "steps"},
	"store/passphrase":         {},
	"store/storetest":          {"store", "steps"},
	"store/storetest/longlife": {"store", "assets", "steps"},
	"steps":                    {},
	"steps/stepstest":          {},
}

func TestRoomsImportOnlyAlongTheArrows(t *testing.T) {
	for _, room := range rooms(t) {
		allowed, known := arrows[room]
		if !known {
			t.Errorf("%s is no room of the house", room)
			continue
		}
		for _, path := range imports(t, room).Imports {
			if other, ours := strings.CutPrefix(path, module+"/"); ours && other != "lazyregexp" && !slices.Contains(allowed, other) {
				t.Errorf("%q imports %s", room, other)
			}
		}
	}
}

func TestTheCoreImportsOnlyTheStandardLibrary(t *testing.T) {
	for _, path := range imports(t, "steps").Imports {
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") || first == module {
			t.Errorf("steps imports %s", path)
		}
	}
}

// TestTheTestsThatOpenDocumentsAreRun: .ci/run picks them by their names, so that it does not run all others once more.
func TestTheTestsThatOpenDocumentsAreRun(t *testing.T) {
	script, err := os.ReadFile(".ci/run")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`(?m)^opened='(.+)'$`).FindSubmatch(script)
	if said == nil {
		t.Fatal(".ci/run picks no tests")
	}
	picked := regexp.MustCompile(string(said[1]))
	files, err := filepath.Glob("report/*/*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(source, []byte("//go:build documents\n")) {
			continue
		}
		for _, test := range regexp.MustCompile(`(?m)^func (Test\w+)\(`).FindAllSubmatch(source, -1) {
			if !picked.Match(test[1]) {
				t.Errorf("%s: no step of .ci/run runs %s", file, test[1])
			}
		}
	}
}

// rooms are the folders with Go code.
func rooms(t *testing.T) (list []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "third_party" || path != "." && strings.HasPrefix(entry.Name(), ".")) {
			return filepath.SkipDir
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") && !slices.Contains(list, room) {
			list = append(list, room)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func imports(t *testing.T, room string) *build.Package {
	t.Helper()
	pkg, err := build.ImportDir(filepath.Join(".", room), 0)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// TestOneWriterAndOneReader keeps every file that leaves the program, or comes in, with the rules of output.go and input.go.
func TestOneWriterAndOneReader(t *testing.T) {
	at := map[string]string{
		"os.Rename": "command/output.go", "os.CreateTemp": "command/output.go", "os.WriteFile": "", "os.Create": "", "os.OpenFile": "", "os.Link": "",
		"os.Symlink": "", "os.Truncate": "", "os.Open": "command/input.go", "os.ReadFile": "",
	}
	for _, room := range rooms(t) {
		if room == "release" || strings.HasSuffix(room, "test") || room == "store" || strings.HasPrefix(room, "store/") {
			continue
		}
		for _, name := range imports(t, room).GoFiles {
			content, err := os.ReadFile(filepath.Join(".", room, name))
			if err != nil {
				t.Fatal(err)
			}
			for call, place := range at {
				if bytes.Contains(content, []byte(call+"(")) && path.Join(room, name) != place {
					t.Errorf("%s calls %s", filepath.Join(room, name), call)
				}
			}
		}
	}
}

// TestNoExpressionIsCompiledAtStart keeps the regular expressions of the whole program out of each of its starts.
func TestNoExpressionIsCompiledAtStart(t *testing.T) {
	atStart := regexp.MustCompile(`(?m)^(?:var |\t)(?:\w+ *= *|\{?"[^"]*"[:,] *)regexp\.MustCompile\(`)
	for _, room := range rooms(t) {
		if room == "release" || strings.HasSuffix(room, "test") {
			continue
		}
		for _, name := range imports(t, room).GoFiles {
			content, err := os.ReadFile(filepath.Join(".", room, name))
			if err != nil {
				t.Fatal(err)
			}
			if found := atStart.Find(content); found != nil {
				t.Errorf("%s: %s: see package lazyregexp", filepath.Join(room, name), bytes.TrimSpace(found))
			}
		}
	}
}

// TestNothingGoesOut: no room of the program asks for a connection, keeps a log or touches the clipboard. What libraries could do is seen
// where the program runs (command/privacy_linux_test.go).
func TestNothingGoesOut(t *testing.T) {
	for _, room := range rooms(t) {
		if room == "release" {
			continue
		}
		for _, path := range imports(t, room).Imports {
			if slices.Contains([]string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "log", "log/slog", "log/syslog", "expvar"}, path) || strings.Contains(path, "clipboard") {
				t.Errorf("%q imports %s", room, path)
			}
		}
		for _, name := range imports(t, room).GoFiles {
			content, err := os.ReadFile(filepath.Join(room, name))
			if err != nil {
				t.Fatal(err)
			}
			for _, call := range []string{"SetClipboard(", "SetPrimaryClipboard(", "ReadClipboard(", "LogToFile("} {
				if bytes.Contains(content, []byte(call)) {
					t.Errorf("%s calls %s", filepath.Join(room, name), call)
				}
			}
		}
	}
}

// TestEveryWordIsRead fails for each field of the words, however deep, that no code of the program reads.
func TestEveryWordIsRead(t *testing.T) {
	t.Parallel()
	files := token.NewFileSet()
	exports := compiled(t)
	imported := importer.ForCompiler(files, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	fields, read := map[*types.Var]string{}, map[string]bool{}
	for _, room := range rooms(t) {
		if exports[path.Join(module, room)] == "" && room != "" { // a room of the tests
			continue
		}
		selected := map[*ast.SelectorExpr]*types.Selection{}
		config := types.Config{Importer: imported}
		checked, err := config.Check(path.Join(module, room), files, parsed(t, files, room), &types.Info{Selections: selected})
		if err != nil {
			t.Fatal(err)
		}
		words := checked // package assets as this room knows it
		if room != "assets" {
			at := slices.IndexFunc(checked.Imports(), func(p *types.Package) bool { return p.Path() == module+"/assets" })
			if at < 0 {
				continue
			}
			words = checked.Imports()[at]
		}
		fieldsOf(words.Scope().Lookup("Texts").Type(), fields)
		for _, selection := range selected {
			if field, ok := selection.Obj().(*types.Var); ok {
				read[fields[field]] = true
			}
		}
	}
	var unread []string
	for _, name := range fields {
		if !read[name] {
			unread = append(unread, name)
		}
	}
	slices.Sort(unread)
	if unread = slices.Compact(unread); len(unread) > 0 || len(fields) < 500 {
		t.Errorf("of %d fields no code reads:\n%s", len(fields), strings.Join(unread, "\n"))
	}
}

// compiled are the files in which the compiler says what a package gives to others, by package.
func compiled(t *testing.T) map[string]string {
	t.Helper()
	list, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	for line := range bytes.Lines(list) {
		name, file, _ := strings.Cut(strings.TrimSpace(string(line)), " ")
		exports[name] = file
	}
	return exports
}

// parsed are the files of a room, without its tests and without the words themselves.
func parsed(t *testing.T, files *token.FileSet, room string) (list []*ast.File) {
	t.Helper()
	for _, name := range imports(t, room).GoFiles {
		file, err := parser.ParseFile(files, filepath.Join(".", room, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, file)
	}
	return list
}

// fieldsOf names the fields in a type of package assets, and those in the types of these.
func fieldsOf(kind types.Type, fields map[*types.Var]string) {
	switch kind := kind.(type) {
	case *types.Slice:
		fieldsOf(kind.Elem(), fields)
	case *types.Map:
		fieldsOf(kind.Elem(), fields)
	case *types.Named:
		struc, is := kind.Underlying().(*types.Struct)
		if !is || kind.Obj().Pkg().Name() != "assets" {
			return
		}
		for field := range struc.Fields() {
			if fields[field] == "" {
				fields[field] = kind.Obj().Name() + "." + field.Name()
				fieldsOf(field.Type(), fields)
			}
		}
	}
}
