package validate

// Limit is a threshold of a rule: where a strong sign begins is a matter of
// judgement, so every such number has a name, a unit and a reason, and an office
// may set it otherwise (gouji.yaml).
type Limit struct {
	Name  string  // as gouji.yaml writes it: carried-out-share
	Unit  string  // in English, one of units
	Value float64 // unless the office sets another
	Why   Text    // why it begins there
}

// units are what thresholds are counted in: English and Chinese.
var units = map[string]string{
	"share":              "份额，1是全部",
	"times":              "倍",
	"pieces":             "件",
	"characters":         "字",
	"digits":             "位",
	"last digits":        "末位",
	"reports":            "份",
	"yuan":               "元",
	"10,000 yuan":        "万元",
	"amount per project": "每个项目的金额",
}

// UnitText is the unit in both languages.
func (l *Limit) UnitText() Text { return Text{units[l.Unit], l.Unit} }

// limit is the value of a threshold in this run.
func (s *Subject) limit(l *Limit) float64 {
	if value, set := s.options.Limits[l.Name]; set {
		return value
	}
	return l.Value
}
