package report

// Texts are all texts of a summary that a document shows.
func (s Summary) Texts() (texts []string) {
	texts = append(append(texts, s.Title, s.Colophon), s.Facts...)
	for _, part := range s.Parts {
		texts = append(texts, part.Title)
		for _, section := range part.Sections {
			texts = append(texts, section.Title)
			for _, block := range section.Blocks {
				texts = append(texts, TextsOf(block)...)
			}
		}
	}
	return texts
}

// TextsOf are the texts of a block.
func TextsOf(block Block) (texts []string) {
	switch b := block.(type) {
	case Paragraph:
		texts = append(texts, string(b))
	case Heading:
		texts = append(texts, string(b))
	case Said:
		texts = append(texts, b.Label, b.Text)
	case Room:
		texts = append(texts, b.Label)
	case List:
		for _, it := range b.Items {
			texts = append(texts, it.Lead, it.Text)
			for _, said := range it.Said {
				texts = append(texts, said.Label, said.Text)
			}
		}
	case Table:
		for _, c := range b.Columns {
			texts = append(texts, c.Title)
		}
		for _, row := range b.Rows {
			texts = append(texts, row...)
		}
	case Walk: // the titles of its columns stand only where it is a table
		for _, s := range b.Steps {
			texts = append(texts, s.Name, s.State)
		}
	case Hours:
		texts = append(texts, b.Columns[:]...)
		for _, l := range b.Lines {
			texts = append(texts, l.Label, l.Asked.Text, l.Available.Text)
		}
	case Bars:
		texts = append(texts, b.Legend...)
		for _, l := range b.Lines {
			texts = append(texts, l.Label)
		}
	case Chart: // what more its picture says is no text in every format
		texts = TextsOf(b.Table())
	}
	return texts
}
