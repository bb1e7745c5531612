package claim

import (
	"regexp"
	"strings"
)

// pattern is a wording of a claim, over the kinds of the lexicon. Only what it
// names may stand between its words: whatever else stands there may change
// what is counted. Its groups are the quantity (q), and letters that tell act
// and object where the pattern is for several.
type pattern struct {
	act    Act
	object Object
	elided bool   // the object stands earlier in the sentence, or in the heading above
	below  bool   // only where cases are those about disclosure (onRemedies)
	needs  string // the kinds that every match has: a cheap look before
	shape  *regexp.Regexp
}

// acts by the letter of the words that tell them.
var acts = map[byte]Act{
	'g': Granted, 'q': PartlyGranted, 'd': Denied, 'u': Unavailable, 'x': NotProcessed, 'o': OtherOutcome,
	'M': Made, 'Z': Repealed, 'B': InForce, 'E': Closed, 'T': Answered,
}

var objects = map[byte]Object{
	'A': Application, 'a': Application, 'G': Regulation, 'N': Normative, 'V': Reconsideration, 'S': Litigation,
	'U': Application, 'J': Licensing, 'Q': Penalty, 'W': Coercion,
}

// Parts of patterns.
const (
	counted    = `[cm:]*`
	received   = `R(?:&?[mb]*[RHETm])*`
	applicants = `(?:t?h(?:&?l)*(?:>[?cm]*)?t?m*)?`
	disclosed  = `[PA][mTac]*` // about disclosure: departments also have cases of their trade
	disputes   = disclosed + `K` + counted + `#[,(:]+(?:i[,:]?)?`
	ends       = `(?:[,)&c]|$)`
)

// grammar has the wordings. Of those that fit one number the first counts.
var grammar = []pattern{
	// 上年度结转申请3件; 结转上年3件; 3件上年结转; 2023年结转的6件
	count1(CarriedIn, Application, "C", `(?P<year>[LY])m*Cm*[myY]*[HT]?m*(?P<object>[Aa]?)`+counted+`(?P<q>#)`),
	count1(CarriedIn, Application, "CL", `CLm*(?P<object>[Aa]?)`+counted+`(?P<q>#)`),
	count1(CarriedIn, Application, "LC", `(?P<q>#)m*LC`),
	// 结转下年度继续办理2件; 103件顺延到下年度; 3件结转2025年
	count1(CarriedOut, Application, "C", `Cm*(?P<year>[XY])m*[HT]?m*(?P<object>[Aa]?)`+counted+`(?P<q>#)`),
	count1(CarriedOut, Application, "C", `(?P<q>#)(?P<object>[Aa]?)[mb]*Cm*(?P<year>[XY])`),
	// 办理85件,下年度继续办理81件
	count1(CarriedOut, Application, "XH", `(?P<year>X)m*H(?P<object>[Aa]?)`+counted+`(?P<q>#)`),
	// 收到公民、法人和其他组织提出的政府信息公开申请共45件; 收到45件政府信息公开申请
	count1(Received, Application, "RA", received+applicants+`A`+counted+`(?P<q>#)`),
	count1(Received, Application, "RA", received+`(?P<q>#)m?A`),
	elided(Received, "Ra", received+`a`+counted+`(?P<q>#)`),
	elided(Received, "Ra", received+`(?P<q>#)m?a`+ends),
	// 尚在办理的申请6件,结转下年度继续办理
	count1(CarriedOut, Application, "C", `(?P<object>[Aa]?)(?P<q>#),[mb]*Cm*(?P<year>[XY])m*[HT]?`+ends),
	count1(Handled, Application, "HA", `H[mb]*`+applicants+`A`+counted+`(?P<q>#)`),
	count1(Handled, Application, "HA", `H[mb]*(?P<q>#)m?A`),
	// 因本机关不掌握相关政府信息无法提供1件; 1件属于行政执法案卷
	elided("", "k", `(?P<act>k)[mc]*[udx]?[mTac:]*(?P<q>#)`),
	elided("", "k", `(?P<q>#)m*(?P<act>k)`+ends),
	// 予以公开和部分公开258件; 不予公开35件; 158件不予处理
	elided(GrantedOrPartly, "gq", `g(?:&|\(\+)q\)?[mTc:]*(?P<q>#)`),
	elided("", "gqduxo", `(?P<act>[gqduxo])I?[mTc:]*(?P<object>[Aa]?)[c:]*(?P<q>#)`),
	elided("", "gqduxo", `(?P<q>#)m*(?P<act>[gqduxo])`+ends),
	// 答复3050件; 44件已办结
	elided("", "ET", `(?P<act>[ET])[mb]*(?P<object>[Aa]?)`+counted+`(?P<q>#)`),
	elided("", "ET", `(?P<q>#)[mbj]*(?P<act>[ET])`+ends),
	// 制发行政规范性文件5件,废止1件; 现行有效的规章25件
	count1("", "", "GN", `(?P<act>[MZB])m*(?P<object>[GN])`+counted+`(?P<q>#)`),
	count1("", "", "GN", `(?P<act>[MZB])m*(?P<q>#)m?(?P<object>[GN])`),
	count1("", "", "GN", `(?P<object>[GN])m*(?P<act>[MZB])`+counted+`(?P<q>#)`),
	elided("", "MZB", `(?P<act>[MZB])`+counted+`(?P<q>#)`),
	// 因政府信息公开被申请行政复议5件,被提起行政诉讼3件
	count1(Decided, "", "JQW", `(?P<object>[JQW])[acm]*(?P<q>#)`),
	count1(Happened, Reconsideration, "V", disclosed+`V[ac:]*(?P<q>#)`),
	count1(Happened, Litigation, "S", disclosed+`(?:V[ac:]*#[,&])?m*S[acm:]*(?P<q>#)`),
	// 因信息公开引发行政争议11件,其中行政复议7件,行政诉讼4件
	count1(Happened, Reconsideration, "KV", disputes+`V[ac:]*(?P<q>#)`),
	// 因政府信息公开被申请行政复议或提起行政诉讼的案件中,行政复议7件
	count1(Happened, Reconsideration, "VS", disclosed+`V[ac]*&m*S[acm]*\??,V[ac:]*(?P<q>#)`),
	count1(Happened, Litigation, "KS", disputes+`(?:V[ac:]*#[,&])?m*S[acm:]*(?P<q>#)`),
	below(Happened, Reconsideration, "V", `^[mcyY,]*V[ac:]*(?P<q>#)`),
	below(Happened, Litigation, "S", `^[mcyY,]*(?:V[ac:]*#[,&])?m*S[acm:]*(?P<q>#)`),
}

func count1(act Act, object Object, needs, shape string) pattern {
	return pattern{act: act, object: object, needs: needs, shape: regexp.MustCompile(shape)}
}

func elided(act Act, needs, shape string) pattern {
	p := count1(act, "", needs, shape)
	p.elided = true
	return p
}

func below(act Act, object Object, needs, shape string) pattern {
	p := count1(act, object, needs, shape)
	p.below = true
	return p
}

// possible reports whether a line has a word of each kind that the pattern
// must have; of acts or objects in one group any is enough.
func (p *pattern) possible(kinds string) bool {
	if p.act == "" || p.object == "" && !p.elided {
		return strings.ContainsAny(kinds, p.needs)
	}
	for i := range len(p.needs) {
		if strings.IndexByte(kinds, p.needs[i]) < 0 {
			return false
		}
	}
	return true
}

// found is where a pattern fits a line, in tokens.
type found struct {
	from, to, quantity int
	year               int // the token of the year that cases are carried from or to, -1 for none
	act                Act
	object             Object
	unnamed            bool // the pattern's words may name the object, but do not
}

// find gives the places where the pattern fits.
func (p *pattern) find(l *line) []found {
	if !p.possible(l.kinds) || p.below && !l.onRemedies() {
		return nil
	}
	var list []found
	for _, at := range p.shape.FindAllStringSubmatchIndex(l.kinds, -1) {
		f := found{from: at[0], to: at[1], year: -1, act: p.act, object: p.object, unnamed: p.elided}
		for i, name := range p.shape.SubexpNames() {
			if name != "" {
				f.set(name, l, at[2*i], at[2*i+1])
			}
		}
		list = append(list, f)
	}
	return list
}

// set takes in what a group of the pattern holds.
func (f *found) set(group string, l *line, from, to int) {
	switch {
	case group == "object" && (from == to || kind(l.kinds[from]) == anyRequest):
		f.unnamed = true
	case from == to:
	case group == "q":
		f.quantity = from
	case group == "act" && kind(l.kinds[from]) == reason:
		f.act = reasonOf(l.textOf(from))
	case group == "act":
		f.act = acts[l.kinds[from]]
	case group == "object":
		f.object, f.unnamed = objects[l.kinds[from]], false
	case group == "year" && l.tokens[from].kind == year:
		f.year = from
	}
}
