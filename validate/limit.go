package validate

// Limit is a threshold of a rule: where a strong sign begins is a matter of
// judgement, so every such number has a name, a unit and a reason, and an office
// may set it otherwise (gouji.yaml).
type Limit struct {
	Name  string  // as gouji.yaml writes it: carried-out-share
	Unit  string  // share, pieces, times, characters, 万元 …
	Value float64 // unless the office sets another
	Why   Text    // why it begins there
}

// limit is the value of a threshold in this run.
func (s *Subject) limit(l *Limit) float64 {
	if value, set := s.options.Limits[l.Name]; set {
		return value
	}
	return l.Value
}
