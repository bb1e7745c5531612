package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/store"
	"gouji/validate"
)

// sample copies a sample report into a folder under another name.
func sample(t *testing.T, name, folder, as string) {
	t.Helper()
	lay(t, filepath.Join(folder, as), bytesOf(t, filepath.Join("../samples", name)))
}

// changes compares two runs of a store by path of their reports.
func changes(t *testing.T, path string, before, after *store.Run) map[string]store.Change {
	t.Helper()
	s, err := store.OpenReadOnly(path)
	require.NoError(t, err)
	defer s.Close()
	list, err := store.Compare(s, before, s, after)
	require.NoError(t, err)
	byPath := map[string]store.Change{}
	for _, c := range list {
		byPath[filepath.Base(c.Path)] = c
	}
	return byPath
}

func rulesOf(list []validate.Finding) (rules []string) {
	for _, f := range list {
		rules = append(rules, f.Rule)
	}
	return rules
}

// amended is the sample whose reconsiderations do not add up, with the total that
// is right, and a fault in the litigations instead where one is asked for.
func amended(t *testing.T, litigations string) []byte {
	page := string(bytesOf(t, "../samples/remedies-sum.html"))
	cells := `<td class="value">20</td><td class="value">7</td>`
	require.Contains(t, page, cells)
	return []byte(strings.Replace(page, cells, `<td class="value">19</td><td class="value">`+litigations+`</td>`, 1))
}

func TestCompareSaysWhatIsMendedOpenAndNew(t *testing.T) {
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "s.db")
	sample(t, "remedies-sum.html", folder, "first.html")
	sample(t, "2020-outcome-total.html", folder, "untouched.html")
	sample(t, "text-contradicts-table.docx", folder, "broken.docx")
	sample(t, "2021-balance.docx", folder, "gone.docx")
	before := record(t, path, folder, 2)

	require.NoError(t, os.Remove(filepath.Join(folder, "first.html")))
	lay(t, filepath.Join(folder, "amended.html"), amended(t, "6"))
	lay(t, filepath.Join(folder, "broken.docx"), []byte("PK\x03\x04 cut off"))
	require.NoError(t, os.Remove(filepath.Join(folder, "gone.docx")))
	sample(t, "2019-idle-township.docx", folder, "late.docx")
	after := record(t, path, folder, 2)
	require.Equal(t, 2, after.Number)

	c := changes(t, path, before, after)
	unit := c["amended.html"]
	assert.Equal(t, "望泽县自然资源局", unit.Organ, "the unit is known by its name, whatever its file is called")
	assert.Contains(t, mended(unit), "remedies.reconsideration.total")
	assert.NotEmpty(t, unit.New)
	assert.Contains(t, rulesOf(c["untouched.html"].Open), "applications-balance")
	assert.Empty(t, c["untouched.html"].New)
	assert.Empty(t, c["untouched.html"].Mended)
	assert.True(t, c["broken.docx"].Unread)
	assert.True(t, c["late.docx"].First)
	assert.True(t, c["gone.docx"].Absent)
	for _, name := range []string{"broken.docx", "gone.docx"} {
		assert.Empty(t, c[name].Mended, "%s: what nobody can read has mended nothing", name)
	}
	assert.NotEmpty(t, c["gone.docx"].Unclear)
}

// A table that is left out mends none of its sums.
func TestWhatIsLeftOutIsNotMended(t *testing.T) {
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "s.db")
	sample(t, "remedies-sum.html", folder, "a.html")
	before := record(t, path, folder, 1)
	page := string(bytesOf(t, "../samples/remedies-sum.html"))
	from := strings.LastIndex(page, "<table")
	require.Contains(t, page[from:], "行政复议")
	lay(t, filepath.Join(folder, "a.html"), []byte(page[:from]+page[from+strings.Index(page[from:], "</table>"):]))
	c := changes(t, path, before, record(t, path, folder, 1))["a.html"]
	assert.Contains(t, rulesOf(c.New), "table-missing")
	assert.NotContains(t, rulesOf(c.Mended), "remedies-sum")
	assert.Contains(t, rulesOf(c.Unclear), "remedies-sum")
}

// mended are the last cells of the findings that are gone.
func mended(c store.Change) (figures []string) {
	for _, f := range c.Mended {
		figures = append(figures, f.Figures[len(f.Figures)-1])
	}
	return figures
}
