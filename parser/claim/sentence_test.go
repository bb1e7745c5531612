package claim_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/claim"
)

func TestFlat(t *testing.T) {
	for printed, want := range map[string]string{
		"共收到申请 １，２３４ 件":   "共收到申请1234件",
		"二〇二四年，我 县（区）":    "2024年,我县(区)",
		"1,234,567条、5,5件": "1234567条、5,5件",
		"其中：①20件，②3件":     "其中:,20件,,3件",
		"收到12①件、35²件":     "收到12件、35件",
		"①一是，12②340件":     "1一是,12、340件",
	} {
		assert.Equal(t, want, claim.Flat(printed))
	}
}

func TestSentencesKnowTheirTopic(t *testing.T) {
	type known struct {
		text  string
		topic claim.Topic
	}
	var list []known
	for _, s := range claim.Sentences([]claim.Paragraph{
		{Text: "本报告由某局编制。", Section: 0},
		{Text: "（一）主动公开。公开信息5条；收到申请2件。", Section: 1},
		{Text: "（二）依申请公开情况", Section: 1},
		{Text: "全年共收到申请5件。", Section: 1},
		{Text: "收到申请3件。", Section: 5},
	}) {
		list = append(list, known{s.Text, s.Topic})
	}
	assert.Equal(t, []known{
		{"本报告由某局编制", claim.NoTopic},
		{"(一)主动公开", claim.OtherTopic}, {"公开信息5条", claim.OtherTopic}, {"收到申请2件", claim.OtherTopic},
		{"(二)依申请公开情况", claim.Applications}, {"全年共收到申请5件", claim.Applications},
		{"收到申请3件", claim.NoTopic},
	}, list)
}

func TestClauseOfAPosition(t *testing.T) {
	s := claim.Sentence{Text: "全年办结3件,(其中网上2件),结转1件"}
	at := len("全年办结3件,(其中")
	assert.Equal(t, "其中", s.ClauseBefore(at))
	assert.Equal(t, "其中网上2件)", s.ClauseAround(at))
}
