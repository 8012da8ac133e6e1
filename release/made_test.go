//go:build release

package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	encoding "golang.org/x/text/encoding/unicode"

	"stappenplan/command/winetest"
)

// made is a release of the commit that is checked out, and what it was made of.
type made struct {
	folder, version string
	source          source
}

// TestARelease makes a release and uses what comes of it as people do. What that cannot show is in docs/RELEASE.md.
func TestARelease(t *testing.T) {
	t.Chdir("..")
	m := made{folder: t.TempDir()}
	wanted := wishes{folder: m.folder, home: "https://example.org/stappenplan/"}
	if err := run(wanted); err != nil {
		t.Fatal(err)
	}
	source, err := cloned(filepath.Join(t.TempDir(), "in another folder", "source"))
	if err != nil {
		t.Fatal(err)
	}
	m.source, m.version = source, source.version
	windows := winetest.New(t)
	for _, test := range []struct {
		name string
		does func(*testing.T)
	}{
		{"its files and their sums", m.isWhole},
		{"what it is made of", m.tellsItsParts},
		{"lists for package managers", m.isListed},
		{"the zip on Windows", func(t *testing.T) { m.startsFromTheZip(t, windows) }},
		{"the installer on Windows", func(t *testing.T) { m.installs(t, windows) }},
		{"the package on Debian", m.installsOnDebian},
		{"a signature", m.isSigned},
		{"the same bytes from another folder and cache", m.isReproducible},
	} {
		t.Run(test.name, test.does)
	}
}

func (m made) path(ending string) string {
	return filepath.Join(m.folder, program+"_"+m.version+ending)
}

func (m made) isWhole(t *testing.T) {
	check := exec.Command("sha256sum", "--strict", "-c", sumsName)
	check.Dir = m.folder
	said, err := check.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	files, err := os.ReadDir(m.folder)
	if err != nil {
		t.Fatal(err)
	}
	if lines := bytes.Count(said, []byte("\n")); lines != len(files)-1 {
		t.Errorf("sums of %d files, and there are %d", lines, len(files)-1)
	}
	for _, ending := range []string{".msi", "_amd64.deb", "_notes.md", "_linux_arm64.tar.gz", "_darwin_amd64.tar.gz", "_darwin_arm64.tar.gz", "_linux_amd64.tar.gz"} {
		if _, err := os.Stat(m.path(ending)); err != nil {
			t.Error(err)
		}
	}
	for _, architecture := range []string{"amd64", "arm64"} {
		packed, err := os.Stat(m.path("_windows_" + architecture + ".zip"))
		if err != nil {
			t.Fatal(err)
		}
		unpacked := m.unzipped(t, architecture)
		inside, err := os.Stat(filepath.Join(unpacked, program+".exe"))
		if err != nil {
			t.Fatal(err)
		}
		if packed.Size() > 10e6 || inside.Size() > 25e6 {
			t.Errorf("%s: the zip has %d bytes, the program %d", architecture, packed.Size(), inside.Size())
		}
		for _, name := range []string{"LICENSE.txt", "LEESMIJ.txt", "THIRD_PARTY_NOTICES.txt"} {
			if content, err := os.ReadFile(filepath.Join(unpacked, name)); err != nil || len(content) == 0 {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// unzipped is a new folder with what is in the zip for Windows.
func (m made) unzipped(t *testing.T, architecture string) string {
	t.Helper()
	folder := t.TempDir()
	archive, err := zip.OpenReader(m.path("_windows_" + architecture + ".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if err := os.CopyFS(folder, archive); err != nil {
		t.Fatal(err)
	}
	return folder
}

// tellsItsParts holds both what the compiler says that is in the program against the bill, and the licences.
func (m made) tellsItsParts(t *testing.T) {
	folder := m.unzipped(t, "amd64")
	info, err := buildinfo.ReadFile(filepath.Join(folder, program+".exe"))
	if err != nil {
		t.Fatal(err)
	}
	licences, err := os.ReadFile(filepath.Join(folder, "THIRD_PARTY_NOTICES.txt"))
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(m.path("_windows_amd64.cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	var bill struct {
		BOMFormat  string
		Components []struct{ Name, Version string }
	}
	if err := json.Unmarshal(content, &bill); err != nil || bill.BOMFormat != "CycloneDX" {
		t.Fatalf("the bill is %q: %v", bill.BOMFormat, err)
	}
	wanted, listed := map[string]string{"std": info.GoVersion}, map[string]string{}
	for _, module := range info.Deps {
		if module.Replace != nil {
			module = module.Replace
		}
		wanted[module.Path] = module.Version
		if ours := strings.HasPrefix(module.Path, "./"); !ours && !bytes.Contains(licences, []byte("\n"+module.Path+" "+module.Version+"\r\n")) {
			t.Errorf("the licence of %s is missing", module.Path)
		}
	}
	for _, component := range bill.Components {
		listed[component.Name] = component.Version
	}
	if !maps.Equal(wanted, listed) {
		t.Errorf("the bill lists\n%v\nand the program has\n%v", listed, wanted)
	}
	if !slices.ContainsFunc(info.Settings, func(s debug.BuildSetting) bool { return s.Key == "vcs.revision" && s.Value == m.source.commit }) {
		t.Errorf("the program is not of commit %s", m.source.commit)
	}
}

func (m made) isListed(t *testing.T) {
	for ending, names := range map[string][]string{
		"_scoop.json":            {"_windows_amd64.zip", "_windows_arm64.zip"},
		"_homebrew.rb":           {"_darwin_amd64.tar.gz", "_darwin_arm64.tar.gz", "_linux_amd64.tar.gz", "_linux_arm64.tar.gz"},
		"_winget.installer.yaml": {".msi", "_windows_arm64.zip"},
		"_winget.yaml":           nil, "_winget.locale.nl-BE.yaml": nil,
	} {
		list, err := os.ReadFile(m.path(ending))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(list, []byte(m.version)) {
			t.Errorf("%s does not name the version:\n%s", ending, list)
		}
		for _, name := range names {
			content, err := os.ReadFile(m.path(name))
			if err != nil {
				t.Fatal(err)
			}
			address := "https://example.org/stappenplan/releases/download/v" + m.version + "/" + filepath.Base(m.path(name))
			if sum := fmt.Sprintf("%x", sha256.Sum256(content)); !bytes.Contains(list, []byte(address)) || !bytes.Contains(list, []byte(sum)) {
				t.Errorf("%s does not have %s with its sum:\n%s", ending, name, list)
			}
		}
	}
	var scoop map[string]any
	if content, err := os.ReadFile(m.path("_scoop.json")); err != nil || json.Unmarshal(content, &scoop) != nil {
		t.Errorf("the list for scoop is no JSON: %v", err)
	}
}

// has fails the test unless a text says all of these.
func has(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q in:\n%s", want, text)
		}
	}
}

// onWindows is a path of this computer as wine names it.
func onWindows(path string) string { return "Z:" + strings.ReplaceAll(path, "/", `\`) }

func (m made) startsFromTheZip(t *testing.T, windows *winetest.Windows) {
	folder := m.unzipped(t, "amd64")
	does := func(args ...string) string {
		t.Helper()
		return windows.Works(t, windows.Program(t.Context(), folder, filepath.Join(folder, program+".exe"), args...))
	}
	has(t, does("--version"), m.version, m.source.commit[:12])
	content, err := os.ReadFile(filepath.Join(folder, program+".exe"))
	if err != nil {
		t.Fatal(err)
	}
	for _, told := range []string{"FileDescription", m.version} { // in what Windows shows of the file
		if letters, _ := encoding.UTF16(encoding.LittleEndian, encoding.IgnoreBOM).NewEncoder().Bytes([]byte(told)); !bytes.Contains(content, letters) {
			t.Errorf("the program does not tell Windows %q", told)
		}
	}
	if !bytes.Contains(content, []byte("longPathAware")) {
		t.Error("the program has no manifest")
	}
	has(t, does("--example", "status"), "Atheneum Klaverdam")
	does("--example", "export", "--output", "bestuur.pdf")
	if content, err := os.ReadFile(filepath.Join(folder, "bestuur.pdf")); err != nil || !bytes.HasPrefix(content, []byte("%PDF-")) {
		t.Errorf("the document has %d bytes: %v", len(content), err)
	}
}

// installs does what an ICT service does: install without a question, and remove. The plan of the user stays.
func (m made) installs(t *testing.T, windows *winetest.Windows) {
	folder := t.TempDir()
	plan := filepath.Join(folder, "plan.json")
	if err := os.WriteFile(plan, []byte(`{"format": "stappenplan/1", "school": {"name": "Eerste school"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	windows.Works(t, windows.Program(t.Context(), folder, "msiexec", "/i", onWindows(m.path(".msi")), "/qn"))
	one := func(pattern string) string {
		t.Helper()
		found, err := filepath.Glob(filepath.Join(windows.Drive, "users", "*", "AppData", pattern))
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: there are %v, %v", pattern, found, err)
		}
		return found[0]
	}
	installed := one(filepath.Join("Local", "Programs", "Stappenplan", program+".exe"))
	menu := filepath.Join("Roaming", "Microsoft", "Windows", "Start Menu", "Programs", "Stappenplan.lnk")
	one(menu)
	has(t, windows.Works(t, windows.Program(t.Context(), folder, installed, "--version")), m.version)
	has(t, windows.Works(t, windows.Program(t.Context(), folder, installed, "import", "plan.json")), "Eerste school")
	paths := []string{"query", `HKCU\Software\Microsoft\Windows\CurrentVersion\App Paths\stappenplan.exe`, "/ve"}
	has(t, windows.Works(t, windows.Program(t.Context(), folder, "reg", paths...)), `Programs\Stappenplan\stappenplan.exe`)

	windows.Works(t, windows.Program(t.Context(), folder, "msiexec", "/x", onWindows(m.path(".msi")), "/qn"))
	for _, gone := range []string{installed, filepath.Dir(installed)} {
		if _, err := os.Stat(gone); err == nil {
			t.Errorf("%s is still there", gone)
		}
	}
	if windows.Program(t.Context(), folder, "reg", paths...).Run() == nil {
		t.Error("Windows still knows where the program was")
	}
	one(filepath.Join("Local", "stappenplan", "stappenplan.db"))
}

// installsOnDebian installs the package in a folder that stands for the root of a disk.
func (m made) installsOnDebian(t *testing.T) {
	root := t.TempDir()
	kept := filepath.Join(root, "var", "lib", "dpkg")
	for _, folder := range []string{"info", "updates", "triggers"} {
		if err := os.MkdirAll(filepath.Join(kept, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(kept, "status"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	does := func(name string, args ...string) string {
		t.Helper()
		said, err := told(root, []string{"HOME=" + root, "LANG=C.UTF-8", "TERM=xterm", "XDG_DATA_HOME="}, name, args...)
		if err != nil {
			t.Fatal(err)
		}
		return said
	}
	dpkg := func(args ...string) {
		t.Helper()
		does("dpkg", append([]string{"--root=" + root, "--log=" + os.DevNull, "--force-not-root", "--force-bad-path"}, args...)...)
	}
	dpkg("--install", m.path("_amd64.deb"))
	installed := filepath.Join(root, "usr", "bin", program)
	has(t, does(installed, "--version"), m.version)
	has(t, does(installed, "--example", "status"), "Atheneum Klaverdam")
	completes := `. /usr/share/bash-completion/bash_completion; . usr/share/bash-completion/completions/stappenplan; PATH=$PWD/usr/bin:$PATH
COMP_WORDS=(stappenplan sal) COMP_CWORD=1 COMP_LINE='stappenplan sal' COMP_POINT=15 COMP_TYPE=9; __start_stappenplan; printf '%s\n' "${COMPREPLY[@]}"`
	has(t, does("bash", "-c", completes), "salvage")
	has(t, does("gzip", "-dc", "usr/share/man/man1/stappenplan.1.gz"), ".SH stappenplan export")
	has(t, does("gzip", "-dc", "usr/share/man/nl/man1/stappenplan.1.gz"), ".SH GEBRUIK")

	dpkg("--remove", program)
	if _, err := os.Stat(installed); err == nil {
		t.Error("the program is still there")
	}
	if left, _ := filepath.Glob(filepath.Join(root, "usr", "share", "*", program)); len(left) > 0 {
		t.Errorf("left is %v", left)
	}
}

// isSigned signs with a certificate that nobody trusts; a real one is handed in the same way.
func (m made) isSigned(t *testing.T) {
	folder := t.TempDir()
	key, certificate, both := filepath.Join(folder, "key.pem"), filepath.Join(folder, "certificate.pem"), filepath.Join(folder, "both.p12")
	for _, args := range [][]string{
		{"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=Test", "-addext", "extendedKeyUsage=codeSigning"},
		{"pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", both, "-passout", "pass:een wachtwoord"},
	} {
		if _, err := told(folder, nil, "openssl", args...); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv(passwordVariable, "een wachtwoord")
	r := release{wishes: wishes{certificate: both}, work: folder}
	for _, path := range []string{filepath.Join(m.unzipped(t, "amd64"), program+".exe"), m.path(".msi")} {
		signed := filepath.Join(folder, filepath.Base(path))
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(signed, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := r.sign(signed); err != nil {
			t.Fatal(err)
		}
		said, err := told(folder, nil, "osslsigncode", "verify", "-CAfile", certificate, "-in", signed)
		if err != nil {
			t.Fatal(err)
		}
		has(t, said, "CN=Test")
	}
	if _, err := os.Stat(filepath.Join(folder, "password")); err == nil {
		t.Error("the password is left on the disk")
	}
}

// isReproducible builds the program for Windows once more, with nothing that was built before.
func (m made) isReproducible(t *testing.T) {
	again := &release{source: m.source, work: t.TempDir()}
	if err := again.resources(); err != nil {
		t.Fatal(err)
	}
	windows := target{"windows", "amd64"}
	t.Setenv("GOCACHE", t.TempDir())
	if err := again.source.build(windows, again.built(windows)); err != nil {
		t.Fatal(err)
	}
	want, errWant := os.ReadFile(filepath.Join(m.unzipped(t, "amd64"), program+".exe"))
	got, errGot := os.ReadFile(again.built(windows))
	if errWant != nil || errGot != nil || !bytes.Equal(want, got) {
		t.Errorf("two builds of %s differ: %d and %d bytes, %v %v", m.source.commit, len(want), len(got), errWant, errGot)
	}
}
