package steps

// ShareHours are the changes that share what is left of a member's hours, [Plan.LeftToShare], over the tasks at school that the member
// owns and that have no hours yet: whole tenths of an hour, equally, and where that does not come out even a tenth more for the first
// ones, and what is less than a tenth for the first. Together they are exactly what was left. A task for which not one tenth remains
// gets none, rather than an answer of 0 that nobody gave. It is this program's proposal; there is none where the member's hours are not
// known or used up.
func (p Plan) ShareHours(member string) (changes []Change) {
	tasks := p.Tasks()
	without := idsOf(tasks, func(t Task) bool { return t.InSchool && t.Owner == member && t.Hours == nil })
	for i, share := range shares(p.LeftToShare(member).Hours, len(without)) {
		changes = append(changes, Change{Kind: ChangeTask, Task: without[i], Hours: Set(share)})
	}
	return changes
}

// LeftToShare is what is left of a member's hours once the tasks that the member owns have theirs. A task at the group without hours
// takes none of that until somebody says how many it has, so that it is then at most so much.
func (p Plan) LeftToShare(member string) Quantity {
	for _, m := range p.Capacity().Members {
		if m.ID == member && m.Known {
			left := Quantity{Hours: m.Available - m.Planned}
			if m.Group.Unknown > 0 {
				left.Bound = AtMost
			}
			return left
		}
	}
	return Quantity{Bound: Unknown}
}

// shares parts hours in at most so many equal shares of whole tenths, none of them empty; the first has the rest.
func shares(hours Decimal, parts int) (list []Decimal) {
	tenths := int64(max(hours, 0) / Tenths(1))
	for i := range int64(parts) {
		share := tenths / int64(parts)
		if i < tenths%int64(parts) {
			share++
		}
		if share > 0 {
			list = append(list, Tenths(share))
		}
	}
	if len(list) > 0 {
		list[0] += hours % Tenths(1)
	}
	return list
}
