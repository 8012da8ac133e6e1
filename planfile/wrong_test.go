package planfile_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/planfile"
)

// refusals are the problems of a file: path and code of each, in order.
func refusals(t testing.TB, data string) (list []string) {
	t.Helper()
	_, err := planfile.Decode([]byte(data), builtIn, nil)
	if err == nil {
		return nil
	}
	problems, ok := err.(planfile.Errors)
	if !ok {
		t.Fatalf("an error of type %T: %v", err, err)
	}
	for _, p := range problems {
		list = append(list, strings.TrimSpace(p.Path+" "+p.Code()))
	}
	return list
}

// TestWrongFiles has files of which nothing more can be said.
func TestWrongFiles(t *testing.T) {
	t.Parallel()
	bytes := func(base64Text string) string {
		data, err := base64.StdEncoding.DecodeString(base64Text)
		if err != nil {
			t.Fatal(err)
		}
		return "format: stappenplan/1\nschool: {name: \"" + string(data) + "\"}"
	}
	for name, c := range map[string]struct {
		data, code string
		line       int
	}{
		"nothing":              {"", "planfile-blank", 0},
		"only blanks":          {"\uFEFF \n\t", "planfile-blank", 0},
		"only a comment":       {"# leeg\n", "planfile-blank", 0},
		"a workbook":           {"PK\x03\x04\x00", "planfile-spreadsheet", 0},
		"UTF-16 cut off":       {"\xFF\xFE{\x00\n\x00}", "planfile-not-utf16", 2},
		"UTF-16 half a pair":   {"\xFE\xFF\x00{\xD8\x3D\x00}", "planfile-not-utf16", 1},
		"UTF-16 a NUL byte":    {"\xFE\xFF\x00{\x00\x00", "planfile-nul", 0},
		"UTF-16 without mark":  {"{\x00}\x00", "planfile-nul", 0},
		"UTF-32":               {"\xFF\xFE\x00\x00{\x00\x00\x00", "planfile-nul", 0},
		"an old workbook":      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "planfile-spreadsheet", 0},
		"YAML half a pair":     {"format: stappenplan/1\nschool: {name: \"\\uD83D\"}", "planfile-escape", 2},
		"YAML a pair":          {"school: {name: \"\\uD83D\\uDE00\"}", "planfile-escape", 1},
		"a NUL byte":           {"format: \x00", "planfile-nul", 0},
		"a lone FF":            {bytes("Yf9i"), "planfile-not-utf8", 2},
		"cut in a letter":      {bytes("Wm/D"), "planfile-not-utf8", 2},
		"a surrogate":          {bytes("7aCAeA=="), "planfile-not-utf8", 2},
		"Latin-1":              {bytes("Y2/2cmRpbmF0b3I="), "planfile-not-utf8", 2},
		"JSON cut off":         {"{\n\"format\": \"stappenplan/1\",\n", "planfile-syntax", 3},
		"JSON with a comma":    {"{\n\"format\": \"stappenplan/1\",\n}", "planfile-syntax", 3},
		"JSON without a value": {"{\n\"school\":\n}", "planfile-syntax", 3},
		"JSON number NaN":      {"{\n\n\"school\": {\"hours\": NaN}}", "planfile-syntax", 3},
		"JSON number 08":       {"{\"school\": {\"hours\": 08}}", "planfile-syntax", 1},
		"JSON number 1_000":    {"{\"school\": {\"hours\": 1_000}}", "planfile-syntax", 1},
		"JSON and more":        {"{\"format\": \"stappenplan/1\"}\n{}", "planfile-trailing", 2},
		"JSON and a brace":     {"{\"format\": \"stappenplan/1\"}\n}", "planfile-trailing", 2},
		"a list":               {"[]", "planfile-no-plan", 1},
		"a word":               {"stappenplan", "planfile-no-plan", 1},
		"YAML null":            {"~", "planfile-no-plan", 1},
		"YAML not closed":      {"format: stappenplan/1\nschool: {name: \"x\n", "planfile-syntax", 3},
		"YAML with a tab":      {"school:\n\tname: x", "planfile-syntax", 2},
		"YAML and more":        {"format: stappenplan/1\n---\nformat: stappenplan/1\n", "planfile-trailing", 0},
		"YAML control":         {"school: {name: \"\x07\"}", "planfile-syntax", 1},
	} {
		_, err := planfile.Decode([]byte(c.data), builtIn, nil)
		problems, _ := err.(planfile.Errors)
		if len(problems) != 1 || problems[0].Code() != c.code || problems[0].Line != c.line {
			t.Errorf("%s: %v, line %d; want %s, line %d", name, err, append(problems, planfile.Problem{})[0].Line, c.code, c.line)
		}
	}
}

// TestWrongFields has wrong files in YAML (the first line is added) and the fields that are refused.
func TestWrongFields(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, want string }{
		{"an unknown field", "klas: 1", "klas planfile-unknown-field"},
		{"unknown fields inside", "school: {naam: x, Name: y}", "school.naam planfile-unknown-field, school.Name planfile-unknown-field"},
		{"a key twice", "school: {name: x, name: y}", "school.name planfile-key-twice"},
		{"a key twice by case", "school: {name: x, NAME: y}", "school.NAME planfile-key-twice"},
		{"a key twice at the top", "school: {}\nSchool: {}", "School planfile-key-twice"},
		{"null", "school: ~\nround: {opened: null}\ntasks: [null]", "school planfile-null, round.opened planfile-null, tasks[0] planfile-null"},
		{"wrong types", "school: {name: 12, pupils: '12', hours: {}, means: x}\nround: []\nmembers: {}\nagreements: {backup: {needed: yes, text: true}}",
			"school.name planfile-not-text, school.pupils planfile-not-number, school.hours planfile-not-number, school.means planfile-not-list, " +
				"round planfile-not-object, members planfile-not-list, agreements.backup.needed planfile-not-boolean, agreements.backup.text planfile-not-text"},
		{"numbers where text is asked", "school: {name: 0012, group: 1E5}\nanswers: {vision: {note: 0x10, evidence: .nan}}",
			"school.name planfile-not-text, school.group planfile-not-text, answers.vision.note planfile-not-text, answers.vision.evidence planfile-not-text"},
		{"an anchor and an alias", "school: &s {name: x}\nround: *s", "school planfile-alias, round planfile-alias"},
		{"a tag", "school: {name: !!str 12, group: ! x}\nround: !r {}", "school.name planfile-tag, school.group planfile-tag, round planfile-tag"},
		{"a merge key", "school: {<<: {name: x}}", "school.<< planfile-unknown-field"},
		{"empty where a value is asked", "school: {level: '', name: ''}\nround: {opened: '', again: ['']}\nanswers: {vision: {choice: '', at: '', by: ''}}\n" +
			"tasks: [{id: ''}, {id: wifi-management, owner: '', relevance: '', note: ''}]",
			"school.level planfile-empty, round.opened planfile-empty, round.again[0] planfile-empty, answers.vision.choice planfile-empty, " +
				"answers.vision.at planfile-empty, tasks[0].id planfile-empty, tasks[1].owner planfile-empty, tasks[1].relevance planfile-empty"},
		{"unknown values", "school: {level: hoger, group_kind: net}\nanswers: {vision: {choice: maybe}}\ntasks: [{id: wifi-management, relevance: Yes, horizon: now, level: land, expertise: open, sourcing: weigh}]\n" +
			"members: [{id: a, name: A, role: baas}]",
			"school.level refused-unknown-value, school.group_kind refused-unknown-value, answers.vision.choice refused-unknown-value, " +
				"tasks[0].relevance refused-unknown-value, tasks[0].horizon refused-unknown-value, tasks[0].level refused-unknown-value, " +
				"tasks[0].expertise refused-unknown-value, tasks[0].sourcing refused-unknown-value, members[0].role refused-unknown-value"},
		{"unknown steps and agreements", "answers: {visie: {choice: yes}, tasks: {choice: yes}, team: {choice: no}}\nagreements: {vakantie: {text: x}}",
			"answers.visie refused-unknown-step, answers.tasks.choice refused-derived, answers.team.choice refused-derived, agreements.vakantie refused-unknown-value"},
		{"steps that cannot be repeated", "round: {again: [team, vision]}\nevaluation: {repeat: [evaluation, vision, foo]}",
			"round.again[1] refused-unknown-value, evaluation.repeat[0] refused-unknown-value, evaluation.repeat[2] refused-unknown-value"},
		{"unknown ids", "tasks: [{id: wifi, owner: an, backup: bart}, {id: wifi-management, owner: bart}]\nmembers: [{id: an, name: An}]",
			"tasks[0].id refused-unknown-task, tasks[0].backup refused-unknown-member, tasks[1].owner refused-unknown-member"},
		{"no false unknown member", "tasks: [{id: wifi-management, owner: an, backup: An P}]\nmembers: [{id: an, hours: 200}, {id: An P, name: An}]",
			"members[0].name refused-required, members[0].hours refused-out-of-range, members[1].id refused-bad-id"},
		{"ids given twice", "tasks: [{id: wifi-management}, {id: own-x, title: X, group: policy}, {id: wifi-management, hours: 200}, {id: own-x, title: Y, group: policy}]\n" +
			"members: [{id: a, name: A}, {id: a, name: B}]",
			"tasks[2].id refused-given-twice, tasks[2].hours refused-out-of-range, tasks[3].id refused-given-twice, members[1].id refused-given-twice"},
		{"what is required", "school: {means: [{amount: 1}]}\ntasks: [{relevance: yes}, {id: own-x}, {id: own-y, title: ' ', group: policy}]\nmembers: [{}, {name: A}, {id: b}, {id: c, name: \"\\u3164\"}]",
			"school.means[0].source refused-required, tasks[0].id refused-required, tasks[1].title refused-required, tasks[1].group refused-required, tasks[2].title refused-required, " +
				"members[0].id refused-required, members[0].name refused-required, members[1].id refused-required, members[2].name refused-required, members[3].name refused-required"},
		{"bad ids", "members: [{id: CON, name: x}, {id: nul.txt, name: x}, {id: 'naam. ', name: x}, {id: 'a/b\\c', name: x}, {id: ../../etc/passwd, name: x}, " +
			"{id: -rf, name: x}, {id: " + strings.Repeat("n", 61) + ", name: x}, {id: " + strings.Repeat("n", 60) + ", name: x}]\ntasks: [{id: own-, title: x, group: policy}, {id: own-É, title: x, group: policy}]",
			"members[0].id refused-bad-id, members[1].id refused-bad-id, members[2].id refused-bad-id, members[3].id refused-bad-id, members[4].id refused-bad-id, " +
				"members[5].id refused-bad-id, members[6].id refused-bad-id, tasks[0].id refused-bad-id, tasks[1].id refused-bad-id"},
		{"voices", "voices: {tasks: [], Vision: [], vision: [{by: An, choice: perhaps}, {choice: yes}, {by: ' '}, {by: ' An'}, {by: Bart, at: gisteren, naam: x}, 3], evaluation: [{by: An, choice: yes}], policy: {}}",
			"voices.tasks planfile-unknown-field, voices.Vision planfile-unknown-field, voices.vision planfile-key-twice, voices.evaluation[0].choice refused-derived, voices.policy planfile-not-list"},
		{"a voice", "voices: {vision: [{by: An, choice: perhaps}, {choice: yes}, {by: ' '}, {by: ' An'}, {by: Bart, at: gisteren, naam: x}, 3]}",
			"voices.vision[0].choice refused-unknown-value, voices.vision[1].by refused-required, voices.vision[2].by refused-required, voices.vision[3].by refused-given-twice, " +
				"voices.vision[4].at planfile-no-time, voices.vision[4].naam planfile-unknown-field, voices.vision[5] planfile-not-object"},
		{"a catalogue task has no group", "tasks: [{id: wifi-management, group: policy}]", "tasks[0].group refused-catalogue-group"},
		{"numbers that are none", "school: {hours: .nan, pupils: 0x10}\ntasks: [{id: wifi-management, hours: 08}, {id: network-management, hours: '4,5'}, {id: ict-policy-plan, hours: .inf}]\n" +
			"members: [{id: a, name: A, hours: 1_000}, {id: b, name: B, hours: 1:30}]",
			"school.hours planfile-not-number, school.pupils planfile-not-number, tasks[0].hours planfile-not-number, tasks[1].hours planfile-not-number, " +
				"tasks[2].hours planfile-not-number, members[0].hours planfile-not-number, members[1].hours planfile-not-number"},
		{"numbers out of range", "school: {hours: 10000.1, pupils: 9007199254740993, means: [{source: hours, pooled: 100.001, amount: -1, week: 1e999, per_fulltime: 1e-999}]}\n" +
			"round: {number: 0}\ntasks: [{id: wifi-management, hours: 168.1}, {id: network-management, hours: 0.30000000000000004}, {id: ict-policy-plan, hours: -0.1}]",
			"school.hours refused-out-of-range, school.pupils refused-out-of-range, school.means[0].pooled refused-out-of-range, school.means[0].amount refused-out-of-range, " +
				"school.means[0].week refused-out-of-range, school.means[0].per_fulltime refused-too-fine, round.number refused-out-of-range, " +
				"tasks[0].hours refused-out-of-range, tasks[1].hours refused-too-fine, tasks[2].hours refused-out-of-range"},
		{"numbers that overflow", "school: {hours: 1.00005e-9223372036854775809, pupils: 1e9223372036854775808}", "school.hours refused-too-fine, school.pupils refused-out-of-range"},
		{"numbers that are not whole", "school: {pupils: 4.5}\nround: {number: 1.0000001}", "school.pupils planfile-not-whole, round.number planfile-not-whole"},
		{"impossible dates", "round: {opened: 2026-02-29, next_evaluation: 2026-9-1}", "round.opened refused-no-date, round.next_evaluation refused-no-date"},
		{"more impossible dates", "round: {opened: 10000-01-01, next_evaluation: 0000-00-00}", "round.opened refused-no-date, round.next_evaluation refused-no-date"},
		{"impossible times", "answers: {awareness: {at: 2016-12-31T23:59:60Z}, vision: {at: 2026-03-29T02:30 Europe/Brussels}, policy: {at: 2026-01-01T24:00:00Z}, pooling: {at: 2026-01-01T10:00:00+25:00}, " +
			"tasks: {at: 2026-01-01T10:00:00}, team: {at: 2026-01-01}}",
			"answers.awareness.at planfile-no-time, answers.vision.at planfile-no-time, answers.policy.at planfile-no-time, answers.pooling.at planfile-no-time, " +
				"answers.tasks.at planfile-no-time, answers.team.at planfile-no-time"},
		{"long texts", "school: {name: " + strings.Repeat("n", 201) + ", group: " + strings.Repeat("é", 200) + "}\nanswers: {vision: {note: " + strings.Repeat("n", 100_001) + "}}\nevaluation: {present: [a, " + strings.Repeat("n", 201) + ", '']}",
			"school.name planfile-too-long, answers.vision.note planfile-too-long, evaluation.present[1] planfile-too-long, evaluation.present[2] planfile-empty"},
		{"a wrong catalogue", "tasks: [{id: Printers}, {id: a}, {id: b}]\ncatalogue: {groups: [{id: x}, {id: policy, title: {nl: ''}}], tasks: [{id: Printers, group: policy, title: {fr: x}}, {id: a, group: foo, title: {nl: A}, core: x, suggested_level: y}, {id: a, group: policy, title: {nl: A}, core: none}]}",
			"tasks[2].id refused-unknown-task, catalogue.version refused-required, catalogue.groups[0].title refused-required, catalogue.groups[0].id refused-unknown-value, catalogue.groups[1].title refused-required, " +
				"catalogue.tasks[0].core refused-required, catalogue.tasks[0].id refused-bad-id, catalogue.tasks[0].title refused-required, catalogue.tasks[0].title.fr planfile-unknown-field, " +
				"catalogue.tasks[1].group refused-unknown-value, catalogue.tasks[1].core refused-unknown-value, catalogue.tasks[1].suggested_level refused-unknown-value, catalogue.tasks[2].id refused-given-twice"},
		{"an empty catalogue", "catalogue: {}", "catalogue.version refused-required, catalogue.tasks refused-required"},
		{"a task of the built-in catalogue beside one's own", "tasks: [{id: wifi-management}]\ncatalogue: {version: 1, tasks: [{id: a, group: policy, title: {nl: A}, core: none}]}",
			"tasks[0].id refused-unknown-task"},
		{"strange sources", "catalogue: {version: 1, sources: {' x': y, '': z}, tasks: [{id: a, group: policy, title: {nl: A}, core: none}]}",
			"catalogue.sources.x planfile-unknown-field, catalogue.sources. planfile-unknown-field"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Split(c.want, ", ")
			if diff := cmp.Diff(want, refusals(t, "format: stappenplan/1\n"+c.data)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestWrongJSON has what only JSON can say.
func TestWrongJSON(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]string{
		`{}`:                          "format refused-required",
		`{"format": "stappenplan/2"}`: "format planfile-format",
		`{"format": ""}`:              "format planfile-format",
		`{"format": 1, "school": 2}`:  "format planfile-not-text, school planfile-not-object",
		`{"Format": "stappenplan/1"}`: "format refused-required, Format planfile-unknown-field",
		`{"school":{},"format":"stappenplan/1","school":{}}`:                 "school planfile-key-twice",
		`{"format":"stappenplan/1","school":{"pupils":1,"pupils":null}}`:     "school.pupils planfile-key-twice",
		`{"format":"stappenplan/1","school":{"pupils":null,"pupils":1.5}}`:   "school.pupils planfile-null, school.pupils planfile-key-twice",
		`{"format":"stappenplan/1","school":{"pupils":true,"a\u001b[2J":1}}`: "school.pupils planfile-not-number, school.a planfile-unknown-field",
	} {
		if diff := cmp.Diff(strings.Split(want, ", "), refusals(t, data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", data, diff)
		}
	}
}

// TestProblem shows what a message is made of.
func TestProblem(t *testing.T) {
	t.Parallel()
	_, err := planfile.Decode([]byte("format: stappenplan/9\nschool:\n  level: "+strings.Repeat("é", 50)+"\n  hours: 12.345\n  pupils: 4.50\n"), builtIn, nil)
	var got []string
	for _, p := range err.(planfile.Errors) {
		v := p.Values()
		got = append(got, fmt.Sprintf("%s|%s|%s|%s", v["field"], v["value"], v["limit"], v["line"]))
	}
	want := []string{
		"format|stappenplan/9|stappenplan/1|1",
		"school.level|" + strings.Repeat("é", 39) + "…|primary, secondary, special, adult, arts, other|3",
		"school.hours|12.345|2|4",
		"school.pupils|4.50||5",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestManyProblems lists twenty and counts the rest.
func TestManyProblems(t *testing.T) {
	t.Parallel()
	file := "format: stappenplan/1\ntasks:\n" + strings.Repeat("  - {id: wifi}\n", 25)
	list := refusals(t, file)
	if len(list) != 21 || list[0] != "tasks[0].id refused-unknown-task" || list[19] != "tasks[19].id refused-given-twice" || list[20] != "planfile-more" {
		t.Fatalf("listed: %q", list)
	}
	_, err := planfile.Decode([]byte(file), builtIn, nil)
	problems := err.(planfile.Errors)
	if rest := problems[20].Values()["value"]; rest != "5" || problems.Count() != 25 || problems[:20].Count() != 20 {
		t.Errorf("the rest counted as %s, all as %d", rest, problems.Count())
	}
}

// TestTooManyOwnTasks is a refusal that no task deserves by itself.
func TestTooManyOwnTasks(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("format: stappenplan/1\ntasks:\n")
	for i := range 1001 {
		fmt.Fprintf(&b, "  - {id: own-%d, title: x, group: policy}\n", i)
	}
	if diff := cmp.Diff([]string{"tasks[1000].id refused-too-many"}, refusals(t, b.String())); diff != "" {
		t.Error(diff)
	}
}

// TestDepth allows twenty levels, the file itself being one.
func TestDepth(t *testing.T) {
	t.Parallel()
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for _, format := range []string{`{"format":"stappenplan/1","x":%s}`, "format: stappenplan/1\nx: %s"} {
		if diff := cmp.Diff([]string{"x planfile-unknown-field"}, refusals(t, fmt.Sprintf(format, nested(19)))); diff != "" {
			t.Errorf("depth 20: %s", diff)
		}
		want := []string{"x" + strings.Repeat("[0]", 19) + " planfile-too-deep"}
		if diff := cmp.Diff(want, refusals(t, fmt.Sprintf(format, nested(20)))); diff != "" {
			t.Errorf("depth 21: %s", diff)
		}
	}
}

// TestProblemsHaveWords words every kind of problem in both languages, without an empty place in it.
func TestProblemsHaveWords(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		"", "PK", "a: \x00", "\xFF\xFE\n", "a: \"\\ud800\"", `{"school": {"name": "\ud800"}}`, "\n\xFF", "a: [", "{}{}", "[]", "a: " + strings.Repeat("[", 30), "{" + strings.Repeat(`"a":1,`, planfile.MaxValues) + "}",
		"format: x\nklas: 1\nKlas: 1\nround: &a {}\nevaluation: !a {}\nschool: {name: 1, group: ~, pupils: 1.5, hours: x, means: 1, level: ''}\n" +
			"tasks: [{id: wifi-management, scale: 1}]\nanswers: {vision: {at: x, note: []}, policy: 1}\nmembers: [{id: a, name: " + strings.Repeat("n", 201) + "}]",
		"format: stappenplan/1\ntasks:\n" + strings.Repeat("- {id: x}\n", 30),
	} {
		_, err := planfile.Decode([]byte(data), builtIn, nil)
		for _, problem := range err.(planfile.Errors) {
			for _, language := range assets.Languages {
				texts := assets.Load(language)
				sentence := texts.Error(problem)
				unknown := texts.Sentence("unexpected", map[string]string{"cause": problem.Code()})
				if sentence == unknown || strings.ContainsAny(sentence, "\n") || strings.Contains(sentence, "\"\"") || strings.Contains(sentence, "  ") {
					t.Errorf("%s: %q", problem.Code(), sentence)
				}
			}
		}
	}
}
