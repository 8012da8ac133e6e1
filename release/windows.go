package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// passwordVariable is the variable with the password of a certificate: an argument can be read by everyone on a computer.
const passwordVariable = "STAPPENPLAN_CERTIFICATE_PASSWORD"

// resources puts the icon, the manifest and the version beside the source, where the compiler takes them into the
// programs for Windows.
func (r *release) resources() error {
	picture, err := icon()
	if err != nil {
		return err
	}
	if err := os.WriteFile(r.iconFile(), picture, 0o644); err != nil {
		return err
	}
	version := r.source.numbers() + ".0"
	type object map[string]any
	content, err := json.Marshal(object{
		"RT_GROUP_ICON": object{"APP": object{"0000": filepath.Base(r.iconFile())}},
		"RT_MANIFEST": object{"#1": object{"0409": object{
			"identity": object{"name": program, "version": version}, "description": "Stappenplan", "minimum-os": "win10",
			"execution-level": "as invoker", "long-path-aware": true,
		}}},
		"RT_VERSION": object{"#1": object{"0000": object{
			"fixed": object{"file_version": version, "product_version": version},
			"info": object{"0413": object{
				"FileDescription": "Stappenplan", "ProductName": "Stappenplan", "InternalName": program, "OriginalFilename": program + ".exe",
				"FileVersion": r.source.version, "ProductVersion": r.source.version, "LegalCopyright": "MIT, The stappenplan authors",
			}},
		}}},
	})
	if err != nil {
		return err
	}
	described := filepath.Join(r.work, "winres.json")
	if err := os.WriteFile(described, content, 0o644); err != nil {
		return err
	}
	return r.source.tool("go-winres", "make", "--in", described, "--arch", "amd64,arm64", "--out", filepath.Join(r.source.folder, "rsrc"))
}

func (r *release) iconFile() string { return filepath.Join(r.work, program+".ico") }

// installer makes the package with which an ICT service installs the program for one user, without asking and without
// rights. It replaces an earlier version and leaves all plans alone.
func (r *release) installer() error {
	described, err := r.filled("installer.wxs", struct{ Program, Icon, Numbers, Next string }{
		filepath.Base(r.built(target{"windows", "amd64"})), filepath.Base(r.iconFile()), r.source.numbers(), next(r.source.numbers()),
	})
	if err != nil {
		return err
	}
	from := filepath.Join(r.work, "installer.wxs")
	if err := os.WriteFile(from, described, 0o644); err != nil {
		return err
	}
	to, err := filepath.Abs(r.file(".msi"))
	if err != nil {
		return err
	}
	// In that folder, because wixl knows no whole paths.
	if _, err := told(r.work, nil, "wixl", "--arch", "x64", "--output", to, filepath.Base(from)); err != nil {
		return err
	}
	return r.sign(to)
}

// next is the least version above this one, of three numbers.
func next(numbers string) string {
	at := strings.LastIndexByte(numbers, '.') + 1
	last, _ := strconv.Atoi(numbers[at:]) // Go calls nothing a version that has no number there
	return numbers[:at] + strconv.Itoa(last+1)
}

// sign signs a program or installer for Windows, where there is a certificate to do so with.
func (r *release) sign(path string) error {
	if r.certificate == "" {
		return nil
	}
	password := filepath.Join(r.work, "password")
	if err := os.WriteFile(password, []byte(os.Getenv(passwordVariable)), 0o600); err != nil {
		return err
	}
	args := []string{"sign", "-pkcs12", r.certificate, "-readpass", password, "-h", "sha256", "-n", "Stappenplan"}
	if r.timestamp != "" {
		args = append(args, "-ts", r.timestamp)
	}
	signed := path + ".signed"
	if _, err := told(".", nil, "osslsigncode", append(args, "-in", path, "-out", signed)...); err != nil {
		return errors.Join(err, os.Remove(password))
	}
	return errors.Join(os.Remove(password), os.Rename(signed, path))
}
