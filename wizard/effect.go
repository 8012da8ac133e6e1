package wizard

import (
	"stappenplan/assets"
	"stappenplan/steps"

	tea "charm.land/bubbletea/v2"
)

// effect is a wish of a screen.
type effect interface{ isEffect() }

type (
	// record keeps changes as one entry, and when that is on disk does what comes then.
	record struct {
		changes []steps.Change
		then    effect
		typed   bool // the changes hold what a person typed, and are kept also where the key had to wait
	}
	// navigate leaves screens, and then opens a place.
	navigate struct {
		leave int   // how many screens; the last one stays
		all   bool  // also that one
		open  place // no place: stay where that leads
	}
	// undo and redo take back the last thing done, and the taking back.
	undo struct{}
	redo struct{}
	// export writes files; what stands in their way is asked about first.
	export struct {
		files  []File
		agreed bool // that was asked
	}
	// run starts a bubble's own command.
	run struct{ cmd tea.Cmd }
	// signed sets who is answering from here on, then does what comes next.
	signed struct {
		author string
		then   effect
	}
	// ask puts a question before a wish that takes something away; doing nothing comes first.
	ask struct {
		question string
		yes      assets.Text
		wish     effect
	}
	// explain tells why something is there: the answers and the rule behind it.
	explain struct{ reasons []steps.Reason }
	// tryOut begins a trial, endTrial ends it: what was tried is kept or dropped.
	tryOut   struct{}
	endTrial struct{ keep bool }
	// both is one wish and then another.
	both struct{ first, second effect }
	// choose sets what is chosen of a document.
	choose struct{ document Document }
	// openFile shows a file with the computer's own program.
	openFile struct{ path string }
	// folder says where files are written from here on.
	folder struct{ path string }
	// say shows a line until the next key.
	say struct{ text string }
	// quit ends the program, once everything is kept.
	quit struct{}
)

func (navigate) isEffect() {}
func (record) isEffect()   {}
func (undo) isEffect()     {}
func (redo) isEffect()     {}
func (export) isEffect()   {}
func (run) isEffect()      {}
func (signed) isEffect()   {}
func (ask) isEffect()      {}
func (tryOut) isEffect()   {}
func (endTrial) isEffect() {}
func (both) isEffect()     {}
func (choose) isEffect()   {}
func (openFile) isEffect() {}
func (folder) isEffect()   {}
func (explain) isEffect()  {}
func (say) isEffect()      {}
func (quit) isEffect()     {}

// show opens a place on top of the screen that is there.
func show(p place) navigate { return navigate{open: p} }

// replace opens a place instead of the screen that is there.
func replace(p place) navigate { return navigate{leave: 1, open: p} }

// back leaves a screen, and those below it up to this number of them.
func back(screens int) navigate { return navigate{leave: screens} }

// home leaves all screens for a new overview.
func home() navigate { return navigate{all: true, open: place{kind: overview}} }

// then puts a wish behind another.
func then(wish, next effect) effect {
	switch w := wish.(type) {
	case nil:
		return next
	case record:
		w.then = next
		return w
	}
	return both{wish, next}
}
