package validate

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
)

func TestRecordHasTheFieldsOfTheContractInItsOrder(t *testing.T) {
	got, want := 30.0, 3120000.0
	findings := []Finding{
		{Rule: "no-such-rule", Code: "X01", Severity: Error, Message: Text{"甲 > 乙", "a > b"}, Where: document.Place{Page: 4},
			Figures: []string{"applications.new.other", "applications.new.total"}, Got: &got, Want: &want,
			Suspect: &Suspect{"applications.new.total", 31}, Cause: -1},
		{Rule: "no-such-rule", Code: "X02", Severity: Info, Message: Text{ZH: "丙"}, Cause: 0},
	}
	report := &parser.Report{Organ: "某局", Year: 2024, Template: "2021", Figures: []parser.Figure{{Doubt: "不清"}}}
	data, err := json.Marshal(NewRecord(parser.Source{Path: "a.docx", SHA256: "ab"}, report, findings, nil, "zh"))
	require.NoError(t, err)
	assert.Equal(t, `{"schema":"gouji.check/1","source":{"path":"a.docx","sha256":"ab"},`+
		`"organ":"某局","year":2024,"template":"2021","findings":[`+
		`{"rule":"no-such-rule","code":"X01","severity":"error","message":"甲 \u003e 乙","where":{"page":4},`+
		`"figures":["applications.new.other","applications.new.total"],"got":30,"want":3120000,`+
		`"suspect":{"figure":"applications.new.total","value":31}},`+
		`{"rule":"no-such-rule","code":"X02","severity":"info","message":"丙","where":{},"figures":[],"cause":0}],`+
		`"summary":{"error":1,"warning":0,"info":1},"error":null,"doubtful":1}`, string(data))
}

func TestRecordOfAFileThatCouldNotBeRead(t *testing.T) {
	data, err := json.Marshal(NewRecord(parser.Source{Path: "a.pdf"}, nil, nil, document.Errorf(document.NoText, "没有文字"), "zh"))
	require.NoError(t, err)
	assert.JSONEq(t, `{"schema": "gouji.check/1", "source": {"path": "a.pdf", "sha256": ""}, "organ": null, "year": null,
		"template": null, "findings": [], "summary": {"error": 0, "warning": 0, "info": 0},
		"error": {"kind": "no-text", "message": "没有文字"}}`, string(data))
}

func TestRecordSpeaksTheLanguageAskedFor(t *testing.T) {
	rule := Rules()[0]
	f := []Finding{{Rule: rule.ID, Message: Text{"甲", "alpha"}, Cause: -1}}
	english := NewRecord(parser.Source{}, nil, f, nil, "en").Findings[0]
	assert.Equal(t, "alpha", english.Message)
	assert.Equal(t, rule.Title.EN, english.Title)
	assert.Equal(t, "甲", NewRecord(parser.Source{}, nil, f, nil, "zh").Findings[0].Message)
}
