package validate

import (
	"fmt"
	"regexp"
	"strings"
)

var fileAuthor = &Rule{
	ID: "file-author", Code: "P12", Severity: Info, Since: "0.2",
	Named:   true,
	Title:   Text{"文件属性里是别的单位", "The file's properties name another organ"},
	Ground:  logic("报告由本单位编制，文件属性里不会是别处的机关"),
	Applies: Text{"属性里写有单位名称的Word、PDF文件；人名、软件名、同地单位和上级不算", "Word and PDF files whose properties name an organ; persons, programs, organs of the same place and superiors aside"},
	Formula: Text{"文件属性的作者、最后保存者、公司不是同级别的另一个县（区、旗）、省的机关",
		"author, last editor and company of the file are no organ of another county or province"},
	Why: Text{"文件属性写的是另一个地方的机关，多因用了别人的文件改写。别处的数字、名称可能还留在里面，属性也会随文件公开。",
		"The file's properties name an organ of another place: its file was probably used as a model. Its numbers and names may still be inside, and the properties are published with the file."},
	Mend:  Text{"检查全文有没有别的单位的内容，并清除文件属性。", "Look for what is left of the other organ, and clear the properties."},
	Check: checkFileAuthor,
}

func checkFileAuthor(r *Subject) []Finding {
	if !decisive.MatchString(r.Organ) {
		return nil
	}
	for _, name := range r.Authors {
		if isOther(r, name) && elsewhere(r.Organ, name) {
			return []Finding{{Message: Text{
				fmt.Sprintf("文件属性里的单位是“%s”，报告的单位是“%s”", name, r.Organ),
				fmt.Sprintf("The file's properties name %q; the report is that of %q", name, r.Organ)}}}
		}
	}
	return nil
}

// bounded are places that hold no other of their kind. A 市 may lie in another,
// and the file may come from there as a model.
var bounded = regexp.MustCompile(`(?:省|县|区|旗)$`)

// elsewhere reports whether two organs' names begin with places of one level that
// lie apart. An organ of the same place may have sent its file around as a model.
func elsewhere(a, b string) bool {
	_, here := kindOfOrgan(a)
	_, there := kindOfOrgan(b)
	return bounded.MatchString(here) && otherPlace(here, there) &&
		!strings.HasSuffix(here, "自治区") && !strings.HasSuffix(there, "自治区")
}
