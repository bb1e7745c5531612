package validate

// The sources that rules rest on. Clauses name a part of the form or an
// article; no sentence of a notice is quoted that was not read in it.

// form2021 is a part of the format in force.
func form2021(clause string) Ground {
	return Ground{"国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》", clause, Official}
}

// regulation is an article of the Regulations on Open Government Information.
func regulation(article string) Ground {
	return Ground{"《中华人民共和国政府信息公开条例》（国务院令第711号）", article, Official}
}

// logic is what follows from the meaning of the words in the form.
func logic(clause string) Ground { return Ground{"", clause, Logic} }

// practice is what reviews of published reports find.
func practice(clause string) Ground { return Ground{"", clause, Practice} }
