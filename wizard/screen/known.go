package screen

import "stappenplan/steps"

// Known are the files with plans that the program knows of, where one chooses which to open.
type Known struct {
	Files []KnownFile
	// File and Plan are those that one came from; empty for none.
	File, Plan string
	// Begin is where a first plan can be begun; empty where there is one.
	Begin string
	// Notice is what went wrong with what was chosen before; empty for nothing.
	Notice string
}

// KnownFile is a file with plans.
type KnownFile struct {
	Path    string
	Gone    bool   // nothing stands there any more
	Problem string // in words, why its plans cannot be read; empty where they can
	Plans   []KnownPlan
}

// KnownPlan is a plan in a file, as it stands.
type KnownPlan struct {
	ID string
	steps.Plan
}
