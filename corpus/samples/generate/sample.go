package main

import "gouji/parser/form"

// Sample is one file to be made. Adding a sample is adding one of these to a
// list: everything else follows from it.
type Sample struct {
	File    string // file name; its ending is what the renderer must give
	Special string // the one thing the sample is for, in Chinese
	Seed    uint64
	Organ   string
	Year    int
	Form    form.Edition
	// TableTwo is the edition of table two in hybrids; empty when it is Form.
	TableTwo form.Edition
	Scale    Scale
	// CarriedIn is what last year's report left open, by kind of applicant; nil
	// for numbers out of the seed.
	CarriedIn map[string]float64
	Faults    []Fault
	Omits     []int // numbers of the sections that it lacks
	// PeriodYear is the year of the statistics period; 0 when it is Year.
	PeriodYear int
	Wants      []Want // the findings that arithmetic cannot tell; see Report.Wants
	Style      Style
	Render     Renderer
	// Compose makes the report; nil for prose and figures out of the seed.
	Compose func(*Sample) *Report
}

// Scale says how busy the organ is.
type Scale int

// From a township without any application to a city government.
const (
	Idle  Scale = iota // no application at all
	Small              // a few
	Large              // hundreds to thousands
)

// Style is how the report looks. The zero value is a plain A4 page.
type Style struct {
	Font      string  // of body and tables; empty for 宋体, which Debian has not
	Latin     string  // of the digits, where it differs from Font
	Size      float64 // of the body, points; 0 for 16 (三号)
	TableSize float64 // of the tables, points; 0 for 9 (小五)
	RowHeight float64 // least height of a table's rows, points; 0 for 17
	Margin    float64 // of the page at all sides, points; 0 for 72
	Landscape bool
	Brief     bool // one sentence at most stands under a heading
	Shaded    bool // the rows 第二十条第（一）项 are shaded
	Footer    bool // page numbers: - 4 -
	Header    bool // the organ and year at the head of every page
	Radicals  bool // ideographs that are radicals stand as the radicals' own characters
	KeepRows  bool // no row is cut by a page break
	// TablesApart prints table two as one table for every item of article 20.
	TablesApart bool
	Subtotals   bool                 // a row of sums stands before each group of table three
	Vertical    Vertical             // the label 三、本年度办理结果
	Numerals    Numerals             // of the headings
	Digits      func(float64) string // how a whole number is printed; nil for plain digits
	Word        Word                 // what only a DOCX can have
	Page        Page                 // what only an HTML page can have
	Scan        Scan                 // how a scanned page looks
}

// Vertical says how the merged label of table three runs.
type Vertical int

// The ways met in published reports.
const (
	Wrapped  Vertical = iota // as it fits
	OneByOne                 // a line for each character
	Upright                  // vertical writing
)

// Numerals says where the headings' 一、二、三、 come from.
type Numerals int

// Typed in the text, or made by the word processor.
const (
	Typed Numerals = iota
	Automatic
)

// Word is what a word processor's file may carry beside its text.
type Word struct {
	Tracked  bool // tracked changes, among them in figures
	Controls bool // figures in content controls, a table in one too
	Ragged   bool // merged labels left out by w:gridBefore in place of w:vMerge
}

// Page is what a web page may have around and in the report.
type Page struct {
	Site   bool // a government site's navigation around the report
	GBK    bool // encoded in GBK
	Nested bool // the tables stand in tables that only lay out
	Lines  bool // only horizontal lines in the tables
	Bold   bool // headings are overprinted
	Print  bool // made for printing: page size, margins
}

// Renderer makes a sample's file.
type Renderer string

// The programs that render, and what each starts from.
const (
	OOXML       Renderer = "docx"        // OOXML written here
	Web         Renderer = "html"        // HTML written here
	Archive     Renderer = "mhtml"       // the HTML in a web archive
	Word97      Renderer = "doc"         // Word 97–2003 out of the DOCX, by LibreOffice
	RichText    Renderer = "rtf"         // RTF out of the DOCX, by LibreOffice
	OpenText    Renderer = "odt"         // OpenDocument out of the DOCX, by LibreOffice
	LibreOffice Renderer = "libreoffice" // PDF out of the DOCX
	Chromium    Renderer = "chromium"    // PDF out of the HTML
	Ghostscript Renderer = "ghostscript" // LibreOffice's PDF written anew
	Encrypted   Renderer = "encrypted"   // LibreOffice's PDF, AES-256, empty password
	Rotated     Renderer = "rotated"     // LibreOffice's PDF, pages turned by /Rotate
	Scanned     Renderer = "scanned"     // LibreOffice's PDF, printed and scanned
)
