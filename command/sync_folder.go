package command

import (
	"path/filepath"
	"regexp"
	"strings"
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
			if client.folder.MatchString(folder) {
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
	folder *regexp.Regexp
}{
	{"OneDrive", regexp.MustCompile(`^onedrive($|[ -])`)},
	{"Google Drive", regexp.MustCompile(`^(google ?drive($|[ -])|(my|mijn) drive$|shared drives$|gedeelde drives$|\.shortcut-targets-by-id$)`)},
	{"Dropbox", regexp.MustCompile(`^dropbox($|[ -])`)},
	{"iCloud", regexp.MustCompile(`^(icloud ?drive$|icloud~|com~apple~clouddocs$|mobile documents$)`)},
	{"Nextcloud", regexp.MustCompile(`^(nextcloud|owncloud)($|[ -])`)},
}

// conflictMark is what such programs put behind the name of a file of which they keep two versions, before its ending:
//   - Dropbox: " (conflicted copy 2026-11-29)", " (An's conflicted copy 2026-11-29)", " (Conflicterende kopie van PC 2026-11-29)"
//   - OneDrive: "-LAPTOP-4F2K", "-LAPTOP-4F2K-2"
//   - Google Drive: " (1)", "_conf(1)", " [Conflict]"
//   - iCloud: " 2"
//   - Nextcloud and ownCloud: " (conflicted copy 2026-11-29 083000)", "_conflict-20261129-083000"
//   - Syncthing: ".sync-conflict-20261129-083000-ABCDEFG"
//
// and Explorer, where somebody copies a file beside itself: " - kopie", " - Copy (2)".
var conflictMark = regexp.MustCompile(`(?i)^( ?[(\[].*(conflict|kopie|copy).*[)\]]|[ ._-]*(sync-)?conflict.*|_conf\(\d+\)| ?\(\d+\)| \d+| - (kopie|copy)( \(\d+\))?|-[\p{L}\d][\p{L}\d-]*)$`)

// conflictCopy says whether a name is that of a second version of a file, kept beside it.
func conflictCopy(name, of string) bool {
	ending := filepath.Ext(of)
	stem := strings.TrimSuffix(of, ending)
	if !strings.EqualFold(filepath.Ext(name), ending) || len(name) <= len(of) || !strings.EqualFold(name[:len(stem)], stem) {
		return false
	}
	return conflictMark.MatchString(name[len(stem) : len(name)-len(ending)])
}
