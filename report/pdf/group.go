package pdf

// group is a box that is an element with others in it: a section, a list, an item.
type group struct {
	element *element
	box     box
}

func (g group) height() float64 { return g.box.height() }

func (g group) cut(room float64) (above, below box) {
	above, below = cut(g.box, room)
	if above != nil {
		above = group{g.element, above}
	}
	if below != nil {
		below = group{g.element, below}
	}
	return above, below
}

func (g group) draw(c *canvas, x, y float64) {
	c.structure.begin(g.element)
	g.box.draw(c, x, y)
	c.structure.end()
}

// artifact is a box that only shows where one is: a reader who listens does without.
type artifact struct {
	element *element
	box
}

func (a artifact) draw(c *canvas, x, y float64) {
	c.structure.begin(a.element)
	a.box.draw(c, x, y)
	c.structure.end()
}
