package command

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/planfile"
	"stappenplan/report"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/ics"
	"stappenplan/report/mark"
	"stappenplan/report/markdown"
	"stappenplan/report/odt"
	"stappenplan/report/pdf"
	"stappenplan/report/pptx"
	"stappenplan/report/reading"
	"stappenplan/steps"
)

// document is a format that people read.
type document struct {
	render func(report.Summary) ([]byte, error)
	// fingerprint finds that of the plan in a document, and says whether the document is in this format. Without it the
	// format is that of documents that are in no other.
	fingerprint func(document []byte) (fingerprint string, is bool)
	read        func(document []byte) (text string, err error) // nil where it has no text to compare
	shown       func(report.Summary) report.Summary            // what of a summary it says, and how; nil where that is all of it
	unwritten   func(report.Summary) ([]string, error)         // words whose letters it lacks; nil where it has all
	inRoles     bool                                           // it names nobody, whatever was chosen
	usual       []string                                       // the parts it has unless others are asked for; all where none is named
}

// documents are the formats that people read, by name.
var documents = map[string]document{
	"md":   {render: always(markdown.Render), read: sure(reading.Markdown)},
	"html": {render: always(html.Render), fingerprint: html.Fingerprint, read: sure(reading.Page)},
	"docx": {render: docx.Render, fingerprint: docx.Fingerprint, read: reading.Word, usual: onPaper},
	"odt":  {render: odt.Render, fingerprint: odt.Fingerprint, read: reading.OpenDocument, usual: onPaper},
	"pdf":  {render: pdf.Render, fingerprint: pdf.Fingerprint, read: reading.PDF, unwritten: pdf.Unwritten, usual: onPaper},
	"pptx": {render: pptx.Render, fingerprint: pptx.Fingerprint, read: reading.Slides, shown: pptx.Shown, usual: []string{string(report.Brief)}},
	"ics":  {render: calendar, fingerprint: ics.Fingerprint, inRoles: true},
}

// onPaper are the parts for a board that gets its document on paper.
var onPaper = []string{string(report.Brief), string(report.Detail)}

// calendar writes the days of a summary; without any there is nothing to take in.
func calendar(s report.Summary) ([]byte, error) {
	if len(s.Days) == 0 {
		return nil, refuse("calendar-without-day")
	}
	return ics.Render(s)
}

func always(render func(report.Summary) []byte) func(report.Summary) ([]byte, error) {
	return func(s report.Summary) ([]byte, error) { return render(s), nil }
}

func sure(read func([]byte) string) func([]byte) (string, error) {
	return func(document []byte) (string, error) { return read(document), nil }
}

// fingerprintIn finds what the mark of a document says behind its first word, empty where it has none, and the format of
// the document.
func fingerprintIn(content []byte) (fingerprint, format string) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	for format, d := range documents {
		if d.fingerprint != nil {
			if fingerprint, is := d.fingerprint(content); is {
				return fingerprint, format
			}
		}
	}
	return markdown.Fingerprint(content), "md"
}

// subjectFlag is the flag that chooses a subject.
func subjectFlag(s report.Subject) string {
	if s == report.AboutBlank {
		return "--blank"
	}
	return "--for"
}

// sectionChoices are the parts of a subject of which one can choose.
func sectionChoices(s report.Subject) []string {
	if s == report.ForPolicy {
		return report.PolicySectionChoices()
	}
	return report.SectionChoices()
}

// of makes the document of a plan.
func (d document) of(plan steps.Plan, options report.Options) ([]byte, error) {
	return d.render(d.summary(plan, options))
}

// summary is what the document of a plan says.
func (d document) summary(plan steps.Plan, options report.Options) report.Summary {
	if d.inRoles {
		options.Names = report.NamesAsRoles
	}
	if options.Subject == report.AboutPlan && len(options.Sections) == 0 {
		if options.Sections = d.usual; options.Notes && d.usual != nil {
			options.Sections = append(slices.Clone(d.usual), string(report.Annex)) // where notes stand
		}
	}
	if options.Subject != report.AboutBlank {
		options.Fingerprint = mark.Code(fingerprint(plan), options)
	}
	return report.Document(plan, options)
}

// minded is the same with what whoever makes it has to mind.
func (d document) minded(plan steps.Plan, options report.Options) report.Summary {
	said := d.summary(plan, options)
	if d.unwritten != nil {
		if names, err := d.unwritten(said); err == nil { // else it cannot be written either, which is told
			said.Unwritten = names
		}
	}
	return said
}

// documentFlags are the flags of `export` that say what a document is about and how.
type documentFlags struct {
	names, sections, logo, purpose, decisions string
	notes, motivation, blank                  bool
}

// uses say with which subjects and formats the flags of a document go; with others they would do nothing.
var uses = []struct {
	flag     string
	subjects []report.Subject
	formats  []string
}{
	{"names", append([]report.Subject{report.AboutPlan}, purposes...), pagesAndSlides},
	{"notes", report.SubjectsWithNotes, pagesAndSlides},
	{"motivation", []report.Subject{report.AboutPlan}, pages},
	{"sections", []report.Subject{report.AboutPlan, report.ForPolicy}, pages},
	{"logo", append([]report.Subject{report.AboutPlan, report.AboutBlank}, purposes...), []string{"html", "pdf", "docx", "odt", "pptx"}},
	{"decisions", []report.Subject{report.AboutPlan}, pagesAndSlides},
	{"blank", []report.Subject{report.AboutBlank}, pages},
	{"for", purposes, append(slices.Clip(pages), "xlsx")},
}

// purposes are the subjects that --for names.
var purposes = append(
	[]report.Subject{report.ForPolicy, report.ForMember, report.ForMembers, report.ForGroup, report.ForMinutes, report.ForSuccessor},
	report.SheetPages(assets.Sheets())...,
)

// ofMember stands in --for between the word and the id of a member.
const ofMember = ":"

// purposesToChoose are the values of --for, with a word in the place of an id.
func purposesToChoose(id string) (list []string) {
	for _, purpose := range purposes {
		value := string(purpose)
		if purpose == report.ForMember {
			value += ofMember + id
		}
		list = append(list, value)
	}
	return list
}

// pages are the documents with text; slides have only the first page of it, and a calendar only days.
var (
	pages          = []string{"md", "html", "pdf", "docx", "odt"}
	pagesAndSlides = append(slices.Clip(pages), "pptx")
)

// bind gives a command these flags.
func (f *documentFlags) bind(p *program, c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.names, "names", "", p.flag("names"))
	flags.StringVar(&f.sections, "sections", "", p.flag("sections"))
	flags.StringVar(&f.logo, "logo", "", p.flag("logo"))
	flags.StringVar(&f.purpose, "for", "", p.flag("for"))
	flags.StringVar(&f.decisions, "decisions", "", p.flag("decisions"))
	flags.BoolVar(&f.notes, "notes", false, p.flag("notes"))
	flags.BoolVar(&f.motivation, "motivation", false, p.flag("motivation"))
	flags.BoolVar(&f.blank, "blank", false, p.flag("blank"))
	p.complete(c, "names", namesChoices()...)
	_ = c.RegisterFlagCompletionFunc("sections", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return sectionChoices(f.subject()), cobra.ShellCompDirectiveNoFileComp
	})
	p.complete(c, "for", purposesToChoose("")...)
}

// subject is what is asked for.
func (f *documentFlags) subject() report.Subject {
	if f.blank {
		return report.AboutBlank
	}
	purpose, _, _ := strings.Cut(f.purpose, ofMember)
	return report.Subject(purpose)
}

// member is the id of the member whose page is asked for; empty for none.
func (f *documentFlags) member() string {
	_, id, _ := strings.Cut(f.purpose, ofMember)
	return id
}

func namesChoices() (choices []string) {
	for _, names := range report.NamesChoices {
		choices = append(choices, string(names))
	}
	return choices
}

// options are what the flags ask of a document in this format.
func (f *documentFlags) options(p *program, c *cobra.Command, format string) (options report.Options, err error) {
	if err := f.suit(p, c, format); err != nil {
		return options, err
	}
	options.Names, options.Notes, options.Motivation = report.Names(f.names), f.notes, f.motivation
	options.Sections = parts(f.sections)
	options.Subject, options.Member = f.subject(), f.member()
	if options.Logo, err = p.logo(f.logo); err != nil {
		return options, err
	}
	options.Decisions, err = p.decisions(f.decisions)
	return options, err
}

// meansPurpose says whether the value of --for is one: that for a member has an id, and no other has.
func (f *documentFlags) meansPurpose() bool {
	id := f.member()
	if f.subject() == report.ForMember {
		return id != ""
	}
	return slices.Contains(purposes, report.Subject(f.purpose))
}

// knowsMember refuses the page of a member whom the team of a plan does not have.
func knowsMember(plan steps.Plan, options report.Options) error {
	if options.Subject != report.ForMember {
		return nil
	}
	if _, known := plan.Member(options.Member); known {
		return nil
	}
	if len(plan.Members) == 0 {
		return refuse("no-members")
	}
	var ids []string
	for _, m := range plan.Members {
		ids = append(ids, m.ID)
	}
	return refuse("no-such-member", "value", options.Member, "members", strings.Join(ids, ", "))
}

// suit refuses flags that go wrong with the format or with what the document is about, and values that are not there.
func (f *documentFlags) suit(p *program, c *cobra.Command, format string) error {
	choose := func(flag string, values, allowed []string) error {
		for _, value := range values {
			if !slices.Contains(allowed, value) {
				return usage("flag-choice", "flag", "--"+flag, "value", value, "allowed", strings.Join(allowed, ", "))
			}
		}
		return nil
	}
	asked := func(flag string) bool {
		set := c.Flags().Lookup(flag)
		return set.Value.String() != set.DefValue
	}
	for _, use := range uses {
		if asked(use.flag) && !slices.Contains(use.formats, format) {
			return usage("flag-not-with-format", "flag", "--"+use.flag, "value", format)
		}
	}
	if err := choose("names", given(f.names), namesChoices()); err != nil {
		return err
	}
	if f.purpose != "" && !f.meansPurpose() {
		return usage("flag-choice", "flag", "--for", "value", f.purpose, "allowed", strings.Join(purposesToChoose("ID"), ", "))
	}
	about := f.subject()
	if format == "xlsx" && about != report.AboutPlan && !answered(about) {
		return usage("flag-not-with-format", "flag", "--for "+f.purpose, "value", format)
	}
	for _, use := range uses {
		if asked(use.flag) && !slices.Contains(use.subjects, about) {
			return usage("flags-together", "flag", subjectFlag(about), "other", "--"+use.flag)
		}
	}
	return choose("sections", parts(f.sections), sectionChoices(about))
}

// answered says whether a subject is an inquiry, which can be answered in a spreadsheet.
func answered(about report.Subject) bool {
	of, page := assets.Definitions().Page(string(about))
	if of == nil {
		return false
	}
	answers, _ := of.AnswersTo(page.Table)
	return answers != nil
}

// given is a value, where there is one.
func given(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// parts are those of a list with commas.
func parts(text string) (list []string) {
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// logo reads the picture that a flag names; none where it names none.
func (p *program) logo(name string) (report.Logo, error) {
	if name == "" {
		return report.Logo{}, nil
	}
	data, err := p.read(name, maxPicture)
	if err != nil {
		return report.Logo{}, err
	}
	logo, err := report.NewLogo(data)
	if wrong, ok := errors.AsType[report.LogoError](err); ok {
		return report.Logo{}, refuse(wrong.Code(), "file", name)
	}
	return logo, err
}

// listMark is the number or the bullet that a line of a list begins with; a document numbers its decisions itself.
var listMark = lazyregexp.New(`^\s*(\d+[.)]|[-*•–])(\s+|$)`)

// decisions reads the decisions in a file, one a line; nil where no file is named.
func (p *program) decisions(name string) (*[]string, error) {
	if name == "" {
		return nil, nil
	}
	data, err := p.read(name, maxList)
	if err != nil {
		return nil, err
	}
	text, err := planfile.Text(data)
	if err != nil {
		return nil, refuse("decisions-no-text", "file", name)
	}
	lines := []string{}
	for line := range bytes.Lines(text) {
		if line := listMark().ReplaceAllString(steps.CleanName(string(line)), ""); !steps.Blank(line) {
			lines = append(lines, line)
		}
		if len(lines) > maxLines {
			return nil, refuse("read-too-many-lines", "file", name, "limit", strconv.Itoa(maxLines))
		}
	}
	return &lines, nil
}
