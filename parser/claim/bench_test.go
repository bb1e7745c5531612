package claim_test

import (
	"testing"

	"gouji/parser/claim"
)

// BenchmarkRead reads a section one of usual length.
func BenchmarkRead(b *testing.B) {
	paragraphs := []claim.Paragraph{
		{Section: 1, Text: "（一）主动公开情况。2024年，本机关在门户网站公开信息1260条，其中政务动态640条、通知公告320条、政策文件31条；制发行政规范性文件5件，废止1件，现行有效25件。紧紧围绕保障民生、深化改革、科技创新等工作主线，组织召开新闻发布会12场，努力传递政府声音、宣传政策法规、回应舆论关切。"},
		{Section: 1, Text: "（二）依申请公开情况。全年新收政府信息公开申请126件，同比增长20.5%，上年结转8件，办结129件，其中予以公开52件，部分公开18件，不予公开14件，无法提供30件，不予处理9件，其他处理6件，结转下年度继续办理5件。因政府信息公开被申请行政复议7件、被提起行政诉讼6件。"},
		{Section: 1, Text: "（三）政府信息管理情况。在政府网站、政务新媒体、政府公报等公开平台发布信息时，坚持先审查、后公开、一事一审的工作原则，规范审查程序，建立健全重要事项公开保密审查协调机制，加强政府信息源头管理工作。"},
	}
	for b.Loop() {
		if len(claim.Read(claim.Sentences(paragraphs))) == 0 {
			b.Fatal("no claims")
		}
	}
}
