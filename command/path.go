package command

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"stappenplan/lazyregexp"
	"stappenplan/store"
)

// typed is the whole path of what a person typed where there is no shell to tell what ~/ is.
func (p *program) typed(path string) (string, error) {
	path = p.dragged(path)
	if path != "" && os.IsPathSeparator(path[len(path)-1]) {
		return "", refuse("not-a-file", "file", path)
	}
	if below, inHome := strings.CutPrefix(filepath.ToSlash(path), "~/"); inHome && p.home != "" {
		path = filepath.Join(p.home, below)
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return "", unread(path, store.Cause(err))
	}
	return full, nil
}

// escapedSign is a sign that a shell would take for something else, as a terminal writes it.
var escapedSign = lazyregexp.New(`\\([^A-Za-z0-9])`)

// dragged is the path in what a terminal types for a file that is dragged into it, or what was copied elsewhere: between quotes, behind
// the & of PowerShell, as the address of a file, or with its blanks escaped.
func (p *program) dragged(typed string) string {
	path := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(typed), "& "))
	for _, quotes := range [][2]string{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}} {
		if inner, opened := strings.CutPrefix(path, quotes[0]); opened {
			if within, closed := strings.CutSuffix(inner, quotes[1]); closed {
				return p.fromAddress(within)
			}
		}
	}
	if p.system != "windows" {
		path = escapedSign().ReplaceAllString(path, "$1")
	}
	return p.fromAddress(path)
}

// fromAddress is the path in the address of a file, or what is no address as it is.
func (p *program) fromAddress(text string) string {
	const scheme = "file:"
	if len(text) < len(scheme) || !strings.EqualFold(text[:len(scheme)], scheme) {
		return text
	}
	path := text[len(scheme):]
	if plain, err := url.PathUnescape(path); err == nil {
		path = plain
	}
	switch local, is := strings.CutPrefix(path, "//"); {
	case !is:
	case strings.HasPrefix(local, "/"):
		path = local
	case strings.HasPrefix(local, "localhost/"):
		path = strings.TrimPrefix(local, "localhost")
	}
	if p.system == "windows" && len(path) > 2 && path[0] == '/' && path[2] == ':' {
		path = path[1:]
	}
	return path
}
