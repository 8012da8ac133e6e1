package steps

import "slices"

// Deciding is the sheet that asks this kind of decision of the board; nil where none does.
func (d *Definitions) Deciding(id BoardDecisionID) *Sheet {
	i := slices.IndexFunc(d.Sheets, func(s Sheet) bool { return s.Decision != nil && s.Decision.ID == string(id) })
	if i < 0 {
		return nil
	}
	return &d.Sheets[i]
}

// askedBySheet is the decision that a sheet asks of the board, and whether it does: its setting is ticked, and there is money to
// decide about. More money later is a graver ground.
func (p Plan) askedBySheet(s *Sheet) (d BoardDecision, asked bool) {
	if s.Decision == nil {
		return d, false
	}
	total, _ := p.decidedTotal(s)
	return BoardDecision{Kind: BoardDecisionID(s.Decision.ID), Ground: itoa(total)}, p.Ticked(s.ID, s.Decision.Setting) && total > 0
}

// DecidedTotal is the money that a decision of a sheet is about, in whole euros, and over how many years: as the plan has it now, but
// the total on which a decision was taken.
func (p Plan) DecidedTotal(d BoardDecision) (total Decimal, years int) {
	s := p.definitions.Deciding(d.Kind)
	if s == nil {
		return 0, 0
	}
	now, years := p.decidedTotal(s)
	if ground, err := ParseDecimal(d.Ground); err == nil {
		return ground, years
	}
	return Whole(int64(now)), years
}

// DecidedBudget is the money that a sheet asks the board to decide about, by theme and year; ok is false where no part of its annex
// draws that money.
func (p Plan) DecidedBudget(s *Sheet) (b Budget, ok bool) {
	table, _ := cutIn(s.Decision.Total)
	i := slices.IndexFunc(s.Report, func(part SheetPart) bool { return part.Table == table && part.Picture == BudgetPicture })
	if i < 0 {
		return b, false
	}
	return p.Budget(s.ID, s.Report[i]), true
}

func (p Plan) decidedTotal(s *Sheet) (total, years int) {
	table, column := cutIn(s.Decision.Total)
	for _, r := range p.CompleteRows(s.ID, table) {
		amounts := r.Cells.Amounts(column)
		years = max(years, len(amounts))
		for _, amount := range amounts {
			total += amount
		}
	}
	return total, years
}
