package question

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// How the cells of a sheet are typed.

// options are what a cell can name: its choices, rows of a table, members.
func (a cellAsker) options(c *steps.Column) (options []Option) {
	add := func(value string) { options = append(options, Option{value, a.says(c, value)}) }
	if c.Table != "" {
		for _, r := range a.plan.Rows(a.sheet.ID, c.Table) {
			if a.table == nil || c.Table != a.table.ID || r.ID != a.row.ID {
				add(r.ID)
			}
		}
	}
	for _, choice := range c.Choices {
		add(choice)
	}
	if c.Type == steps.MemberColumn || c.Type == steps.MembersColumn || c.Member {
		for _, m := range a.plan.Members {
			add(steps.MemberPrefix + m.ID)
		}
		for _, role := range steps.MemberRoles {
			add(string(role))
		}
	}
	return options
}

// mostNamed is how many of the options a line of help names.
const mostNamed = 8

// known names what can be typed.
func (a cellAsker) known(options []Option, free bool) string {
	names := make([]string, min(len(options), mostNamed))
	for i := range names {
		names[i] = options[i].Label
	}
	w := a.texts.SheetCommon
	switch {
	case len(names) == 0:
		return string(w.AnyName)
	case free:
		return w.KnownOrOther.Fill("names", strings.Join(names, ", "))
	}
	return w.Known.Fill("names", strings.Join(names, ", "))
}

// named reads one of the options by its name, and where no other name can be by the beginning that only it has; then a task,
// else a name as it is typed.
func (a cellAsker) named(typed string, options []Option, free, task bool) string {
	list := make([]steps.Member, len(options))
	var begin []string
	for i, o := range options {
		list[i] = steps.Member{ID: o.Value, Name: o.Label}
		if strings.HasPrefix(strings.ToLower(o.Label), strings.ToLower(typed)) {
			begin = append(begin, o.Value)
		}
	}
	if value, is := steps.FindMember(list, typed); is {
		return value
	}
	if !free && len(begin) == 1 {
		return begin[0]
	}
	for _, t := range a.tasks(task) {
		if strings.EqualFold(a.texts.TaskTitle(t), typed) {
			return steps.TaskPrefix + t.ID
		}
	}
	return typed
}

// tasks are those that can be named, where any can.
func (a cellAsker) tasks(can bool) []steps.Task {
	if !can {
		return nil
	}
	return a.plan.Tasks()
}

// people reads names with commas between them.
func (a cellAsker) people(typed string, options []Option) []string {
	var people []string
	for _, name := range strings.Split(typed, ",") {
		if name = strings.TrimSpace(name); name != "" {
			people = append(people, a.named(name, options, true, false))
		}
	}
	return people
}

// several reads options by their names, with commas between them.
func (q Question) several(typed string) ([]string, error) {
	var values []string
	for _, name := range strings.Split(typed, ",") {
		name = strings.TrimSpace(name)
		at := slices.IndexFunc(q.Options, func(o Option) bool { return o.Value == name || strings.EqualFold(o.Label, name) })
		switch {
		case name == "":
		case at < 0:
			return nil, assets.NewFault("sheet-choice", "value", name, "options", strings.Join(labels(q.Options), ", "))
		default:
			values = append(values, q.Options[at].Value)
		}
	}
	return values, nil
}

func labels(options []Option) []string {
	list := make([]string, len(options))
	for i, o := range options {
		list[i] = o.Label
	}
	return list
}

// whole reads a whole number, also of money, as people type it.
func (a cellAsker) whole(typed string) (any, error) {
	text := ungrouped(strings.NewReplacer("€", "", "euro", "", "eur", "").Replace(strings.ToLower(typed)))
	if parts := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ',' }); len(parts) > 1 && !slices.ContainsFunc(parts[1:], func(p string) bool { return len(p) != 3 }) {
		text = strings.Join(parts, "")
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return nil, assets.NewFault("sheet-whole")
	}
	return n, nil
}

// amounts are the questions about amounts, one for each year. A year before the last one with an amount has 0 where it has none.
func (a cellAsker) amounts(c *steps.Column) (list []Question) {
	now := a.row.Cells.Amounts(c.ID)
	first, years := a.plan.AmountYears(a.sheet.ID, c)
	for i := range max(cmp.Or(years, steps.MaxAmounts), len(now)) {
		q := a.worded(c)
		q.Kind = Hours
		q.ID, q.Field = q.ID+"-"+strconv.Itoa(i+1), c.ID+"-"+strconv.Itoa(i+1)
		if q.Label = a.texts.SheetCommon.NthYear.Fill("n", i+1); first > 0 {
			q.Label = strconv.Itoa(first + i)
		}
		q.Text += " · " + q.Label
		if q.Hint = string(a.texts.SheetCommon.NoAmount); i < len(now) {
			q.Value = a.texts.Whole(now[i])
		}
		q.Needed = i == 0 && len(now) == 0
		q.read = func(typed string) ([]steps.Change, error) {
			amounts := slices.Clone(now)
			if steps.Blank(typed) {
				if i >= len(amounts)-1 {
					amounts = amounts[:min(i, len(amounts))]
				} else {
					amounts[i] = 0
				}
			} else {
				n, err := a.whole(typed)
				if err != nil {
					return nil, err
				}
				for len(amounts) <= i {
					amounts = append(amounts, 0)
				}
				amounts[i] = n.(int)
			}
			return []steps.Change{a.change(steps.Cells{c.ID: amounts})}, nil
		}
		list = append(list, q)
	}
	return list
}

// scores makes a question one for the answers of a respondent: a digit for each row of a table, in their order.
func (a cellAsker) scores(q Question, c *steps.Column) Question {
	asked := a.plan.Rows(a.sheet.ID, c.Table)
	q.Kind = Hours // it is digits
	q.Hint = a.texts.SheetCommon.Scores.Fill("n", len(asked), "most", c.Most)
	for i, r := range asked {
		q.Help = append(q.Help, strconv.Itoa(i+1)+". "+a.texts.RowName(a.plan, a.sheet.ID, c.Table, r.ID))
	}
	q.read = func(typed string) ([]steps.Change, error) {
		return a.give(c, typed, func(typed string) (any, error) {
			signs := []rune(strings.Map(func(r rune) rune {
				if strings.ContainsRune(" ,;/\t", r) {
					return -1
				}
				return r
			}, typed))
			scores := map[string]int{}
			for i, sign := range signs {
				n := int(sign - '0')
				switch {
				case i >= len(asked) || !strings.ContainsRune("-–.?_", sign) && (n < 1 || n > c.Most):
					return nil, assets.NewFault("sheet-scores", "n", strconv.Itoa(len(asked)), "most", strconv.Itoa(c.Most))
				case n >= 1 && n <= c.Most:
					scores[asked[i].ID] = n
				}
			}
			if len(scores) == 0 {
				return nil, nil
			}
			return scores, nil
		})
	}
	return q
}
