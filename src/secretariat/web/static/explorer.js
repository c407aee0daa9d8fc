// Two small islands; every page reads without them.
"use strict";

// The map follows the slider: states and table come as JSON from the same address.
(function roster() {
  const slider = document.querySelector("[data-roster-slider]");
  if (!slider) return;
  const day = document.querySelector("#on");
  const table = document.querySelector("[data-roster]");
  const said = document.querySelector("[data-roster-status]");
  let wanted = 0;
  function dayOf(value) {
    const start = Date.parse(slider.dataset.first + "T00:00:00Z");
    return new Date(start + value * 86400000).toISOString().slice(0, 10);
  }
  async function show(on) {
    const mine = ++wanted;
    const url = new URL(location.href);
    url.searchParams.set("on", on);
    const answer = await fetch(url.pathname + "/part" + url.search, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== wanted) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    table.replaceChildren(...page.querySelector("[data-roster]").childNodes);
    document.querySelector("[data-map]").replaceChildren(...page.querySelector("[data-map]").childNodes);
    said.textContent = page.querySelector("[data-roster-status]").textContent;
    history.replaceState(null, "", url);
  }
  slider.addEventListener("input", () => {
    const on = dayOf(Number(slider.value));
    day.value = on;
    slider.setAttribute("aria-valuetext", on);
    show(on);
  });
})();

// In a document: j and k, or n and p, go from claim to claim.
(function reading() {
  const marks = Array.from(document.querySelectorAll(".text mark[id]"));
  if (!marks.length) return;
  let at = marks.findIndex((m) => "#" + m.id === location.hash);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) return;
    const step = { j: 1, n: 1, k: -1, p: -1 }[event.key];
    if (!step) return;
    at = Math.max(0, Math.min(marks.length - 1, at + step));
    marks.forEach((m) => m.classList.remove("here"));
    marks[at].classList.add("here");
    marks[at].scrollIntoView({ block: "center" });
    marks[at].focus({ preventScroll: true });
  });
})();

// Copy a citation.
(function citations() {
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => navigator.clipboard && navigator.clipboard.writeText(button.dataset.copy));
  });
})();
