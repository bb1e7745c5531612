// The overview: counts, charts, filters and the list of reports.

const ROWS = 200; // of the list that are shown at once: a browser lays out more slowly

function overview(filter) {
  document.title = say("title", run.number);
  const list = make("section", { class: "list" });
  showList(list, filter, ROWS);
  return make("div", { class: "overview" },
    make("h1", null, say("title", run.number)),
    make("p", { class: "tally" }, tally()),
    make("p", { class: "made" }, say("made", run.program, run.command.join(" "))),
    notices(), charts(filter), filters(filter, list), list);
}

function tally() {
  const count = (test) => run.reports.filter(test).length;
  const reports = count((head) => head.state !== "register");
  return say("tally", reports, count((head) => head.error > 0), count((head) => !head.error && head.warning > 0),
    count((head) => head.doubtful > 0), count((head) => head.state === "unread"));
}

function notices() {
  if (!run.drawn) {
    return make("p", { class: "notice" }, say("noPictures"));
  }
  return run.left.pages ? make("p", { class: "notice" }, say("leftOut", run.left.reports, run.left.pages)) : null;
}

function charts(filter) {
  const found = run.reports.some(foundIn);
  if (!found && !run.rates) {
    return null;
  }
  return make("details", { class: "charts", open: true }, make("summary", null, say("charts")), make("div", { class: "grid" },
    found ? bars(say("byRule"), byRule(kept(filter))) : null, found ? bars(say("byUnit"), byUnit(kept(filter))) : null,
    run.rates ? byYear(run.rates) : null));
}

function byRule(filter) {
  const counts = new Map();
  for (const head of run.reports) {
    for (const id of head.rules || []) {
      counts.set(id, (counts.get(id) || 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id, number]) => {
    const rule = ruleOf(id);
    return { label: rule.code + " " + told(rule.title), counts: { [rule.severity]: number }, href: changed(filter, "rule", id) };
  });
}

// byUnit adds up the reports of an organ, whose years are several.
function byUnit(filter) {
  const units = new Map();
  for (const head of run.reports.filter(foundIn)) {
    const name = unitOf(head);
    const counts = units.get(name) || {};
    SEVERITIES.forEach((severity) => { counts[severity] = (counts[severity] || 0) + (head[severity] || 0); });
    units.set(name, counts);
  }
  const weight = (counts) => counts.error * 1e6 + counts.warning * 1e3 + counts.info;
  return [...units].sort((a, b) => weight(b[1]) - weight(a[1]))
    .map(([name, counts]) => ({ label: name, counts, href: changed(filter, "q", name) }));
}

function byYear(rates) {
  const used = rates.years.map((year) => (year.left ? say("yearCountLeft", year.year, year.reports, year.left) : say("yearCount", year.year, year.reports)));
  const chart = figure(say("byYear"), curves(rates), say("byYearNote", used.join(language === "en" ? "; " : "；")));
  chart.append(make("details", null, make("summary", null, say("figures")), yearTable(rates)));
  return chart;
}

function yearTable(rates) {
  return make("table", { class: "plain" },
    make("thead", null, make("tr", null, [say("year"), ...rates.names, say("total")].map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", null, rates.years.filter((year) => year.total).map((year) => make("tr", null, make("th", { scope: "row" }, String(year.year)),
      year.parts.map((part) => make("td", null, percent(part / year.total, 1))), make("td", null, String(year.total))))));
}

// filters change the list below them and the address.
function filters(filter, list) {
  const years = [...new Set(run.reports.map((head) => head.year).filter(Boolean))].sort();
  const rules = [...new Set(run.reports.flatMap((head) => head.rules || []))].sort((a, b) => (ruleOf(a).code < ruleOf(b).code ? -1 : 1));
  return make("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
    searchBox(filter, list),
    choice(filter, list, "severity", [...SEVERITIES, "clean"].map((name) => [name, say(name)])),
    choice(filter, list, "rule", rules.map((id) => [id, ruleOf(id).code + " " + told(ruleOf(id).title)])),
    choice(filter, list, "state", ["read", "unread", "doubtful", "partial"].map((name) => [name, say(name)])),
    choice(filter, list, "edition", ["2019", "2021", "mixed"].map((name) => [name, editionName(name)])),
    years.length > 1 ? choice(filter, list, "year", years.map((year) => [String(year), String(year)])) : null,
    make("a", { class: "clear", href: address("", kept(filter)) }, say("clear")));
}

// kept is a filter without its conditions.
function kept(filter) {
  const bare = new URLSearchParams();
  ["lang", "sort"].filter((name) => filter.get(name)).forEach((name) => bare.set(name, filter.get(name)));
  return bare;
}

function searchBox(filter, list) {
  const typed = (event) => {
    narrow(list, filter, "q", event.target.value.trim());
    history.replaceState(null, "", address("", filter)); // not a step of the way back for each letter
  };
  return make("label", null, say("search"), make("input", { type: "search", value: filter.get("q") || "", oninput: typed }));
}

function narrow(list, filter, name, value) {
  if (value) {
    filter.set(name, value);
  } else {
    filter.delete(name);
  }
  showList(list, filter, ROWS);
  showNavigation(null, filter);
}

function choice(filter, list, name, options) {
  const chosen = (event) => {
    narrow(list, filter, name, event.target.value);
    history.pushState(null, "", address("", filter));
  };
  return make("label", null, say(name), make("select", { name, onchange: chosen },
    make("option", { value: "" }, say("any")),
    options.map(([value, label]) => make("option", { value, selected: filter.get(name) === value }, label))));
}

function showList(list, filter, most) {
  const numbers = matching(filter);
  const table = make("table", { class: "reports" }, listHead(filter),
    make("tbody", null, numbers.slice(0, most).map((number) => listRow(number, filter))));
  empty(list).append(make("p", { class: "matches", "aria-live": "polite" }, say("matches", numbers.length)), table);
  if (numbers.length > most) {
    const more = Math.min(ROWS, numbers.length - most);
    list.append(make("p", { class: "paging" },
      make("button", { type: "button", onclick: () => showList(list, filter, most + ROWS) }, say("showMore", more)),
      make("button", { type: "button", class: "all", onclick: () => showList(list, filter, Infinity) }, say("showAll"))));
  }
}

const COLUMNS = ["unit", "year", "edition", "error", "warning", "info", "cells", "rule", "file"];

function listHead(filter) {
  return make("thead", null, make("tr", null, COLUMNS.map((name) => {
    const sorted = filter.get("sort") === name;
    return make("th", { scope: "col", class: "column-" + name, "aria-sort": sorted ? (name === "unit" || name === "file" ? "ascending" : "descending") : null },
      ORDERS[name] ? make("a", { href: changed(filter, "sort", sorted ? "" : name) }, say(name)) : say(name));
  })));
}

function listRow(number, filter) {
  const head = run.reports[number];
  return make("tr", { class: "state-" + head.state },
    make("th", { scope: "row" }, make("a", { href: address(number, filter) }, unitOf(head)), badges(head)),
    make("td", null, head.year ? String(head.year) : ""),
    make("td", null, head.template ? editionName(head.template) : ""),
    SEVERITIES.map((severity) => make("td", { class: classes("count", head[severity] && severity) }, head[severity] ? String(head[severity]) : "")),
    make("td", { class: classes("count", head.doubtful && "doubt") }, head.doubtful ? String(head.doubtful) : ""),
    make("td", { class: "codes" }, codesOf(head)),
    make("td", { class: "path", title: head.path }, head.path));
}

function editionName(template) {
  return template === "mixed" ? say("mixed") : say("editionOf", template);
}

function badges(head) {
  const names = [head.state === "unread" && "unread", head.partial && "partial", head.unsure && "checkUnit"].filter(Boolean);
  return names.map((name) => make("span", { class: "badge " + name }, say(name)));
}

// codesOf are the rules that were broken, each once.
function codesOf(head) {
  return [...new Set(head.rules || [])].flatMap((id) => [make("span", { title: told(ruleOf(id).title) }, ruleOf(id).code), " "]);
}
