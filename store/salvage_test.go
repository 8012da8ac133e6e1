package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"stappenplan/steps"
	"stappenplan/steps/stepstest"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// Whatever happens to a file: what a salvage gives is what was there, from the first entry on.
func TestSalvageOfRandomDamage(t *testing.T) {
	content, plans := sample(t)
	r := rand.New(rand.NewPCG(2026, 11))
	for _, damage := range damages {
		saved, all := 0, 0
		for i := range cases(300) {
			b := damage.do(slices.Clone(content), r)
			for range i % 3 { // damage seldom comes alone
				if len(b) > pageSize {
					b = damages[r.IntN(len(damages)-1)].do(b, r)
				}
			}
			before := bytes.Clone(b)
			for _, plan := range store.SalvageBytes(b, "plan").Plans {
				saved += plan.Entries.Len()
				if !isPrefix(plan.Entries.List(), plans[plan.ID]) {
					t.Errorf("%s, case %d: plan %s gives what was not there", damage.name, i, plan.ID)
				}
				if plan.Last < uint64(plan.Entries.Len()) {
					t.Errorf("%s, case %d: %d entries of %d", damage.name, i, plan.Entries.Len(), plan.Last)
				}
			}
			if !bytes.Equal(before, b) {
				t.Fatalf("%s, case %d: the bytes changed", damage.name, i)
			}
			all += 63
		}
		t.Logf("%s: %d%% saved", damage.name, 100*saved/all)
	}
}

func isPrefix(got, want []steps.Entry) bool {
	return len(got) <= len(want) && storetest.Same(got, want[:len(got)])
}

// FuzzSalvage begins at a whole file and at damaged ones.
func FuzzSalvage(f *testing.F) {
	content, plans := sample(f)
	f.Add(content)
	r := rand.New(rand.NewPCG(1, 2))
	for _, damage := range damages {
		f.Add(damage.do(slices.Clone(content), r))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var found store.Salvaged
		stepstest.Bounded(t, len(b), func() { found = store.SalvageBytes(b, "plan") })
		for _, plan := range found.Plans {
			if !isPrefix(plan.Entries.List(), plans[plan.ID]) {
				t.Errorf("plan %s gives what was not there", plan.ID)
			}
		}
	})
}

// salvagesOf fails the test unless so many entries of the plan "plan" are whole, the first ones.
func salvagesOf(t *testing.T, path string, entries []steps.Entry, whole int) store.Salvaged {
	t.Helper()
	before := bytesOf(t, path)
	found, err := store.Salvage(path)
	if err != nil || len(found.Plans) != 1 || found.Plans[0].ID != "plan" || !storetest.Same(found.Plans[0].Entries.List(), entries[:whole]) {
		t.Fatalf("%v, %d plans, want %d entries", err, len(found.Plans), whole)
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file changed")
	}
	return found
}

// compacted is a file with what another holds, and nothing of what it held before.
func compacted(t *testing.T, path string) (fresh string) {
	t.Helper()
	fresh = filepath.Join(t.TempDir(), "compacted.db")
	to, err := bolt.Open(fresh, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	from, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	if err := bolt.Compact(to, from, 0); err != nil {
		t.Fatal(err)
	}
	return fresh
}

func TestSalvageStopsAtTheFirstDamagedEntry(t *testing.T) {
	plan := func(tx *bolt.Tx) *bolt.Bucket { return tx.Bucket([]byte("plans")).Bucket([]byte("plan")) }
	key := []byte{0, 0, 0, 0, 0, 0, 0, 42}
	for name, c := range map[string]struct {
		change func(*bolt.Tx) error
		later  int // how many of the 18 behind it are as they were written: that is told by the seal of the one before
	}{
		"a broken seal": {func(tx *bolt.Tx) error {
			return plan(tx).Put(key, bytes.Replace(plan(tx).Get(key), []byte("werkgroep"), []byte("werkgroet"), 1))
		}, 18},
		"a gap":   {func(tx *bolt.Tx) error { return plan(tx).Delete(key) }, 17},
		"nothing": {func(tx *bolt.Tx) error { return plan(tx).Put(key, nil) }, 17},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := made(t, 60)
			boltFile(t, path, c.change)
			path = compacted(t, path) // or what was there before would still be on another page
			if found := salvagesOf(t, path, entries, 41); found.Plans[0].Last != 60 || found.Plans[0].Later != c.later || found.Older || found.Missing != 0 {
				t.Errorf("found %+v", found)
			}
			if _, err := store.Check(path); !store.Damaged(err) {
				t.Errorf("check: %v", err)
			}
		})
	}
}

// TestWhatACopyHoldsFillsTheHole: where it has what is damaged, all that the file holds behind it is proven to follow. What only the copy has behind the
// last of the file stays out, and a copy that went on otherwise fills nothing.
func TestWhatACopyHoldsFillsTheHole(t *testing.T) {
	path, entries := made(t, 60)
	copied := func(of string, n int) *store.Copy {
		file := filepath.Join(t.TempDir(), "copy.db")
		must(store.CreateWith(file, map[string]steps.Entries{of: steps.EntriesOf(entries[:n])}))(t).Close()
		c, err := store.TakeCopy(file)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	other, _ := made(t, 5)
	otherwise, err := store.TakeCopy(other)
	if err != nil {
		t.Fatal(err)
	}
	key := []byte{0, 0, 0, 0, 0, 0, 0, 42}
	diverged := filepath.Join(t.TempDir(), "diverged.db")
	must(store.CreateWith(diverged, map[string]steps.Entries{"plan": steps.EntriesOf(append(slices.Clone(entries[:41]), entries[50]))}))(t).Close()
	wentOn, err := store.TakeCopy(diverged)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		copies        []*store.Copy
		cut           int // the last entry of the file
		whole, filled int
	}{
		{[]*store.Copy{copied("plan", 50)}, 60, 60, 1}, {[]*store.Copy{otherwise, copied("plan", 42)}, 60, 60, 1}, {[]*store.Copy{copied("plan", 41)}, 60, 41, 0},
		{[]*store.Copy{wentOn, copied("plan", 42)}, 60, 60, 1}, {[]*store.Copy{copied("plan", 42), wentOn}, 60, 60, 1}, {[]*store.Copy{wentOn}, 60, 41, 0},
		{[]*store.Copy{copied("another", 50)}, 60, 41, 0}, {[]*store.Copy{copied("plan", 60)}, 45, 45, 1}, {[]*store.Copy{copied("plan", 60)}, 42, 41, 0},
	} {
		damaged := written(t, bytesOf(t, path))
		boltFile(t, damaged, func(tx *bolt.Tx) error {
			plan := tx.Bucket([]byte("plans")).Bucket([]byte("plan"))
			err := plan.Put(key, bytes.Replace(plan.Get(key), []byte("werkgroep"), []byte("werkgroet"), 1))
			for n := c.cut + 1; n <= 60; n++ {
				err = errors.Join(err, plan.Delete([]byte{0, 0, 0, 0, 0, 0, 0, byte(n)}))
			}
			return err
		})
		found, err := store.SalvageWith(compacted(t, damaged), c.copies)
		if err != nil || len(found.Plans) != 1 || !storetest.Same(found.Plans[0].Entries.List(), entries[:c.whole]) || len(found.Plans[0].Filled) != c.filled || c.filled > 0 && found.Plans[0].Filled[0] != 42 {
			t.Errorf("%d, cut at %d: %v, %+v", c.whole, c.cut, err, found.Plans)
		}
	}
}

// Of a file of which pages are lost, or the end is, all comes out that still stands in it up to the first entry that does not, and
// nothing is said to be all that is not.
func TestSalvageOfLostPages(t *testing.T) {
	for _, n := range []int{9, 60} {
		files := map[string][]byte{}
		path, _ := made(t, n)
		files["open"] = bytesOf(t, path)
		path = filepath.Join(t.TempDir(), "encrypted.db")
		s := must(store.CreateEncrypted(path, aKey(t), nil))(t)
		entries := storetest.Fill(t, s, "plan", n)
		s.Close()
		files["encrypted"] = bytesOf(t, path)
		for name, content := range files {
			kept := encodedOf(t, store.SalvageBytes(content).Plans[0].Entries) // as they stand in the file
			try := func(how string, at int, b []byte) {
				want := 0
				for want < n && bytes.Contains(b, kept[want]) {
					want++
				}
				found := store.SalvageBytes(b, "plan")
				if len(found.Plans) == 0 {
					found.Plans = append(found.Plans, store.SalvagedPlan{})
				}
				plan := found.Plans[0]
				got := plan.Entries.Len()
				if got != want || !slices.EqualFunc(encodedOf(t, plan.Entries), kept[:want], bytes.Equal) {
					t.Errorf("%s of %d, %s %d: %d entries are whole, want %d", name, n, how, at, got, want)
				}
				if says := !found.Older && found.Missing == 0 && plan.Last == uint64(got); says && got < n {
					t.Errorf("%s of %d, %s %d: %d entries are said to be all", name, n, how, at, got)
				}
				_, err := found.Unlock(byPhrase(phrase))
				if hasKey := name == "open" || bytes.Contains(b, []byte("age-encryption.org")); hasKey &&
					(err != nil || !storetest.Same(found.Plans[0].Entries.List(), entries[:got])) {
					t.Errorf("%s of %d, %s %d: of %d entries %d can be read, %v", name, n, how, at, got, found.Plans[0].Entries.Len(), err)
				}
			}
			for at := 0; at < len(content); at += pageSize {
				lost := slices.Clone(content)
				clear(lost[at : at+pageSize])
				try("without the page at", at, lost)
				copy(lost[at:], noise(pageSize))
				try("with noise at", at, lost)
				if at > 0 {
					try("cut at", at, content[:at])
				}
			}
		}
	}
}

// encodedOf are entries as they stand in a file.
func encodedOf(t *testing.T, entries steps.Entries) (encoded [][]byte) {
	t.Helper()
	for n := range entries.Len() {
		line, err := entries.Encoded(uint64(n + 1))
		if err != nil {
			t.Fatal(err)
		}
		encoded = append(encoded, line)
	}
	return encoded
}

// Damage that no entry stands in costs none.
func TestSalvageOfWhatStandsAroundTheEntries(t *testing.T) {
	path, entries := made(t, 60)
	content := bytesOf(t, path)
	newest := 0
	if header := func(i int) uint64 { return binary.LittleEndian.Uint64(content[i*pageSize+16+48:]) }; header(1) > header(0) {
		newest = 1
	}
	page := func(b []byte, offset int) []byte {
		return b[int(binary.LittleEndian.Uint64(b[newest*pageSize+16+offset:]))*pageSize:]
	}
	for name, c := range map[string]struct {
		do    func(b []byte)
		older bool
		whole int
	}{
		"the free list":              {func(b []byte) { clear(page(b, 32)[:pageSize]) }, false, 60},
		"the older header":           {func(b []byte) { b[(1-newest)*pageSize+16+20] ^= 1 }, true, 60},
		"the newer header":           {func(b []byte) { b[newest*pageSize+16+20] ^= 1 }, true, 60},
		"the size of a page":         {func(b []byte) { b[16+8] ^= 0x30 }, true, 60},
		"what the newer leads to":    {func(b []byte) { clear(page(b, 16)[:pageSize]) }, true, 60},
		"the name of another bucket": {func(b []byte) { root := page(b, 16); root[bytes.Index(root, []byte("stappenplan"))] ^= 1 }, false, 60},
	} {
		t.Run(name, func(t *testing.T) {
			b := slices.Clone(content)
			c.do(b)
			damaged := written(t, b)
			if _, err := store.OpenReadOnly(damaged); !store.Damaged(err) {
				t.Fatalf("it is opened with %v", err)
			}
			if found := salvagesOf(t, damaged, entries, c.whole); found.Older != c.older {
				t.Errorf("an older state: %v", found.Older)
			}
		})
	}
}

// Of several plans each gives what it has; one that is lost is counted.
func TestSalvageOfSeveralPlans(t *testing.T) {
	content, plans := sample(t)
	path := written(t, content)
	boltFile(t, path, func(tx *bolt.Tx) error {
		all := tx.Bucket([]byte("plans"))
		all.DeleteBucket([]byte("klein"))
		_, err := all.CreateBucket([]byte("leeg"))
		all.SetSequence(4)
		all.Bucket([]byte("leeg")).SetSequence(7)
		return err
	})
	found, err := store.Salvage(path)
	if err != nil || len(found.Plans) != 3 || found.Missing != 1 {
		t.Fatalf("found %+v, %v", found, err)
	}
	if found.Plans[1].ID != "leeg" || found.Plans[1].Last != 7 || found.Plans[1].Entries.Len() != 0 || !storetest.Same(found.Plans[2].Entries.List(), plans["plan"]) {
		t.Errorf("found %+v", found)
	}
}

// What a salvage gives makes a new file that is sound and goes on.
func TestWhatIsSalvagedMakesASoundFile(t *testing.T) {
	content, originals := sample(t)
	at := bytes.Index(content, []byte("werkgroep 33"))
	content[at] ^= 1
	found, err := store.Salvage(written(t, content))
	if err != nil {
		t.Fatal(err)
	}
	whole := map[string]steps.Entries{}
	for _, plan := range found.Plans {
		whole[plan.ID] = plan.Entries
	}
	path := filepath.Join(t.TempDir(), "new.db")
	must(store.CreateWith(path, whole))(t).Close()
	s := must(store.Check(path))(t)
	storetest.Holds(t, s, "klein", originals["klein"])
	storetest.Holds(t, s, "plan", originals["plan"][:whole["plan"].Len()])
	if whole["plan"].Len() < 32 {
		t.Errorf("%d entries are whole", whole["plan"].Len())
	}
	consistent(t, path)
}

func TestNothingIsSalvagedOfWhatIsNoJournal(t *testing.T) {
	for name, content := range map[string][]byte{"text": bytes.Repeat([]byte("beste collega's\n"), 2_000), "little": []byte("x"), "noise": noise(20_000), "zeros": make([]byte, 20_000)} {
		if found, err := store.Salvage(written(t, content)); err != nil || len(found.Plans) != 0 {
			t.Errorf("%s: %+v, %v", name, found, err)
		}
	}
	if _, err := store.Salvage(filepath.Join(t.TempDir(), "nothing.db")); !store.HasCode(err, store.FileMissing) {
		t.Errorf("a missing file: %v", err)
	}
	path, _ := made(t, 3)
	boltFile(t, path, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("stappenplan")).Put([]byte("format"), []byte(store.Newer))
	})
	if found, err := store.Salvage(path); err != nil || len(found.Plans) != 0 {
		t.Errorf("a newer file: %+v, %v", found, err)
	}
	if err := os.Truncate(path, 256<<20+1); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Salvage(path); !store.HasCode(err, store.FileTooLarge) {
		t.Errorf("a file that is too large: %v", err)
	}
}
