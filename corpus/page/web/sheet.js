// The pages of the original with boxes on their cells.

// originals shows the pages of a report that are worth a look.
function originals(number, report, marks) {
  const album = report.pages && pagesOf(number);
  if (!album || album.error) {
    return make("p", { class: "notice" }, noPages(report, album));
  }
  return album.pages.map((page) => sheetOf(page, spotsOn(page.number, report), report, marks));
}

function noPages(report, album) {
  if (report.error) {
    return report.error;
  }
  if (!report.pages) {
    return say(report.format === "pdf" || report.format === "ofd" ? "unremarkable" : "pageless");
  }
  if (album) {
    return say("pictureFailed", album.error);
  }
  return say(run.drawn ? "pictureLeft" : "noPictures");
}

// spotsOn are the cells on a page: id and box.
function spotsOn(page, report) {
  const spots = [];
  for (const table of report.tables || []) {
    const ids = run.forms[table.edition].find((sheet) => sheet.key === table.key).blocks.flatMap((block) => block.cells);
    (table.spots || []).forEach((spot, i) => {
      if (spot && spot[0] === page) {
        spots.push({ id: ids[i].id, box: spot.slice(1), cell: table.cells[i] });
      }
    });
  }
  return spots;
}

function sheetOf(page, spots, report, marks) {
  const size = { viewBox: `0 0 ${page.width} ${page.height}` };
  const overlay = draw("svg", { ...size, class: "overlay" }, spotBoxes(spots, marks), passageBoxes(page.number, report, spots));
  const ground = page.png
    ? make("img", { src: "data:image/png;base64," + page.png, alt: say("page", page.number) })
    : redrawn(page, size);
  const caption = [opened(report.file, page.number, say("page", page.number)), page.png ? null : " · " + say("redrawn")];
  return make("figure", { class: "sheet", "data-page": page.number },
    make("figcaption", null, caption), make("div", { class: "paper" }, ground, overlay));
}

// redrawn sets a page from its glyphs and rulings.
function redrawn(page, size) {
  return draw("svg", { ...size, class: "redrawn", role: "img", "aria-label": say("page", page.number) },
    draw("rect", { width: page.width, height: page.height, fill: "#fff" }),
    (page.lines || []).map(([x0, y0, x1, y1]) => draw("rect", { x: x0, y: y0, width: Math.max(0.4, x1 - x0), height: Math.max(0.4, y1 - y0) })),
    (page.runs || []).map((run) => draw("text", {
      x: run.x, y: run.y, "font-size": run.size, textLength: run.turn ? null : run.width, lengthAdjust: "spacingAndGlyphs",
      transform: run.turn ? `rotate(${run.turn} ${run.x} ${run.y})` : null,
    }, run.text)));
}

// spotBoxes puts those at fault above the others.
function spotBoxes(spots, marks) {
  const weight = (spot) => { const mark = marks.get(spot.id); return mark ? (mark.strong ? 2 : 1) : 0; };
  return [...spots].sort((a, b) => weight(a) - weight(b)).map((spot) => {
    const mark = marks.get(spot.id);
    const doubt = spot.cell && spot.cell.doubt;
    return box(spot.box, {
      "data-cell": spot.id,
      class: classes("spot", doubt && "doubtful", mark && (mark.strong ? "faulty " : "involved ") + mark.severity),
    }, cellTitle(spot.id, spot.cell), Boolean(mark && mark.strong));
  });
}

// passageBoxes are those of findings that stand in none of their cells, as in prose.
function passageBoxes(page, report, spots) {
  const near = (a, b) => a.every((side, i) => Math.abs(side - b[i]) < 1); // a point: spots are rounded
  const inCell = (finding) => spots.some((spot) => (finding.cells || []).includes(spot.id) && near(spot.box, finding.box));
  return allFindings(report).filter((finding) => finding.page === page && finding.box && !inCell(finding))
    .map((finding) => box(finding.box, { "data-finding": finding.key, class: classes("spot passage", finding.severity) }, told(finding.text), true));
}

function box([x0, y0, x1, y1], attributes, title, reachable) {
  const keys = reachable ? { tabindex: 0, role: "button", "aria-label": title } : {};
  return draw("rect", { x: x0, y: y0, width: x1 - x0, height: y1 - y0, ...attributes, ...keys }, draw("title", null, title));
}
