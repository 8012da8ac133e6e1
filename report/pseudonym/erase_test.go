package pseudonym_test

import (
	"strings"
	"testing"

	"stappenplan/report/pseudonym"
)

func TestErasing(t *testing.T) {
	hide := pseudonym.Erase([]string{"An D'Hondt", "An Peeters"}, []string{"Bart Claes", "Mia-An Peeters", "Anja Peeters", "Tom Peeters"}, "[gewist]", false)
	for text, want := range map[string]string{
		"An Peeters belt Bart Claes.":        "[gewist] belt Bart Claes.",
		"an peeters en AN PEETERS":           "[gewist] en [gewist]",
		"Peeters, An komt":                   "[gewist] komt",
		"Mevr. An Peeters":                   "Mevr. [gewist]",
		"vraag het aan An P. of A. D´Hondt":  "vraag het aan [gewist]. of [gewist]",
		"mail an.peeters@school.be":          "mail [gewist]@school.be",
		"own-bel-an-peeters":                 "own-bel-[gewist]",
		"XAn PeetersX":                       "X[gewist]X",
		"An Peeters' laptop, An D'Hondts pc": "[gewist]' laptop, [gewist]s pc",
		"Anja Peeters, Tom Peeters":          "Anja Peeters, Tom Peeters",
		"Het ging an sich goed":              "Het ging an sich goed",
		"An vraagt het aan Peeters":          "An vraagt het aan Peeters | An, Peeters",
		"Mia-An Peeters en MAn Peeters":      "Mia-An Peeters en M[gewist] | Peeters",
		"apeeters":                           "apeeters | apeeters", // Anja's too
		"adhondt":                            "[gewist]",
	} {
		got, alone := hide(text)
		if alone != nil {
			got += " | " + strings.Join(alone, ", ")
		}
		if got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	all := pseudonym.Erase([]string{"An Peeters"}, []string{"Tom Peeters"}, "[gewist]", true)
	if got, alone := all("An vraagt het aan Tom"); got != "[gewist] vraagt het aan Tom" || alone != nil {
		t.Errorf("%q, %q", got, alone)
	}
	if got, _ := pseudonym.Erase([]string{"Leerlingenraad"}, nil, "[gewist]", false)("De Leerlingenraad kwam"); got != "De [gewist] kwam" {
		t.Error(got)
	}
}
