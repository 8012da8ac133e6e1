package assets

import "sync"

// Recognition is what a title of somebody else's list is recognised by, in one language. Each text is a list of terms
// between commas: words, or several words that count together.
type Recognition struct {
	Silent    Text // words that say nothing
	Doing     Text // words that only say what is done
	Elsewhere Text // what schools have to do that is no ICT
	Tasks     map[string]TaskRecognition
}

// TaskRecognition are the words of a task of the catalogue.
type TaskRecognition struct {
	Is   Text // name the task by themselves
	With Text // go along with it, and say too little alone
	Not  Text // rule it out
}

// RecognitionIn gives the words by which titles in a language are recognised, which must not be changed. They are made when
// they are first asked for.
func RecognitionIn(language Language) Recognition { return recognised()[language] }

var recognised = sync.OnceValue(recognition)
