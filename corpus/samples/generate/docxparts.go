package main

import "fmt"

// The parts of a DOCX other than its body.

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`

const relSpace = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`

const relType = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`

const packageRels = xmlHead + `<Relationships ` + relSpace + `><Relationship Id="rId1" Type="` + relType + `officeDocument" Target="word/document.xml"/></Relationships>`

const documentRels = xmlHead + `<Relationships ` + relSpace + `>` +
	`<Relationship Id="rId1" Type="` + relType + `styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relType + `numbering" Target="numbering.xml"/>` +
	`<Relationship Id="rId3" Type="` + relType + `header" Target="header1.xml"/>` +
	`<Relationship Id="rId4" Type="` + relType + `footer" Target="footer1.xml"/></Relationships>`

// wordNumbering numbers Heading1 一、二、三、.
const wordNumbering = xmlHead + `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl>` +
	`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

func wordHeader(r *Report) string {
	return xmlHead + `<w:hdr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Running"/></w:pPr>` +
		wordRun(fmt.Sprintf("%s%d年度报告", r.Organ, r.Year)) + `</w:p></w:hdr>`
}

// wordFooter numbers the pages - 4 -, as official documents do.
const wordFooter = xmlHead + `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Running"/></w:pPr>` +
	`<w:r><w:t xml:space="preserve">- </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>`

// wordStyles are the paragraph styles; sizes are in half points.
func wordStyles(s *Style) string {
	numbered := ""
	if s.Numerals == Automatic {
		numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	}
	body, table := int(s.size()*2), int(s.tableSize()*2)
	indent := fmt.Sprintf(`<w:ind w:firstLine="%d"/>`, body*twips)
	lines := fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="exact"/>`, int(s.size()*1.75*twips))
	heads := wordFonts(s.heads(), s.heads())
	return xmlHead + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr>` + wordFonts(or(s.Latin, s.font()), s.font()) +
		`<w:sz w:val="21"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		wordStyle("Title", `<w:spacing w:after="240"/><w:jc w:val="center"/>`, heads, body+8) +
		wordStyle("Body", lines+indent+`<w:jc w:val="both"/>`, "", body) +
		wordStyle("Heading1", `<w:keepNext/>`+numbered+`<w:spacing w:before="160" w:after="120"/>`+indent+`<w:outlineLvl w:val="0"/>`, heads, body) +
		wordStyle("Heading2", `<w:keepNext/>`+lines+indent+`<w:outlineLvl w:val="1"/>`, heads, body) +
		wordStyle("Signature", lines+`<w:jc w:val="right"/>`, "", body) +
		wordStyle("Gap", `<w:spacing w:line="200" w:lineRule="exact"/>`, "", 10) +
		wordStyle("Cell", `<w:jc w:val="center"/>`, "", table) +
		wordStyle("CellLeft", `<w:jc w:val="left"/>`, "", table) +
		wordStyle("Running", `<w:jc w:val="center"/>`, "", 21) +
		wordTableStyle + `</w:styles>`
}

func wordFonts(latin, ideographs string) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[2]s"/>`, latin, ideographs)
}

// wordStyle is a paragraph style; size in half points.
func wordStyle(id, paragraph, run string, size int) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%[1]s"/><w:pPr>%s</w:pPr><w:rPr>%s<w:sz w:val="%d"/></w:rPr></w:style>`,
		id, paragraph, run, size)
}

const wordTableStyle = `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>` +
	`<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/>` +
	`<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>` +
	`<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`
