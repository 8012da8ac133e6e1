package assets

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stappenplan/steps"
)

// LevelWord is a word or phrase that a level of education says otherwise.
type LevelWord struct{ Usual, Here Text }

// spoken are the texts of a language as a level of education says them, by the texts it usually says.
var spoken sync.Map

// spokenAt names texts of spoken.
type spokenAt struct {
	usual *Texts
	level steps.SchoolLevel
}

// For are the texts as a school of this level of education says them: of an academy, of a centre and its learners. They
// must not be changed.
func (t *Texts) For(level steps.SchoolLevel) *Texts {
	usual := cmp.Or(t.usual, t)
	words := usual.Levels[level]
	if len(words) == 0 {
		return usual
	}
	at := spokenAt{usual, level}
	if texts, made := spoken.Load(at); made {
		return texts.(*Texts)
	}
	texts, _ := spoken.LoadOrStore(at, usual.otherwise(words))
	return texts.(*Texts)
}

// Aloud are the texts as they are heard: hours and ratios in whole words. They must not be changed.
func (t *Texts) Aloud() *Texts {
	heard := *t
	heard.aloud = true
	return &heard
}

// Every are the texts, and then those that the other levels of education say.
func (t *Texts) Every() []*Texts {
	all := []*Texts{t}
	for _, level := range append([]steps.SchoolLevel{""}, steps.SchoolLevels...) {
		if texts := t.For(level); !slices.Contains(all, texts) {
			all = append(all, texts)
		}
	}
	return all
}

// otherwise says the texts, and those of the built-in catalogue, in other words. What people type, what stands in files
// of others and what is about files and the command line stays.
func (t *Texts) otherwise(words []LevelWord) *Texts {
	say := replacer(words)
	texts := inOtherWords(reflect.ValueOf(*t), say).Interface().(Texts)
	texts.usual, texts.listed = t, map[string]string{}
	texts.Levels, texts.Errors, texts.Causes, texts.Commands, texts.Document = t.Levels, t.Errors, t.Causes, t.Commands, t.Document
	texts.Workbook.List, texts.Workbook.Earlier, texts.Plain.Words = t.Workbook.List, t.Workbook.Earlier, t.Plain.Words
	for _, task := range Catalogue().Tasks {
		for _, of := range []steps.Words{task.Title, task.Explain} {
			usual := of[string(t.Language)]
			texts.listed[usual] = say(usual)
		}
	}
	return &texts
}

// inOtherWords is a copy of a value in which every text is said in other words.
func inOtherWords(v reflect.Value, say func(string) string) reflect.Value {
	other := reflect.New(v.Type()).Elem()
	other.Set(v)
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[Text]() {
			other.SetString(say(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				other.Field(i).Set(inOtherWords(v.Field(i), say))
			}
		}
	case reflect.Slice:
		other.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			other.Index(i).Set(inOtherWords(v.Index(i), say))
		}
	case reflect.Map:
		other.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for _, key := range v.MapKeys() {
			other.SetMapIndex(key, inOtherWords(v.MapIndex(key), say))
		}
	}
	return other
}

// replacer puts words in the place of others: whole words, the longest first, outside {placeholders}. A capital in
// front stays one.
func replacer(words []LevelWord) func(string) string {
	longest := slices.SortedStableFunc(slices.Values(words), func(a, b LevelWord) int { return cmp.Compare(len(b.Usual), len(a.Usual)) })
	var begin [256][]LevelWord // by the first byte of a word, as it is and with a capital
	for _, w := range longest {
		capital := LevelWord{Text(Capital(string(w.Usual))), Text(Capital(string(w.Here)))}
		begin[w.Usual[0]] = append(begin[w.Usual[0]], w)
		if capital.Usual != w.Usual {
			begin[capital.Usual[0]] = append(begin[capital.Usual[0]], capital)
		}
	}
	return func(text string) string {
		var said strings.Builder
		inWord, inBraces := false, false
		for at := 0; at < len(text); {
			if !inWord && !inBraces {
				if word, found := wordAt(text[at:], begin[text[at]]); found {
					said.WriteString(string(word.Here))
					at, inWord = at+len(word.Usual), true
					continue
				}
			}
			r, n := utf8.DecodeRuneInString(text[at:])
			inWord, inBraces = unicode.IsLetter(r), r == '{' || inBraces && r != '}'
			said.WriteString(text[at : at+n])
			at += n
		}
		return said.String()
	}
}

// wordAt is the first of words that a text begins with, as a whole word.
func wordAt(text string, words []LevelWord) (word LevelWord, found bool) {
	for _, w := range words {
		after, begins := strings.CutPrefix(text, string(w.Usual))
		if next, _ := utf8.DecodeRuneInString(after); begins && !unicode.IsLetter(next) {
			return w, true
		}
	}
	return LevelWord{}, false
}
