// Command release makes from the commit that is checked out everything that people download: an archive for each system
// and architecture, a package for Debian, one for ICT services on Windows, the lists that package managers read, what the
// program consists of, and the sums of all of it.
//
//	go run ./release
//
// It runs on Linux (amd64). It builds in a clone of its own, so that nothing gets in that is not in the commit; the same commit
// gives the same bytes, but for the Windows installer and what is signed. Go's own tools stand in tools.mod; of the others it
// names what is missing. It prints what it made with the sizes, and ends with status 1 at the first thing that fails.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// program is the name of the program and of all its files.
const program = "stappenplan"

func main() {
	var wanted wishes
	flag.StringVar(&wanted.folder, "dist", "dist", "the folder to make, in which nothing stands yet or an earlier release")
	flag.StringVar(&wanted.home, "home", "", "the address of the project, where releases/download/vVERSION will have the files; without it no lists for package managers are made")
	flag.StringVar(&wanted.certificate, "certificate", "", "a PKCS#12 file to sign the Windows programs with; its password is read from the variable "+passwordVariable)
	flag.StringVar(&wanted.timestamp, "timestamp", "", "the address of a timestamp server, for signatures that outlive the certificate")
	flag.BoolVar(&wanted.noticesOnly, "notices", false, "only print the licences of all parts")
	flag.Parse()
	if err := run(wanted); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// wishes are what a call asks for.
type wishes struct {
	folder, home, certificate, timestamp string
	noticesOnly                          bool
}

// release is one release while it is made.
type release struct {
	wishes
	source source
	work   string // a folder for what is not kept
	parts  string // the licences of all parts
	files  []string
}

func run(wanted wishes) (err error) {
	if wanted.noticesOnly {
		text, err := notices(".")
		fmt.Print(text)
		return err
	}
	if err := lookForTools(wanted); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", program+"-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	source, err := cloned(filepath.Join(work, "source"))
	if err != nil {
		return err
	}
	if err := emptied(wanted.folder); err != nil {
		return err
	}
	r := &release{wishes: wanted, source: source, work: work}
	for _, step := range []func() error{r.archives, r.installer, r.debian, r.bills, r.lists, r.notes, r.sums} {
		if err := step(); err != nil {
			return err
		}
	}
	return r.tell()
}

// lookForTools names every program that is missing.
func lookForTools(wanted wishes) error {
	needed := []struct{ name, from string }{{"git", "git"}, {"dpkg-deb", "dpkg"}, {"wixl", "wixl"}}
	if wanted.certificate != "" {
		needed = append(needed, struct{ name, from string }{"osslsigncode", "osslsigncode"})
	}
	var missing []error
	for _, tool := range needed {
		if _, err := exec.LookPath(tool.name); err != nil {
			missing = append(missing, fmt.Errorf("%s is missing (on Debian: apt-get install %s)", tool.name, tool.from))
		}
	}
	return errors.Join(missing...)
}

// emptied makes a folder, or takes an earlier release out of one; it spares a folder with anything else.
func emptied(folder string) error {
	there, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, entry := range there {
		if name := entry.Name(); entry.IsDir() || !strings.HasPrefix(name, program+"_") && name != sumsName {
			return fmt.Errorf("%s: %s is not of a release; remove it or choose another folder with -dist", folder, name)
		}
	}
	for _, entry := range there {
		if err := os.Remove(filepath.Join(folder, entry.Name())); err != nil {
			return err
		}
	}
	return os.MkdirAll(folder, 0o755)
}

// file is the path of a file of the release, of which the name ends so, and counts it to the release.
func (r *release) file(ending string) string {
	name := program + "_" + r.source.version + ending
	r.files = append(r.files, name)
	return filepath.Join(r.folder, name)
}

// tell prints what was made, with the sizes.
func (r *release) tell() error {
	fmt.Printf("%s %s, commit %s\n", program, r.source.version, r.source.commit)
	for _, name := range append(r.files, sumsName) {
		info, err := os.Stat(filepath.Join(r.folder, name))
		if err != nil {
			return err
		}
		fmt.Printf("%10.2f MB  %s\n", float64(info.Size())/1e6, name)
	}
	return nil
}

// told runs a program in a folder, with these variables beside those there are, and gives what it said.
func told(folder string, variables []string, name string, args ...string) (string, error) {
	command := exec.Command(name, args...)
	command.Dir = folder
	command.Env = append(os.Environ(), variables...)
	var wrong strings.Builder
	command.Stderr = &wrong
	said, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s%s", name, strings.Join(args, " "), err, said, wrong.String())
	}
	return string(said), nil
}
