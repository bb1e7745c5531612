package claim

import "gouji/parser/document"

// Claim is what a sentence says of one number.
type Claim struct {
	Kind     Kind     `json:"kind"`
	Act      Act      `json:"act,omitempty"`
	Object   Object   `json:"object,omitempty"`
	Quantity Quantity `json:"quantity"`
	Period   Period   `json:"period,omitzero"`
	Scope    Scope    `json:"scope,omitempty"`
	// Subject is the unit that the clause says it of, where it names one: 县公安局.
	Subject string `json:"subject,omitempty"`
	// Channel is the way by which what is counted came, as printed: 网上.
	Channel string `json:"channel,omitempty"`
	// Timely is set for what is said of deadlines only: 按时办结率.
	Timely bool `json:"timely,omitempty"`
	// Of is the count that a Share or a Change is said of, where the sentence
	// names it before.
	Of *Claim `json:"of,omitempty"`
	// Base is the year that a Change compares with, 0 for the year before.
	Base int `json:"base,omitempty"`
	// Parts are those that the sentence lists of the whole; Complete is set when
	// the list says that it names all of them: 分别为.
	Parts    []Claim `json:"parts,omitempty"`
	Complete bool    `json:"complete,omitempty"`
	// Doubt says why it is not certain what is counted, for whom or when; empty
	// when it is. Rules use only claims without doubt.
	Doubt string `json:"doubt,omitempty"`

	Text string `json:"text"` // the words of the claim, as in its sentence
	From int    `json:"from"` // where they begin in Sentence.Text, in bytes
	To   int    `json:"to"`   // where they end

	Where    document.Place `json:"-"`
	Sentence *Sentence      `json:"-"`
}

// Sure reports whether it is certain what the claim counts.
func (c *Claim) Sure() bool { return c.Doubt == "" }

// Kind is the kind of a claim.
type Kind string

// The kinds.
const (
	Count  Kind = "count"  // so many: 收到申请5件
	None   Kind = "none"   // none at all: 未收到申请
	All    Kind = "all"    // every one: 均已办结
	Share  Kind = "share"  // a part in percent: 占40%, 办结率83.3%
	Change Kind = "change" // against the year before: 同比增长20%, 比上年减少3件
)

// Object is what is counted.
type Object string

// The objects that rules compare with the official tables.
const (
	Application     Object = "application"        // 政府信息公开申请
	Regulation      Object = "regulation"         // 规章
	Normative       Object = "normative document" // 行政规范性文件
	Reconsideration Object = "reconsideration"    // 政府信息公开行政复议
	Litigation      Object = "litigation"         // 政府信息公开行政诉讼
	Licensing       Object = "licensing"          // 行政许可
	Penalty         Object = "penalty"            // 行政处罚
	Coercion        Object = "coercion"           // 行政强制
	// Fees are counted in money: 元, 万元, or no unit where none is printed.
	Fee      Object = "processing fee" // 信息处理费
	TradeFee Object = "fee"            // 行政事业性收费
)

// Act is what was done with the object.
type Act string

// The acts. Those of applications are the rows of table three, those of
// documents the columns of table two.
const (
	Received        Act = "received"       // 收到, 受理
	Handled         Act = "handled"        // 办理, 处理: may mean received or closed
	Closed          Act = "closed"         // 办结
	Answered        Act = "answered"       // 答复
	CarriedIn       Act = "carried in"     // 上年结转
	CarriedOut      Act = "carried out"    // 结转下年
	Granted         Act = "granted"        // 予以公开
	PartlyGranted   Act = "partly granted" // 部分公开
	GrantedOrPartly Act = "granted or partly granted"
	Denied          Act = "denied"        // 不予公开
	Unavailable     Act = "unavailable"   // 无法提供
	NotProcessed    Act = "not processed" // 不予处理
	OtherOutcome    Act = "other"         // 其他处理
	// Single rows of table three, which prose names by their labels.
	EnforcementFile Act = "enforcement file" // 属于行政执法案卷
	NotHeld         Act = "not held"         // 本机关不掌握相关政府信息
	NeedsCreation   Act = "needs creation"   // 没有现成信息需要另行制作
	StillUnclear    Act = "still unclear"    // 补正后申请内容仍不明确
	Petition        Act = "petition"         // 信访举报投诉类申请
	NotCorrected    Act = "not corrected"    // 申请人无正当理由逾期不补正
	Made            Act = "made"             // 制发
	Repealed        Act = "repealed"         // 废止
	InForce         Act = "in force"         // 现行有效
	Happened        Act = "happened"         // cases of reconsideration and litigation
	Decided         Act = "decided"          // decisions on licences, penalties, coercion
	Collected       Act = "collected"        // fees: 收取
	Notified        Act = "notified"         // fees: 发出收费通知
)

// Period is the time that a claim speaks of.
type Period struct {
	Year int  `json:"year,omitempty"` // the last year named before it, 0 when none is
	Part bool `json:"part,omitempty"` // only a part of a year: 上半年, 截至10月
}

// Scope says whose numbers a claim gives, where the sentence tells.
type Scope string

// The scopes.
const (
	Area      Scope = "area"      // 全市
	OwnOffice Scope = "own"       // 本级, 市政府办公室: a part of a government's area
	Elsewhere Scope = "elsewhere" // 各县区, 下属单位
)

// Quantity is a number as the prose gives it.
type Quantity struct {
	Value float64 `json:"value"`
	// To is the upper end of a range, 0 when it is none: 3至5件.
	To float64 `json:"to,omitempty"`
	// Approximate numbers are open: 余, 约, 以上.
	Approximate bool `json:"approximate,omitempty"`
	// Slack is how far the number may be from what it was rounded from: 50 for
	// 1.23万件, 0 for 12300件.
	Slack    float64 `json:"slack,omitempty"`
	Unit     string  `json:"unit,omitempty"`     // 件, 万元, %, 百分点
	Decimals int     `json:"decimals,omitempty"` // digits printed after the point
}

// Exact reports whether the quantity is one number and not rounded.
func (q Quantity) Exact() bool { return q.Closed() && q.Slack == 0 }

// Closed reports whether the quantity is one number, up to rounding.
func (q Quantity) Closed() bool { return !q.Approximate && q.To == 0 }
