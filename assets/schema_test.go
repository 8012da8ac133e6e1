package assets

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"stappenplan/steps"
)

const planSchema = "plan.schema.json"

// TestSchemaOfSheets writes the part of the schema of plan files that follows from the sheets, or says that it is stale.
func TestSchemaOfSheets(t *testing.T) {
	file, err := os.ReadFile(planSchema)
	if err != nil {
		t.Fatal(err)
	}
	_, list := readSheets(t)
	start, end := []byte("\n    \"sheets\": "), []byte("\n  },\n  \"$defs\"")
	before, rest, found := bytes.Cut(file, start)
	_, after, ended := bytes.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("%s: its last property is not \"sheets\"", planSchema)
	}
	var sheets bytes.Buffer
	writeSchema(&sheets, "    ", ofSheets(list))
	generated(t, planSchema, slices.Concat(before, start, sheets.Bytes(), end, after))
}

// schema is a part of a schema whose properties stay in their order.
type schema struct {
	about      map[string]any // besides
	properties []property
	list       bool // of objects with these properties
}

type property struct {
	name string
	of   any // a *schema, or what is written on one line
}

func ofSheets(list []steps.Sheet) schema {
	all := schema{about: map[string]any{"description": "The deepening sheets: by sheet its settings and its tables, each a list of rows. Rows that lack a cell are drafts. Who is meant is member:ID, or a role, a body, a name."}}
	for _, s := range list {
		settings := ofColumns(s.AllSettings())
		sheet := &schema{properties: []property{{"settings", &settings}}}
		for _, t := range s.Tables {
			rows := ofColumns(t.Columns)
			id := property{"id", map[string]any{"$ref": "#/$defs/id"}}
			if rows.about, rows.list = map[string]any{"maxItems": cmp.Or(t.Most, steps.MaxRows)}, true; len(t.Fixed) > 0 {
				id.of = map[string]any{"enum": t.Fixed}
			}
			rows.properties = append([]property{id}, rows.properties...)
			sheet.properties = append(sheet.properties, property{t.ID, &rows})
		}
		all.properties = append(all.properties, property{s.ID, sheet})
	}
	return all
}

func ofColumns(columns []steps.Column) (s schema) {
	for _, c := range columns {
		s.properties = append(s.properties, property{c.ID, ofColumn(c)})
	}
	return s
}

func ofColumn(c steps.Column) map[string]any {
	name := map[string]any{"$ref": "#/$defs/name"}
	asked := map[string]any{"type": "string", "minLength": 1}
	whole := func(least, most int) map[string]any {
		return map[string]any{"type": "integer", "minimum": least, "maximum": most}
	}
	switch c.Type {
	case steps.LineColumn:
		return name
	case steps.LongColumn:
		return map[string]any{"$ref": "#/$defs/text"}
	case steps.ChoiceColumn:
		return map[string]any{"enum": c.Choices}
	case steps.SetColumn:
		return map[string]any{"type": "array", "items": map[string]any{"enum": c.Choices}}
	case steps.DateColumn:
		return map[string]any{"$ref": "#/$defs/date"}
	case steps.YearColumn:
		return whole(1900, 9999)
	case steps.AmountsColumn:
		return map[string]any{"type": "array", "maxItems": cmp.Or(c.Most, steps.MaxAmounts), "items": whole(0, 1_000_000_000)}
	case steps.RankColumn:
		return whole(1, steps.MaxRows)
	case steps.BoolColumn:
		return map[string]any{"type": "boolean"}
	case steps.NumberColumn:
		return map[string]any{"type": "number", "minimum": -1_000_000_000, "maximum": 1_000_000_000, "multipleOf": json.Number("0.001")}
	case steps.WholeColumn:
		return whole(0, c.Most)
	case steps.MembersColumn:
		return map[string]any{"type": "array", "items": asked}
	case steps.RefColumn:
		return map[string]any{"$ref": "#/$defs/id"}
	case steps.ScoresColumn:
		return map[string]any{"type": "object", "propertyNames": map[string]any{"$ref": "#/$defs/id"}, "additionalProperties": whole(1, c.Most)}
	}
	return asked
}

// writeSchema writes a part of a schema, a property a line.
func writeSchema(b *bytes.Buffer, indent string, s schema) {
	inner, shut := indent+"  ", "}"
	about := map[string]any{"type": "object", "additionalProperties": false}
	if s.list {
		s.about["type"], about["required"], shut = "array", []string{"id"}, "}}"
		b.WriteString(oneLine(s.about) + `, "items": `)
	} else {
		maps.Copy(about, s.about)
	}
	b.WriteString(oneLine(about) + `, "properties": {`)
	for i, p := range s.properties {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(b, "\n%s%q: ", inner, p.name)
		if part, is := p.of.(*schema); is {
			writeSchema(b, inner, *part)
		} else {
			b.WriteString(oneLine(p.of) + "}")
		}
	}
	fmt.Fprintf(b, "\n%s}%s", indent, shut)
}

// oneLine is JSON on one line with room in it, without its last brace.
func oneLine(value any) string {
	b, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	text := bytes.ReplaceAll(bytes.ReplaceAll(b, []byte(`":`), []byte(`": `)), []byte(`,"`), []byte(`, "`))
	return string(text[:len(text)-1])
}
