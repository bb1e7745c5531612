package dataset_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/dataset"
	"gouji/corpus/dataset/panel"
	"gouji/corpus/store"
	"gouji/validate/register"
)

func renamed(t *testing.T) store.Part {
	return checked(t,
		paper{"a.html", report("青岚县农业局", "2020", balanced)},
		paper{"b.html", report("青岚县农业农村局", "2021", balanced)},
		paper{"c.html", report("民政局", "2020", balanced)},
		paper{"d.html", report("民政局", "2021", balanced)})
}

func unitIDs(t *testing.T, dir string) (ids []string) {
	for _, row := range rows(t, dir, "reports") {
		ids = append(ids, row["unit_id"])
	}
	return ids
}

// Without a register and without a person's word nothing is joined but one name,
// and not even that where it may be anybody's.
func TestOrgansAreNotJoinedSilently(t *testing.T) {
	dir, summary := write(t, dataset.Options{}, renamed(t))
	ids := unitIDs(t, dir)
	assert.Equal(t, []string{"青岚县农业局", "青岚县农业农村局"}, ids[:2])
	assert.True(t, strings.HasPrefix(ids[2], "民政局@") && strings.HasPrefix(ids[3], "民政局@") && ids[2] != ids[3])
	assert.Equal(t, 1, summary.Candidates)
	list, err := os.ReadFile(filepath.Join(dir, "panel_candidates.csv"))
	require.NoError(t, err)
	assert.Contains(t, string(list), "青岚县农业局,2020,青岚县农业农村局,2021,0.53,名称相似度 0.67；2020年止，2021年起,")
}

func TestOrgansAreJoinedByARegister(t *testing.T) {
	units, err := register.Read("units.csv", []byte("名称,曾用名,类别,级别,上级\n青岚县人民政府,,政府,县级,\n青岚县农业农村局,青岚县农业局,部门,县级,青岚县人民政府\n"))
	require.NoError(t, err)
	dir, summary := write(t, dataset.Options{Register: units}, renamed(t))
	assert.Equal(t, []string{"青岚县农业农村局", "青岚县农业农村局"}, unitIDs(t, dir)[:2])
	assert.Zero(t, summary.Candidates)
	unit := where(rows(t, dir, "units"), "unit_id", "青岚县农业农村局")[0]
	assert.Equal(t, []string{"青岚县农业农村局；青岚县农业局", "register", "2020 2021", "青岚县", "county", "department"},
		[]string{unit["names"], unit["source"], unit["years"], unit["region"], unit["level"], unit["kind"]})
}

func TestOrgansAreJoinedByAPerson(t *testing.T) {
	same := []panel.Decision{{A: "青岚县农业局", B: "青岚县农业农村局", Same: true, Line: 2}}
	dir, summary := write(t, dataset.Options{Panel: same}, renamed(t))
	assert.Equal(t, []string{"青岚县农业农村局", "青岚县农业农村局"}, unitIDs(t, dir)[:2], "the later name stands for both")
	assert.Equal(t, "confirmed", where(rows(t, dir, "units"), "unit_id", "青岚县农业农村局")[0]["source"])
	assert.Zero(t, summary.Candidates)

	same[0].Same = false
	dir, summary = write(t, dataset.Options{Panel: same}, renamed(t))
	assert.Equal(t, "青岚县农业局", unitIDs(t, dir)[0])
	assert.Zero(t, summary.Candidates, "what was decided is not asked again")

	_, err := dataset.Write(context.Background(), t.TempDir(), []store.Part{renamed(t)}, dataset.Options{
		Panel: []panel.Decision{{A: "青岚县农业局", B: "民政局", Same: true, Line: 3}}})
	assert.ErrorContains(t, err, "第3行：没有“民政局”的报告，或这个名称说不清是哪里的单位")
}

// A list that a person may have filled in is not written over.
func TestDecisionsAreKept(t *testing.T) {
	dir, part := t.TempDir(), renamed(t)
	again := func() *dataset.Summary {
		summary, err := dataset.Write(context.Background(), dir, []store.Part{part}, dataset.Options{})
		require.NoError(t, err)
		return summary
	}
	assert.Empty(t, again().Kept)
	assert.Empty(t, again().Kept, "the same list again")
	path := filepath.Join(dir, "panel_candidates.csv")
	require.NoError(t, os.WriteFile(path, []byte("mine"), 0o644))
	assert.Equal(t, []string{path}, again().Kept)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "mine", string(data))
	assert.FileExists(t, filepath.Join(dir, "panel_candidates.new.csv"))
}
