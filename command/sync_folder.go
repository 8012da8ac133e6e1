package command

import (
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stappenplan/lazyregexp"
)

// syncClient is the program that keeps the folder of a file alike on several computers, by its own name; empty where none is known
// to. It is told by the folders that such programs name in the environment, and by what they call theirs.
func syncClient(path string, variable func(name string) string) string {
	path = strings.ToLower(strings.ReplaceAll(path, `\`, "/"))
	for _, name := range []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial"} {
		folder := strings.TrimRight(strings.ToLower(strings.ReplaceAll(variable(name), `\`, "/")), "/")
		if folder != "" && strings.HasPrefix(path, folder+"/") {
			return "OneDrive"
		}
	}
	folders := strings.Split(path, "/")
	for _, folder := range folders[:len(folders)-1] {
		for _, client := range syncClients {
			if client.folder().MatchString(folder) {
				return client.name
			}
		}
	}
	return ""
}

// syncClients are these programs with what they call their folders, on each system and by account: "OneDrive - GO! Klaverdam",
// "GoogleDrive-an@klaverdam.be", "Dropbox (Klaverdam)".
var syncClients = []struct {
	name   string
	folder func() *regexp.Regexp
}{
	{"OneDrive", lazyregexp.New(`^onedrive($|[ -])`)},
	{"Google Drive", lazyregexp.New(`^(google ?drive($|[ -])|(my|mijn) drive$|shared drives$|gedeelde drives$|\.shortcut-targets-by-id$)`)},
	{"Dropbox", lazyregexp.New(`^dropbox($|[ -])`)},
	{"iCloud", lazyregexp.New(`^(icloud ?drive$|icloud~|com~apple~clouddocs$|mobile documents$)`)},
	{"Nextcloud", lazyregexp.New(`^(nextcloud|owncloud)($|[ -])`)},
}

// A program that keeps two versions of a file calls the second one for the first, with one or more marks behind its name, before its
// ending:
//   - Dropbox: " (conflicted copy 2026-11-29)", " (An's conflicted copy 2026-11-29)", " (Conflicterende kopie van PC 2026-11-29)",
//     " (Copie en conflit de PC 2026-11-29)", " (Case Conflict)"
//   - OneDrive: "-LAPTOP-4F2K", "-LAPTOP-4F2K-2", "-MacBook Pro van An"; where it was synchronised by another program " (SyncConflict …)"
//   - Google Drive: " (1)", "_conf(1)", " [Conflict]", and "Kopie van " before it
//   - iCloud: " 2"
//   - Nextcloud and ownCloud: " (conflicted copy 2026-11-29 083000)", "_conflict-20261129-083000", " (case clash from An …)"
//   - Syncthing: ".sync-conflict-20261129-083000-ABCDEFG"
//   - Resilio: ".Conflict"; Seafile: " (SFConflict an@klaverdam.be 2026-11-29-08-30-00)"; Synology: "_PC_Nov-29-083000-2026_Conflict"
//   - Windows, for a share that was out of reach: " (An v1)"
//
// and a person who copies a file beside itself: " - kopie", " - Copy (2)", " kopie 2", " (derde kopie)", and "Kopie van " before it.
var (
	beforeCopy   = lazyregexp.New(`^(kopie|copy|copie)( \(\d+\))? (van|of|de) `)
	clientMark   = ` ?[(\[].*(confli|konflikt|clash).*[)\]]|[ ._-]*(sync-)?confli.*|_.+_confli.*|_conf\(\d+\)| \(.+ v\d+\)|-[\p{L}\d][\p{L}\d '’-]*`
	handMark     = ` ?[(\[].*(kopie|copy|copie).*[)\]]| ?\(\d+\)| \d+| (- )?(kopie|copy|copie)( \(?\d+\)?)?`
	copyMarks    = lazyregexp.New(`^(` + clientMark + `|` + handMark + `)+$`)
	conflictMark = lazyregexp.New(`^(` + clientMark + `|` + handMark + `)*(` + clientMark + `)(` + clientMark + `|` + handMark + `)*$`)
)

// conflictCopy says whether a name is that of a second version of a file, kept beside it, and whether it is a program that calls one so.
func conflictCopy(name, of string) (is, byProgram bool) {
	alike := func(name string) string { return strings.ToLower(norm.NFC.String(name)) } // macOS writes an é as two letters
	name, of = alike(name), alike(of)
	ending := filepath.Ext(of)
	if ending == of { // it begins with the only dot
		ending = ""
	}
	stem, ended := strings.CutSuffix(name, ending)
	before := beforeCopy().FindString(stem)
	marks, called := strings.CutPrefix(strings.TrimPrefix(stem, before), strings.TrimSuffix(of, ending))
	if !ended || !called || marks == "" && before == "" || marks != "" && !copyMarks().MatchString(marks) {
		return false, false
	}
	return true, conflictMark().MatchString(marks)
}
