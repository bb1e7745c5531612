// What of the overview is shown. A filter is the part of the address behind "?", so that
// it can be kept as a bookmark and the way back leads to it.

// TESTS say by the filter's name whether a report passes.
const TESTS = {
  q: (head, value) => (unitOf(head) + "\n" + head.path).toLowerCase().includes(value.toLowerCase()),
  severity: (head, value) => (value === "clean" ? head.state === "read" && foundIn(head) === 0 : head[value] > 0),
  rule: (head, value) => (head.rules || []).includes(value),
  state: (head, value) => (value === "doubtful" || value === "partial" ? Boolean(head[value]) : head.state === value),
  edition: (head, value) => head.template === value,
  year: (head, value) => String(head.year) === value,
};

// ORDERS compare reports for sorting; the worst come first where nothing is asked for.
const ORDERS = {
  worst: (a, b) => compare(b, a, "error") || compare(b, a, "warning") || compare(b, a, "info") || compare(b, a, "doubtful"),
  unit: (a, b) => unitOf(a).localeCompare(unitOf(b), "zh"),
  year: (a, b) => compare(b, a, "year"),
  edition: (a, b) => (a.template || "").localeCompare(b.template || ""),
  error: (a, b) => compare(b, a, "error"),
  warning: (a, b) => compare(b, a, "warning"),
  info: (a, b) => compare(b, a, "info"),
  cells: (a, b) => compare(b, a, "doubtful"),
  file: (a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)),
};

function compare(a, b, field) {
  return (a[field] || 0) - (b[field] || 0);
}

// matching gives the numbers of the reports that a filter lets through, in its order.
function matching(filter) {
  const asked = Object.keys(TESTS).filter((name) => filter.get(name));
  const passes = (number) => asked.every((name) => TESTS[name](run.reports[number], filter.get(name)));
  const order = ORDERS[filter.get("sort")] || ORDERS.worst;
  return run.reports.map((_, number) => number).filter(passes)
    .sort((a, b) => order(run.reports[a], run.reports[b]) || a - b);
}

// changed is a filter with one thing otherwise, as an address.
function changed(filter, name, value) {
  const next = new URLSearchParams(filter);
  if (value) {
    next.set(name, value);
  } else {
    next.delete(name);
  }
  return address("", next);
}

// address is that of the overview, or of a report below a filter.
function address(number, filter) {
  const query = filter.toString();
  return "#/" + number + (query ? "?" + query : "");
}
