// The three tables, rebuilt by the official form from what was read.

// merged turns the labels of rows or columns into levels of merged heads: for each level
// a list of {label, at, length, depth}, depth being how many levels a head spans.
function merged(labels) {
  const levels = Math.max(...labels.map((label) => label.length));
  return Array.from({ length: levels }, (_, level) => headsAt(labels, level, levels));
}

function headsAt(labels, level, levels) {
  const heads = [];
  labels.forEach((label, at) => {
    if (level >= label.length) {
      return;
    }
    const own = level === label.length - 1;
    const last = heads[heads.length - 1];
    if (!own && last && last.at + last.length === at && sameUpTo(labels[last.at], label, level)) {
      last.length++;
    } else {
      heads.push({ label: label[level], at, length: 1, depth: own ? levels - level : 1 });
    }
  });
  return heads;
}

function sameUpTo(a, b, level) {
  return a.length > level + 1 && a.slice(0, level + 1).every((label, i) => label === b[i]);
}

// rebuilt is the tables of a report; marks tell by cell how it stands with the findings.
function rebuilt(report, marks) {
  const parts = (report.tables || []).map((table) => oneTable(table, marks));
  if (report.beyond) {
    parts.push(make("h3", null, say("beyond")), make("table", { class: "statutory" }, make("tbody", null,
      report.beyond.map((one) => make("tr", null, make("th", { scope: "row" }, told(one.name)), cellView(one.id, one.cell, marks))))));
  }
  return parts.length ? [...parts, legend()] : [];
}

function oneTable(table, marks) {
  const sheet = run.forms[table.edition].find((one) => one.key === table.key);
  const title = make("h3", null, told(sheet.name) + " ", make("small", null, say("editionOf", table.edition)));
  if (table.missing) {
    return make("section", null, title, make("p", { class: "notice" }, say("missing")));
  }
  let from = 0;
  const blocks = sheet.blocks.map((block) => {
    const own = table.cells.slice(from, from + block.cells.length);
    from += block.cells.length;
    return blockTable(block, own, marks);
  });
  return make("section", null, title, blocks);
}

function blockTable(block, values, marks) {
  const rowHeads = merged(block.rows);
  const bare = block.rows.every((row) => row.join("") === "");
  return make("table", { class: classes("statutory", bare && "bare") },
    block.heading ? make("caption", null, block.heading) : null,
    columnHeads(block, bare ? 0 : rowHeads.length),
    make("tbody", null, block.rows.map((_, i) => make("tr", null, bare ? null : headsOfRow(rowHeads, i),
      block.columns.map((_, j) => {
        const at = i * block.columns.length + j;
        return cellView(block.cells[at].id, values[at], marks);
      })))));
}

function columnHeads(block, labelColumns) {
  const levels = merged(block.columns);
  return make("thead", null, levels.map((heads, level) => make("tr", null,
    level === 0 && labelColumns ? make("td", { class: "corner", colspan: labelColumns, rowspan: levels.length }, block.corner || "") : null,
    heads.map((head) => make("th", { scope: head.length > 1 ? "colgroup" : "col", colspan: head.length, rowspan: head.depth }, head.label)))));
}

function headsOfRow(levels, row) {
  return levels.map((heads) => heads.find((head) => head.at === row)).filter(Boolean)
    .map((head) => make("th", { scope: head.length > 1 ? "rowgroup" : "row", rowspan: head.length, colspan: head.depth, class: classes(head.length > 1 && "group", head.length > 8 && "tall") }, head.label));
}

// cellView shows a figure in its state; a mere number is one that is sure.
function cellView(id, cell, marks) {
  const state = stateOf(cell);
  const doubt = cell && cell.doubt;
  const mark = marks.get(id);
  return make("td", {
    "data-cell": id, tabindex: mark || doubt ? 0 : null, title: cellTitle(id, cell),
    class: classes("cell", "is-" + state, doubt && "doubtful", mark && (mark.strong ? "faulty " : "involved ") + mark.severity),
  }, shownAs(cell, state), doubtSign(cell));
}

// doubtSign stands behind a figure that the reader is not sure of, wherever it is shown.
function doubtSign(cell) {
  return cell && cell.doubt ? make("sup", { class: "doubt-sign" }, "?") : null;
}

function stateOf(cell) {
  if (cell === null || cell === undefined) {
    return "absent";
  }
  return typeof cell === "number" ? "number" : cell.state;
}

function shownAs(cell, state) {
  switch (state) {
    case "number": return String(valueOf(cell));
    case "dash": return cell.raw;
    case "bad": return cell.raw || say("stateBad");
  }
  return "";
}

function valueOf(cell) {
  return typeof cell === "number" ? cell : cell.value || 0;
}

function cellTitle(id, cell) {
  const state = stateOf(cell);
  const notes = { blank: "stateBlank", dash: "stateDash", bad: "stateBad", absent: "stateAbsent" };
  const lines = [cellName(id) + (notes[state] ? "：" + say(notes[state]) : "")];
  if (cell && cell.raw) {
    lines.push(say("printed", cell.raw));
  }
  if (cell && cell.doubt) {
    lines.push(say("doubtBecause", cell.doubt));
  }
  return lines.join("\n");
}

// legend shows a cell of each kind.
function legend() {
  const one = (name, text, label) => make("span", { class: "key" }, make("i", { class: "cell " + name }, text), label);
  return make("p", { class: "legend" },
    one("faulty error", "3", say("faulty")), one("involved error", "3", say("involved")),
    one("doubtful", "3?", say("doubtful")), one("is-blank", "", say("stateBlank")), one("is-dash", "—", say("stateDash")),
    one("is-bad", "x", say("stateBad")), one("is-absent", "", say("stateAbsent")));
}
