package form

// form2021 is 《中华人民共和国政府信息公开工作年度报告格式》, 国办公开办函〔2021〕30号,
// for the reports of 2021 and later.
var form2021 = Form{
	Edition:   Edition2021,
	Notice:    "国办公开办函〔2021〕30号",
	FirstYear: 2021,
	Sections:  sections,
	Tables: []Table{
		{
			Key: Disclosure, Name: "表二", English: "table two", Section: 2,
			Blocks: []Block{
				{
					Heading: item1, Corner: itemContent,
					Columns: []Column{
						{Key: "issued", Label: "本年制发件数", Variants: []string{"本年度制发件数", "本年度制发数", "本年制发数"}},
						{Key: "repealed", Label: "本年废止件数", Variants: []string{"本年度废止件数", "本年度废止数", "本年废止数"}},
						{Key: "in_force", Label: "现行有效件数", Variants: []string{"现行有效件", "现行有效数", "现行有效件数（历史累计）"}},
					},
					Rows: []Row{
						{Key: "regulations", Label: "规章"},
						{Key: "normative_documents", Label: "行政规范性文件", Variants: []string{"规范性文件"}},
					},
				},
				{
					Heading: item5, Corner: itemContent,
					Columns: []Column{{Key: "decisions", Label: "本年处理决定数量", Variants: []string{"本年度处理决定数量"}}},
					Rows:    []Row{{Key: "licensing", Label: "行政许可"}},
				},
				{
					Heading: item6, Corner: itemContent,
					Columns: []Column{{Key: "decisions", Label: "本年处理决定数量", Variants: []string{"本年度处理决定数量"}}},
					Rows: []Row{
						{Key: "penalties", Label: "行政处罚"},
						{Key: "coercion", Label: "行政强制"},
					},
				},
				{
					Heading: item8, Corner: itemContent,
					Columns: []Column{{Key: "amount", Label: "本年收费金额（单位：万元）", Measure: Amount,
						Variants: []string{"本年收费金额", "本年收费金额（万元）"}}},
					Rows: []Row{{Key: "fees", Label: "行政事业性收费"}},
				},
			},
		},
		applications(
			Row{Key: "other.not_corrected", Under: other, Label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
			Row{Key: "other.fee_unpaid", Under: other, Label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
			Row{Key: "other.other", Under: other, Label: "3.其他"},
		),
		remedies,
	},
}
