package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
)

const legendName = "说明"

// legend is what the looks of cells mean, with a cell as an example.
var legend = []struct {
	look          look
	example, text string
}{
	{number, "12", "读准的数字，没有问题。"},
	{faultSuspect, "12", "疑似填错的一格：改了它，有关的勾稽关系就都成立。批注里写着理由；是不是它，以台账为准。"},
	{faultError, "12", "错误涉及的格：在不成立的勾稽关系里，或不合格式。不一定是这一格填错。"},
	{faultWarning, "12", "警告涉及的格：很可能有问题，要人看一看。"},
	{faultInfo, "12", "提示涉及的格：值得知道。"},
	{doubted, "12？", "存疑：没有读准，不参与核对，请看原件。写成文字，求和时不会算进去。"},
	{isBlank, "空", "原件这一格没有填。不等于 0。"},
	{isDash, "—", "原件填的是表示“没有”的符号，照原样。不等于 0。"},
	{isBad, "“3件”", "原件填的不是数字，照原样放在引号里。"},
	{isAbsent, "", "没有这一格：这一版格式没有，或报告缺这一行、这一列、这张表。"},
}

// writeLegend writes 说明. It comes last: it tells what the others had no room for.
func (b *book) writeLegend() error {
	if err := b.tables.writeNotes(); err != nil {
		return err
	}
	s, err := b.sheet(layout{name: legendName, widths: []float64{24, 110}, paper: paperA4, tab: grey, narrow: true})
	if err != nil {
		return err
	}
	if err := s.add([]excelize.Cell{b.text(title, legendName)}, excelize.RowOpts{Height: 28}); err != nil {
		return err
	}
	for _, l := range legend {
		if err := s.add([]excelize.Cell{b.text(l.look, l.example), b.text(plain, l.text)}); err != nil {
			return err
		}
	}
	for _, line := range slices.Concat(b.origin(), b.remainders(), advice) {
		if err := s.add([]excelize.Cell{b.text(headFaint, line[0]), b.text(plain, line[1])}); err != nil {
			return err
		}
	}
	return nil
}

// origin is what the file was made with.
func (b *book) origin() [][2]string {
	list := [][2]string{
		{"第几次", fmt.Sprintf("结果库里的第%d次核对", b.run.Number)},
		{"程序", b.run.Program},
		{"命令", strings.Join(b.run.Command, " ")},
		{"规则", fmt.Sprintf("%d 条，见“%s”", len(b.run.Rules), rulesName)},
		{"份数", b.survey.words()},
	}
	if b.run.House != nil {
		list = append(list, [2]string{"本单位规定", shown(b.run.House.Path)})
	}
	if b.run.Units != nil {
		list = append(list, [2]string{"单位名录", shown(b.run.Units.Path)})
	}
	if b.run.Shard.Of > 0 {
		list = append(list, [2]string{"分工", fmt.Sprintf("第 %d 份，共 %d 份", b.run.Shard.Index, b.run.Shard.Of)})
	}
	if len(b.run.Skipped) > 0 {
		kinds, total := corpus.Kinds(b.run.Skipped, "无扩展名")
		list = append(list, [2]string{"略过的文件", fmt.Sprintf("%d 个其他类型的文件（%s）", total, strings.Join(kinds, "，"))})
	}
	return list
}

// remainders say what Excel had no room for.
func (b *book) remainders() [][2]string {
	var list [][2]string
	for _, s := range b.sheets {
		if s.left > 0 {
			list = append(list, [2]string{"没有写下的", fmt.Sprintf("“%s”写满了 Excel 的 %d 行，还有 %d 行没有写下；请分几批做。", s.name, s.row, s.left)})
		}
	}
	if b.tables.unnoted > 0 {
		list = append(list, [2]string{"没有写下的", fmt.Sprintf("“%s”写了 %d 处批注，还有 %d 格有问题而没有批注（照样填色），见“%s”。", tablesName, len(b.tables.noted), b.tables.unnoted, findingsName)})
	}
	return list
}

// advice is how to use the file.
var advice = [][2]string{
	{"打开原件", "“打开”一列打开原报告；PDF 会请阅读器翻到那一页，有的阅读器不翻，请按“位置”自己翻。链接是相对的：结果和报告的文件夹一起移动照样能用。压缩包里的文件打开压缩包；文件名里有 # 或 %、路径太长的没有链接。"},
	{"依据", "“有正式规定”的才是规定；“通行做法”和“由含义推得”不是规定，不要写成规定。"},
	{"再做一次", "这个文件只写一次：以后的核对写进另一个文件，这里的批注和核实情况不会被覆盖。"},
}
