package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/claim"
)

// money gives the certain claims of a sentence about fees, in short.
func money(text string) string {
	var list []string
	for _, c := range claim.Read(claim.Sentences([]claim.Paragraph{{Text: text, Section: 6}})) {
		switch {
		case !c.Sure() || c.Object != claim.Fee && c.Object != claim.TradeFee:
		case c.Kind == claim.None:
			list = append(list, "none "+string(c.Act))
		case !c.Quantity.Exact():
			list = append(list, fmt.Sprintf("%s ~%v%s", c.Object, c.Quantity.Value, c.Quantity.Unit))
		default:
			list = append(list, fmt.Sprintf("%s %v%s", c.Object, c.Quantity.Value, c.Quantity.Unit))
		}
	}
	return strings.Join(list, ", ")
}

func TestMoneyCollectedForProcessing(t *testing.T) {
	for text, want := range map[string]string{
		"全年收取政府信息公开信息处理费3940元。":           "processing fee 3940元",
		"本年度共收取信息处理费2笔，共计400元。":           "processing fee 400元",
		"2024年信息处理费收入为0.04万元。":            "processing fee 0.04万元",
		"发出收费通知3件，总金额1200元，实际收取信息处理费400元": "processing fee 400元",
		"全年收取信息处理费0.04":                   "processing fee 0.04",
		"收取信息处理费约400元。":                   "processing fee ~400元",
		"全年按件计收信息处理费1400元。":               "processing fee 1400元",
		"信息处理费收取数额为0.05。":                 "processing fee 0.05",
		"收取信息处理费（共计1,200元）。":              "processing fee 1200元",
		"全年收取行政事业性收费94万元，未收取信息处理费。":       "fee 94万元",
	} {
		assert.Equal(t, want, money(text), text)
	}
}

func TestMoneyThatWasNotCollected(t *testing.T) {
	for _, text := range []string{
		"按件收取信息处理费的，每件100元。",
		"信息处理费收费标准为100元/件。",
		"发出信息处理费收费通知2件，总金额400元。",
		"减免信息处理费400元。",
		"申请人逾期未缴信息处理费400元。",
		"收取信息处理费2笔。",
		"收取生活垃圾处理费113.5万元。",
		"未收取信息处理费，收取生活垃圾处理费113.5万元。",
		"收取信息处理费的，按件计收100元/件。",
		"按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本年未收取信息处理费。",
		"2023年收取罚款400元，信息处理费未收。",
		"同比减少信息处理费400元。",
	} {
		assert.Empty(t, money(text), text)
	}
}

func TestNoNoticeToPay(t *testing.T) {
	for text, want := range map[string]string{
		"2024年未发出收费通知。":                    "none notified",
		"本机关没有向申请人开具信息处理费缴费通知。":            "none notified",
		"发出收费通知0件，收取0元。":                   "none notified",
		"发出收费通知的件数和总金额以及实际收取的总金额均为0。":      "none notified",
		"不存在未发出收费通知的情况。":                   "",
		"未收取信息处理费。":                        "",
		"未发出收费通知的，不得收取信息处理费。":              "",
		"对未按收费通知要求缴费的不再处理。":                "",
		"发出收费通知2件，未收到费用，其中按件计收2件，金额为200元。": "",
	} {
		assert.Equal(t, want, money(text), text)
	}
}
