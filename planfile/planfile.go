// Package planfile writes a plan as a file in JSON or YAML and reads it back, so that what is written reads back to the same
// plan. Spreadsheets are read by the packages below it, which report what is wrong in the same way.
//
// Both formats go through one tree of nodes and one strict walker. The walker knows the shape of the file and nothing of what
// a value may be: it turns the file into changes and lets package steps judge those, so a rule is in one place. A file is
// taken whole or not at all, and everything that is wrong with it is reported at once, as [Errors].
package planfile

import (
	"bytes"

	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Format is what a plan file says it is.
const Format = "stappenplan/1"

// Limits on a file, of which whoever reads one sees to MaxBytes. MaxValues keeps the work on any file small: an inquiry
// among 5,000 people has some 130,000, the largest plan beside that (a thousand own tasks, one's own catalogue of a thousand) 40,000.
const (
	MaxBytes  = 10_000_000
	MaxDepth  = 20
	MaxValues = 150_000
)

// File is what a plan file says.
type File struct {
	Plan steps.Plan
	// RoundGiven says that the file names its round. Where it does not, Plan has round 1 and the file
	// is about the present round of the plan it is brought into.
	RoundGiven bool

	roundLine int
}

// Encode writes a plan as JSON. The same plan always gives the same bytes.
func Encode(plan steps.Plan) []byte { return inJSON(planNode(plan)) }

func inJSON(n *node) []byte {
	var b bytes.Buffer
	writeJSON(&b, n, "")
	b.WriteByte('\n')
	return b.Bytes()
}

// EncodeYAML writes the same as YAML.
func EncodeYAML(plan steps.Plan) []byte {
	var b bytes.Buffer
	writeYAML(&b, planNode(plan), "")
	return b.Bytes()
}

// Decode reads a plan file, whatever of the two formats it is in. One's own catalogue beside the file, which may be nil,
// takes the place of the built-in one in the plan; a file that brings its own as well is refused. Its errors are [Errors].
func Decode(data []byte, definitions *steps.Definitions, own *steps.Catalogue) (File, error) {
	root, fault := read(data)
	if fault != nil {
		return File{}, Errors{*fault}
	}
	w := walker{definitions: definitions}
	w.file(root)
	if own != nil {
		if brought := root.child(catalogueField); brought != nil {
			w.report("planfile-catalogue-twice", brought, catalogueField)
		}
		w.add(steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*own)}, root, "")
	}
	plan := w.judge(definitions)
	return File{plan, w.roundLine > 0, w.roundLine}, w.problems.Err()
}

// read tells the formats apart by the first characters.
func read(data []byte) (*node, *Problem) {
	text, fault := textOf(data)
	start := bytes.TrimLeft(text, " \t\r\n")
	switch {
	case xlsx.IsWorkbook(data):
		return nil, &Problem{code: "planfile-spreadsheet"}
	case fault != nil:
		return nil, fault
	case len(start) == 0:
		return nil, &Problem{code: "planfile-blank"}
	case start[0] == '{' || start[0] == '[':
		return readJSON(text)
	}
	return readYAML(text)
}

// Changes are the changes that make a plan what the file says, to be recorded as one entry: none when
// they say the same. A file says the whole plan: what it lacks becomes empty. Its round is the plan's,
// or one more, which opens that round; a plan that has not begun takes any.
func (f File) Changes(now steps.Plan) ([]steps.Change, error) {
	to := f.Plan
	if !f.RoundGiven {
		to.Round.Number = now.Round.Number
	}
	if to.Round.Edition == nil && to.Round.Number == now.Round.Number {
		to.Round.Edition = now.Round.Edition
	}
	round := steps.Change{Kind: steps.ChangeRound, Number: steps.Set(to.Round.Number)}
	if err := now.Check(round); err != nil {
		refusal := err.(steps.Refusals)[0]
		return nil, Errors{{
			Path: "round.number", Line: f.roundLine,
			code: refusal.Code(), value: refusal.Value, limit: refusal.Limit,
		}}
	}
	return steps.Changes(now, to), nil
}
