package spreadsheet

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// ErrNotOurs says that a workbook does not come from this program: package lists may make something of it.
var ErrNotOurs = errors.New("not a workbook of stappenplan")

// Decode reads a workbook of [Encode] that was filled in. It says only the rows and columns it has; an empty cell in a column it
// has clears the field. A row is known by its id, else by its title, or by what its title says; one of neither, with a title and
// a group, is a new own task. Columns are known by the hidden row above their headings and by these, in every language: they
// can be moved, renamed, left out or added. Today is in the school year of which days can be a term; what a person said settles doubts.
// Its errors are [ErrNotOurs], or [planfile.Errors] where nothing can be read.
func Decode(b *xlsx.Book, plan steps.Plan, texts *assets.Texts, today steps.Date, said Meanings) (Reading, error) {
	r := newReader(plan, AnswersOf(plan), texts.For(plan.School.Level))
	r.today, r.said = today, said
	tasks, team, actions, err := r.tables(b)
	if err != nil {
		return Reading{}, err
	}
	if tasks == nil && len(r.rowTables) == 0 {
		return Reading{}, ErrNotOurs
	}
	if err := r.overlooked(b); err != nil {
		return Reading{}, err
	}
	if err := r.overwritten(b, tasks, team, actions); err != nil {
		return Reading{}, err
	}
	r.readTeam(team)
	r.readTasks(tasks)
	after := r.readAbilities(r.checked(r.checked(r.plan, r.team), r.tasks))
	r.readActions(actions, after)
	after = r.readRowTables(r.checked(after, r.actions))
	bad, _ := r.problems.Err().(planfile.Errors)
	for _, c := range r.confirmed {
		after = after.AlsoCalled(c.task, c.title)
	}
	return Reading{steps.Changes(plan, after), bad, r.doubts, r.unread, r.there}, nil
}

func newReader(plan steps.Plan, known KnownAnswers, texts *assets.Texts) reader {
	return reader{
		known: known, texts: texts, shown: planfile.CellLanguage(texts), languages: planfile.Languages(texts), plan: plan, people: planfile.NewPeople(plan),
		members: planfile.MembersByName(plan), claimed: map[string]bool{}, found: map[xlsx.Sheet]bool{}, settings: map[string]*steps.Table{},
	}
}

// reader collects the changes that a workbook makes, and what is wrong with its cells.
type reader struct {
	problems  planfile.Problems
	doubts    []Doubt
	unread    []Unread
	said      Meanings
	today     steps.Date
	texts     *assets.Texts
	shown     xlsx.Language // what a cell shows
	languages []*assets.Texts
	plan      steps.Plan
	team      []cellChange
	tasks     []cellChange
	actions   []cellChange
	confirmed []confirmation
	abilities assets.AbilityNames
	people    *planfile.People
	members   map[string]string // ids by name, as planfile.Fold makes it
	known     KnownAnswers
	settings  map[string]*steps.Table // of deepening sheets, as tables
	there     int                     // rows that are among those
	claimed   map[string]bool         // tasks, members, actions and lines of deepening sheets that a row is about
	found     map[xlsx.Sheet]bool     // sheets with a table of ours
	titles    *match.Tasks            // made when a title is not known

	rowTables   []markedTable
	before, now []cellNames                         // of the plan as it was, and with what was read of the workbook, in each language
	named       map[*steps.Column]map[string]string // what a cell can name, by its words as planfile.Fold makes them
}

// confirmation is a title of which a person said which task it is.
type confirmation struct{ task, title string }

// cellChange is a change with the row that makes it.
type cellChange struct {
	steps.Change
	table *table
	row   xlsx.Row
}

// report reports a problem at a cell.
func (r *reader) report(t *table, c xlsx.Cell, code, value, limit string) {
	r.problems.Add(planfile.NewProblem(t.place(c), t.position(c), code, value, limit))
}

// tables finds the sheet with the tasks, and those with the team and the actions, of which there can be none.
func (r *reader) tables(b *xlsx.Book) (tasks, team, actions *table, err error) {
	sheets, err := r.findRowTables(b)
	if err != nil {
		return nil, nil, nil, err
	}
	if tasks, err = r.find(b, sheets, taskTable); err != nil || tasks == nil {
		return nil, nil, nil, err
	}
	if team, err = r.find(b, sheets, teamTable); err != nil {
		return nil, nil, nil, err
	}
	actions, err = r.find(b, sheets, actionTable)
	return tasks, team, actions, err
}

// checked makes changes of which none rests on another, and leaves out what is refused.
func (r *reader) checked(plan steps.Plan, changes []cellChange) steps.Plan {
	var entry steps.Entry
	var made []cellChange
	plan = plan.Indexed()
	for _, c := range changes {
		if c, ok := r.allowed(plan, c); ok {
			entry.Changes, made = append(entry.Changes, c.Change), append(made, c)
		}
	}
	for len(made) > 0 {
		after, err := plan.Apply(entry)
		if err == nil {
			return after
		}
		refusals := err.(steps.Refusals) // only together: too many own tasks
		i := refusedChange(refusals[0])
		r.refused(made[i], refusals)
		if plan, err = plan.Apply(steps.Entry{Changes: entry.Changes[:i]}); err != nil {
			break
		}
		entry.Changes, made = entry.Changes[i+1:], made[i+1:]
	}
	return plan
}

// refusedChange is the place of the change that a refusal of several is about.
func refusedChange(refusal steps.Refusal) int {
	place, _, _ := strings.Cut(strings.TrimPrefix(refusal.Field, "changes["), "]")
	i, _ := strconv.Atoi(place) // of one change it is not said
	return i
}

// allowed is a change without the fields that are refused, and whether it can be made at all.
func (r *reader) allowed(plan steps.Plan, c cellChange) (cellChange, bool) {
	err := plan.Check(c.Change)
	if err == nil {
		return c, true
	}
	refusals := err.(steps.Refusals)
	r.refused(c, refusals)
	c.Change = c.Keeping(func(g steps.Given) bool {
		return !slices.ContainsFunc(refusals, func(refusal steps.Refusal) bool { return refusal.FieldName() == g.Name })
	})
	return c, plan.Check(c.Change) == nil
}

// refused reports what steps says of one row.
func (r *reader) refused(c cellChange, refusals steps.Refusals) {
	for _, refusal := range refusals {
		at := c.table.at(c.row, c.table.refused(refusal))
		r.problems.Add(planfile.Refusal(c.table.place(at), c.table.position(at), refusal, at.Text))
	}
}
