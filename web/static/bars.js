// The bars of a histogram are one stop of the Tab key; arrows, Home and End go from bar to bar.
const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

function install(svg) {
  const bars = [...svg.querySelectorAll("a[href]")];
  if (bars.length < 2) return;
  const settle = (chosen) => bars.forEach((bar) => bar.setAttribute("tabindex", bar === chosen ? "0" : "-1"));
  settle(bars[0]);
  svg.dataset.roving = "yes";
  svg.addEventListener("focusin", (event) => settle(event.target.closest("a")));
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = bars.indexOf(document.activeElement);
    const ends = { Home: 0, End: bars.length - 1 };
    const next = ends[event.key] ?? Math.min(Math.max(now + (STEPS[event.key] ?? 0), 0), bars.length - 1);
    if (now === -1 || !(event.key in STEPS || event.key in ends)) return;
    event.preventDefault();
    bars[next].focus();
  });
}

document.querySelectorAll("svg.bars").forEach(install);
