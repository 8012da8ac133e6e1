package plain

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// documents stands for the files that are made of the plan.
const documents steps.StepID = "document"

// The questions about a file: in which form it is made, whether as it was chosen, and what stands in the way of it.
const (
	formQuestion   = "form"
	makeQuestion   = "make"
	inTheWay       = "in-the-way"
	logoQuestion   = "logo"
	folderQuestion = "folder"
	reading        = "read:" // begins the name of a part that is read out
)

// document is what was chosen of a file until the conversation ends.
type document struct {
	chosen screen.Document
	// obstacle is what is asked before the file is made, and replaces says that one is replaced then.
	obstacle string
	replaces bool
}

// documentQuery asks in which form a file is made of the plan, and then whether as it was chosen, which can be changed: what the screens ask.
func (c *conversation) documentQuery() query {
	choices := c.choices()
	i := slices.IndexFunc(choices, func(d screen.DocumentChoice) bool { return d.ID == c.here.question })
	switch {
	case i >= 0:
		return c.choiceQuery(choices[i])
	case c.here.question == makeQuestion:
		return c.makeQuery(choices)
	case strings.HasPrefix(c.here.question, reading):
		return c.readQuery()
	case c.here.question == inTheWay:
		return c.obstacleQuery()
	case c.here.question == logoQuestion:
		return c.logoQuery()
	case c.here.question == folderQuestion:
		return c.folderQuery()
	}
	return c.formQuery()
}

// choices are what is chosen of the document; a file of data has none.
func (c *conversation) choices() []screen.DocumentChoice {
	if formats := c.document.chosen.Formats; len(formats) == 0 || !slices.Contains(c.Documents, formats[0]) {
		return nil
	}
	return c.document.chosen.Choices(c.session.Plan(), c.texts)
}

// file is the file as it is chosen now.
func (c *conversation) file() screen.File {
	return c.document.chosen.File(c.document.chosen.Formats[0], c.Documents, c.session.Plan(), c.texts)
}

func (c *conversation) formQuery() query {
	var leads []reply
	var lines []string
	formats := slices.Concat(c.Documents, c.Others)
	for _, format := range formats {
		leads = append(leads, reply{leads: func() {
			c.document.chosen.Formats = []string{format}
			c.trail = append(c.trail, c.here)
			c.here.question = makeQuestion
		}})
		lines = append(lines, numbered(len(leads), string(c.texts.Wizard.Write.Formats[format])))
	}
	q := c.choosing(formQuestion, c.words.Ask["document"], leads, func(line string) (reply, error) {
		var meant []reply
		for i, format := range formats {
			if c.meansFormat(line, format) {
				meant = append(meant, leads[i])
			}
		}
		if len(meant) != 1 {
			return reply{}, c.among(len(leads), "")
		}
		return meant[0], nil
	})
	q.closed = true
	q.lines, q.enter, q.entering = lines, &reply{leads: c.back}, string(c.words.GoBack)
	return q
}

// meansFormat says whether a line is a format: its ending, or a name of a program or a file that stands in what it is called.
func (c *conversation) meansFormat(line, format string) bool {
	names := strings.FieldsFunc(string(c.texts.Wizard.Write.Formats[format]), func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.EqualFold(line, format) || slices.ContainsFunc(names, func(name string) bool {
		return unicode.IsUpper([]rune(name)[0]) && strings.EqualFold(line, name)
	})
}

// makeQuery says how the file is called and what was chosen of it, each with a number that changes it.
func (c *conversation) makeQuery(choices []screen.DocumentChoice) query {
	w := c.texts.Wizard
	var leads []reply
	var lines []string
	say := func(question, label, value string) {
		leads = append(leads, reply{question: question})
		lines = append(lines, numbered(len(leads), label+": "+value))
	}
	for _, choice := range choices {
		say(choice.ID, choice.Label, choice.Said())
	}
	chosen := c.document.chosen
	minded := string(w.Write.OthersText)
	if len(choices) > 0 {
		say(logoQuestion, string(w.Write.Logo), c.logoName(chosen))
		minded = chosen.Warning(c.texts)
	}
	say(folderQuestion, string(w.Folder), steps.CleanName(chosen.Folder))
	if len(choices) > 0 {
		leads = append(leads, reply{question: reading + "1"})
		lines = append(lines, numbered(len(leads), string(c.words.ReadsFirst)))
	}
	if minded != "" {
		lines = append(lines, minded)
	}
	if len(choices) > 0 && chosen.Notes {
		lines = append(lines, c.Files.Preview(c.session, chosen).Caution(c.texts)...)
	}
	q := c.choosing(makeQuestion, c.words.Ask["document-make"], leads, nil)
	q.about = c.words.FileName.Fill("file", filepath.Base(c.file().Path))
	q.lines, q.last = lines, true
	q.options, q.enter, q.entering = string(c.words.ChangesIt), &reply{leads: c.makeFile}, string(c.words.MakesIt)
	return q
}

// readQuery reads out a part of the document as its readers get it; Enter goes on to the next.
func (c *conversation) readQuery() query {
	summary := c.Files.Preview(c.session, c.document.chosen)
	var heads []string
	var parts [][]string
	var leads []reply
	for _, part := range summary.Parts {
		for _, section := range part.Sections {
			leads = append(leads, reply{question: reading + strconv.Itoa(len(leads)+1)})
			heads, parts = append(heads, c.words.PartOf.Fill("n", len(leads), "title", section.Title)), append(parts, section.Aloud())
		}
	}
	n, err := strconv.Atoi(strings.TrimPrefix(c.here.question, reading))
	if err != nil || n < 1 || n > len(leads) {
		return c.formQuery()
	}
	q := c.choosing(c.here.question, c.words.Ask["document-read"], leads, nil)
	q.text, q.lines = heads[n-1], parts[n-1]
	if n == 1 {
		q.options = c.words.ToPart.Fill("to", len(leads))
		q.about = strings.Join(append([]string{summary.Title}, summary.Facts...), " · ")
		q.lines = append(summary.Caution(c.texts), q.lines...)
	}
	q.enter, q.entering = &reply{leads: c.readOut}, string(c.words.GoBack)
	if n < len(leads) {
		q.enter, q.entering = &leads[n], string(c.words.ReadsOn)
	}
	return q
}

// readOut goes back to where one was before a document was read out.
func (c *conversation) readOut() {
	for c.back(); len(c.trail) > 0 && strings.HasPrefix(c.here.question, reading); {
		c.back()
	}
}

func numbered(n int, text string) string { return strconv.Itoa(n) + "  " + text }

// logoName is the name of the file with the logo of a document.
func (c *conversation) logoName(d screen.Document) string {
	if d.LogoFile == "" {
		return string(c.words.NoLogo)
	}
	return steps.CleanName(filepath.Base(d.LogoFile))
}

// choiceQuery asks one thing of the document.
func (c *conversation) choiceQuery(choice screen.DocumentChoice) query {
	words := c.words.Ask["document-"+choice.ID]
	if choice.Help != "" {
		words.Help = assets.Text(choice.Help)
	}
	var leads []reply
	var lines []string
	for _, o := range choice.Options {
		leads = append(leads, reply{leads: func() { c.choose(choice.With(o.Value), choice.Label+": "+o.Label) }})
		lines = append(lines, numbered(len(leads), o.Label))
	}
	q := c.choosing(choice.ID, words, leads, nil)
	q.lines, q.now, q.enter, q.entering = lines, choice.Said(), &reply{leads: c.back}, string(c.words.Keep)
	return q
}

// choose chooses a document, says what became of it, and goes back to whether it is made so. Where the numbers there are the same, only the
// name of the file is said again.
func (c *conversation) choose(chosen screen.Document, said string) {
	before := len(c.choices())
	c.document.chosen = chosen
	c.say(assets.Capital(said) + ".")
	c.back()
	if len(c.choices()) == before && c.here.question == makeQuestion {
		c.since, c.listed = aside, append(c.listed, strings.Join(c.current().lines, "\n"))
	}
}

// lineQuery asks for a path that is part of the choice.
func (c *conversation) lineQuery(id, now string, take func(line string) (reply, error)) query {
	words := c.words.Ask["document-"+id]
	q := query{id: id, text: string(words.Question), help: []string{string(words.Help)}, now: steps.CleanName(now), numbers: true, take: take}
	if q.enter = (&reply{leads: c.back}); now == "" {
		q.entering = string(c.words.GoBack)
	}
	return q
}

func (c *conversation) logoQuery() query {
	label, d := string(c.texts.Wizard.Write.Logo), c.document.chosen
	q := c.lineQuery(logoQuestion, d.LogoFile, func(line string) (reply, error) {
		logo, err := c.Files.ReadLogo(line)
		d.LogoFile, d.Logo = c.Files.Path(line), logo
		return reply{leads: func() { c.choose(d, label+": "+c.logoName(d)) }}, err
	})
	if d.LogoFile != "" {
		q.clear = &reply{leads: func() {
			var none screen.Document
			d.LogoFile, d.Logo = none.LogoFile, none.Logo
			c.choose(d, label+": "+c.logoName(d))
		}}
	}
	return q
}

func (c *conversation) folderQuery() query {
	d := c.document.chosen
	return c.lineQuery(folderQuestion, d.Folder, func(line string) (reply, error) {
		d.Folder = c.Files.Path(line)
		return reply{leads: func() { c.choose(d, string(c.texts.Wizard.Folder)+": "+steps.CleanName(d.Folder)) }}, nil
	})
}

// obstacleQuery asks about what stands in the way of the file.
func (c *conversation) obstacleQuery() query {
	leave := reply{leads: c.back}
	q := c.yesNo(inTheWay, assets.HelpTexts{Question: assets.Text(c.document.obstacle)}, reply{leads: func() {
		c.back()
		c.write(c.document.replaces)
	}}, leave)
	q.enter, q.entering = &leave, string(c.words.GoBack)
	return q
}

// makeFile makes the file, unless something stands in its way: then that is asked about.
func (c *conversation) makeFile() {
	switch w := c.texts.Wizard.Write; {
	case c.trying():
		c.say(string(w.InTrial))
		c.since = aside
		return
	case c.session.ReadOnly() != nil && c.session.Past:
		c.say(c.texts.Error(c.session.ReadOnly()))
		c.since = aside
		return
	default:
		path := c.file().Path
		there, missing := c.Files.InTheWay([]string{path})
		c.document.replaces = len(there) > 0
		switch {
		case c.document.replaces:
			c.document.obstacle = w.Exists.For(1, "files", filepath.Base(path)) + " " + string(c.words.Replaces)
		case missing != "":
			c.document.obstacle = w.FolderMissing.Fill("folder", steps.CleanName(missing))
		default:
			c.write(false)
			return
		}
	}
	c.trail = append(c.trail, c.here)
	c.here.question = inTheWay
}

// write makes the file, and says where it is and what is in it. Then another can be made.
func (c *conversation) write(replace bool) {
	file := c.file()
	file.Replace = replace
	written, err := c.Files.Export(c.session, file)
	if err != nil {
		c.say(c.texts.Error(err))
		c.since = aside
		return
	}
	c.say(c.words.Written.Fill("file", steps.CleanName(written.Path)))
	if written.Contents != "" {
		c.say(string(c.texts.Wizard.Write.Holds) + " " + strings.TrimSuffix(written.Contents, ".") + ".")
	}
	c.back()
}
