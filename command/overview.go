package command

import (
	"cmp"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// overviewFormats are those in which several schools can be set side by side; the first is that of the screen.
var overviewFormats = []string{"md", "html", "pdf", "docx", "odt", "xlsx", "csv"}

// schoolStatus is where one of several schools stands, as scripts read it.
type schoolStatus struct {
	File     string            `json:"file"`
	Plan     string            `json:"plan"` // empty for a plan file
	School   string            `json:"school"`
	Round    int               `json:"round"`
	Current  steps.StepID      `json:"current"`
	Complete bool              `json:"complete"`
	Feedback []string          `json:"feedback"`
	Capacity schoolCapacity    `json:"capacity"`
	Findings []steps.FindingID `json:"findings"` // each kind once, the gravest first
	Actions  steps.ActionCount `json:"actions"`
	Sheets   int               `json:"sheets"` // on how many something is said
}

// schoolCapacity is [steps.Capacity] without the members.
type schoolCapacity struct {
	Available steps.Decimal `json:"available"`
	Known     bool          `json:"known"`
	Planned   steps.Decimal `json:"planned"`
}

// unreadFile is a file in which no plan could be read.
type unreadFile struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// overviewCommand sets the plans of several schools side by side.
func (p *program) overviewCommand() *cobra.Command {
	asJSON, yes, chosen, output := false, false, "", ""
	c := p.command("overview", 0, nil)
	c.Args = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 || slices.Contains(args, "") {
			return usage("word-missing", "command", "overview", "word", strings.TrimSuffix(string(p.texts.Commands.Calls["overview"].Use), "…"))
		}
		return nil
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		format, err := overviewFormat(chosen, output, asJSON)
		if err != nil {
			return err
		}
		if slices.Contains(noText, format) && output == "" && p.outTerminal {
			return usage("needs-output", "value", format)
		}
		schools, failures := p.readSchools(args)
		if len(failures) == len(schools) && len(schools) > 0 {
			if asJSON {
				err = p.showSchools(schools)
				return errors.Join(err, refuse("overview-nothing-read"))
			}
			return errors.Join(failures...)
		}
		if asJSON {
			return p.showSchools(schools)
		}
		return p.putSchools(report.Schools(schools, p.texts, steps.DateOf(p.clock())), format, output, yes, failures)
	}
	c.Flags().BoolVar(&asJSON, "json", false, p.flag("json"))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	c.Flags().StringVar(&chosen, "format", "", p.texts.Commands.Flags["format"].Fill("formats", strings.Join(overviewFormats, ", ")))
	c.Flags().StringVar(&output, "output", "", p.flag("output"))
	p.complete(c, "format", overviewFormats...)
	return c
}

// overviewFormat is the format that is asked for; empty for lines on the screen.
func overviewFormat(chosen, output string, asJSON bool) (string, error) {
	switch {
	case asJSON && chosen != "":
		return "", usage("flags-together", "flag", "--json", "other", "--format")
	case asJSON && output != "":
		return "", usage("flags-together", "flag", "--json", "other", "--output")
	case chosen == "" && output == "":
		return "", nil
	}
	format, err := formatOf(chosen, output)
	if err == nil && !slices.Contains(overviewFormats, format) {
		err = usage("unknown-format", "value", format, "allowed", strings.Join(overviewFormats, ", "))
	}
	return format, err
}

// readSchools reads the plans in files, in their order, and says of those that could not be read why. It changes nothing.
func (p *program) readSchools(names []string) (schools []report.School, failures []error) {
	for _, name := range expanded(names) {
		found, err := p.plansIn(name)
		if err != nil {
			found = append(found, report.School{File: name, Unread: p.reason(err)})
			failures = append(failures, err)
		}
		schools = append(schools, found...)
	}
	return schools, failures
}

// expanded are names of files, with those that a pattern means in its place: some shells hand over *.db as it is.
func expanded(names []string) (files []string) {
	for _, name := range names {
		found, err := filepath.Glob(name)
		if err != nil || len(found) == 0 || !strings.ContainsAny(name, "*?") {
			found = []string{name}
		}
		files = append(files, found...)
	}
	return files
}

// reason says in one line why a file could not be read.
func (p *program) reason(err error) string {
	if bad, is := errors.AsType[badFile](err); is {
		err = bad.problems[0]
	}
	return p.wording(err)[0]
}

// plansIn are the plans in use in a file: that of a plan file, or those of a database. Of a database of which some plan
// cannot be read, those before it are given with the error.
func (p *program) plansIn(name string) ([]report.School, error) {
	if database, err := store.IsDatabase(name); err == nil && database {
		return p.plansInDatabase(name)
	}
	data, err := p.read(name, maxFile)
	if err != nil {
		return nil, err
	}
	file, err := planfile.Decode(data, assets.Definitions(), nil)
	if err != nil {
		return nil, named(name, err)
	}
	if file.Plan.Archived() {
		return nil, nil
	}
	return []report.School{{File: name, Plan: file.Plan}}, nil
}

func (p *program) plansInDatabase(name string) (schools []report.School, err error) {
	kept, err := p.readOnly(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	ids, err := kept.Plans()
	for _, id := range ids {
		plan, err := loadPlan(kept, id)
		if err != nil {
			return schools, err
		}
		if !plan.Archived() {
			schools = append(schools, report.School{File: name, ID: id, Several: len(ids) > 1, Plan: plan})
		}
	}
	return schools, err
}

// loadPlan is a plan of a store as it stands.
func loadPlan(kept store.Store, id string) (steps.Plan, error) {
	entries, err := kept.Load(id)
	if err != nil {
		return steps.Plan{}, err
	}
	journal, err := entries.Replay(assets.Definitions())
	if err != nil {
		return steps.Plan{}, err
	}
	return journal.Plan(), nil
}

// showSchools writes the schools as scripts read them.
func (p *program) showSchools(schools []report.School) error {
	list := make([]any, len(schools))
	for i, s := range schools {
		list[i] = unreadFile{s.File, s.Unread}
		if s.Unread == "" {
			list[i] = schoolStatusOf(s, steps.DateOf(p.clock()))
		}
	}
	text, err := inJSON(list)
	if err == nil {
		_, err = io.WriteString(p.out, text+"\n")
	}
	return err
}

func schoolStatusOf(s report.School, today steps.Date) schoolStatus {
	capacity, findings := s.Plan.Capacity(), []steps.FindingID{}
	for _, kind := range steps.ByGravity(s.Plan.Findings(today)) {
		findings = append(findings, kind.ID)
	}
	return schoolStatus{
		File: s.File, Plan: s.ID, School: s.Plan.School.Name, Round: s.Plan.Round.Number, Current: s.Plan.Current(), Complete: s.Plan.Complete(),
		Feedback: listed(s.Plan.Feedback()), Capacity: schoolCapacity{capacity.Available, capacity.Known, capacity.Planned}, Findings: findings,
		Actions: s.Plan.CountActions(today), Sheets: len(s.Plan.FilledSheets()),
	}
}

// putSchools shows the schools on the screen, or writes them in a format. What could not be read is said beside a file.
func (p *program) putSchools(s report.Summary, format, output string, yes bool, failures []error) error {
	if format == "" {
		p.tell(p.out, strings.Join(p.summaryLines(s), "\n"))
		return nil
	}
	content, err := overviewIn(format, s, p.texts)
	if err != nil {
		return err
	}
	if output == "" {
		_, err = p.out.Write(content)
	} else {
		_, err = p.writeFile(output, content, yes)
	}
	for _, failure := range failures {
		for _, line := range p.wording(failure) {
			p.tell(p.errs, line)
		}
	}
	return err
}

// overviewIn is a document about several schools in a format.
func overviewIn(format string, s report.Summary, texts *assets.Texts) ([]byte, error) {
	if document, toRead := documents[format]; toRead {
		return document.render(s)
	}
	sheets := sheetsOf(s)
	if format == "csv" {
		return spreadsheet.EncodeSheetCSV(sheets[0]), nil
	}
	return spreadsheet.EncodeSheets(s.Title, sheets, texts)
}

// sheetsOf are the tables of a document.
func sheetsOf(s report.Summary) (sheets []spreadsheet.Sheet) {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				table, is := block.(report.Table)
				if !is {
					continue
				}
				sheet := spreadsheet.Sheet{Name: section.Title, Headings: table.Titles(), Rows: table.Rows}
				for _, column := range table.Columns {
					sheet.Number = append(sheet.Number, column.Number)
				}
				sheets = append(sheets, sheet)
			}
		}
	}
	return sheets
}

// summaryLines lay a document of sentences and tables out for the terminal.
func (p *program) summaryLines(s report.Summary) []string {
	const piped = 160 // what no terminal breaks
	width := cmp.Or(max(0, p.width(p.out)), piped)
	lines := []string{s.Title + " · " + strings.Join(s.Facts, " · ")}
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			lines = append(lines, "", section.Title)
			for _, block := range section.Blocks {
				switch b := block.(type) {
				case report.Paragraph:
					lines = append(lines, string(b))
				case report.Table:
					titles, rows := screen.Grid(b, width)
					lines = append(append(lines, titles...), rows...)
				}
			}
		}
	}
	return lines
}
