package corpus_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// What becomes of a report whose file is damaged, by damage and format:
//
//	whole    every figure is read, and is sure
//	part     the report says that it is incomplete; what was read of it is right, and
//	         sure but for the row in which it breaks off
//	doubt    the report says that it is incomplete, and its figures are doubtful
//	corrupt  it is refused, as a file that is damaged
//	-        there is no such damage in the format
//
// Of none a figure is another and sure, and none is accused of what the file
// lost: the rules find in it nothing that they do not find in the whole file.
const afterDamage = `
                            docx     odt      html     mht      rtf      doc      pdf      chromium ofd
bytes-before                whole    whole    whole    whole    whole    -        whole    whole    whole
bytes-after                 whole    whole    whole    whole    whole    whole    whole    whole    whole
last-100-bytes-lost         part     part     part     whole    part     corrupt  part     part     part
cut-at-9/10                 doubt    doubt    part     part     part     corrupt  corrupt  part     corrupt
cut-at-half                 corrupt  corrupt  part     part     part     corrupt  corrupt  corrupt  corrupt
no-directory                part     part     -        -        -        -        part     part     part
wrong-directory             part     part     -        -        -        -        part     part     part
wrong-checksum              doubt    doubt    -        -        -        -        -        -        doubt
bit-in-packed-text          doubt    doubt    -        -        -        -        doubt    doubt    doubt
sector-of-text-zeroed       doubt    doubt    doubt    doubt    doubt    doubt    doubt    doubt    doubt
no-end-mark                 -        -        part     whole    part     -        part     whole    -
update-appended             -        -        -        -        -        -        whole    whole    -
`

var damagedSamples = map[string]string{
	"docx": "2021-clean-word.docx", "odt": "open-document.odt", "html": "2020-clean.html", "mht": "saved-page.mht",
	"rtf": "rtf-named-doc.doc", "doc": "old-word.doc", "pdf": "kangxi-radicals.pdf", "chromium": "chromium-borders.pdf",
	"ofd": "../twins/kangxi-radicals.ofd",
}

func TestWhatBecomesOfADamagedReport(t *testing.T) {
	lines := strings.Split(strings.Trim(afterDamage, "\n"), "\n")
	formats := strings.Fields(lines[0])
	for i, format := range formats {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			reader := parser.NewReader(parser.Options{Workers: 1})
			defer reader.Close()
			data, err := os.ReadFile(filepath.Join("samples", damagedSamples[format]))
			require.NoError(t, err)
			before := readDamaged(t, reader, data)
			for _, line := range lines[1:] {
				cells := strings.Fields(line)
				require.Len(t, cells, len(formats)+1, line)
				if want := cells[i+1]; want != "-" {
					after := readDamaged(t, reader, damages[cells[0]](data))
					assert.Equal(t, want, after.comparedWith(before), "%s %s: %s", format, cells[0], after.says())
				}
			}
		})
	}
}

// damages make a damaged file of a whole one.
var damages = map[string]func(data []byte) []byte{
	"bytes-before":        func(data []byte) []byte { return slices.Concat([]byte("\r\n\r\n"), data) },
	"bytes-after":         func(data []byte) []byte { return slices.Concat(data, []byte("\r\n\r\n\x00\x00")) },
	"last-100-bytes-lost": func(data []byte) []byte { return data[:len(data)-100] },
	"cut-at-9/10":         func(data []byte) []byte { return data[:len(data)*9/10] },
	"cut-at-half":         func(data []byte) []byte { return data[:len(data)/2] },
	"no-directory":        func(data []byte) []byte { return data[:directory.FindIndex(data)[0]] },
	"wrong-directory":     garbleDirectory,
	"wrong-checksum":      garbleChecksum,
	"bit-in-packed-text":  func(data []byte) []byte { return inText(data, func(text []byte) { text[len(text)*4/5] ^= 4 }) },
	"sector-of-text-zeroed": func(data []byte) []byte {
		return inText(data, func(text []byte) { clear(text[len(text)*4/5:][:min(len(text)/5, 512)]) })
	},
	"no-end-mark":     func(data []byte) []byte { return endMark.ReplaceAll(data, nil) },
	"update-appended": appendUpdate,
}

var (
	directory = regexp.MustCompile(`PK\x01\x02|\nxref|\nstartxref`)
	endMark   = regexp.MustCompile(`(?i)%%EOF\s*$|</body>\s*</html>\s*$|\}\s*$|--\s*$`)
	mainText  = regexp.MustCompile(`(?i)(word/document|content)\.xml`)
	pageText  = regexp.MustCompile(`/Filter ?/FlateDecode[^>]*>>\s*stream\r?\n`)
)

// garbleDirectory makes what should lead to the parts lead elsewhere.
func garbleDirectory(data []byte) []byte {
	data = bytes.Clone(data)
	for i := directory.FindIndex(data)[1]; i < len(data); i++ {
		if data[i] >= '0' && data[i] <= '9' || data[i] == 0 {
			data[i] ^= 1
		}
	}
	return data
}

// garbleChecksum makes the checksum of the text wrong, in the directory of an archive.
func garbleChecksum(data []byte) []byte {
	const checksum = 16 // where it stands in an entry
	data = bytes.Clone(data)
	for _, at := range mainText.FindAllIndex(data, -1) {
		if entry := bytes.LastIndex(data[:at[0]], []byte("PK\x01\x02")); entry >= 0 {
			data[entry+checksum] ^= 1
		}
	}
	return data
}

// inText damages the bytes that the text is stored in, packed or not.
func inText(data []byte, damage func(text []byte)) []byte {
	data = bytes.Clone(data)
	from, to := len(data)/4, len(data)*3/4
	if at := mainText.FindIndex(data); at != nil && bytes.HasPrefix(data, []byte("PK")) {
		from = at[1]
		to = from + bytes.Index(data[from:], []byte("PK"))
	} else if at := pageText.FindIndex(data); at != nil {
		from = at[1]
		to = from + bytes.Index(data[from:], []byte("endstream"))
	}
	damage(data[from:to])
	return data
}

// appendUpdate appends what signing a PDF file appends: an object more, its
// table, and a trailer that leads to the table before.
func appendUpdate(data []byte) []byte {
	last := regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`).FindSubmatch(data)
	trailer := regexp.MustCompile(`(?s)trailer\s*<<(.*?)>>\s*startxref`).FindSubmatch(data)
	object := len(data)
	out := slices.Concat(data, []byte("9999 0 obj\n<</Type/Sig>>\nendobj\n"))
	table := len(out)
	entries := regexp.MustCompile(`/Size \d+`).ReplaceAll(trailer[1], []byte("/Size 10000"))
	return slices.Concat(out, []byte("xref\n9999 1\n"), fmt.Appendf(nil, "%010d", object), []byte(" 00000 n \ntrailer\n<<"), entries,
		[]byte("/Prev "), last[1], []byte(">>\nstartxref\n"), fmt.Append(nil, table), []byte("\n%%EOF\n"))
}

// damaged is what was read of a damaged file.
type damaged struct {
	report   *parser.Report
	findings []validate.Finding
	err      *document.Error
}

func readDamaged(t *testing.T, reader *parser.Reader, data []byte) *damaged {
	t.Helper()
	d, err := reader.Read(context.Background(), "x", data)
	var report *parser.Report
	if err == nil {
		report, err = parser.Parse(d)
	}
	if err != nil {
		var known *document.Error
		require.True(t, errors.As(err, &known), "%v", err)
		return &damaged{err: known}
	}
	return &damaged{report: report, findings: validate.Run(report)}
}

// comparedWith names the outcome.
func (d *damaged) comparedWith(whole *damaged) string {
	if d.err != nil {
		return string(d.err.Kind)
	}
	doubts := 0
	for _, f := range d.report.Figures {
		old := whole.report.Figure(f.ID)
		switch {
		case f.Doubt != "" && (old == nil || old.Doubt == ""):
			doubts++
		case old == nil || old.State != f.State || old.Value != f.Value:
			return "another number: " + f.ID
		}
	}
	for _, f := range d.findings {
		if f.Severity != validate.Info && !slices.ContainsFunc(whole.findings, func(o validate.Finding) bool { return o.Rule == f.Rule }) {
			return "accused: " + f.Rule
		}
	}
	switch missing := len(whole.report.Figures) - len(d.report.Figures); {
	case doubts > len(d.report.Figures)/2 && d.report.Incomplete != "":
		return "doubt"
	case d.report.Incomplete != "":
		return "part"
	case doubts > 0, missing > 0:
		return "not said to be incomplete"
	}
	return "whole"
}

func (d *damaged) says() string {
	if d.err != nil {
		return d.err.Error()
	}
	return d.report.Incomplete
}
