package dataset

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/corpus/store"
)

// describe writes what tells people and programs what the tables are.
func (to *folder) describe(x *index) error {
	return cmp.Or(
		to.propose(x.proposed),
		to.save("codebook.zh.md", codebook(to.tables(), "zh")),
		to.save("codebook.en.md", codebook(to.tables(), "en")),
		to.save("gouji.do", stata(to.tables())),
		to.save("gouji.R", rScript(to.tables())),
		to.save("CITATION.cff", citation(x, to.contentHash())),
		to.saveJSON("datapackage.json", to.dataPackage(x)),
		to.saveJSON("manifest.json", to.manifest(x)),
	)
}

// tables are the tables in the order they were begun.
func (to *folder) tables() []*table.Table {
	var list []*table.Table
	for _, p := range to.products {
		if p.table != nil && isPlain(p.name) {
			list = append(list, p.table)
		}
	}
	return list
}

func isPlain(name string) bool { return path.Ext(name) == ".csv" || path.Ext(name) == ".jsonl" }

func (to *folder) saveJSON(name string, value any) error {
	var data bytes.Buffer
	encoder := json.NewEncoder(&data)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	return to.save(name, data.Bytes())
}

// dataPackage is datapackage.json (Frictionless Data Package, version 1).
type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Keywords    []string   `json:"keywords"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Name        string        `json:"name"`
	Path        string        `json:"path"`
	Title       string        `json:"title"`
	Description string        `json:"description"`
	Format      string        `json:"format"`
	MediaType   string        `json:"mediatype"`
	Encoding    string        `json:"encoding"`
	Bytes       int64         `json:"bytes"`
	Hash        string        `json:"hash"`
	Schema      *table.Schema `json:"schema"`
}

var mediaTypes = map[string]string{"csv": "text/csv", "jsonl": "application/jsonl"}

func (to *folder) dataPackage(x *index) *dataPackage {
	d := &dataPackage{Profile: "data-package", Name: "gouji-dataset", ID: "sha256:" + to.contentHash(), Title: x.title(),
		Description: "政府信息公开工作年度报告的三张法定表格、正文和问题，每个数字都有出处；表和列的说明见 codebook.zh.md。\nThe statutory tables, text and findings of annual reports on open government information, with the provenance of every number; see codebook.en.md.",
		Keywords:    []string{"政府信息公开", "年度报告", "依申请公开", "open government information", "China"}}
	for _, p := range to.products {
		if p.table != nil && isPlain(p.name) {
			d.Resources = append(d.Resources, p.resource())
		}
	}
	return d
}

func (p *product) resource() resource {
	format := strings.TrimPrefix(path.Ext(p.name), ".")
	return resource{Name: p.table.Name, Path: p.name, Title: p.table.Title.ZH + " / " + p.table.Title.EN, Description: p.table.About.ZH + " / " + p.table.About.EN,
		Format: format, MediaType: mediaTypes[format], Encoding: "utf-8", Bytes: p.size, Hash: "sha256:" + p.sha256, Schema: p.table.Schema()}
}

// contentHash is the hash of the plain tables: it names what the dataset says,
// whatever the formats beside.
func (to *folder) contentHash() string {
	sum := newDigest()
	for _, p := range to.products {
		if p.table != nil && isPlain(p.name) {
			sum.add(p.name + " " + p.sha256)
		}
	}
	return sum.String()
}

// manifest is manifest.json: how to make the dataset again, and what it is then.
type manifest struct {
	Schema  string        `json:"schema"` // "gouji.dataset/1"
	Program string        `json:"program"`
	Command []string      `json:"command"`
	Content string        `json:"content_sha256"` // of the plain tables
	Runs    []manifestRun `json:"runs"`
	// Register and Panel are the hashes of files that the researcher added.
	Register string         `json:"register_sha256,omitempty"`
	Panel    string         `json:"panel_sha256,omitempty"`
	Files    []manifestFile `json:"files"`
}

type manifestRun struct {
	Run       int      `json:"run"`
	Store     string   `json:"store"`
	Number    int      `json:"number"` // of the run in its store
	Program   string   `json:"program"`
	Builder   string   `json:"builder"`
	Command   []string `json:"command"`
	Inputs    string   `json:"inputs_sha256"` // of the hashes of all files, a line each, in their order; files has each
	Rules     string   `json:"rules_sha256"`
	RuleCount int      `json:"rules"`
	Register  string   `json:"register_sha256,omitempty"`
	House     string   `json:"house_rules_sha256,omitempty"`
}

type manifestFile struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
	Rows   *int   `json:"rows,omitempty"`
}

func (to *folder) manifest(x *index) *manifest {
	m := &manifest{Schema: "gouji.dataset/1", Program: x.options.Program, Command: x.options.Command, Content: to.contentHash(), Register: x.options.RegisterHash, Panel: x.options.PanelHash}
	for _, r := range x.runs {
		m.Runs = append(m.Runs, r.manifest())
	}
	for _, p := range to.products {
		f := manifestFile{Path: p.name, Bytes: p.size, SHA256: p.sha256}
		if p.table != nil {
			f.Rows = &p.rows
		}
		m.Files = append(m.Files, f)
	}
	return m
}

func (r *run) manifest() manifestRun {
	rules, _ := json.Marshal(r.Run.Rules) // they were JSON in the store
	return manifestRun{Run: r.number, Store: r.Store.Path(), Number: r.Run.Number, Program: r.Run.Program, Builder: r.Run.Builder, Command: r.Run.Command,
		Inputs: r.digest, Rules: HashOf(rules), RuleCount: len(r.Run.Rules), Register: attached(r.Run.Units), House: attached(r.Run.House)}
}

func attached(a *store.Attachment) string {
	if a == nil {
		return ""
	}
	return HashOf(a.Data)
}

// HashOf is the SHA-256 of data, in hex.
func HashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// title is the dataset's, a plain one where the researcher gave none.
func (x *index) title() string {
	s := x.summary
	years := ""
	switch {
	case s.FirstYear == 0:
	case s.FirstYear == s.LastYear:
		years = fmt.Sprintf("，%d年", s.FirstYear)
	default:
		years = fmt.Sprintf("，%d—%d年", s.FirstYear, s.LastYear)
	}
	return cmp.Or(x.options.Title, fmt.Sprintf("政府信息公开工作年度报告数据集（%d份%s）", s.Reports, years))
}

// citation is CITATION.cff (version 1.2.0). It has no date: the content's hash
// names the dataset.
func citation(x *index, content string) []byte {
	var b strings.Builder
	b.WriteString("cff-version: 1.2.0\nmessage: 引用本数据集时请注明以下信息。\ntype: dataset\n")
	fmt.Fprintf(&b, "title: %s\n", yamlText(x.title()))
	authors := x.options.Authors
	if len(authors) == 0 {
		b.WriteString("# 没有写明编者，暂写程序名；用 gouji dataset --author 写明\n")
		authors = []string{"gouji"}
	}
	b.WriteString("authors:\n")
	for _, author := range authors {
		fmt.Fprintf(&b, "  - name: %s\n", yamlText(author))
	}
	fmt.Fprintf(&b, "version: %s\n", yamlText(content[:12])) // else 123456e78901 would be a number
	fmt.Fprintf(&b, "identifiers:\n  - type: other\n    value: %s\n    description: 数据表内容的 SHA-256（manifest.json）\n", yamlText("sha256:"+content))
	return []byte(b.String())
}

// yamlText is a text as YAML, on one line: JSON is YAML.
func yamlText(s string) string {
	data, _ := json.Marshal(s)
	return string(data)
}
