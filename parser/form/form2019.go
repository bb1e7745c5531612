package form

// form2019 is 《中华人民共和国政府信息公开工作年度报告格式（试行）》, 国办公开办函〔2019〕60号,
// for the reports of 2019 and 2020.
var form2019 = Form{
	Edition:   Edition2019,
	Notice:    "国办公开办函〔2019〕60号",
	FirstYear: 2019,
	LastYear:  2020,
	Sections:  sections,
	Tables: []Table{
		{
			Key: Disclosure, Name: "表二", English: "table two", Section: 2,
			Blocks: []Block{
				{
					Heading: item1, Corner: itemContent,
					Columns: []Column{
						{Key: "made", Label: "本年新制作数量"},
						{Key: "published", Label: "本年新公开数量"},
						{Key: "public_total", Label: "对外公开总数量"},
					},
					Rows: []Row{
						{Key: "regulations", Label: "规章"},
						{Key: "normative_documents", Label: "规范性文件", Variants: []string{"行政规范性文件"}},
					},
				},
				{
					Heading: item5, Corner: itemContent, Columns: itemsAndDecisions,
					Rows: []Row{
						{Key: "licensing", Label: "行政许可"},
						{Key: "other_services", Label: "其他对外管理服务事项"},
					},
				},
				{
					Heading: item6, Corner: itemContent, Columns: itemsAndDecisions,
					Rows: []Row{
						{Key: "penalties", Label: "行政处罚"},
						{Key: "coercion", Label: "行政强制"},
					},
				},
				{
					Heading: item8, Corner: itemContent, Columns: itemsAndDecisions[:2],
					Rows: []Row{{Key: "fees", Label: "行政事业性收费"}},
				},
				{
					Heading: item9, Corner: itemContent,
					Columns: []Column{
						{Key: "items", Label: "采购项目数量"},
						// The head has no unit: 元 and 万元 are both met.
						{Key: "amount", Label: "采购总金额", Measure: Amount},
					},
					Rows: []Row{{Key: "procurement", Label: "政府集中采购"}},
				},
			},
		},
		applications(Row{Key: "other", Under: under, Label: "（六）其他处理"}),
		remedies,
	},
}

var itemsAndDecisions = []Column{
	{Key: "previous_items", Label: "上一年项目数量"},
	{Key: "change", Label: "本年增/减", Measure: Change},
	{Key: "decisions", Label: "处理决定数量"},
}
