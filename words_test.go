package main

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

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
