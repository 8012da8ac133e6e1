package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// holds are the elements that each element may hold; those that are not here hold what is painted.
var holds = map[tag][]tag{
	tagDocument:     {tagSection, tagTitle, tagParagraph, tagFigure},
	tagSection:      {tagSection, tagPart, tagHeading, tagBelow, tagParagraph, tagList, tagTable, tagFigure, tagContents},
	tagList:         {tagItem},
	tagItem:         {tagLabel, tagBody},
	tagTable:        {tagRow},
	tagRow:          {tagHeadCell, tagCell},
	tagContents:     {tagContentsItem},
	tagContentsItem: {tagReference, tagContents},
	tagReference:    {tagLink},
}

// headings are the tags of headings, by their level.
var headings = []tag{tagTitle, tagPart, tagHeading, tagBelow}

// prune takes out the elements that nothing was painted of. Cells stay, for a table has as many in each row.
func (e *element) prune() {
	e.kids = slices.DeleteFunc(e.kids, func(k kid) bool {
		if k.element == nil {
			return false
		}
		k.element.prune()
		return len(k.element.kids) == 0 && k.element.tag != tagCell && k.element.tag != tagHeadCell
	})
}

// check returns an error where the structure breaks a rule of PDF/UA.
func (s *structure) check() error {
	level := 0
	var check func(e *element) error
	check = func(e *element) error {
		if n := slices.Index(headings, e.tag); n > level {
			return fmt.Errorf("a heading %s follows one of level %d", e.tag, level)
		} else if n >= 0 {
			level = n + 1
		}
		if err := e.check(); err != nil {
			return err
		}
		for _, k := range e.kids {
			if k.element == nil {
				continue
			}
			if err := check(k.element); err != nil {
				return err
			}
		}
		return nil
	}
	if len(s.path) != 1 {
		return errors.New("an element was not ended")
	}
	return check(s.root)
}

// check returns an error where an element does not hold what it should.
func (e *element) check() error {
	mayHold, others := holds[e.tag]
	for _, k := range e.kids {
		switch {
		case k.element == nil && others:
			return fmt.Errorf("something is painted in %s itself", e.tag)
		case k.element != nil && others && !slices.Contains(mayHold, k.element.tag),
			k.element != nil && !others && (e.tag != tagBody || k.element.tag != tagParagraph):
			return fmt.Errorf("%s is in %s", k.element.tag, e.tag)
		}
	}
	switch e.tag {
	case tagFigure:
		if strings.TrimSpace(e.alternate) == "" {
			return errors.New("a figure has no words")
		}
	case tagHeadCell:
		if e.attributes != columnScope && e.attributes != rowScope {
			return errors.New("a head of a table has no scope")
		}
	case tagTable:
		for _, row := range e.kids {
			if len(row.element.kids) != len(e.kids[0].element.kids) {
				return errors.New("a row of a table has more cells than another")
			}
		}
	}
	return nil
}
