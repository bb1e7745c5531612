package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gouji/corpus/dataset"
	"gouji/corpus/dataset/panel"
)

// research is one gouji dataset: its flags.
type research struct {
	p       *program
	out     string
	formats []string
	units   string
	panel   string
	options dataset.Options
}

// datasetCommand is the command that makes a dataset of the results of batches.
func (p *program) datasetCommand() *cobra.Command {
	r := &research{p: p}
	c := &cobra.Command{
		Use:   p.say("dataset 结果… --out 文件夹", "dataset RESULTS… --out DIR"),
		Short: p.say("由结果做成供研究用的数据集", "make a dataset for research of results"),
		Long: p.say("把一次或几次 gouji batch 的结果做成一个可以引用、可以重做的数据集：宽表（一行一份报告）、长表（一行一格，附页码、位置、文件散列值）、比率、正文、问题，写成 CSV、Parquet 和 SQLite，附数据字典（codebook）、datapackage.json、引用格式、Stata 和 R 的读入程序。\n\n读得不准的数不进求和用的列；空白、符号、不是数字、存疑、报告没有、格式没有，各有各的缺失代码。同样的结果得到同样的字节。\n\n几年的报告分几次检查的，一起写上；要让年与年互相核对，先用 gouji merge 合并。\n--previous 的往年报告只用来对照，不进数据集。",
			"Makes one dataset of the results of one or several batches, to be cited and made\nagain: a wide table (a row a report), a long one (a row a cell, with page, place\nand hash of the file), rates, text and findings, as CSV, Parquet and SQLite, with a\ncodebook, datapackage.json, a citation, and scripts for Stata and R.\n\nDoubtful numbers stay out of the columns that one sums up; blank, dash, bad,\ndoubtful, absent and not in the form are missing codes of their own. The same\nresults give the same bytes.\n\nSeveral RESULTS are put side by side; to check the years against each other, join\nthem by gouji merge first. Earlier reports of --previous are no part of it."),
		Example: p.say("  gouji dataset 结果 --out 数据集\n  gouji dataset 2022年 2023年 2024年 --out 数据集 --register 名录.csv --author 张三",
			"  gouji dataset results --out dataset\n  gouji dataset 2022 2023 2024 --out dataset --register units.csv --author \"A. Scholar\""),
	}
	flags := c.Flags()
	flags.StringVarP(&r.out, "out", "o", "", p.say("放数据集的`文件夹`", "`DIR` for the dataset"))
	flags.BoolVar(&r.options.BOM, "bom", false, p.say("CSV 加字节顺序标记，供 Excel 打开", "CSV with a byte order mark, for Excel"))
	flags.StringSliceVar(&r.formats, "formats", []string{"csv", "parquet", "sqlite"}, p.say("写哪些`格式`；csv 总是有", "which `FORMATS`; csv is always there"))
	flags.StringVar(&r.units, "register", "", p.say("单位名录`文件`；不写时用检查时的", "register of units in `FILE`; that of the batch when not given"))
	flags.StringVar(&r.panel, "panel", "", p.say("填好的 panel_candidates.csv `文件`：哪些名称是同一单位", "panel_candidates.csv after you filled it in, `FILE`: which names are one organ's"))
	flags.StringVar(&r.options.Title, "title", "", p.say("数据集的`题目`", "`TITLE` of the dataset"))
	flags.StringArrayVar(&r.options.Authors, "author", nil, p.say("编者`姓名`或单位，可写多次", "`NAME` of who compiled it; may be repeated"))
	c.RunE = func(_ *cobra.Command, args []string) error { return r.work(args) }
	return c
}

func (r *research) work(args []string) (err error) {
	if len(args) == 0 || r.out == "" {
		return r.p.misuse("要写明用哪些结果，并用 --out 写明数据集放在哪里", "name the results, and by --out where the dataset goes")
	}
	if err := r.complete(args); err != nil {
		return err
	}
	parts, err := r.p.openParts(args)
	defer func() { err = errors.Join(err, closeParts(parts)) }()
	if err != nil {
		return err
	}
	collectMore() // rows pass by in millions: memory counts more than time
	summary, err := dataset.Write(context.Background(), r.out, parts, r.options)
	if err != nil {
		return err
	}
	return r.tell(summary)
}

// complete makes options of the flags.
func (r *research) complete(args []string) error {
	o := &r.options
	o.Formats = []dataset.Format{}
	for _, name := range r.formats {
		switch f := dataset.Format(name); f {
		case "csv":
		case dataset.Parquet, dataset.SQLite:
			o.Formats = append(o.Formats, f)
		default:
			return r.p.misuse("--formats 不能是 %q，可用：csv、parquet、sqlite", "--formats cannot be %q; choose from: csv, parquet, sqlite", name)
		}
	}
	o.Program = version()
	o.Command = r.command(args)
	return errors.Join(r.readUnits(), r.readPanel())
}

func (r *research) readUnits() (err error) {
	if r.units == "" {
		return nil
	}
	if r.options.Register, err = r.p.readRegister(r.units); err == nil {
		r.options.RegisterHash, err = hashFile(r.units)
	}
	return err
}

func (r *research) readPanel() error {
	if r.panel == "" {
		return nil
	}
	data, err := os.ReadFile(r.panel)
	if errors.Is(err, fs.ErrNotExist) {
		return r.p.misuse("--panel：没有 %s 这个文件", "--panel: no file %s", r.panel)
	}
	if err == nil {
		r.options.PanelHash = dataset.HashOf(data)
		r.options.Panel, err = panel.Read(data)
	}
	if err != nil {
		return fmt.Errorf("--panel %s：%w", r.panel, err)
	}
	return nil
}

func hashFile(path string) (string, error) {
	data, err := os.ReadFile(path)
	return dataset.HashOf(data), err
}

// command is what was asked for, without what the dataset does not depend on.
func (r *research) command(args []string) []string {
	command := append([]string{"gouji", "dataset"}, args...)
	if r.options.BOM {
		command = append(command, "--bom")
	}
	if r.units != "" {
		command = append(command, "--register", r.units)
	}
	if r.options.Title != "" {
		command = append(command, "--title", r.options.Title)
	}
	for _, author := range r.options.Authors {
		command = append(command, "--author", author)
	}
	if r.panel != "" {
		command = append(command, "--panel", r.panel)
	}
	return append(command, "--formats", strings.Join(slices.Sorted(slices.Values(r.formats)), ","))
}

func (r *research) tell(s *dataset.Summary) error {
	p := r.p
	for _, path := range s.Kept {
		p.notice("%s 已有，可能有人填写过，没有改动；新的在它旁边（.new）", "%s is there and somebody may have filled it in: it was kept, the new one lies beside it (.new)", path)
	}
	if s.Candidates > 0 {
		p.notice("有 %d 对名称可能是同一单位改了名：在 panel_candidates.csv 的 confirm 列填“是”或“否”，再用 --panel 重做", "%d pairs of names may be one organ's: fill in the column confirm of panel_candidates.csv with yes or no, and make the dataset again with --panel", s.Candidates)
	}
	if len(s.Programs) > 1 {
		p.notice("这些结果是 %d 个版本的程序读出的，各批用的版本见 runs 表", "the results were read by %d versions of the program: see the table runs", len(s.Programs))
	}
	_, err := io.WriteString(p.out, p.sayf("数据集在 %s：报告 %d 份，单位 %d 个，单元格 %d 个（存疑 %d）；同单位同年度的重复报告 %d 份，没有读出的文件 %d 份\n",
		"dataset in %s: %d reports, %d units, %d cells (%d doubtful); %d duplicates of a unit and year, %d files not read\n",
		p.name(r.out), s.Reports, s.Units, s.Cells, s.Doubtful, s.Duplicates, s.Unread))
	return err
}
