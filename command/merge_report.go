package command

import (
	"strconv"

	"stappenplan/steps"
)

// What a merge would do, as data.

// mergeReport is a merge as scripts read it.
type mergeReport struct {
	File      string          `json:"file"`
	Merged    bool            `json:"merged"`
	Added     int             `json:"added"`
	Alike     bool            `json:"same_entries"` // both hold the same; what they leave different is among the conflicts
	Erased    int             `json:"erased"`       // entries of ours from which something goes that was erased there
	TakenBack []uint64        `json:"taken_back"`
	CanBack   []uint64        `json:"can_be_taken_back"` // removals of ours that --keep theirs takes back
	Kept      []mergeKept     `json:"kept"`
	Renamed   []mergeRenamed  `json:"renamed"`
	Conflicts []mergeConflict `json:"conflicts"`
}

type mergeKept struct {
	Entry    uint64 `json:"entry"`
	InTheWay uint64 `json:"in_the_way"`
}

type mergeRenamed struct {
	Kind steps.Kind `json:"kind"`
	From string     `json:"from"`
	To   string     `json:"to"`
}

type mergeConflict struct {
	What   string     `json:"what"`
	Field  string     `json:"field"`
	Ours   string     `json:"ours"`
	Theirs string     `json:"theirs"`
	Keep   steps.Side `json:"keep,omitempty"`
}

// inJSON shows what is added, and merges only where that was agreed to.
func (j *joining) inJSON(yes bool) error {
	decided := len(j.sides) == len(j.merge.Conflicts)
	if yes && !decided {
		return refuse("merge-needs-keep", "n", strconv.Itoa(len(j.merge.Conflicts)), "file", j.name)
	}
	report := mergeReport{File: j.name, Merged: yes && !j.merge.Nothing(), Added: len(j.merge.News()), Alike: j.merge.Alike(), Erased: j.agreed.Changed, TakenBack: listed(j.back), CanBack: listed(j.merge.InTheWay())}
	for _, k := range j.merge.Kept {
		report.Kept = append(report.Kept, mergeKept{k.Number, k.InTheWay})
	}
	for _, r := range j.merge.Renamed {
		report.Renamed = append(report.Renamed, mergeRenamed{r.About.Kind, r.From, r.ID()})
	}
	for i, c := range j.merge.Conflicts {
		conflict := mergeConflict{What: j.said[i].What, Field: c.Field, Ours: j.said[i].Ours, Theirs: j.said[i].Theirs}
		if decided {
			conflict.Keep = j.sides[i]
		}
		report.Conflicts = append(report.Conflicts, conflict)
	}
	report.Kept, report.Renamed, report.Conflicts = listed(report.Kept), listed(report.Renamed), listed(report.Conflicts)
	say := func() error {
		text, err := inJSON(report)
		j.tell(j.out, text)
		return err
	}
	if report.Merged {
		return j.keep(say)
	}
	return say()
}
