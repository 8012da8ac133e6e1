package command

import (
	"cmp"
	"runtime/debug"
	"strings"
	"time"

	"stappenplan/steps"
)

// build is which build of the program this is, as the compiler wrote it in the program: of what was not built from a
// commit there is only the version.
type build struct {
	Version string     `json:"version"` // 1.2.3; (devel) where it has none
	Commit  string     `json:"commit,omitempty"`
	Date    *time.Time `json:"date,omitempty"` // of the commit
}

// thisBuild reads it.
func thisBuild() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return build{Version: "(devel)"}
	}
	b := build{Version: cmp.Or(strings.TrimPrefix(info.Main.Version, "v"), "(devel)")}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Commit = setting.Value
		case "vcs.time":
			if at, err := time.Parse(time.RFC3339, setting.Value); err == nil {
				b.Date = &at
			}
		}
	}
	return b
}

// versionLine says which build this is.
func (p *program) versionLine() string {
	words := p.texts.Commands.Version
	if p.build.Commit == "" || p.build.Date == nil {
		return words.Plain.Fill("version", p.build.Version)
	}
	return words.Built.Fill("version", p.build.Version, "commit", p.build.Commit[:min(len(p.build.Commit), 12)], "date", p.builtOn())
}

func (p *program) builtOn() string { return p.texts.Date(steps.DateOf(*p.build.Date)) }

// oldLine says that this build is over a year old, without asking any network for a newer one; empty where it is not.
func (p *program) oldLine() string {
	if p.build.Date == nil || !p.clock().After(p.build.Date.AddDate(1, 0, 0)) {
		return ""
	}
	return p.texts.Commands.Version.Old.Fill("date", p.builtOn())
}

// tellVersion is --version.
func (p *program) tellVersion(asJSON bool) error {
	if !asJSON {
		p.tell(p.out, p.versionLine())
		return nil
	}
	said, err := inJSON(p.build)
	if err == nil {
		p.tell(p.out, said)
	}
	return err
}
