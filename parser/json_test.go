package parser

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

func marshal(t *testing.T, value any) string {
	t.Helper()
	data, err := json.MarshalIndent(value, "", " ")
	require.NoError(t, err)
	return string(data)
}

func TestRecordHasTheFieldsOfTheContractInItsOrder(t *testing.T) {
	source := Source{Path: "a/b.pdf", SHA256: "abc", Format: "pdf", Pages: 6, Reader: "pdfium"}
	report := &Report{
		Organ: "某市人民政府", Year: 2024, Template: "2021",
		Tables: []Table{{Key: form.Remedies, Where: document.Place{Page: 4, Box: document.Box{X0: 60, Y0: 310, X1: 435, Y1: 655}}}},
		Sections: []Section{{Number: 1, Heading: "一、总体情况", Title: "总体情况", Official: 1,
			Passages: []Passage{{Text: "甲"}, {Text: "乙"}}, Where: document.Place{Page: 1}}},
		Figures: []Figure{
			{ID: "applications.new.business", State: Number, Value: 3120000, Raw: "3,120,000", Where: document.Place{Table: 2, Row: 5, Column: 4}},
			{ID: "applications.new.total", State: Dash, Raw: "/", Doubt: "字迹不清", Where: document.Place{Page: 2}},
		},
	}
	assert.Equal(t, `{
 "schema": "gouji.report/1",
 "source": {
  "path": "a/b.pdf",
  "sha256": "abc",
  "format": "pdf",
  "pages": 6,
  "reader": "pdfium"
 },
 "organ": "某市人民政府",
 "year": 2024,
 "template": "2021",
 "tables": [
  {
   "table": "remedies",
   "template": null,
   "where": {
    "page": 4,
    "box": [
     60,
     310,
     435,
     655
    ]
   }
  }
 ],
 "sections": [
  {
   "number": 1,
   "heading": "一、总体情况",
   "title": "总体情况",
   "text": "甲\n乙",
   "where": {
    "page": 1
   },
   "official": 1
  }
 ],
 "figures": [
  {
   "id": "applications.new.business",
   "state": "number",
   "value": 3120000,
   "raw": "3,120,000",
   "doubtful": false,
   "where": {
    "table": 2,
    "row": 5,
    "column": 4
   }
  },
  {
   "id": "applications.new.total",
   "state": "dash",
   "value": null,
   "raw": "/",
   "doubtful": true,
   "doubt": "字迹不清",
   "where": {
    "page": 2
   }
  }
 ],
 "error": null
}`, marshal(t, NewRecord(source, report, nil)))
}

func TestRecordOfAFileThatCouldNotBeRead(t *testing.T) {
	failure := document.Errorf(document.Encrypted, "有密码")
	assert.JSONEq(t, `{"schema": "gouji.report/1", "source": {"path": "a.pdf", "sha256": ""},
		"organ": null, "year": null, "template": null, "tables": [], "sections": [], "figures": [],
		"error": {"kind": "encrypted", "message": "有密码"}}`,
		marshal(t, NewRecord(Source{Path: "a.pdf"}, nil, failure)))
}

func TestRecordTellsWhatTheContractDoesNotAskFor(t *testing.T) {
	record := NewRecord(Source{}, &Report{
		Title: "年报", Incomplete: "第3页读不出", Revisions: document.Revisions{Deletions: 2},
		Period: &Period{From: Date{Year: 2024, Month: 1, Day: 1}, To: Date{Year: 2024, Month: 12, Day: 31}},
		Date:   &Date{Year: 2025, Month: 1, Day: 20},
	}, nil)
	assert.Equal(t, "年报", record.Title)
	assert.Equal(t, "第3页读不出", record.Incomplete)
	assert.Equal(t, &[2]string{"2024-01-01", "2024-12-31"}, record.Period)
	assert.Equal(t, "2025-01-20", record.Date)
	assert.Equal(t, 2, record.Revisions.Deletions)
}

func TestAmountIsPlain(t *testing.T) {
	for value, want := range map[Amount]string{
		0: "0", 3120: "3120", -417: "-417", 0.04: "0.04", 1e21: "1000000000000000000000", 1e-7: "0.0000001",
		Amount(math.Inf(1)): "null",
	} {
		assert.Equal(t, want, marshal(t, value))
	}
}
