package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"gouji/corpus/store"
	"gouji/validate"
	"gouji/validate/mend"
)

const changesName = "变化"

var changeHeads = []string{"单位", "年度", "情况", "级别", "编码", "问题", "文件"}

var changeWidths = []float64{28, 7, 14, 7, 8, 70, 34}

// compare writes what became of the reports since the run before, if there was one.
func (b *book) compare(s *store.Store) error {
	if b.run.Number < 2 {
		return nil
	}
	before, err := s.Run(b.run.Number - 1)
	if err != nil {
		return err
	}
	changes, err := store.Compare(s, before, s, b.run)
	if err != nil {
		return err
	}
	return b.writeChanges(changes)
}

func (b *book) writeChanges(changes []store.Change) error {
	s, err := b.sheet(layout{name: changesName, widths: changeWidths, frozen: 2, heads: 3, paper: paperA4, tab: "7030A0", narrow: true})
	if err != nil {
		return err
	}
	if err := s.titled(fmt.Sprintf("第%d次核对：与第%d次相比", b.run.Number, b.run.Number-1), changeWords(changes)); err != nil {
		return err
	}
	if err := s.headed(30, changeHeads...); err != nil {
		return err
	}
	for i := range changes {
		if err := b.change(s, &changes[i]); err != nil {
			return err
		}
	}
	return nil
}

func changeWords(changes []store.Change) string {
	var mended, open, fresh, unclear int
	for _, c := range changes {
		mended, open, fresh, unclear = mended+len(c.Mended), open+len(c.Open), fresh+len(c.New), unclear+len(c.Unclear)
	}
	return fmt.Sprintf("改好 %d 处，仍有 %d 处，新出现 %d 处，待核（读不清或没有再报，说不准是否改好）%d 处", mended, open, fresh, unclear)
}

// change writes the rows of one report.
func (b *book) change(s *sheet, c *store.Change) error {
	for _, part := range []struct {
		look look
		word string
		list []validate.Finding
	}{{good, "改好", c.Mended}, {isWarning, "仍有", c.Open}, {isError, "新出现", c.New}, {doubted, "待核", c.Unclear}} {
		for _, f := range part.list {
			if err := b.changeRow(s, c, b.text(part.look, part.word), &f); err != nil {
				return err
			}
		}
	}
	switch {
	case c.Absent:
		return b.changeRow(s, c, b.text(doubted, "这次没有报送"), nil)
	case c.Unread:
		return b.changeRow(s, c, b.text(isError, "这次没能读取"), nil)
	case c.First:
		return b.changeRow(s, c, b.text(isInfo, "上次没有"), nil)
	}
	return nil
}

func (b *book) changeRow(s *sheet, c *store.Change, state excelize.Cell, f *validate.Finding) error {
	name, year := b.text(plain, c.Organ), b.text(faint, "不明")
	if c.Organ == "" {
		name = b.text(faint, "（题目没有写明机关）")
	}
	if c.Year != 0 {
		year = b.value(centred, c.Year)
	}
	severity, code, message := b.text(plain, ""), b.text(plain, ""), b.text(plain, "")
	if f != nil {
		severity, code, message = b.text(severityLooks[f.Severity], mend.Severity(f.Severity).ZH), b.text(plain, f.Code), b.text(plain, f.Message.ZH)
	}
	return s.add([]excelize.Cell{name, year, state, severity, code, message, b.text(faint, shown(c.Path))})
}
