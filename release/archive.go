package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"time"
)

// entry is a file in an archive.
type entry struct {
	name       string
	content    []byte
	executable bool
}

func (e entry) mode() int64 {
	if e.executable {
		return 0o755
	}
	return 0o644
}

// archives builds the program for every target and packs each with its papers.
func (r *release) archives() error {
	if err := r.resources(); err != nil {
		return err
	}
	papers, err := r.papers()
	if err != nil {
		return err
	}
	for _, t := range targets {
		path := r.built(t)
		if err := r.source.build(t, path); err != nil {
			return err
		}
		name, pack, ending := program, tarred, ".tar.gz"
		if t.system == "windows" {
			name, pack, ending = program+".exe", zipped, ".zip"
			if err := r.sign(path); err != nil {
				return err
			}
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		packed, err := pack(append([]entry{{name, content, true}}, papers...), r.source.at)
		if err != nil {
			return err
		}
		if err := os.WriteFile(r.file("_"+t.String()+ending), packed, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// built is where the program for a target stands.
func (r *release) built(t target) string {
	name := t.String()
	if t.system == "windows" {
		name += ".exe"
	}
	return filepath.Join(r.work, name)
}

// papers are what goes with the program everywhere.
func (r *release) papers() ([]entry, error) {
	licence, err := r.source.read("LICENSE")
	if err != nil {
		return nil, err
	}
	if r.parts, err = notices(r.source.folder); err != nil {
		return nil, err
	}
	first, err := r.filled("LEESMIJ.txt", nil)
	if err != nil {
		return nil, err
	}
	lines := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")) } // as every Windows shows them
	return []entry{{"LICENSE.txt", lines(licence), false}, {"LEESMIJ.txt", lines(first), false}, {"THIRD_PARTY_NOTICES.txt", lines([]byte(r.parts)), false}}, nil
}

// zipped packs files as Windows opens them.
func zipped(files []entry, at time.Time) ([]byte, error) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestCompression) })
	for _, f := range files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at}
		header.SetMode(os.FileMode(f.mode()))
		to, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.content); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return packed.Bytes(), err
}

// tarred packs files as macOS and Linux open them.
func tarred(files []entry, at time.Time) ([]byte, error) {
	var packed bytes.Buffer
	squeezed, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(squeezed)
	for _, f := range files {
		header := &tar.Header{Name: f.name, Mode: f.mode(), Size: int64(len(f.content)), ModTime: at, Format: tar.FormatPAX}
		if err := w.WriteHeader(header); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.content); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	err = squeezed.Close()
	return packed.Bytes(), err
}
