//go:build generate

package assets

import "stappenplan/steps"

// While the words are being generated there are none, so that the Go that was generated before need not fit the types
// of the moment.

func dutch() (texts Texts)              { return texts }
func english() (texts Texts)            { return texts }
func catalogue() (list steps.Catalogue) { return list }
func sheets() (list []steps.Sheet)      { return list }

func recognition() (words map[Language]Recognition) { return words }

const dutchEdition, englishEdition, catalogueEdition, sheetsEdition = "", "", "", ""
