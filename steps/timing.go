package steps

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
)

// Timing is what a catalogue proposes as the horizon of a task: one value, or one for each kind of school. It is nil where
// the catalogue says nothing.
type Timing map[string]string

// The keys of a timing beside the levels of education, of which OtherLevels counts for each that is not named.
const (
	AnySchool     = "" // the only key of a timing of one value
	OtherLevels   = "other"
	WithoutGroup  = "no-group"
	notApplicable = "none"
)

// TimingValues are what a timing proposes: a horizon, or that the task does not apply.
var TimingValues = []string{string(Short), string(Long), notApplicable}

// TimingKeys are the kinds of school that a timing tells apart, in the order in which they are written.
func TimingKeys() (keys []string) {
	for _, level := range SchoolLevels {
		keys = append(keys, string(level))
	}
	return append(keys, WithoutGroup)
}

// at returns what is proposed to a school, or nothing.
func (t Timing) at(s School) string {
	if value := t[WithoutGroup]; value != "" && s.GroupKind == NoGroup {
		return value
	}
	for _, key := range []string{AnySchool, string(s.Level), OtherLevels} {
		if t[key] != "" {
			return t[key]
		}
	}
	return ""
}

// MarshalJSON writes one value as a text.
func (t Timing) MarshalJSON() ([]byte, error) {
	if value, one := t[AnySchool]; one && len(t) == 1 {
		return json.Marshal(value)
	}
	return json.Marshal(map[string]string(t))
}

// UnmarshalJSON reads a text or an object.
func (t *Timing) UnmarshalJSON(data []byte) error {
	if data = bytes.TrimSpace(data); len(data) > 0 && data[0] == '"' {
		var value string
		if err := json.Unmarshal(data, &value); err != nil {
			return err
		}
		*t = Timing{AnySchool: value}
		return nil
	}
	return json.Unmarshal(data, (*map[string]string)(t))
}

// check refuses a kind of school or a value that is not known.
func (t Timing) check(r *refusals, at string) {
	if value, one := t[AnySchool]; one && len(t) == 1 {
		oneOf(r, at, value, TimingValues)
		return
	}
	for _, key := range slices.Sorted(maps.Keys(t)) {
		oneOf(r, at+"."+key, key, TimingKeys())
		oneOf(r, at+"."+key, t[key], TimingValues)
	}
}
