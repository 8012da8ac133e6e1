package steps

import "slices"

// applyRound opens a round, or adjusts the present one. A new round copies everything and asks the
// chosen steps again: a repeated check loses its choice, a repeated step 5, 6 or 7 waits to be
// confirmed, and step 8 starts empty. What people answered apart at those steps goes.
func (p *Plan) applyRound(c *Change) {
	if c.Number.value() == p.Round.Number+1 && p.Begun() {
		p.openRound(c.Repeat.value())
	}
	putAll(RoundFields, c, &p.Round)
	p.Round.Again = inTreeOrder(p.Round.Again)
}

func (p *Plan) openRound(repeat []StepID) {
	ended := p.Round.Number
	for i := range p.Resolutions {
		if r := &p.Resolutions[i]; r.Outcome != "" && r.Round == nil {
			r.Round = &ended
		}
	}
	p.Evaluation = EvaluationAnswers{}
	// What was not confirmed in the round that ends still waits in the new one.
	p.Round = Round{Again: inTreeOrder(append(slices.Clone(p.Round.Again), repeat...))}
	p.Round.Again = slices.DeleteFunc(p.Round.Again, func(id StepID) bool { return id.Number() < firstRepeatable })
	delete(p.Answers, Evaluation)
	delete(p.Voices, Evaluation)
	for _, id := range repeat {
		delete(p.Voices, id)
		if a, answered := p.Answers[id]; answered {
			a.Choice = ""
			if p.Answers[id] = a; a.Note+a.Evidence == "" {
				delete(p.Answers, id)
			}
		}
	}
}

// NextRound gives the changes that open the next round on a day: it asks again what the evaluation chose, and makes an
// action of looking back after six and after twelve months, worded as given. It asks for nothing to be complete, since a
// school may start over early.
func (p Plan) NextRound(today Date, afterSix, afterTwelve string) []Change {
	next := p.Round.Number + 1
	changes := []Change{{Kind: ChangeRound, Number: Set(next), Opened: Set(today), Repeat: Set(p.Evaluation.Repeat)}}
	for _, checkpoint := range []struct {
		months int
		what   string
	}{{6, afterSix}, {12, afterTwelve}} {
		a := p.ProposeAction(About(AboutStep, string(Evaluation)), today)
		a.ID, a.What, a.Due = "after-"+itoa(checkpoint.months)+"-"+itoa(next), checkpoint.what, today.months(checkpoint.months)
		if _, taken := p.Action(a.ID); !taken {
			changes = append(changes, a.Make())
		}
	}
	return changes
}

func inTreeOrder(list []StepID) (ordered []StepID) {
	for _, s := range Tree {
		if slices.Contains(list, s.ID) {
			ordered = append(ordered, s.ID)
		}
	}
	return ordered
}
