// Package pdf writes a summary as a PDF: a typesetter makes boxes of its blocks, cuts these into pages, and draws them on a
// canvas.
package pdf

import (
	"bytes"
	"fmt"

	"stappenplan/assets"
	"stappenplan/report"
)

// The page, in points: A4 and its margins.
const (
	pageWidth    = 595.28
	pageHeight   = 841.89
	sideMargin   = 51.0
	topMargin    = 45.0
	bottomMargin = 50.0
	textWidth    = pageWidth - 2*sideMargin
	textHeight   = pageHeight - topMargin - bottomMargin
)

// Render writes a summary as a PDF of A4 pages, to print or to send: the page for the board first, text that
// can be selected and searched, bookmarks for its parts and sections. Letters that the font lacks are told in
// words. It keeps to PDF/UA-1: who cannot see the pages hears what is on them, in order, and moves by headings, lists and
// tables. What would break that is an error. The same summary gives the same bytes.
func Render(s report.Summary) ([]byte, error) {
	w, err := newTypesetter(assets.Load(s.Language), textWidth)
	if err != nil {
		return nil, fmt.Errorf("write a PDF: %w", err)
	}
	pages := w.pages(s)
	c, err := newCanvas(s, w.metrics)
	if err != nil {
		return nil, fmt.Errorf("write a PDF: %w", err)
	}
	for i, page := range pages {
		c.page(func() {
			page.draw(c, sideMargin, topMargin)
			w.foot(s, i+1, len(pages)).draw(c, sideMargin, pageHeight-bottomMargin+18)
		})
	}
	var out bytes.Buffer
	if err := c.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write a PDF: %w", err)
	}
	whole, err := makeAccessible(out.Bytes(), c.structure)
	if err != nil {
		return nil, fmt.Errorf("write a PDF: %w", err)
	}
	return whole, nil
}
