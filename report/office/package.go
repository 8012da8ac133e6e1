// Package office is what the files of office programs share: packages of parts, the XML in them, their properties, and
// pictures of drawings.
//
// The parts are written here and not by a library: those that can be had begin with a template of 400 kB of styles
// that they read and write anew each time (25 ms for an empty page), and have no footer with page numbers, no
// repeated heads of tables, no language and no letters from the right.
package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io/fs"
	"path"
	"strings"
	"time"

	"stappenplan/report"
)

// Package is a file of an office program: parts in a zip file, in the order in which they were added.
type Package struct{ parts []part }

type part struct {
	path    string
	content func() ([]byte, error)
}

// Add adds a part.
func (p *Package) Add(path string, content Markup) {
	p.AddWhenReady(path, func() ([]byte, error) { return []byte(content), nil })
}

// AddWhenReady adds a part whose content is asked for when all parts are there.
func (p *Package) AddWhenReady(path string, content func() ([]byte, error)) {
	p.parts = append(p.parts, part{path, content})
}

// mediaType is the path of the part that says what a package of OpenDocument is: the first one, not packed and with nothing
// in its head, so that it is found at a fixed place.
const mediaType = "mimetype"

// Packed is the package of a summary, each part with the day of the last change as its time. The same parts give the
// same bytes.
func (p *Package) Packed(s report.Summary) ([]byte, error) {
	day := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // as far back as a zip file knows
	if known, err := time.Parse(time.DateOnly, string(s.LastChange)); err == nil && known.After(day) {
		day = known
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range p.parts {
		if err := part.writeTo(z, day); err != nil {
			return nil, fmt.Errorf("add %s: %w", part.path, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close the package: %w", err)
	}
	return b.Bytes(), nil
}

func (p part) writeTo(z *zip.Writer, day time.Time) error {
	content, err := p.content()
	if err != nil {
		return err
	}
	header := zip.FileHeader{Name: p.path, Method: zip.Deflate, Modified: day}
	create := z.CreateHeader
	switch path.Ext(p.path) {
	case ".png", ".jpeg": // packed already
		header.Method = zip.Store
	}
	if p.path == mediaType {
		size := uint64(len(content))
		header = zip.FileHeader{Name: p.path, CRC32: crc32.ChecksumIEEE(content), CompressedSize64: size, UncompressedSize64: size}
		create = z.CreateRaw
	}
	w, err := create(&header)
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// Fill is a file of a room with its placeholders replaced, which are words in capitals; placeholders and their values
// alternate. It panics where there is no such file.
func Fill(files fs.FS, name string, placeholders ...string) Markup {
	content, err := fs.ReadFile(files, "parts/"+name)
	if err != nil {
		panic(fmt.Sprintf("part of a document: %v", err))
	}
	return Markup(strings.NewReplacer(placeholders...).Replace(string(content)))
}
