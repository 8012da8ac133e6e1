package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
)

// listFlags say of a list that others made what it does not show itself.
type listFlags struct {
	columns string
	sheets  []string
	with    []string
}

func (p *program) listFlags(c *cobra.Command, flags *listFlags) {
	c.Flags().StringVar(&flags.columns, "columns", "", p.flag("columns"))
	c.Flags().StringArrayVar(&flags.sheets, "sheet", nil, p.flag("sheet"))
	c.Flags().StringSliceVar(&flags.with, "with", nil, p.flag("with"))
	p.complete(c, "with", partNames()...)
}

// first is the first flag that was given, empty for none.
func (f listFlags) first() string {
	switch {
	case f.columns != "":
		return "--columns"
	case len(f.sheets) > 0:
		return "--sheet"
	case len(f.with) > 0:
		return "--with"
	}
	return ""
}

// misplaced refuses a flag that was given where there is no list.
func (f listFlags) misplaced() error {
	if flag := f.first(); flag != "" {
		return usage("list-flag-not-here", "flag", flag)
	}
	return nil
}

// choices are what the flags say.
func (f listFlags) choices(texts *assets.Texts) (choices lists.Choices, err error) {
	choices = lists.Choices{Sheets: f.sheets, With: map[lists.Part]bool{}}
	if f.columns != "" {
		columns, wrong := lists.ParseColumns(f.columns, texts)
		if wrong != "" {
			return choices, usage("list-columns", "value", wrong)
		}
		choices.Columns = columns
	}
	for _, part := range f.with {
		if !slices.Contains(lists.Optional, lists.Part(part)) {
			return choices, usage("list-with", "value", part, "parts", strings.Join(partNames(), ", "))
		}
		choices.With[lists.Part(part)] = true
	}
	return choices, nil
}

func partNames() (names []string) {
	for _, part := range lists.Optional {
		names = append(names, string(part))
	}
	return names
}

// uncertain refuses a list of which columns are not certain, and says how to say what they are.
func (p *program) uncertain(read importing.Import, doubts []lists.Column) error {
	var columns, option []string
	for _, c := range doubts {
		columns = append(columns, p.texts.Workbook.List.Doubt.Fill("letter", c.Letter, "heading", read.Heading(c)))
		option = append(option, c.Letter+"="+string(c.Field))
	}
	return refuse("list-uncertain", "columns", strings.Join(columns, ", "), "option", `--columns "`+strings.Join(option, ",")+`"`)
}
