const night = matchMedia("(prefers-color-scheme: dark)");
const paged = matchMedia("print");
const data = JSON.parse(document.getElementById("network").textContent);
const groups = ["#4c63c4", "#d0a136", "#9a5fb4", "#4da3cf", "#c4698b", "#84893a", "#8a6248", "#6b7a8c"];
let [ink, paper, hostile, friendly] = palette();
const foremost = 8;

// paper is white whatever the screen
function palette() {
  return night.matches && !paged.matches
    ? ["#e8ebee", "#11161b", "#ea6f3a", "#2fa792"]
    : ["#16202a", "#fbfaf7", "#d9622b", "#2a9d8a"];
}

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
const network = new vis.Network(document.getElementById("canvas"), { nodes, edges }, data.options);

// names keep their size on the screen; none lies over another, and but for the foremost none over an actor
const face = getComputedStyle(document.body).fontFamily;
const pen = document.createElement("canvas").getContext("2d");
let grow = 1;
let written = [];

function boxes() {
  const taken = [];
  const isFree = (box) => taken.every((other) => other.of === box.of
    || box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top);
  return { isFree, take: (box) => taken.push(box) };
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
  const names = boxes();
  const all = boxes();
  written = [];
  data.nodes.forEach((node) => {
    const { x, y } = places[node.id];
    const half = reach(node) * 0.8;
    all.take({ of: node.id, left: x - half, right: x + half, top: y - half, bottom: y + half });
  });
  nodes.update(data.nodes.map((node, rank) => {
    const { x, y } = places[node.id];
    const ways = [
      [boxAt(node.id, node.label, size, x, y + reach(node) + size * 0.19), -size * 0.4],
      [boxAt(node.id, node.label, size, x, y - reach(node) - size * 1.16), -(2 * reach(node) + size * 1.75)],
    ];
    const way = ways.find(([box]) => all.isFree(box))
      ?? (rank < foremost ? ways.find(([box]) => names.isFree(box)) : undefined);
    if (way) [names, all].forEach((ground) => ground.take(way[0]));
    if (way) written.push(way[0]);
    const font = { color: ink, strokeColor: paper, strokeWidth: size / 4, face, size: way ? size : 0, vadjust: way ? way[1] : 0 };
    return { id: node.id, size: reach(node), font };
  }));
  edges.update(data.edges.map((edge) => {
    const at = network.body.edges[edge.id]?.edgeType?.getPoint(0.5);
    const box = at && boxAt(edge.id, edge.label, size, at.x, at.y - size * 0.5);
    const isTold = Boolean(box) && data.edges.length <= 250 && all.isFree(box);
    if (isTold) all.take(box);
    return {
      id: edge.id,
      width: edge.width * Math.max(1, grow * 0.6),
      font: { color: ink, strokeColor: paper, strokeWidth: size / 4, size: isTold ? size : 0 },
    };
  }));
}

function isCut() {
  const { clientWidth } = document.getElementById("canvas");
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
  document.getElementById("canvas").dataset.drawn = "yes";
});
let rest = 0;
network.on("zoom", () => { clearTimeout(rest); rest = setTimeout(write, 120); });

function dress() {
  [ink, paper, hostile, friendly] = palette();
  nodes.update(data.nodes.map((node) => ({ id: node.id, color: nodeColour(node) })));
  edges.update(data.edges.map((edge) => ({ id: edge.id, color: edgeColour(edge) })));
  write();
  network.redraw();
}
for (const query of [night, paged]) query.addEventListener("change", dress);
