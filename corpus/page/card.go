package page

import (
	"gouji/corpus/store"
	"gouji/validate"
)

// card is what the page says of a rule.
type card struct {
	Code     string            `json:"code"`
	Severity validate.Severity `json:"severity"`
	Title    words             `json:"title"`
	Formula  words             `json:"formula"`
	Source   string            `json:"source,omitempty"` // the notice or law it rests on
	Clause   string            `json:"clause,omitempty"`
	Basis    validate.Basis    `json:"basis"`
	Why      words             `json:"why"`
	Mend     words             `json:"mend"`
}

func cardOf(c store.Card) card {
	return card{
		Code: c.Code, Severity: c.Severity, Title: wordsOf(c.Title), Formula: wordsOf(c.Formula),
		Source: c.Ground.Source, Clause: c.Ground.Clause, Basis: c.Ground.Basis,
		Why: wordsOf(c.Why), Mend: wordsOf(c.Mend),
	}
}
