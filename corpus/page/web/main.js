// The way through the page: #/ is the overview, #/17 a report, behind ? the filter.

function route() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  return { number: /^\d+$/.test(path) && Number(path) < run.reports.length ? Number(path) : null, filter: new URLSearchParams(query || "") };
}

function show() {
  const { number, filter } = route();
  language = filter.get("lang") === "en" ? "en" : "zh";
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  const main = empty(document.getElementById("main"));
  main.append(number === null ? overview(filter) : reportPage(number, filter));
  showNavigation(number, filter);
  const asked = number === null && Object.keys(TESTS).concat("sort").some((name) => filter.get(name));
  window.scrollTo(0, asked ? document.querySelector(".filters").offsetTop - 50 : 0); // 50: below the bar
}

function showNavigation(number, filter) {
  const button = document.getElementById("language");
  button.textContent = say("language");
  button.onclick = () => { location.hash = changedLanguage(number, filter); };
  document.querySelector("a.home").href = address("", filter);
  const nav = empty(document.getElementById("nav"));
  if (number !== null) {
    nav.append(make("a", { href: address("", filter) }, say("overview")), " ", ...neighbours(number, filter));
  }
}

function changedLanguage(number, filter) {
  const next = new URLSearchParams(filter);
  if (language === "en") {
    next.delete("lang");
  } else {
    next.set("lang", "en");
  }
  return address(number === null ? "" : number, next);
}

// neighbours lead to the reports before and after in the filtered list.
function neighbours(number, filter) {
  const list = matching(filter);
  const at = list.indexOf(number);
  const link = (to, word) => (to === undefined || at < 0 ? null : make("a", { href: address(to, filter) }, say(word)));
  return [link(list[at - 1], "previous"), " ", link(list[at + 1], "next"), " ",
    at < 0 ? null : make("span", { class: "note" }, say("position", at + 1, list.length))].filter(Boolean);
}

// Paper shows all of the list.
window.addEventListener("beforeprint", () => {
  const all = document.querySelector(".paging .all");
  if (all) {
    all.click();
  }
});
window.addEventListener("hashchange", () => {
  show();
  document.getElementById("main").focus({ preventScroll: true }); // where the keyboard goes on from
});
show();
