// Charts as SVG, drawn by hand: bars of counts by severity, lines of shares over years.

const BAR = { height: 24, label: 250, width: 640, number: 44, most: 15 };

// bars draws rows {label, counts: {error, warning, info}, href}, the longest first.
function bars(title, rows) {
  const shown = rows.slice(0, BAR.most);
  const longest = Math.max(1, ...shown.map((row) => total(row.counts)));
  const scale = (BAR.width - BAR.label - BAR.number) / longest;
  const height = shown.length * BAR.height + 4;
  const drawing = draw("svg", { viewBox: `0 0 ${BAR.width} ${height}`, width: BAR.width, height, class: "bars", role: "img", "aria-label": title },
    shown.map((row, i) => bar(row, i * BAR.height, scale)));
  return figure(title, drawing, rows.length > shown.length ? say("more", rows.length - shown.length) : null);
}

function bar(row, y, scale) {
  let x = BAR.label;
  const parts = SEVERITIES.filter((severity) => row.counts[severity]).map((severity) => {
    const width = row.counts[severity] * scale;
    const part = draw("rect", { x, y: y + 4, width, height: BAR.height - 8, class: "fill-" + severity });
    x += width;
    return part;
  });
  return draw("a", { href: row.href },
    draw("title", null, row.label + " " + describe(row.counts)),
    draw("rect", { x: 0, y, width: BAR.width, height: BAR.height, class: "row" }),
    draw("text", { x: BAR.label - 8, y: y + 17, "text-anchor": "end" }, shortened(row.label, 18)),
    parts,
    draw("text", { x: x + 6, y: y + 17, class: "number" }, String(total(row.counts))));
}

function total(counts) {
  return SEVERITIES.reduce((sum, severity) => sum + (counts[severity] || 0), 0);
}

function describe(counts) {
  return SEVERITIES.filter((severity) => counts[severity]).map((severity) => say(severity) + " " + counts[severity]).join(" ");
}

// shortened cuts a label to so many characters as wide as a Chinese one.
function shortened(label, most) {
  let width = 0;
  for (let i = 0; i < label.length; i++) {
    width += label.charCodeAt(i) < 0x2e80 ? 0.55 : 1;
    if (width > most) {
      return label.slice(0, i - 1) + "…";
    }
  }
  return label;
}

const LINE = { width: 640, height: 300, left: 44, right: 150, top: 12, bottom: 28, step: 0.2 };

// curves draws the shares of outcomes: one line an outcome, labelled at its end.
function curves(rates) {
  const years = rates.years.filter((year) => year.total > 0);
  const highest = Math.max(0.1, ...years.flatMap((year) => year.parts.map((part) => part / year.total)));
  const top = Math.ceil(highest / LINE.step) * LINE.step;
  const x = (i) => LINE.left + (years.length < 2 ? 0 : (i * (LINE.width - LINE.left - LINE.right)) / (years.length - 1));
  const y = (share) => LINE.top + (1 - share / top) * (LINE.height - LINE.top - LINE.bottom);
  const series = rates.names.map((name, i) => ({ name, shares: years.map((year) => year.parts[i] / year.total) }));
  return draw("svg", { viewBox: `0 0 ${LINE.width} ${LINE.height}`, width: LINE.width, height: LINE.height, class: "curves", role: "img", "aria-label": say("byYear") },
    axis(top, y), years.map((year, i) => draw("text", { x: x(i), y: LINE.height - 8, "text-anchor": "middle" }, String(year.year))),
    series.map((one, i) => curve(one, i, x, y)), endLabels(series, y));
}

function axis(top, y) {
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top);
  return marks.map((share) => draw("g", { class: "axis" },
    draw("line", { x1: LINE.left, x2: LINE.width - LINE.right, y1: y(share), y2: y(share) }),
    draw("text", { x: LINE.left - 6, y: y(share) + 4, "text-anchor": "end" }, percent(share, 0))));
}

function curve(series, i, x, y) {
  const points = series.shares.map((share, at) => `${x(at).toFixed(1)},${y(share).toFixed(1)}`);
  return draw("g", { class: "curve curve-" + i },
    draw("polyline", { points: points.join(" ") }),
    series.shares.map((share, at) => draw("circle", { cx: x(at).toFixed(1), cy: y(share).toFixed(1), r: 3.5 },
      draw("title", null, series.name + " " + percent(share, 1)))));
}

// endLabels name the lines at their ends, moved apart where they would cover each other.
function endLabels(series, y) {
  const apart = 16;
  const labels = series.map((one, i) => ({ i, text: one.name + " " + percent(one.shares[one.shares.length - 1], 1), y: y(one.shares[one.shares.length - 1]) + 4 }));
  labels.sort((a, b) => a.y - b.y);
  for (let i = 1; i < labels.length; i++) {
    labels[i].y = Math.max(labels[i].y, labels[i - 1].y + apart);
  }
  const over = Math.max(0, labels[labels.length - 1].y - (LINE.height - 4));
  return labels.map((label) => draw("text", { x: LINE.width - LINE.right + 10, y: label.y - over, class: "curve-label curve-" + label.i }, label.text));
}

function percent(share, digits) {
  return (100 * share).toFixed(digits) + "%";
}

function figure(title, drawing, note) {
  return make("figure", { class: "chart" }, make("figcaption", null, title), drawing, note && make("p", { class: "note" }, note));
}
