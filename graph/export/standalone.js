const screens = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("print")];
const data = JSON.parse(document.getElementById("network").textContent);
const groups = data.swatches;
let [ink, paper, hostile, friendly] = palette();
const foremost = 8;

function palette() {
  const style = getComputedStyle(document.documentElement);
  return ["--ink", "--paper", "--hostile", "--friendly"].map((name) => style.getPropertyValue(name).trim());
}

// what is wide and low in a tall frame, or the other way round, is drawn out along its short side
const most = 2.5;
function fill(width, height) {
  const span = (axis) => Math.max(...data.nodes.map((node) => node[axis])) - Math.min(...data.nodes.map((node) => node[axis]));
  const [wide, high] = [span("x"), span("y")];
  if (!(wide > 0 && high > 0 && width > 0 && height > 0)) return;
  const taller = (wide / high) / (width / height);
  const axis = taller > 1 ? "y" : "x";
  const by = Math.min(Math.max(taller, 1 / taller), most);
  data.nodes.forEach((node) => { node[axis] = Math.round(node[axis] * by); });
}

const canvas = document.getElementById("canvas");
fill(canvas.clientWidth, canvas.clientHeight);

const nodeColour = (node) => ({ background: groups[(node.community || 0) % groups.length], border: paper });
const edgeColour = (edge) => ({ color: edge.sign === "hostile" ? hostile : friendly, highlight: ink });

const nodes = new vis.DataSet(
  data.nodes.map((node) => ({
    ...node,
    color: nodeColour(node),
    font: { color: ink, strokeColor: paper, strokeWidth: 4, size: 15 },
  })),
);
const edges = new vis.DataSet(
  data.edges.map((edge) => ({
    ...edge,
    color: edgeColour(edge),
    font: { color: ink, strokeColor: paper, strokeWidth: 4, size: 12 },
  })),
);
const network = new vis.Network(canvas, { nodes, edges }, data.options);

// names keep their size on the screen; none lies over another, and but for the foremost none over an actor
const face = getComputedStyle(document.body).fontFamily;
const pen = document.createElement("canvas").getContext("2d");
let grow = 1;
let lit = null;
let written = [];

// boxes that were taken, in cells, so that one is held against its neighbours alone
function ground(cell) {
  const cells = new Map();
  const around = (box) => {
    const keys = [];
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x += 1) {
      for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y += 1) keys.push(x * 65536 + y);
    }
    return keys;
  };
  const isApart = (box, other) => other.of === box.of
    || box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top;
  return {
    isFree: (box) => around(box).every((key) => (cells.get(key) ?? []).every((other) => isApart(box, other))),
    take(box) {
      around(box).forEach((key) => { if (cells.has(key)) cells.get(key).push(box); else cells.set(key, [box]); });
    },
  };
}

// the library takes long over a row, and draws all of it after each part: it gets only what is otherwise than before,
// and draws once
const drawn = new Map();
function changed(rows) {
  return rows.filter((row) => {
    const text = JSON.stringify(row);
    const isNew = drawn.get(row.id) !== text;
    drawn.set(row.id, text);
    return isNew;
  });
}

function boxAt(of, text, size, x, top) {
  const half = (pen.measureText(text).width * size) / 24 + size / 4;
  return { of, left: x - half, right: x + half, top, bottom: top + size * 1.05 };
}

function write() {
  pen.font = `12px ${face}`;
  const size = Math.min(Math.max(12 / network.getScale(), 7), 90);
  const places = network.getPositions();
  const reach = (node) => node.size * Math.sqrt(grow);
  const [names, all] = [ground(8 * size), ground(8 * size)];
  const ends = lit && new Set(data.edges.filter(({ id }) => lit.has(id)).flatMap(({ from, to }) => [from, to]));
  const isOut = (node) => ends !== null && !ends.has(node.id);
  written = [];
  data.nodes.forEach((node) => {
    const { x, y } = places[node.id];
    const half = reach(node) * 0.8;
    all.take({ of: node.id, left: x - half, right: x + half, top: y - half, bottom: y + half });
  });
  network.body.emitter.emit("_blockRedraw");
  nodes.update(changed(data.nodes.map((node, rank) => {
    const { x, y } = places[node.id];
    const ways = isOut(node) ? [] : [
      [boxAt(node.id, node.label, size, x, y + reach(node) + size * 0.19), -size * 0.4],
      [boxAt(node.id, node.label, size, x, y - reach(node) - size * 1.16), -(2 * reach(node) + size * 1.75)],
    ];
    const way = ways.find(([box]) => all.isFree(box))
      ?? (rank < foremost || ends ? ways.find(([box]) => names.isFree(box)) : undefined);
    if (way) [names, all].forEach((ground) => ground.take(way[0]));
    if (way) written.push(way[0]);
    const font = { color: ink, strokeColor: paper, strokeWidth: size / 4, face, size: way ? size : 0, vadjust: way ? way[1] : 0 };
    return { id: node.id, color: nodeColour(node), size: reach(node), font, opacity: isOut(node) ? 0.25 : 1 };
  })));
  edges.update(changed(data.edges.map((edge) => {
    const isLit = lit === null ? !isCrowd : lit.has(edge.id);
    const at = isLit && network.body.edges[edge.id]?.edgeType?.getPoint(0.5);
    const box = at && boxAt(edge.id, edge.label, size, at.x, at.y - size * 0.5);
    const isTold = Boolean(box) && all.isFree(box);
    if (isTold) all.take(box);
    return {
      id: edge.id,
      color: { ...edgeColour(edge), opacity: lit === null || isLit ? shade(edge) : faintest },
      width: edge.width * Math.max(1, grow * 0.6),
      font: { color: ink, strokeColor: paper, strokeWidth: size / 4, size: isTold ? size : 0 },
    };
  })));
  network.body.emitter.emit("_allowRedraw");
  network.body.emitter.emit("_redraw");
}

function isCut() {
  const { clientWidth } = canvas;
  const across = (x) => network.canvasToDOM({ x, y: 0 }).x;
  return written.some(({ left, right }) => across(left) < 0 || across(right) > clientWidth);
}

// seen whole, a large picture is small: marks and lines grow to stay readable
network.once("afterDrawing", () => {
  grow = Math.max(1, 1 / network.getScale());
  write();
  for (let turn = 0; turn < 4 && isCut(); turn += 1) {
    network.moveTo({ scale: network.getScale() * 0.88 });
    write();
  }
  canvas.dataset.drawn = "yes";
});
let rest = 0;
network.on("zoom", () => { clearTimeout(rest); rest = setTimeout(write, 120); });

function dress() {
  [ink, paper, hostile, friendly] = palette();
  write();
}
for (const query of screens) query.addEventListener("change", dress);

// a tie leads to its sentences, or where the file has none of them, to its row of the table
const chosen = document.getElementById("chosen");
const told = new Map([...document.querySelectorAll("[data-told]")].map((part) => [part.dataset.told, part]));
const rows = new Map([...document.querySelectorAll("[data-tie]")].map((part) => [part.dataset.tie, part]));
const named = new Map(data.nodes.map((node) => [node.id, node.name]));
const ranked = [...data.edges].sort((one, other) => other.events - one.events).map((edge) => edge.id);
let at = null;

function inWords({ from, to, sign, events }) {
  return `${named.get(from)} → ${named.get(to)}: ${events.toLocaleString("en")} ${sign} ${events === 1 ? "event" : "events"}`;
}

// in a crowd thin lines are faint
const isCrowd = data.edges.length > 250;
const faintest = isCrowd ? 0.03 : 0.1;
function shade(edge) {
  return isCrowd && lit === null ? Math.min(0.85, 0.22 + 0.1 * edge.width) : 0.9;
}

function light(ids) {
  at = ids?.length === 1 ? ids[0] : null;
  lit = ids && new Set(ids);
  write();
}

function open(id) {
  const section = told.get(id);
  const place = section ?? rows.get(id);
  place.closest("details").open = true;
  if (section) location.hash = section.id;
  place.focus();
}

function entry(edge) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const section = told.get(edge.id);
  link.href = section ? `#${section.id}` : "#";
  link.textContent = inWords(edge) + (section ? "" : " (no sentences in this file: its row of the table)");
  link.addEventListener("click", (event) => { event.preventDefault(); light([edge.id]); open(edge.id); });
  item.append(link);
  return item;
}

function tell(title, some) {
  const heading = document.createElement("p");
  const list = document.createElement("ul");
  heading.textContent = title;
  list.append(...some.map(entry));
  chosen.replaceChildren(...(title ? [heading] : []), ...(some.length ? [list] : []));
}

function choose(id) {
  light([id]);
  tell("", data.edges.filter((edge) => edge.id === id));
}

function chooseActor(id) {
  const own = data.edges.filter(({ from, to }) => from === id || to === id).sort((one, other) => other.events - one.events);
  light(own.map((edge) => edge.id));
  tell(`${named.get(id)}: ${own.length} ${own.length === 1 ? "tie" : "ties"}`, own);
}

// a line is thin: one some pixels beside the pointer counts too
function edgeNear({ x, y }) {
  for (const far of [0, 4, 8]) {
    for (let turn = 0; turn < 8; turn += 1) {
      const angle = (turn * Math.PI) / 4;
      const found = network.getEdgeAt({ x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function clear() {
  light(null);
  chosen.replaceChildren();
}

canvas.querySelector(".vis-network").removeAttribute("tabindex");
network.on("click", ({ nodes: [node], pointer }) => {
  const edge = node === undefined ? edgeNear(pointer.DOM) : undefined;
  if (node !== undefined) chooseActor(node);
  else if (edge === undefined) clear();
  else { choose(edge); open(edge); }
});
canvas.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !ranked.length) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const place = at === null && step < 0 ? 0 : ranked.indexOf(at);
    choose(ranked[(place + step + ranked.length) % ranked.length]);
  }
  if (event.key === "Enter" && at) open(at);
  if (event.key === "Escape") clear();
});
