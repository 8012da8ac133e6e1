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
	p.earlier = p.reached()
	for i := range p.Resolutions {
		if r := &p.Resolutions[i]; r.Outcome != "" && r.Round == nil {
			r.Round = &ended
		}
	}
	p.Evaluation = EvaluationAnswers{}
	p.openSheets(ended)
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

// checkpointMonths are how many months after a round was opened people look back.
var checkpointMonths = []int{6, 12}

// checkpointID is the id of the action of looking back some months after a round was opened.
func checkpointID(months, round int) string { return "after-" + itoa(months) + "-" + itoa(round) }

// Checkpoints are the actions of looking back on this round and those before that are still open, the oldest round first. A next
// round brings its own.
func (p Plan) Checkpoints() (open []Action) {
	for round := 1; round <= p.Round.Number; round++ {
		for _, months := range checkpointMonths {
			if a, there := p.Action(checkpointID(months, round)); there && a.Open() {
				open = append(open, a)
			}
		}
	}
	return open
}

// CloseCheckpoints are the changes that drop them on a day.
func (p Plan) CloseCheckpoints(today Date) (changes []Change) {
	for _, a := range p.Checkpoints() {
		changes = append(changes, a.Move(ActionDropped, today))
	}
	return changes
}

// NextRound gives the changes that open the next round on a day: it asks again what the evaluation chose, and makes an
// action of looking back after six and after twelve months, worded as given. It asks for nothing to be complete, since a
// school may start over early.
func (p Plan) NextRound(today Date, afterSix, afterTwelve string) []Change {
	next := p.Round.Number + 1
	changes := []Change{{Kind: ChangeRound, Number: Set(next), Opened: Set(today), Repeat: Set(p.Evaluation.Repeat)}}
	for i, what := range []string{afterSix, afterTwelve} {
		a, months := p.ProposeAction(About(AboutStep, string(Evaluation)), today), checkpointMonths[i]
		a.ID, a.What, a.Due = checkpointID(months, next), what, today.months(months)
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
