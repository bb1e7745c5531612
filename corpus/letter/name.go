package letter

import (
	"fmt"
	"path"
	"strings"

	"gouji/corpus"
)

// maxName is how many characters of a unit's name go into a file name.
const maxName = 40

// names are the file names of the units' letters: 第1次-青溪县教育局-2024.docx. Several
// letters of one name are numbered.
func names(units []*unit, run int) []string {
	var list []string
	used := map[string]bool{}
	for _, u := range units {
		name := fmt.Sprintf("第%d次-%s", run, u.fileName())
		free := name
		for n := 2; used[strings.ToLower(free)]; n++ { // Windows takes A and a for one
			free = fmt.Sprintf("%s（%d）", name, n)
		}
		used[strings.ToLower(free)] = true
		list = append(list, free+".docx")
	}
	return list
}

// fileName is the unit as a file may be called.
func (u *unit) fileName() string {
	name := u.organ
	if name == "" {
		file := u.files[0]
		name = strings.TrimSuffix(file, path.Ext(file))
	}
	if name = corpus.FileName(name, maxName); name == "" {
		name = "未写明单位"
	}
	if u.year != 0 {
		name += fmt.Sprintf("-%d", u.year)
	}
	if u.organDoubt || u.yearDoubt {
		name += "-请核对单位和年度"
	}
	return name
}
