package validate

import "gouji/validate/register"

// Options is what an office brings to a run. The zero value is the catalogue
// as it stands, for reports that know nothing of each other's units.
type Options struct {
	Register *register.Register // nil when the office keeps none
	Limits   map[string]float64 // thresholds set otherwise, by Limit.Name
}
