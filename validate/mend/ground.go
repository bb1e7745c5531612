package mend

import (
	"strings"

	"gouji/validate"
)

// Basis is the word for how binding a ground is.
func Basis(b validate.Basis) validate.Text {
	return map[validate.Basis]validate.Text{
		validate.Official: {ZH: "有正式规定", EN: "official"},
		validate.Practice: {ZH: "依据通行做法，不是规定", EN: "practice, not law"},
		validate.Logic:    {ZH: "由含义推得", EN: "follows from the meaning"},
	}[b]
}

// Ground is what a rule rests on, and how binding that is: practice must never be
// read as law.
func Ground(g validate.Ground) validate.Text {
	basis, name := Basis(g.Basis), strings.TrimSpace(g.Source+" "+g.Clause)
	if name == "" {
		return basis
	}
	return validate.Text{ZH: name + "（" + basis.ZH + "）", EN: name + " (" + basis.EN + ")"}
}
