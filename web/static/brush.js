// Drag over a histogram to choose days; the choice goes into the address.
const DAY = 86_400_000;
const figure = document.querySelector("[data-histogram]");

export function dayAt(first, last, part) {
  const start = Date.parse(`${first}T00:00Z`);
  const days = Math.round((Date.parse(`${last}T00:00Z`) - start) / DAY) + 1;
  const day = Math.min(Math.max(Math.floor(part * days), 0), days - 1);
  return new Date(start + day * DAY).toISOString().slice(0, 10);
}

export function installBrush(host, choose, preview = () => {}) {
  const svg = host.querySelector("svg.bars");
  const box = document.createElement("div");
  box.className = "brush-box";
  svg.replaceWith(box);
  box.append(svg);
  const { first, last } = host.dataset;
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
    shade.style.left = `${Math.min(start, now) * 100}%`;
    shade.style.width = `${Math.abs(now - start) * 100}%`;
    preview(dayAt(first, last, Math.min(start, now)), dayAt(first, last, Math.max(start, now)));
  });
  box.addEventListener("pointerup", (event) => {
    const now = part(event);
    if (shade) choose(dayAt(first, last, Math.min(start, now)), dayAt(first, last, Math.max(start, now)));
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
