// The findings of a report.

// allFindings are a report's, each with the key that links it.
function allFindings(report) {
  if (!report.all) {
    report.all = [...report.items.flatMap((item) => [...item.heads, ...(item.follows || [])]), ...(report.exempt || [])];
    report.all.forEach((finding, i) => { finding.key = String(i); });
  }
  return report.all;
}

// marksOf tells of the cells that findings are about: strong for those at fault, which
// are the suspects, or else the total of a sum, or else all of them.
function marksOf(report) {
  const marks = new Map();
  for (const finding of allFindings(report).filter((one) => !one.reason)) {
    const strong = new Set(atFault(finding));
    for (const id of [...(finding.cells || []), ...strong]) {
      const old = marks.get(id) || { strong: false, severity: "info" };
      const worse = SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(old.severity);
      marks.set(id, { strong: old.strong || strong.has(id), severity: worse ? finding.severity : old.severity });
    }
  }
  return marks;
}

function atFault(finding) {
  if (finding.suspects) {
    return finding.suspects.map((suspect) => suspect.figure);
  }
  const cells = finding.cells || [];
  return finding.left ? cells.slice(-1) : cells;
}

function findingsPane(report, values) {
  allFindings(report);
  if (report.items.length === 0 && !report.exempt) {
    return make("p", { class: "notice good" }, say("nothing"));
  }
  return [...report.items.map((item) => itemView(item, values)), exempts(report, values)];
}

function itemView(item, values) {
  return make("article", { class: "item " + item.heads[0].severity },
    item.heads.map((finding) => findingView(finding, values)),
    (item.follows || []).map((finding) => findingView(finding, values, say("follows"))),
    explained(item.heads[0]), ruleCard(item.heads[0].rule));
}

function findingView(finding, values, word) {
  return make("section", { class: classes("finding", finding.severity, word && "following"), tabindex: 0, "data-finding": finding.key },
    make("p", null,
      make("span", { class: "badge " + finding.severity }, SIGNS[finding.severity] + " " + (word || say(finding.severity))), " ",
      make("code", null, finding.code), " ", told(finding.text)),
    finding.left ? equation(finding, values) : concerned(finding, values),
    finding.beside ? make("p", { class: "note" }, say("beside") + " " + finding.beside) : null,
    (finding.passages || []).map(parallel));
}

function explained(finding) {
  const why = finding.explanation;
  return why ? make("p", { class: "explanation" }, make("b", null, told(why.certainty)), " ", told(why.text)) : null;
}

// equation writes the two sides of an identity with every addend that is not 0.
function equation(finding, values) {
  const ids = [...finding.left, ...finding.right];
  const along = ids.every((id) => cells.get(id).column === cells.get(ids[0]).column) ? "row" : "column";
  return make("div", { class: "equation" },
    side(finding.left, "left", along, values), make("b", { class: "unequal" }, "≠"), side(finding.right, "right", along, values));
}

function side(ids, name, along, values) {
  const counted = ids.filter((id) => ids.length <= 2 || valueOf(values.get(id)) !== 0);
  const sum = ids.reduce((total, id) => total + valueOf(values.get(id)), 0);
  const parts = counted.flatMap((id, i) => [i ? make("span", null, "+") : null, chip(id, shortened(cells.get(id)[along].slice(-1)[0], 12), values)]);
  if (counted.length < ids.length) {
    parts.push(make("span", { class: "note" }, say("zeros", ids.length - counted.length)));
  }
  if (ids.length > 1) {
    parts.push(make("b", { class: "sum" }, "= " + Number(sum.toFixed(6))));
  }
  return make("div", { class: "side " + name }, parts);
}

function chip(id, label, values) {
  const cell = values.get(id);
  return make("button", { type: "button", class: classes("chip", cell && cell.doubt && "doubtful"), "data-cell": id, title: cellTitle(id, cell) },
    label + " ", make("b", null, shownValue(cell)), doubtSign(cell));
}

function shownValue(cell) {
  return shownAs(cell, stateOf(cell)) || say("stateBlank");
}

const MOST_CHIPS = 12; // cells of a finding that are named one by one

function concerned(finding, values) {
  const ids = finding.cells || [];
  if (ids.length === 0 || ids.length > MOST_CHIPS) {
    return null;
  }
  return make("div", { class: "equation chips" }, ids.map((id) => chip(id, cellName(id), values)));
}

function parallel(pair) {
  return make("div", { class: "parallel" },
    make("blockquote", null, make("b", null, say("here")), " ", pair.here.text),
    make("blockquote", null, make("b", null, say("beside")), " ", pair.there.text));
}

function ruleCard(id) {
  const rule = ruleOf(id);
  const ground = [rule.source, rule.clause].filter(Boolean).join(" ");
  const entries = [["mend", told(rule.mend)], ["why", told(rule.why)], ["formula", told(rule.formula)],
    ["ground", ground + (rule.basis ? "（" + say(rule.basis) + "）" : "")]];
  return make("div", { class: "rule" },
    make("p", null, make("b", null, say("mend")), " ", told(rule.mend)),
    make("details", null, make("summary", null, say("cardOf", rule.code) + " " + told(rule.title)),
      make("dl", null, entries.slice(1).filter((entry) => entry[1]).flatMap(([name, text]) => [make("dt", null, say(name)), make("dd", null, text)]))));
}

function exempts(report, values) {
  if (!report.exempt) {
    return null;
  }
  return make("details", { class: "exempts" }, make("summary", null, say("exempts")),
    report.exempt.map((finding) => make("article", { class: "item exempt" }, findingView(finding, values), make("p", null, say("exempt", finding.until, finding.reason)))));
}
