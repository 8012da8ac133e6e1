package command

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// What a merge shows and asks.

// tellOthers says which other plans the file holds that are not here, and whether there are any; and which of ours were erased there.
func (j *joining) tellOthers(say func(string)) bool {
	for _, id := range j.whole {
		say(j.texts.Merge.ErasedWhole.Fill("plan", id, "command", j.againWith("erase "+steps.ErasedPlan+id)))
	}
	if len(j.others) > 0 {
		say(j.texts.Merge.Others.Fill("file", j.name, "plans", strings.Join(j.others, ", ")))
	}
	return len(j.others) > 0
}

// mostListed is how many entries a preview lists.
const mostListed = 20

// theirsSaid are the lines of the entries that are added, in their order.
func (j *joining) theirsSaid() []string {
	texts := j.session.Spoken()
	said, rounds := texts.History(j.theirs), j.theirs.Rounds()
	at := map[string]int{}
	for n, e := range j.theirs.Entries().All() {
		at[e.ID] = int(n - 1)
	}
	lines := make([]string, len(j.merge.Added))
	for i, e := range j.merge.Added {
		what := said[at[e.ID]]
		if e.Changes[0].Kind == steps.ChangeWithdraw { // by the number that it has here
			what = texts.Entry(e, j.session.Plan())
		}
		lines[i] = j.texts.Merge.KeptLine.Fill("line", j.historyLine(steps.Head{At: e.At, By: e.By}, int(j.merge.First())+i, rounds[at[e.ID]], what))
	}
	return lines
}

// oursListed are the lines of entries of ours.
func (j *joining) oursListed(numbers []uint64) (lines []string) {
	journal := j.session.Journal()
	rounds := journal.Rounds()
	for _, n := range numbers {
		lines = append(lines, j.texts.Merge.KeptLine.Fill("line", j.historyLine(journal.Head(n), int(n), rounds[n-1], j.oursSaid(n))))
	}
	return lines
}

// preview says what is added, and what does not go together.
func (j *joining) preview() (lines []string) {
	words, texts := j.texts.Merge, j.session.Spoken()
	added := j.theirsSaid()
	if j.school != "" {
		lines = append(lines, words.Of.Fill("school", j.school))
	}
	if j.agreed.Erases {
		lines = append(lines, words.Erases.For(j.agreed.Changed, "what", j.erased()))
	}
	if j.opens {
		lines = append(lines, words.Opens.Fill("file", j.name))
	}
	if n := len(j.back); n > 0 {
		lines = append(append(lines, words.TakenBack.For(n)), j.oursListed(j.back)...)
	}
	if n := len(j.stuck); n > 0 {
		lines = append(append(lines, words.Stuck.For(n)), j.oursListed(j.stuck)...)
	}
	news := j.merge.News()
	total := len(news)
	switch {
	case total > 0:
		lines = append(lines, words.Adds.For(total, "file", j.name))
	case len(j.merge.Follow()) == 0:
		lines = append(lines, words.Alike.Fill("file", j.name))
	}
	for _, n := range news[:min(total, mostListed)] {
		lines = append(lines, added[n-j.merge.First()])
	}
	if total > mostListed {
		lines = append(lines, "  "+words.More.For(total-mostListed))
	}
	if n := len(j.merge.Kept); n > 0 {
		lines = append(lines, words.Kept.For(n))
	}
	for _, k := range j.merge.Kept {
		lines = append(lines, added[k.Number-j.merge.First()])
		if k.InTheWay != 0 {
			lines = append(lines, words.InTheWay.Fill("n", k.InTheWay, "entry", j.oursSaid(k.InTheWay)))
		}
		if why, by := j.merge.Hindered(k); why != steps.NoHindrance {
			lines = append(lines, words.Stays[why].Fill("n", k.InTheWay, "by", by))
		}
	}
	if follow := j.merge.Follow(); len(follow) > 0 {
		lines = append(lines, words.Follows.Fill("file", j.name, "what", texts.Entry(steps.Entry{Changes: follow}, j.merge.Plan())))
	}
	if n := len(j.merge.Renamed); n > 0 {
		lines = append(lines, words.Renamed.For(n))
	}
	for _, r := range j.merge.Renamed {
		what, id := texts.Renamed(r, j.merge.Plan())
		lines = append(lines, words.Line.Fill("what", what, "id", id))
	}
	if n := len(j.merge.Conflicts); n > 0 {
		lines = append(lines, words.Conflicts.For(n))
	}
	return lines
}

// erased is who and what was erased from the other copy and still stands here.
func (j *joining) erased() string {
	of := slices.Clone(j.agreed.People)
	for _, sheet := range j.agreed.Sheets {
		of = append(of, j.texts.Erase.OfSheet.Fill("sheet", j.texts.Sheets[sheet].Title, "plan", j.session.PlanID))
	}
	return steps.CleanName(cmp.Or(strings.Join(of, ", "), string(j.texts.Merge.ErasesOf)))
}

// conflict is one of them, with both values.
func (j *joining) conflict(i int) string {
	words, said := j.texts.Merge, j.said[i]
	return "\n" + words.Choice.Fill("n", i+1, "of", len(j.said), "what", said.What) + "\n" +
		words.Ours.Fill("value", said.Ours) + "\n" + words.Theirs.Fill("value", said.Theirs, "file", j.name)
}

func (j *joining) tellChosen() {
	for i, side := range j.sides {
		j.tell(j.out, j.conflict(i)+"\n"+j.texts.Merge.Chosen.Fill("value", j.chosen(i, side)))
	}
}

func (j *joining) chosen(i int, side steps.Side) string {
	if side == steps.Ours {
		return j.said[i].Ours
	}
	return j.said[i].Theirs
}

// oursSaid says an entry of ours.
func (j *joining) oursSaid(n uint64) string { return steps.CleanName(j.session.Said(n)) }

// choose asks for each conflict which side to keep.
func (j *joining) choose() error {
	for i := range j.said {
		j.tell(j.out, j.conflict(i))
		side, err := j.askSide()
		if err != nil {
			return err
		}
		j.sides = append(j.sides, side)
	}
	return nil
}

// askBack asks of what was removed here and theirs went on with, whether to take that back, and of what then turns out to be in the way too;
// where nobody can be asked it says how. What comes of it is shown.
func (j *joining) askBack(yes bool) error {
	if yes || !j.terminal() {
		if !yes && len(j.merge.InTheWay()) > 0 {
			j.tell(j.out, string(j.texts.Merge.TakeBackHow))
		}
		return nil
	}
	var away []uint64
	for {
		var back []uint64
		for _, n := range j.merge.InTheWay() {
			if slices.Contains(away, n) {
				continue
			}
			side, err := j.askRemoval(n)
			switch {
			case err != nil:
				return err
			case side == steps.Theirs:
				back = append(back, n)
			default:
				away = append(away, n)
			}
		}
		if len(back) == 0 {
			break
		}
		if err := j.takeBack(back); err != nil {
			return err
		}
	}
	if len(j.back) > 0 {
		j.tell(j.out, "\n"+strings.Join(j.preview(), "\n"))
	}
	return nil
}

// askRemoval asks whether what an entry of ours removed stays away, or comes back with what theirs did, which is shown.
func (j *joining) askRemoval(n uint64) (steps.Side, error) {
	words, removal := j.texts.Merge, j.oursSaid(n)
	lines := []string{"", words.TakeBack.Fill("n", n, "entry", removal)}
	added := j.theirsSaid()
	for _, k := range j.merge.Kept {
		if k.InTheWay == n {
			lines = append(lines, added[k.Number-j.merge.First()])
		}
	}
	lines = append(lines, words.Ours.Fill("value", words.StaysAway.Fill("entry", removal)),
		words.Theirs.Fill("value", words.ComesBack.Fill("n", n), "file", j.name))
	j.tell(j.out, strings.Join(lines, "\n"))
	return j.askSide()
}

// askSide asks which side to keep. The end of input is nobody's choice.
func (j *joining) askSide() (steps.Side, error) {
	words := j.texts.Merge
	for {
		j.prompt(string(words.Which))
		line, err := j.in.ReadString('\n')
		answer := assets.Text(strings.ToLower(steps.CleanName(line)))
		switch {
		case slices.Contains(words.KeepOurs, answer):
			return steps.Ours, nil
		case slices.Contains(words.KeepTheir, answer):
			return steps.Theirs, nil
		case err != nil && !errors.Is(err, io.EOF):
			return "", err
		case err != nil:
			j.tell(j.out, "")
			return "", stopped{statusRefused}
		}
		j.tell(j.out, string(words.Again))
	}
}
