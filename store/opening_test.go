package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

const pageSize = 4096

// refuses fails the test unless every way to open the file gives this code and leaves the file as it was.
func refuses(t *testing.T, path, code string) *store.Error {
	t.Helper()
	before, _ := os.ReadFile(path)
	var last *store.Error
	for name, open := range map[string]func(string) (store.Store, error){
		"open": store.Open, "open or create": store.OpenOrCreate, "read": store.OpenReadOnly, "check": store.Check,
	} {
		_, err := open(path)
		e, ok := err.(*store.Error)
		if !ok || e.Code() != code || e.Values()["path"] != path {
			t.Errorf("%s: %v, want code %s", name, err, code)
		}
		last = e
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file changed")
	}
	return last
}

func written(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "f.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRefusesWhatIsNoJournal(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"empty":      {nil, store.FileEmpty},
		"one byte":   {[]byte("x"), store.FileForeign},
		"a little":   {bytes.Repeat([]byte("x"), 100), store.FileForeign},
		"zeros":      {make([]byte, 20_000), store.FileForeign},
		"text":       {bytes.Repeat([]byte("beste collega's\n"), 2_000), store.FileForeign},
		"a picture":  {append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), noise(20_000)...), store.FileForeign},
		"an archive": {append([]byte("PK\x03\x04"), noise(20_000)...), store.FileForeign},
		"SQLite":     {append([]byte("SQLite format 3\x00"), noise(20_000)...), store.FileForeign},
	} {
		t.Run(name, func(t *testing.T) { refuses(t, written(t, c.content), c.code) })
	}
}

func noise(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{}).Read(b)
	return b
}

func TestRefusesAFolderAndWhatIsMissing(t *testing.T) {
	folder := t.TempDir()
	refuses(t, folder, store.FileFolder)
	for _, open := range []func(string) (store.Store, error){store.Open, store.OpenReadOnly, store.Check} {
		if _, err := open(filepath.Join(folder, "nothing.db")); !store.HasCode(err, store.FileMissing) {
			t.Errorf("a missing file: %v", err)
		}
		if _, err := open(filepath.Join(folder, "no", "folder.db")); !store.HasCode(err, store.FileMissing) {
			t.Errorf("a missing folder: %v", err)
		}
		if _, err := open(filepath.Join(folder, strings.Repeat("n", 300))); err == nil {
			t.Error("a name of 300 letters was opened")
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("reading made %v", left)
	}
}

func TestRefusesAFileThatIsTooLarge(t *testing.T) {
	path, _ := made(t, 1)
	if err := os.Truncate(path, 256<<20+1); err != nil {
		t.Fatal(err)
	}
	for _, open := range []func(string) (store.Store, error){store.Open, store.OpenReadOnly, store.Check} {
		if _, err := open(path); !store.HasCode(err, store.FileTooLarge) {
			t.Errorf("error %v", err)
		}
	}
}

func TestRefusesAnotherProgramsDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	boltFile(t, path, func(tx *bolt.Tx) error {
		b, err := tx.CreateBucket([]byte("settings"))
		if err != nil {
			return err
		}
		return b.Put([]byte("colour"), []byte("blue"))
	})
	refuses(t, path, store.FileForeign)
}

// boltFile changes a file behind the back of the store.
func boltFile(t testing.TB, path string, change func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Update(change); err != nil {
		t.Fatal(err)
	}
}

func TestRefusesANewerFormat(t *testing.T) {
	path, _ := made(t, 3)
	boltFile(t, path, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("stappenplan")).Put([]byte("format"), []byte(store.Newer))
	})
	if e := refuses(t, path, store.FileNewer); e.Values()["format"] != store.Newer {
		t.Errorf("values %v", e.Values())
	}
}

func TestRefusesANewerBolt(t *testing.T) {
	path, _ := made(t, 3)
	for _, headers := range [][]int{{0, 1}, {0}, {1}} {
		b := bytesOf(t, path)
		for _, i := range headers {
			content := b[i*pageSize+16:]
			content[4] = 3
			sum := fnv.New64a()
			sum.Write(content[:56])
			binary.LittleEndian.PutUint64(content[56:], sum.Sum64())
		}
		refuses(t, written(t, b), store.FileNewer)
	}
}

// bbolt does with one good header; then it shows what was before the last answer and says nothing.
func TestRefusesADamagedHeader(t *testing.T) {
	path, _ := made(t, 3)
	for _, at := range []int{16, 16 + 4, 16 + 40, pageSize + 16, pageSize + 16 + 4, pageSize + 16 + 48} { // 4: the version
		b := bytesOf(t, path)
		b[at] ^= 1
		refuses(t, written(t, b), store.FileDamaged)
	}
}

func TestRefusesEveryCut(t *testing.T) {
	path, entries := made(t, 60)
	b := bytesOf(t, path)
	inUse := int(max(pagesInUse(b, 0), pagesInUse(b, 1))) * pageSize
	for at := range inUse / pageSize {
		for _, size := range []int{at * pageSize, at*pageSize + 1, at*pageSize + 100, at*pageSize + 3000} {
			_, err := store.Open(written(t, b[:size]))
			want := store.FileCut
			if size == 0 {
				want = store.FileEmpty
			} else if size < 20 {
				want = store.FileForeign
			}
			if !store.HasCode(err, want) {
				t.Errorf("cut to %d of %d bytes: %v", size, inUse, err)
			}
		}
	}
	whole := must(store.Open(written(t, b[:inUse])))(t)
	defer whole.Close()
	storetest.Holds(t, whole, "plan", entries)
}

// pagesInUse is what a header says of the size of the file.
func pagesInUse(b []byte, header int) uint64 {
	return binary.LittleEndian.Uint64(b[header*pageSize+16+40:])
}

func TestCutSaysHowMuchIsLeft(t *testing.T) {
	path, _ := made(t, 60)
	_, err := store.Open(written(t, bytesOf(t, path)[:20_000]))
	e, ok := err.(*store.Error)
	if !ok || e.Values()["size"] != "20000" || len(e.Values()["expected"]) != 5 {
		t.Errorf("error %v", err)
	}
}

func TestDamagedEntriesAreNamed(t *testing.T) {
	plan := func(tx *bolt.Tx) *bolt.Bucket { return tx.Bucket([]byte("plans")).Bucket([]byte("plan")) }
	key := func(n byte) []byte { return []byte{0, 0, 0, 0, 0, 0, 0, n} }
	altered := func(n byte, from, to string) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			b := plan(tx)
			return b.Put(key(n), bytes.Replace(b.Get(key(n)), []byte(from), []byte(to), 1))
		}
	}
	for name, c := range map[string]struct {
		change func(*bolt.Tx) error
		entry  string
	}{
		"another letter":       {altered(7, "werkgroep", "werkgroet"), "7"},
		"broken JSON":          {altered(9, "{", "["), "9"},
		"another author":       {altered(2, "An Peeters", "Jan Peeters"), "2"},
		"a gap":                {func(tx *bolt.Tx) error { return plan(tx).Delete(key(5)) }, "5"},
		"the last is gone":     {func(tx *bolt.Tx) error { return plan(tx).Delete(key(10)) }, "10"},
		"one too many":         {func(tx *bolt.Tx) error { return plan(tx).Put(key(11), plan(tx).Get(key(10))) }, "11"},
		"cut to nothing":       {func(tx *bolt.Tx) error { return plan(tx).Put(key(4), nil) }, "4"},
		"the sequence is more": {func(tx *bolt.Tx) error { return plan(tx).SetSequence(12) }, "11"},
		"two are swapped": {func(tx *bolt.Tx) error {
			three, four := bytes.Clone(plan(tx).Get(key(3))), bytes.Clone(plan(tx).Get(key(4)))
			if err := plan(tx).Put(key(3), four); err != nil {
				return err
			}
			return plan(tx).Put(key(4), three)
		}, "3"},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := made(t, 10)
			boltFile(t, path, c.change)
			namesEntry(t, path, c.entry)
		})
	}
}

// namesEntry fails the test unless the file is refused with the number of the damaged entry, and left as it was.
func namesEntry(t *testing.T, path, number string) {
	t.Helper()
	if e := refuses(t, path, store.EntryDamaged); e.Values()["entry"] != number || e.Values()["path"] != path {
		t.Errorf("%v, want entry %s", e.Values(), number)
	}
	if _, err := store.Check(path); !store.HasCode(err, store.EntryDamaged) {
		t.Errorf("check: %v", err)
	}
}

// A plan that hides under another id, or is gone, would look like one that has not begun.
func TestAPlanCannotDisappear(t *testing.T) {
	path, _ := made(t, 3)
	boltFile(t, path, func(tx *bolt.Tx) error {
		plans := tx.Bucket([]byte("plans"))
		other, err := plans.CreateBucket([]byte("plbn"))
		if err != nil {
			return err
		}
		plan := plans.Bucket([]byte("plan"))
		if err := plan.ForEach(other.Put); err != nil {
			return err
		}
		return plans.DeleteBucket([]byte("plan"))
	})
	refuses(t, path, store.EntryDamaged)

	path, _ = made(t, 3)
	boltFile(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte("plans")).DeleteBucket([]byte("plan")) })
	refuses(t, path, store.FileDamaged)
}

func TestCreateMakesFoldersForTheOwnerAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "stappenplan", "stappenplan.db")
	s := must(store.OpenOrCreate(path))(t)
	defer s.Close()
	if runtime.GOOS == "windows" {
		return // rights are kept otherwise there
	}
	for name, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700, filepath.Dir(filepath.Dir(path)): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v, want %v", name, info.Mode(), err, want)
		}
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file stand %v", left)
	}
}

// TestAPlanWrittenAtOnce is the same file as one that grew, and grows on.
func TestAPlanWrittenAtOnce(t *testing.T) {
	_, entries := made(t, 300)
	path := filepath.Join(t.TempDir(), "folder", "new.db")
	s := must(store.CreateWith(path, storetest.Kept(map[string][]steps.Entry{"plan": entries})))(t)
	storetest.Holds(t, s, "plan", entries)
	entries = append(entries, storetest.Entry(301, "en verder"))
	if err := errors.Join(s.Append("plan", 300, entries[300]), s.Close()); err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
	if _, err := store.CreateWith(path, storetest.Kept(map[string][]steps.Entry{"plan": entries[:1]})); !store.HasCode(err, store.FileExists) {
		t.Errorf("over a file: %v", err)
	}
	empty := must(store.CreateWith(path+"1", storetest.Kept(map[string][]steps.Entry{"plan": nil})))(t)
	storetest.Holds(t, empty, "plan", nil)
	if err := errors.Join(empty.Append("plan", 0, entries[0]), empty.Close()); err != nil {
		t.Errorf("in a file with nothing: %v", err)
	}
	if _, err := store.CreateWith(path+"2", storetest.Kept(map[string][]steps.Entry{"No Plan": entries[:1]})); err == nil {
		t.Error("a plan was kept under what is no id")
	}
	storetest.Holds(t, must(store.OpenReadOnly(path))(t), "plan", entries)
}

func TestCreateReplacesNothing(t *testing.T) {
	path := written(t, []byte("my homework"))
	if _, err := store.Create(path); !store.HasCode(err, store.FileExists) {
		t.Errorf("create: %v", err)
	}
	if string(bytesOf(t, path)) != "my homework" {
		t.Error("it was replaced")
	}
}

func TestCreateMakesNoFolderForTheNameOfOne(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"new/", "new/.", "new/..", "new//", "deeper/new/"} {
		path := folder + "/" + name
		if _, err := store.CreateWith(path, nil); !store.HasCode(err, store.FileFolder) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if names := namesIn(t, folder); len(names) != 0 {
		t.Errorf("there are %v", names)
	}
}

// On file systems without links a new file is renamed into place, and still replaces nothing.
func TestPlaceWithoutLinks(t *testing.T) {
	folder := t.TempDir()
	noLinks := func(from, to string) error { return &os.LinkError{Op: "link", Old: from, New: to, Err: fs.ErrInvalid} }
	for _, name := range []string{"first", "second"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(folder, "f.db")
	if err := store.PlaceWith(filepath.Join(folder, "first"), path, noLinks); err != nil {
		t.Fatal(err)
	}
	if err := store.PlaceWith(filepath.Join(folder, "second"), path, noLinks); !store.HasCode(err, store.FileExists) {
		t.Errorf("the second: %v", err)
	}
	if string(bytesOf(t, path)) != "first" {
		t.Error("the first was replaced")
	}
}
