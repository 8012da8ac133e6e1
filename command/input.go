package command

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"

	"stappenplan/planfile"
	"stappenplan/report"
	"stappenplan/store"
	"stappenplan/store/passphrase"
)

// What a file that comes in may be at most, so that reading any ends soon and in little memory. Package planfile
// counts the values in it; a database has a limit of its own.
const (
	maxFile    = planfile.MaxBytes
	maxPicture = report.MaxLogoBytes
	maxList    = 1_000_000
	maxLines   = 1000

	megabyte = 1_000_000
)

// read reads what comes in, up to so many bytes: all that is read of a person's files goes through here. - is standard
// input, which may be a pipe; any other name is that of a file, since a pipe or a device may never end.
func (p *program) read(name string, limit int) ([]byte, error) {
	p.saveMemory()
	var from io.Reader = p.in
	if name != "-" {
		file, err := openFile(name, limit)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		from = file
	}
	data, err := io.ReadAll(io.LimitReader(from, int64(limit)+1))
	switch {
	case err != nil && errors.Is(err, context.Cause(p.context)):
		return nil, err
	case err != nil:
		return nil, unread(name, store.Cause(err))
	case len(data) > limit:
		return nil, tooLarge(name, limit)
	case passphrase.IsEncrypted(data):
		return nil, refuse("backup-under-passphrase", "path", name, "command", p.againWith("restore "+p.quoted(absolute(name))))
	}
	return data, nil
}

// openFile opens a file after a look at what it is: to open a pipe or a device can already wait or do something.
func openFile(name string, limit int) (*os.File, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, unread(name, store.Cause(err))
	case info.IsDir():
		return nil, unread(name, store.CauseFolder)
	case !info.Mode().IsRegular():
		return nil, unread(name, store.CauseNotRegular)
	case info.Size() > int64(limit):
		return nil, tooLarge(name, limit)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, unread(name, store.Cause(err))
	}
	return file, nil
}

func unread(name, cause string) error { return refuse("read-file", "file", name, "cause", cause) }

func tooLarge(name string, limit int) error {
	return refuse("read-too-large", "file", name, "limit", strconv.Itoa(limit/megabyte))
}
