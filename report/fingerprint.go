package report

import "regexp"

// markPrefix begins every mark, so that it can be told from other texts. LibreOffice makes two keywords of one
// with a colon.
const markPrefix = "stappenplan-"

// MarkPattern matches a mark, and captures what stands behind its first word: the fingerprint of a plan, and how the
// document was made of it (see package mark). Documents of before have a colon in theirs, or the fingerprint alone.
const MarkPattern = `stappenplan[-:]([0-9a-f]{8}(?:-[0-9a-z]+)*)`

// FindMark finds the last mark at a place that captures a [MarkPattern], and returns what that captures; empty where there
// is none. The place must be one that no text of a plan can write, as the format escapes what that would need.
func FindMark(document []byte, place *regexp.Regexp) (fingerprint string) {
	all := place.FindAllSubmatch(document, -1)
	if all == nil {
		return ""
	}
	return string(all[len(all)-1][1])
}
