// The page of one report: its findings, the pages of the file, the tables as read.

function reportPage(number, filter) {
  const head = run.reports[number];
  const title = unitOf(head) + (head.year ? " " + say("yearOf", head.year) : "");
  document.title = title;
  const report = head.detail && detailOf(number);
  const page = make("div", { class: "report" }, reportHead(number, head, report, title, filter));
  if (!report) {
    page.append(make("p", { class: "notice" }, say(foundIn(head) ? "noDetailFound" : "noDetail")));
    return page;
  }
  page.append(panes(number, report));
  linked(page, report);
  return page;
}

function reportHead(number, head, report, title, filter) {
  const about = [head.template ? editionName(head.template) : null, report && report.reader].filter(Boolean).map((word) => " · " + word);
  return make("div", { class: "report-head" },
    make("h1", null, title, " ", badges(head)),
    make("p", { class: "made" }, report && report.file ? opened(report.file, 0, head.path) : head.path, about),
    report && report.title ? make("p", { class: "made" }, report.title) : null,
    ((report && report.remark) || []).map((remark) => make("p", { class: "notice" }, told(remark))),
    report && report.error ? make("p", { class: "notice" }, report.error) : null,
    otherYears(number, head, filter));
}

// opened is a link to the file, at a page where its viewer can be told.
function opened(file, page, words) {
  return make("a", { href: file.address + (file.paged && page ? "#page=" + page : ""), target: "_blank", rel: "noopener" }, words);
}

// otherYears links to the reports of the same organ.
function otherYears(number, head, filter) {
  const others = run.reports.map((_, i) => i).filter((i) => i !== number && head.organ && run.reports[i].organ === head.organ);
  if (others.length === 0) {
    return null;
  }
  others.sort((a, b) => run.reports[a].year - run.reports[b].year);
  return make("p", null, say("other"), others.flatMap((i) => [make("a", { href: address(i, filter), title: run.reports[i].path }, String(run.reports[i].year || fileName(run.reports[i].path))), " "]));
}

function panes(number, report) {
  const marks = marksOf(report);
  const values = valuesOf(report);
  const paged = report.format === "pdf" || report.format === "ofd";
  return make("div", { class: classes("panes", !paged && "pageless", !report.tables && "tableless") },
    pane("findings", say("findings"), findingsPane(report, values)),
    paged ? pane("original", say("original"), originals(number, report, marks), report.pages && zoomButton()) : null,
    report.tables ? pane("tables", say("tables"), rebuilt(report, marks)) : null);
}

function pane(name, title, content, tool) {
  return make("section", { class: "pane " + name, tabindex: 0, "aria-label": title }, make("h2", null, title, tool || null), content);
}

function zoomButton() {
  const zoom = (event) => {
    const wide = event.target.closest(".pane").classList.toggle("zoomed");
    event.target.textContent = say(wide ? "fit" : "zoom");
  };
  return make("button", { type: "button", class: "zoom", onclick: zoom }, say("zoom"));
}

// valuesOf are the cells of a report by id.
function valuesOf(report) {
  const values = new Map();
  for (const table of report.tables || []) {
    const ids = run.forms[table.edition].find((sheet) => sheet.key === table.key).blocks.flatMap((block) => block.cells);
    (table.cells || []).forEach((cell, i) => values.set(ids[i].id, cell));
  }
  (report.beyond || []).forEach((one) => values.set(one.id, one.cell));
  return values;
}
