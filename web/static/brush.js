// Drag over a histogram to choose days; the choice goes into the address.
const DAY = 86_400_000;
const figure = document.querySelector("[data-histogram]");

export function dayAt(first, last, part) {
  const start = Date.parse(`${first}T00:00Z`);
  const days = Math.round((Date.parse(`${last}T00:00Z`) - start) / DAY) + 1;
  const day = Math.min(Math.max(Math.floor(part * days), 0), days - 1);
  return new Date(start + day * DAY).toISOString().slice(0, 10);
}

const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

// The stretch between two parts of the picture, as whole bars: whole months or years where a bar is one. Gives its
// first and last day, and where it begins and ends.
export function stretch({ first, last, grain }, one, other) {
  const whole = Date.parse(`${last}T00:00Z`) + DAY - Date.parse(`${first}T00:00Z`);
  const [from, to] = [Math.min(one, other), Math.max(one, other)].map((part) => dayAt(first, last, part));
  const [year, month] = to.split("-").map(Number);
  const length = { month: 7, year: 4 }[grain] ?? 10;
  const start = `${from.slice(0, length)}${"-01-01".slice(length - 4)}`;
  const end = { month: () => dayOf(Date.UTC(year, month, 0)), year: () => `${to.slice(0, 4)}-12-31` }[grain]?.() ?? to;
  const days = [start < first ? first : start, end > last ? last : end];
  const at = (time) => (time - Date.parse(`${first}T00:00Z`)) / whole;
  return [...days, at(Date.parse(`${days[0]}T00:00Z`)), at(Date.parse(`${days[1]}T00:00Z`) + DAY)];
}

export function installBrush(host, choose, preview = () => {}) {
  const svg = host.querySelector("svg.bars");
  const box = document.createElement("div");
  box.className = "brush-box";
  svg.replaceWith(box);
  box.append(svg);
  let start = null;
  let shade = null;
  const part = (event) => {
    const edges = box.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - edges.left) / edges.width, 0), 1);
  };
  box.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch") start = part(event);
  });
  box.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const now = part(event);
    if (!shade && Math.abs(now - start) < 0.006) return;
    if (!shade) {
      shade = document.createElement("div");
      shade.className = "brush";
      box.append(shade);
      box.setPointerCapture(event.pointerId);
    }
    const [from, to, left, right] = stretch(host.dataset, start, now);
    shade.style.left = `${left * 100}%`;
    shade.style.width = `${(right - left) * 100}%`;
    preview(from, to);
  });
  box.addEventListener("pointerup", (event) => {
    const now = part(event);
    if (shade) choose(...stretch(host.dataset, start, now).slice(0, 2));
    start = null;
    shade?.remove();
    if (shade) addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
    shade = null;
  });
  box.addEventListener("dragstart", (event) => event.preventDefault());
}

if (figure && !document.getElementById("canvas")) {
  installBrush(figure, (from, to) => {
    const address = new URL(location.href);
    address.searchParams.set("from", from);
    address.searchParams.set("to", to);
    address.searchParams.delete("before");
    location.assign(address);
  });
  document.querySelectorAll("[data-brush-hint]").forEach((hint) => { hint.hidden = false; });
}
