package question

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/steps"
)

// presentLine joins the names of those who took part in the evaluation with commas.
func presentLine(plan steps.Plan) string {
	names := make([]string, len(plan.Evaluation.Present))
	for i, p := range presentOf(plan) {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}

// parsePresent reads such a line: the ids of the members among the names, the other names as they are. A name is
// first looked for the way it is shown, whatever commas it holds; then an id counts, a first name that only one
// member has, and any other name up to a comma. What [presentLine] gives is read back as the same list.
func parsePresent(plan steps.Plan, line string) (list []string) {
	if strings.TrimSpace(line) == presentLine(plan) {
		return slices.Clone(plan.Evaluation.Present)
	}
	known := slices.Concat(presentOf(plan), plan.Members)
	slices.SortStableFunc(known, func(a, b steps.Member) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		id, rest, shown := shownFirst(known, list, line)
		if !shown {
			var name string
			name, rest, _ = strings.Cut(line, ",")
			if id = strings.TrimSpace(name); id == "" {
				line = rest
				continue
			}
			if member, ok := steps.FindMember(plan.Members, id); ok {
				id = member
			}
		}
		if line = rest; !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// presentOf are those who took part; someone from outside the team has the name as id.
func presentOf(plan steps.Plan) []steps.Member {
	list := make([]steps.Member, len(plan.Evaluation.Present))
	for i, id := range plan.Evaluation.Present {
		member, known := plan.Member(id)
		if list[i] = member; !known {
			list[i] = steps.Member{ID: id, Name: id}
		}
	}
	return list
}

// shownFirst is the one whose name a line begins with, and what follows the comma after it: of those known, the
// longest names first. Of more with the same name it is the first who is not yet in the list.
func shownFirst(known []steps.Member, list []string, line string) (id, rest string, ok bool) {
	for _, m := range known {
		after, begins := cutName(line, m.Name)
		if !begins || ok && after != rest {
			continue
		}
		if !slices.Contains(list, m.ID) {
			return m.ID, after, true
		}
		id, rest, ok = m.ID, after, true
	}
	return id, rest, ok
}

// cutName cuts a name and the comma after it from the start of a line.
func cutName(line, name string) (rest string, ok bool) {
	if name == "" || len(line) < len(name) || !strings.EqualFold(line[:len(name)], name) {
		return "", false
	}
	rest = strings.TrimSpace(line[len(name):])
	if rest == "" {
		return "", true
	}
	return strings.CutPrefix(rest, ",")
}
