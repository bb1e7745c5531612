package page_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"gouji/corpus"
	"gouji/corpus/page"
	"gouji/corpus/store"
	"gouji/parser/document/documenttest"
	"gouji/validate"
)

const (
	rowSum  = "2021-row-sum-off-by-one.pdf"
	balance = "2021-balance.docx"
	dashes  = "blank-and-dash-cells.html"
)

// hostile is a name in a zip file that would be markup if it were not shown as text.
const hostile = `<img src=x onerror=alert(1)>&.html`

// shared is a run over a season, which most tests look at, and the page of it.
var shared struct {
	once   sync.Once
	folder string
	store  *store.Store
	run    *store.Run
	page   []byte
}

func TestMain(m *testing.M) {
	shared.folder, _ = os.MkdirTemp("", "page") // where it fails the tests do, too
	code := m.Run()
	os.RemoveAll(shared.folder)
	os.Exit(code)
}

// whole is the shared page.
func whole(t *testing.T) []byte {
	t.Helper()
	shared.once.Do(func() {
		folder := filepath.Join(shared.folder, "年报")
		fill(t, folder)
		shared.store, shared.run = checked(t, shared.folder, folder)
		shared.page = written(t, shared.store, shared.run, page.Options{})
	})
	require.NotEmpty(t, shared.page)
	return shared.page
}

// fill lays some samples under their names into a folder, a file that is no report, and
// one whose name and words are an attack.
func fill(t *testing.T, folder string) {
	t.Helper()
	require.NoError(t, os.Mkdir(folder, 0o755))
	for _, name := range []string{rowSum, balance, dashes} {
		lay(t, filepath.Join(folder, name), bytesOf(t, "../samples/"+name))
	}
	lay(t, filepath.Join(folder, "poison.pdf"), []byte("no PDF at all"))
	attack := `若干&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--`
	words := bytes.Replace(bytesOf(t, "../samples/"+dashes), []byte("若干"), []byte(attack), 1)
	lay(t, filepath.Join(folder, "补报.zip"), documenttest.Zip(t, hostile, string(words)))
}

func lay(t *testing.T, path string, data []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, data, 0o644))
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// checked is a store in a folder with a run over the reports of another.
func checked(t *testing.T, at, folder string) (*store.Store, *store.Run) {
	t.Helper()
	s, err := store.Open(filepath.Join(at, "s.db"), "test")
	require.NoError(t, err)
	readings, err := (&corpus.Batch{Paths: []string{folder}, Cache: s}).Read(context.Background())
	require.NoError(t, err)
	about := store.About{Program: "gouji test", Command: []string{"gouji", "batch"}}
	for _, rule := range (&validate.Options{}).InForce() {
		about.Rules = append(about.Rules, store.NewCard(rule))
	}
	run, err := s.Record(about, readings.Files(), readings.Check(context.Background()))
	require.NoError(t, err)
	return s, run
}

func written(t *testing.T, s *store.Store, run *store.Run, o page.Options) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, page.Write(context.Background(), path, s, run, o))
	entries, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	require.Len(t, entries, 1, "nothing is left beside the page")
	return bytesOf(t, path)
}

// scripts are the contents of the script elements by id; the page's own has none.
func scripts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	list := map[string]string{}
	visit(t, data, func(n *html.Node) {
		if n.Data != "script" {
			return
		}
		id := attribute(n, "id")
		require.NotContains(t, list, id)
		require.Equal(t, id == "", attribute(n, "type") == "", "only the page's own is run")
		list[id] = n.FirstChild.Data
	})
	return list
}

// visit walks the elements of a page.
func visit(t *testing.T, data []byte, do func(*html.Node)) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	require.NoError(t, err)
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			do(n)
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// The data as the scripts see it.
type (
	overview struct {
		Reports []head
		Rules   map[string]struct{ Mend struct{ ZH string } }
		Left    struct{ Reports, Pages int }
		Drawn   bool
	}
	head struct {
		State, Organ, Path string
		Year, Error        int
		Rules              []string
	}
	report struct {
		Error  string
		Items  []struct{ Heads, Follows []finding }
		Pages  []int
		Tables []struct {
			Key   string
			Cells []any
			Spots [][]float64
		}
	}
	finding struct {
		Code               string
		Text               struct{ ZH string }
		Cells, Left, Right []string
	}
	album struct {
		Error string
		Pages []struct {
			Number        int
			Width, Height float64
			PNG           []byte
		}
	}
)

func decoded[T any](t *testing.T, text string) (out T) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(text), &out), text)
	return out
}

// numberOf is the number of the report of a file.
func numberOf(t *testing.T, all overview, name string) string {
	t.Helper()
	for i, h := range all.Reports {
		if filepath.Base(h.Path) == name {
			return strconv.Itoa(i)
		}
	}
	t.Fatal(name, "is missing")
	return ""
}

func TestThePageTellsWhatTheRunFound(t *testing.T) {
	list := scripts(t, whole(t))
	all := decoded[overview](t, list["run"])
	require.Len(t, all.Reports, 5)

	one := numberOf(t, all, rowSum)
	r := decoded[report](t, list["report-"+one])
	require.Len(t, r.Items, 1)
	sum := r.Items[0].Heads[0]
	assert.Equal(t, "A14", sum.Code)
	assert.Contains(t, sum.Text.ZH, "第3页")
	assert.Equal(t, []string{"applications.total.total"}, sum.Right, "the two sides are those of the form")
	assert.Contains(t, sum.Left, "applications.other.other.total")
	assert.NotEmpty(t, all.Rules["applications-outcome-sum"].Mend.ZH)
	assert.Equal(t, []int{2, 3}, r.Pages)

	assert.NotContains(t, decoded[report](t, list["report-"+numberOf(t, all, balance)]).Pages, 1, "a Word file has no pages")
	assert.NotContains(t, list, "pictures-"+numberOf(t, all, balance))
	poison := decoded[report](t, list["report-"+numberOf(t, all, "poison.pdf")])
	assert.NotEmpty(t, poison.Error)
}

func TestCellsAreShownInTheirState(t *testing.T) {
	list := scripts(t, whole(t))
	r := decoded[report](t, list["report-"+numberOf(t, decoded[overview](t, list["run"]), dashes)])
	states := map[any]int{}
	for _, table := range r.Tables {
		for _, cell := range table.Cells {
			switch cell := cell.(type) {
			case map[string]any:
				states[cell["state"]]++
			case float64:
				states["number"]++
			}
		}
	}
	assert.Equal(t, map[any]int{"number": 192, "dash": 5, "blank": 2, "bad": 1}, states)
}

func TestBoxesLieOnTheirCells(t *testing.T) {
	list := scripts(t, whole(t))
	one := numberOf(t, decoded[overview](t, list["run"]), rowSum)
	pictures := decoded[album](t, list["pictures-"+one])
	require.Len(t, pictures.Pages, 2)
	second := pictures.Pages[0]
	assert.InDelta(t, 595, second.Width, 1)
	picture, err := png.Decode(bytes.NewReader(second.PNG))
	require.NoError(t, err)
	scale := float64(picture.Bounds().Dx()) / second.Width

	spots := 0
	for _, spot := range decoded[report](t, list["report-"+one]).Tables[0].Spots {
		require.EqualValues(t, 2, spot[0])
		dark := 0
		for x := scale * (spot[1] + 2); x < scale*(spot[3]-2); x++ {
			for y := scale * (spot[2] + 2); y < scale*(spot[4]-2); y++ {
				if grey, _, _, _ := picture.At(int(x), int(y)).RGBA(); grey < 0x8000 {
					dark++
				}
			}
		}
		assert.Greater(t, dark, 5, "a number is printed at %v", spot)
		spots++
	}
	assert.Equal(t, 10, spots)
}

func TestTheSameRunGivesTheSameBytes(t *testing.T) {
	once := whole(t)
	again := written(t, shared.store, shared.run, page.Options{Batch: corpus.Batch{Jobs: 1}})
	assert.True(t, bytes.Equal(once, again), "whatever the number of workers")
}

func TestStrangersWordsAreNeverMarkup(t *testing.T) {
	data := whole(t)
	list := scripts(t, data)
	assert.Contains(t, list["run"], `\u003cimg src=x onerror=alert(1)\u003e\u0026.html`)
	assert.Contains(t, strings.Join(slices.Collect(maps.Values(list)), ""), `\u003c/script\u003e`, "the attack is there, as data")
	allowed := strings.Fields("html head meta title style body header a nav button main p noscript script")
	visit(t, data, func(n *html.Node) {
		assert.Contains(t, allowed, n.Data)
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on"), "%s has a handler", n.Data)
		}
	})
	for _, word := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"} {
		assert.NotContains(t, list[""], word, "text reaches the document as text only")
	}
}

func TestThePolicyLetsNothingInButThePagesOwn(t *testing.T) {
	data := whole(t)
	policy, own := "", map[string]string{}
	visit(t, data, func(n *html.Node) {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(n, "content")
		}
		if n.Data == "style" || n.Data == "script" && attribute(n, "id") == "" {
			own[n.Data] = n.FirstChild.Data
		}
	})
	assert.Contains(t, policy, "default-src 'none'")
	for name, text := range own {
		sum := sha256.Sum256([]byte(text))
		assert.Contains(t, policy, name+"-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	nameOfSVG := "http://www.w3.org/2000/svg" // is asked of nobody
	assert.NotRegexp(t, `https?://`, strings.ReplaceAll(string(data), nameOfSVG, ""))
}

func TestPicturesKeepToTheirRoom(t *testing.T) {
	one := "pictures-" + numberOf(t, decoded[overview](t, scripts(t, whole(t))["run"]), rowSum)
	for _, c := range []struct {
		room  page.Pictures
		pages int // left out
		drawn bool
	}{{page.AllPictures, 0, true}, {1000, 2, true}, {page.NoPictures, 0, false}} {
		list := scripts(t, written(t, shared.store, shared.run, page.Options{Pictures: c.room}))
		all := decoded[overview](t, list["run"])
		assert.Equal(t, c.pages, all.Left.Pages)
		assert.Equal(t, c.drawn, all.Drawn)
		_, has := list[one]
		assert.Equal(t, c.room == page.AllPictures, has)
	}
}

func TestAFileThatWasChangedSinceIsNotShown(t *testing.T) {
	folder := t.TempDir()
	lay(t, filepath.Join(folder, rowSum), bytesOf(t, "../samples/"+rowSum))
	s, run := checked(t, t.TempDir(), folder)
	defer s.Close()
	lay(t, filepath.Join(folder, rowSum), []byte("another file"))
	list := scripts(t, written(t, s, run, page.Options{}))
	one := numberOf(t, decoded[overview](t, list["run"]), rowSum)
	pictures := decoded[album](t, list["pictures-"+one])
	assert.Empty(t, pictures.Pages)
	assert.Contains(t, pictures.Error, "改动")

	require.NoError(t, os.Remove(filepath.Join(folder, rowSum)))
	list = scripts(t, written(t, s, run, page.Options{}))
	assert.Contains(t, decoded[album](t, list["pictures-"+one]).Error, "不存在")
}
