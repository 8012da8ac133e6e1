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

// preview says what is added, and what does not go together.
func (j *joining) preview() (lines []string) {
	words, texts := j.texts.Merge, j.session.Spoken()
	said, rounds := texts.History(j.theirs), j.theirs.Rounds()
	at := map[string]int{}
	for n, e := range j.theirs.Entries().All() {
		at[e.ID] = int(n - 1)
	}
	line := func(n uint64) string {
		e := j.merge.Added[n-j.merge.First()]
		what := said[at[e.ID]]
		if e.Changes[0].Kind == steps.ChangeWithdraw { // by the number that it has here
			what = texts.Entry(e, j.session.Plan())
		}
		return j.historyLine(steps.Head{At: e.At, By: e.By}, int(n), rounds[at[e.ID]], what)
	}
	if j.school != "" {
		lines = append(lines, words.Of.Fill("school", j.school))
	}
	if j.agreed.Erases {
		lines = append(lines, words.Erases.For(j.agreed.Changed, "what", j.erased()))
	}
	if j.opens {
		lines = append(lines, words.Opens.Fill("file", j.name))
	}
	for _, n := range j.back {
		lines = append(lines, words.TakenBack.Fill("n", n, "entry", j.oursSaid(n)))
	}
	total := len(j.merge.Added)
	lines = append(lines, words.Adds.For(total, "file", j.name))
	for i := range min(total, mostListed) {
		lines = append(lines, words.KeptLine.Fill("line", line(j.merge.First()+uint64(i))))
	}
	if total > mostListed {
		lines = append(lines, "  "+words.More.For(total-mostListed))
	}
	if n := len(j.merge.Kept); n > 0 {
		lines = append(lines, words.Kept.For(n))
	}
	for _, k := range j.merge.Kept {
		lines = append(lines, words.KeptLine.Fill("line", line(k.Number)))
		if k.InTheWay != 0 {
			lines = append(lines, words.InTheWay.Fill("n", k.InTheWay, "entry", j.oursSaid(k.InTheWay)))
		}
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

// askBack asks of what was removed here and theirs went on with, whether to take that back; where nobody can be asked it says how. What comes
// of it is shown.
func (j *joining) askBack(yes bool) error {
	words, removed := j.texts.Merge, j.merge.InTheWay()
	if yes || !j.terminal() {
		if len(removed) > 0 {
			j.tell(j.out, string(words.TakeBackHow))
		}
		return nil
	}
	var back []uint64
	for _, n := range removed {
		j.tell(j.out, "\n"+words.TakeBack.Fill("n", n, "entry", j.oursSaid(n))+"\n"+
			words.Ours.Fill("value", words.StaysAway)+"\n"+words.Theirs.Fill("value", words.ComesBack, "file", j.name))
		side, err := j.askSide()
		if err != nil {
			return err
		}
		if side == steps.Theirs {
			back = append(back, n)
		}
	}
	if len(back) == 0 {
		return nil
	}
	if err := j.takeBack(back); err != nil {
		return err
	}
	j.tell(j.out, "\n"+strings.Join(j.preview(), "\n"))
	return nil
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
