package pseudonym_test

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/pseudonym"
	"stappenplan/steps"
)

// peopleOf calls members of these names as a document does.
func peopleOf(t *testing.T, way report.Names, names ...string) pseudonym.People {
	t.Helper()
	var team []change
	for i, name := range names {
		team = append(team, member("m-"+string(rune('a'+i)), name, "teacher", 1, ""))
	}
	return pseudonym.New(way, assets.Load(assets.Dutch).Report.People, planOf(t, team), nil, nil)
}

// TestEveryWayToWriteAName writes names in all ways that were seen, each within a sentence, and finds nobody in what is left.
func TestEveryWayToWriteAName(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		name    string
		ways    string // with a bar between them
		secrets string // what must not be left, in small letters
	}{
		{"Ruth D'Haene", "D'Haene|D’Haene|D‘Haene|D´Haene|D`Haene|D′Haene|DʼHaene|D＇Haene|d'haene|D Haene|D' Haene|DHaene|dhaene|" +
			"rdhaene|dhaener|ruth.dhaene|ruthd|Haene|haene|R. D'Haene|D'Haene R.|D'Haene, Ruth|RUTH D´HAENE|Ruth D.", "ruth haene"},
		{"Koenraad Vermeersch", "vermeersch|Vermeersch|kvermeersch|vermeerschk|KVermeersch|koenraad|koenraadv|k.vermeersch|k_vermeersch|" +
			"vermeersch.koenraad|koenraadvermeersch|KoenraadVermeersch|kvermeersch1|@kvermeersch|@koenraad|koenraad-vermeersch|Vermeersch's|vermeerschs|" +
			"Koenraad-laptop|laptop-Koenraad|Koenraad/Bea|Ｋｏｅｎｒａａｄ|C:\\Users\\kvermeersch\\x|" +
			"kvermeersch.docx|#kvermeersch|Vermeersch-Maes|Maes-Vermeersch|*Vermeersch*|Koenraad *Vermeersch*|Koenraad\tVermeersch|" +
			"Koenraad\u00a0Vermeersch|Koenraad (Vermeersch)|is'Vermeersch'|Ver\u00admeersch|Koen\u200braad", "koenraad vermeersch"},
		{"Nele Van den Abeele", "van den abeele|vandenabeele|Van Den Abeele|Vanden Abeele|abeele|Abeele|nvandenabeele|nabeele|vandenabeelen|nele|mevr. abeele", "nele abeele"},
		{"nele van den abeele", "Nele Van den Abeele|nele|abeele|van den abeele|vandenabeele", "nele abeele"},
		{"Tom Aers", "tom|aers|taers|aerst|Tom A.|T. Aers|toma@x.be|tom@x.be|tom.ict@x.be|aers_@x.be", "tom aers"},
		{"Jan Thys", "Jan 4 uur|taak 12. Jan belt|in mei Jan vragen|wifi 2 - Jan|Jan, 5 dagen", "jan thys"},
		{"Bo Yü", "bo|yü|YÜ|bo yu|Bo|Yu\u0308|bo.yu|boyu", "bo yu yü"},
		{"Ben De Meester", "De Meester|demeester|bdemeester|Ben|ben de meester|Ben De M.", "ben meester"},
		{"Piet Bakker", "Piet|Bakker|piet bakker|bakker piet|pbakker|bakkerp|piet.bakker|mevr. bakker|meneer bakker|de heer bakker", "piet bakker"},
		{"Anne-Sofie Claeys-Wuyts", "Anne Sofie|annesofie|Sofie|Claeys|claeys|wuyts|Claeys Wuyts|Anne-Sofie Claeys|A.-S. Wuyts|asclaeys|aclaeys", "sofie claeys wuyts"},
		{"(Saartje)", "Saartje|saartje", "saartje"},
		{"李 明", "李 明|李明|明 李|李明老师|李|明", "李 明"},
		{"李明", "李明|找李明吧", "李明"},
		{"김 민준", "김 민준|김민준|김민준은|민준", "김 민준"},
		{"田中 さくら", "田中|田中さくら|さくら|田中・さくら", "田中 さくら"},
		{"Олег Иванов", "Олег|олег|ИВАНОВ|иванов|О. Иванов|оиванов|олег.иванов", "олег иванов"},
		{"Νίκος Παππάς", "Νίκος|ΝΙΚΟΣ|νικοσ|παππας|ΠΑΠΠΆΣ", "νικος νίκος παππας παππάς"},
		{"محمد علي", "محمد علي|محمد|علي|محـمد|مُحَمَّد", "محمد علي"},
		{"สมชาย ใจดี", "สมชาย|สมชายใจดี|ใจดี", "สมชาย ใจดี"},
	} {
		for _, way := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
			people := peopleOf(t, way, one.name)
			for written := range strings.SplitSeq(one.ways, "|") {
				for _, around := range [][2]string{{"wij vragen ", " om hulp"}, {"", ""}, {"(", ")"}, {"x, “", "”."}, {"account: ", "; zie"}, {"vraag\n", "\nmorgen"}} {
					text := around[0] + written + around[1]
					got := people.Text(text)
					for secret := range strings.FieldsSeq(one.secrets) {
						if strings.Contains(strings.ToLower(got), secret) {
							t.Errorf("%s, as %s: of %q is left %q", one.name, way, text, got)
						}
					}
					if got == text {
						t.Errorf("%s, as %s: %q stays", one.name, way, text)
					}
				}
			}
		}
	}
}

// TestWhatIsNoNameStays has names that are words, and texts in which they stand for these.
func TestWhatIsNoNameStays(t *testing.T) {
	t.Parallel()
	people := peopleOf(t, report.NamesAsRoles, "Luc Essen", "Mark Thys", "Stan Daems", "Jan De Boer", "Ann Van der Meer", "Ben Engels", "Roos Smet",
		"iemand van de derde graad", "Nog te zoeken", "An Dries", "Els Maas", "Leen Tack")
	for _, text := range []string{
		"de lessen, de markt en de stand van zaken; er is meer en er zijn meer", "ik ben het engels, de boer en een smet op de roos",
		"in de graad zoeken we nog", "Sint-Jan en St. Jan, 3 Jan, Jan-Feb, Dec-Jan, Jan 2027, 12-Jan", "an en els, jan en alleman", "de school leent laptops", "An sich kan het.",
		"an.dries@elders.example blijft niet, info@essen.be wel",
	} {
		if got, want := people.Text(text), strings.ReplaceAll(text, "an.dries", "leraar 10"); !strings.EqualFold(got, want) {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// TestOneSignIsNoInitial calls people by initials where a sign is the whole of a name.
func TestOneSignIsNoInitial(t *testing.T) {
	t.Parallel()
	present := change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"陈 静"})}
	plan := planOf(t, []change{member("m", "李 明", "teacher", 1, ""), present, answer(steps.Vision, steps.Yes, "李明 en 陈静 zijn er.", "")})
	got := summaryWith(plan, called(report.NamesAsInitials))
	for sign := range strings.SplitSeq("李明陈静", "") {
		if strings.Contains(got, sign) {
			t.Errorf("%s is left:\n%s", sign, got)
		}
	}
}

// TestALongText reads the longest text there can be in scripts with and without gaps: how long that takes must not grow
// with its square.
func TestALongText(t *testing.T) {
	t.Parallel()
	people := peopleOf(t, report.NamesAsRoles, "李 明", "Jan De Boer")
	for text, name := range map[string]string{"李": "李", "李明在这里": "李明", "mr Jan ": "Jan", "Boer-": "Boer"} {
		if got := people.Text(strings.Repeat(text, steps.MaxText/len([]rune(text)))); strings.Contains(got, name) {
			t.Errorf("%q is left of many of %q", name, text)
		}
	}
}
