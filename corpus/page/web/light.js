// Links between findings, cells of the tables and boxes on the pages: what the pointer or
// the keyboard is on lights up the others; a click keeps them lit and brings them into view.

// linked makes the links within a report's page.
function linked(root, report) {
  const lights = { root, byKey: new Map(allFindings(report).map((finding) => [finding.key, finding])), pinned: null };
  const over = (event) => light(lights, targetOf(event.target) || lights.pinned);
  const keep = (event) => pin(lights, targetOf(event.target));
  root.addEventListener("pointerover", over);
  root.addEventListener("focusin", over);
  root.addEventListener("pointerleave", () => light(lights, lights.pinned));
  root.addEventListener("click", keep);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "Escape") {
      pin(lights, event.key === "Enter" ? targetOf(event.target) : null);
    }
  });
}

// targetOf is the cell that an element stands for, the finding, or the cell as that
// finding's.
function targetOf(element) {
  const owner = element.closest("[data-cell],[data-finding]");
  const finding = owner && owner.closest("[data-finding]");
  return owner && { cell: owner.dataset.cell, finding: finding && finding.dataset.finding, owner };
}

// light shows what belongs to a target, and nothing when there is none.
function light(lights, target) {
  for (const element of lights.root.querySelectorAll(".lit")) {
    element.classList.remove("lit", "left", "right", "at");
    delete element.dataset.sign;
  }
  if (target) {
    findingsAt(lights, target).forEach((finding) => lightFinding(lights, finding, target));
    if (target.cell) {
      each(lights, "data-cell", target.cell, (element) => element.classList.add("lit", "at"));
    }
  }
}

// findingsAt are the finding itself, or those that are about a cell.
function findingsAt(lights, target) {
  if (target.finding) {
    return [lights.byKey.get(target.finding)];
  }
  return [...lights.byKey.values()].filter((finding) => (finding.cells || []).includes(target.cell));
}

function lightFinding(lights, finding, target) {
  each(lights, "data-finding", finding.key, (element) => element.classList.add("lit"));
  if (!target.finding) {
    return;
  }
  const right = new Set(finding.right || []);
  const sides = finding.left && finding.right.length > 1 ? ["+", "−"] : ["+", "="];
  for (const id of finding.cells || []) {
    each(lights, "data-cell", id, (element) => {
      element.classList.add("lit");
      if (finding.left) {
        element.classList.add(right.has(id) ? "right" : "left");
        element.dataset.sign = sides[right.has(id) ? 1 : 0];
      }
    });
  }
}

function each(lights, attribute, value, visit) {
  lights.root.querySelectorAll(`[${attribute}="${CSS.escape(value)}"]`).forEach(visit);
}

// pin keeps a target lit and scrolls the other panes to it.
function pin(lights, target) {
  lights.pinned = target;
  light(lights, target);
  if (!target) {
    return;
  }
  const own = target.owner.closest(".pane");
  for (const pane of lights.root.querySelectorAll(".pane")) {
    const lit = pane !== own && (pane.querySelector(".at") || pane.querySelector(".lit.faulty, .lit.passage") || pane.querySelector(".lit"));
    if (lit) {
      centre(pane, lit);
    }
  }
}

// centre scrolls a pane, and nothing around it, so that an element is in its middle.
function centre(pane, element) {
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  pane.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
  pane.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}
