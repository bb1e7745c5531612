package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
)

func TestPlacesThatNameTheOrganVote(t *testing.T) {
	preface := "根据《中华人民共和国政府信息公开条例》的要求，松陵市财政局编写了本报告。读者可与松陵市财政局联系。"
	for name, c := range map[string]struct {
		title, preface, signature string
		organ                     string
		sure                      bool
	}{
		"all agree":                    {"松陵市财政局", preface, "松陵市财政局", "松陵市财政局", true},
		"the title is misread":         {"不陵有市财政局", preface, "松陵市财政局", "松陵市财政局", false},
		"nothing but the title":        {"松陵市财政局", "本报告内容分六个方面。", "", "松陵市财政局", false},
		"two that differ":              {"松陵市财政局", "", "松陡市财政局", "松陵市财政局", false},
		"all differ":                   {"松陵市财政局", "现公布松陡市财政局的报告。", "松陵市财致局", "松陵市财政局", false},
		"a title without an organ":     {"", preface, "松陵市财政局", "松陵市财政局", true},
		"the title lost a character":   {"陵市财政局", preface, "", "陵市财政局", false},
		"the text is another's":        {"禾源县统计局", preface, "", "禾源县统计局", false},
		"no place in the name":         {"不源有具民政局", "不源有具民政局编写了本报告。", "不源有具民政局", "不源有具民政局", false},
		"no organ anywhere":            {"", "本报告内容分六个方面。", "", "", false},
		"the title breaks off at 人民政府": {"松陵市人民政府", "松陵市人民政府办公室编制。", "松陵市人民政府", "松陵市人民政府", true},
	} {
		organ, doubt := electOrgan(c.title, []string{c.preface, c.signature}, c.signature)
		assert.Equal(t, c.organ, organ, name)
		assert.Equal(t, c.sure, doubt == "", "%s: %s", name, doubt)
	}
}

// Tesseract does not know 岫 and reads 册 everywhere, never as surely as what it knows.
func TestACharacterOfTheOrganIsUnsureWhereNoPlaceReadItSurely(t *testing.T) {
	paragraph := func(text, unsure string) document.Block {
		return document.Block{Paragraph: &document.Paragraph{Text: text, Unsure: unsure}}
	}
	title, preface := "云册市财政局", "现公布云册市财政局的报告。"
	for name, c := range map[string]struct {
		blocks []document.Block
		want   string
	}{
		"one place was sure of it":      {[]document.Block{paragraph(title, "册市"), paragraph(preface, "现市")}, "市"},
		"each character in one place":   {[]document.Block{paragraph(title, "云"), paragraph(preface, "册")}, ""},
		"other paragraphs do not count": {[]document.Block{paragraph(title, "册"), paragraph("手册", "")}, "册"},
		"none has the name":             {nil, "云"},
	} {
		assert.Equal(t, c.want, unsureCharacter(title, &document.Document{Blocks: c.blocks}), name)
	}
}

func TestTheYearOfAScanNeedsAnotherPlace(t *testing.T) {
	period := func(year int) *Period { return &Period{To: Date{Year: year}} }
	assert.Empty(t, (&Report{Year: 2024, Period: period(2024)}).doubtfulYear(nil))
	assert.NotEmpty(t, (&Report{Year: 2021, Period: period(2024)}).doubtfulYear(nil))
	assert.Empty(t, (&Report{Year: 2024}).doubtfulYear([]string{"2024年，本机关"}))
	assert.NotEmpty(t, (&Report{Year: 2024}).doubtfulYear([]string{"2021年，本机关"}))
	assert.NotEmpty(t, (&Report{}).doubtfulYear(nil))
}
