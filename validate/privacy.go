package validate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gouji/parser"
)

// privacyRules are the rules about what a public file must not tell.
var privacyRules = []*Rule{personalData}

var personalData = &Rule{
	ID: "personal-data", Code: "P14", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"正文里有个人信息", "The text has personal data"},
	Ground: logic("公开的报告不应带出公民身份号码、个人手机号码；联系方式除外"),
	Why: Text{"正文里有公民身份号码，或联系方式以外的手机号码。多因举例时没有隐去申请人的信息。",
		"The text has an identity number, or a mobile number that is not the office's contact: an applicant's data was probably left in an example."},
	Mend:    Text{"删去或隐去号码，替换已公开的文件。", "Remove or mask the number and replace the published file."},
	Formula: Text{"正文没有校验位正确的18位身份号码；手机号码只在写联系方式的句子里", "no 18-digit identity number with a valid check digit; mobile numbers only in sentences that tell how to contact the office"},
	Check:   checkPersonalData,
}

var (
	identityNumber = regexp.MustCompile(`(?:^|[^0-9A-Za-z])([1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx])(?:$|[^0-9A-Za-z])`)
	mobileNumber   = regexp.MustCompile(`(?:^|[^0-9A-Za-z_/.=%-])(1[3-9][0-9]{9})(?:$|[^0-9A-Za-z_/.%])`)
	// contactWords stand in a sentence that tells how to reach the office.
	contactWords = regexp.MustCompile(`(?i)联系|电话|手机|热线|传真|咨询|邮编|邮政编码|邮箱|地址|通信|通讯|监督|举报|投诉|受理|客服|微信|tel|phone|e-?mail|@`)
	// notPhone follows a number of something, or stands before one that is none.
	notPhone   = regexp.MustCompile(`^(?:元|万|亿|次|条|件|人|个|户|页|份|字|余|多)`)
	creditCode = regexp.MustCompile(`(?:信用代码|代码|编号|账号|帐号|索引号|文号|号码为)[^0-9]{0,6}$`)
	fullStops  = regexp.MustCompile(`[。;；!！?？\n]`)
)

func checkPersonalData(r *Subject) []Finding {
	var list []Finding
	for _, p := range r.passages() {
		if !strings.ContainsAny(p.Text, "1１") {
			continue
		}
		text := norm.NFKC.String(p.Text)
		for _, m := range identityNumber.FindAllStringSubmatchIndex(text, -1) {
			if number := text[m[2]:m[3]]; validIdentity(number) && !creditCode.MatchString(text[:m[2]]) {
				list = append(list, personalFinding(p, number, Text{"公民身份号码", "an identity number"}))
			}
		}
		for _, number := range mobilesIn(text) {
			list = append(list, personalFinding(p, number, Text{"手机号码", "a mobile number"}))
		}
	}
	return list
}

// passages are the paragraphs of the report in order.
func (s *Subject) passages() []parser.Passage {
	list := slices.Clone(s.Preface)
	for i := range s.Sections {
		list = append(list, s.Sections[i].Passages...)
	}
	return list
}

// mobilesIn are the mobile numbers in a paragraph that are not the office's
// own. A paragraph that tells a contact may do so in several sentences.
func mobilesIn(text string) []string {
	var list []string
	for _, sentence := range fullStops.Split(text, -1) {
		if contactWords.MatchString(sentence) {
			continue
		}
		for _, m := range mobileNumber.FindAllStringSubmatchIndex(sentence, -1) {
			if !notPhone.MatchString(sentence[m[3]:]) && !creditCode.MatchString(sentence[:m[2]]) {
				list = append(list, sentence[m[2]:m[3]])
			}
		}
	}
	return list
}

// validIdentity checks the last digit of an identity number (GB 11643).
func validIdentity(number string) bool {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += w * int(number[i]-'0')
	}
	return strings.ToUpper(number[17:]) == "10X98765432"[sum%11:sum%11+1]
}

// personalFinding names the number by its first three digits: a list of
// findings is handed on as well.
func personalFinding(p parser.Passage, number string, kind Text) Finding {
	masked := number[:3] + strings.Repeat("*", len(number)-3)
	return Finding{Where: p.Where, Message: Text{
		fmt.Sprintf("正文里有%s %s", kind.ZH, masked), fmt.Sprintf("The text has %s, %s", kind.EN, masked)}}
}
