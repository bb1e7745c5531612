// The data of the page: what Go wrote into script elements, parsed when it is needed.

function parsed(id) {
  const element = document.getElementById(id);
  return element && JSON.parse(element.textContent);
}

const run = parsed("run");

// detailOf is all of one report, pages the pictures of its pages; null when left out.
const detailOf = (number) => parsed("report-" + number);
const pagesOf = (number) => parsed("pictures-" + number);

// ruleOf is the card of a rule.
function ruleOf(id) {
  return run.rules[id] || { code: id, title: { zh: id }, why: { zh: "" }, mend: { zh: "" }, formula: { zh: "" } };
}

const SEVERITIES = ["error", "warning", "info"];

// SIGNS stand beside the colours of severities, for those who do not see them.
const SIGNS = { error: "✕", warning: "!", info: "i" };

// unitOf names whose report it is.
function unitOf(head) {
  if (head.state === "register") {
    return say("register");
  }
  return head.organ || (head.state === "unread" ? fileName(head.path) : say("unnamed"));
}

function fileName(path) {
  return path.split(/[\\/]/).pop();
}

// foundIn counts what is to be mended in a report.
function foundIn(head) {
  return (head.error || 0) + (head.warning || 0) + (head.info || 0);
}

// cells are those of the forms by id, each with its name, row and column.
const cells = new Map();
for (const sheets of Object.values(run.forms)) {
  for (const sheet of sheets) {
    for (const block of sheet.blocks) {
      block.cells.forEach((cell, i) => cells.set(cell.id, {
        name: cell.name,
        row: block.rows[Math.floor(i / block.columns.length)],
        column: block.columns[i % block.columns.length],
      }));
    }
  }
}

function cellName(id) {
  return cells.has(id) ? told(cells.get(id).name) : id;
}
