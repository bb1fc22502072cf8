// The picture of actors: vis-network draws what the server laid out; nothing moves by itself.
import { address, ask } from "./ask.js";
import { openInPlace, say, showDetails } from "./details.js";
import { fill } from "./frame.js";
import { edgeNear, pointAtEdges } from "./near.js";
import { colour, painter } from "./paint.js";
import { along, neighbours } from "./paths.js";
import { installTime } from "./time.js";
import { unpack } from "./unpack.js";

const data = unpack(JSON.parse(document.getElementById("network").textContent));
const canvas = document.getElementById("canvas");
const panel = document.getElementById("details");
const sentence = document.getElementById("sentence");
const tools = document.getElementById("tools");

fill(data.nodes, canvas.clientWidth, canvas.clientHeight);
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const grown = new Map();
let chosen = [];
const bare = new Map(data.nodes.map((node) => [node.id, node.size]));
const lines = new Map(data.edges.map((edge) => [edge.id, edge.width]));
const isCrowd = data.edges.length > 250;

// all of it, or some actors, with room for names and the buttons at the edges
function fit(ids = []) {
  network.fit({ nodes: ids, animation: false });
  network.moveTo({ scale: network.getScale() * 0.92, animation: false });
}

tools.hidden = false;
const active = { has: () => true };
const shownEdges = new vis.DataView(edges, { filter: (edge) => active.has(edge.id) });
const network = new vis.Network(canvas, { nodes, edges: shownEdges }, data.options);
const { paint, repaint, point, settle } = painter({
  network, canvas, tools, nodes, edges, bare, lines, isCrowd, isChosen: (id) => chosen.includes(id),
});
canvas.querySelector(".vis-network").removeAttribute("tabindex");
network.once("afterDrawing", () => {
  fit();
  settle();
  canvas.dataset.drawn = "yes";
  restore();
});

// what the address names is chosen in the picture too
async function restore() {
  const [kind, rest] = (new URLSearchParams(location.search).get("sel") ?? "").split(/:(.*)/);
  const ids = (rest ?? "").split("~");
  if (kind === "path" && ids.length === 2 && ids.every((id) => nodes.get(id))) {
    chosen = ids;
    mark();
    showPaths();
  } else if (kind === "actor" && nodes.get(rest)) {
    chosen = [rest];
    mark();
    const near = neighbours(edges.get(), rest);
    paint(new Set([rest, ...near.nodes]), near.edges);
  } else if (kind === "tie" && edges.get(rest)) {
    paint(new Set(ids.slice(0, 2)), new Set([rest]));
  }
}

// an answer that comes after something else was put beside the picture is left out
let latest = 0;
async function open(sel) {
  const turn = ++latest;
  history.replaceState(history.state, "", address(location.pathname, { sel }));
  const found = await ask(address("/graph/selection.json", { sel }));
  if (turn !== latest) return null;
  if (found) showDetails(panel, found);
  else say(panel, "The graph does not answer. Try again in a moment.");
  return found;
}

function mark() {
  tools.querySelector("[data-do=path]").hidden = chosen.length !== 2;
  tools.querySelector("[data-do=expand]").hidden = chosen.length !== 1;
}

function chooseActor(id, isMore = false) {
  chosen = isMore && chosen.length && chosen[0] !== id ? [chosen[0], id] : [id];
  mark();
  if (chosen.length === 2) return showPaths();
  const near = neighbours(edges.get(), id);
  paint(new Set([id, ...near.nodes]), near.edges);
  return open(`actor:${id}`);
}

async function showPaths() {
  const [a, b] = chosen;
  say(panel, "Looking for paths …");
  const found = await open(`path:${a}~${b}`);
  if (found && chosen[0] === a && chosen[1] === b) light(found, [a, b]);
}

function light(found, ends) {
  const lying = along(edges.get(), found.paths);
  fit([...ends, ...lying.nodes].filter((id) => nodes.get(id)));
  paint(new Set([...ends, ...lying.nodes]), lying.edges);
  const absent = [...lying.nodes].filter((id) => !nodes.get(id)).length;
  const gap = lying.undrawn === 0 || absent ? "" : lying.undrawn === 1 && lying.nodes.size === 2
    ? " This picture draws no line between them." : ` ${lying.undrawn} of their steps ${lying.undrawn === 1 ? "has" : "have"} no line in this picture.`;
  sentence.textContent = found.remark + gap + (absent ? ` ${absent} of them ${absent === 1 ? "is" : "are"} not in this picture.` : "");
}

// by keyboard: P at one actor, and P again at another
let start = null;
function pin(id) {
  if (start && start !== id && nodes.get(start)) {
    chosen = [start, id];
    start = null;
    mark();
    showPaths();
    return;
  }
  start = id;
  sentence.textContent = `Paths from ${nodes.get(id).name}: go to another actor and press P.`;
}

function clear() {
  chosen = [];
  start = null;
  mark();
  paint();
}

const asking = new Set();
async function expand(id) {
  if (asking.has(id)) return;
  if (grown.has(id)) {
    const added = grown.get(id);
    edges.remove(added.edges);
    nodes.remove(added.nodes);
    grown.delete(id);
    fit();
    repaint();
    sentence.textContent = `Took the partners of ${nodes.get(id).name} away again.`;
    return;
  }
  sentence.textContent = "Asking for partners …";
  asking.add(id);
  const found = await ask(address("/graph/neighbours.json", { id, most: data.nodes[0].acts }));
  asking.delete(id);
  if (!found) { sentence.textContent = "The graph does not answer. Try again in a moment."; return; }
  const at = network.getPosition(id);
  const freshNodes = found.nodes.filter((node) => !nodes.get(node.id));
  freshNodes.forEach((node) => { node.x += at.x; node.y += at.y; });
  const freshEdges = found.edges.filter((edge) => !edges.get(edge.id));
  if (!freshNodes.length && !freshEdges.length) { sentence.textContent = found.already; return; }
  freshNodes.forEach((node) => bare.set(node.id, node.size));
  nodes.add(freshNodes);
  freshEdges.forEach((edge) => lines.set(edge.id, edge.width));
  edges.add(freshEdges);
  grown.set(id, { nodes: freshNodes.map((node) => node.id), edges: freshEdges.map((edge) => edge.id) });
  paint();
  if (chosen.includes(id)) sentence.textContent = found.sentence;
}

function chooseTie(id) {
  const { from, to } = edges.get(id);
  chosen = [];
  mark();
  paint(new Set([from, to]), new Set([id]));
  return open(`tie:${id}`);
}

openInPlace(panel, (sel) => (edges.get(sel.slice(4)) ? chooseTie(sel.slice(4)) : open(sel)));
network.on("click", ({ nodes: [node], pointer, event }) => {
  const edge = node === undefined ? edgeNear(network, pointer.DOM) : undefined;
  if (node !== undefined) chooseActor(node, event.srcEvent?.shiftKey);
  else if (edge !== undefined) chooseTie(edge);
  else clear();
});
pointAtEdges(network, canvas, isCrowd);
network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) expand(node); });
// names keep their size on the screen, so each scale has room for others
let rest = 0;
const repaintSoon = () => { clearTimeout(rest); rest = setTimeout(repaint, 120); };
network.on("zoom", repaintSoon);
network.on("dragEnd", repaintSoon);
network.on("hoverNode", ({ node }) => point(node));
network.on("blurNode", () => point(null));
document.addEventListener("themechange", repaint);
matchMedia("print").addEventListener("change", () => { repaint(); network.redraw(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

const ranked = data.nodes.map((node) => node.id);
canvas.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const now = ranked.indexOf(chosen.at(-1));
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const id = ranked[(now + step + ranked.length) % ranked.length];
    chosen = [id];
    mark();
    const near = neighbours(edges.get(), id);
    paint(new Set([id, ...near.nodes]), near.edges);
    network.focus(id, { animation: false, scale: Math.max(network.getScale(), 0.6) });
    const pinned = start && start !== id ? `P shows the paths from ${nodes.get(start).name}.` : "P starts a path.";
    sentence.textContent = `${nodes.get(id).name}, ${near.edges.size} tie${near.edges.size === 1 ? "" : "s"}. Enter opens it and adds its strongest partners, E adds them alone, ${pinned}`;
  }
  if (event.key === "Enter" && chosen.length) {
    open(`actor:${chosen[0]}`);
    expand(chosen[0]);
  }
  if (event.key.toLowerCase() === "e" && chosen.length) expand(chosen[0]);
  if (event.key.toLowerCase() === "p" && chosen.length) pin(chosen.at(-1));
  if (event.key === "Escape") clear();
  if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.25 : 0.8);
});

function zoom(by) {
  network.moveTo({ scale: network.getScale() * by, animation: false });
  repaint();
}

// what saves the picture comes when it is asked for
async function save() {
  if (shownEdges.length < edges.length) { sentence.textContent = "Stop playing first: a picture is saved of all the days chosen."; return; }
  try {
    const { savePicture } = await import("./picture.js");
    sentence.textContent = await savePicture(canvas, nodes, edges, data);
  } catch (problem) {
    sentence.textContent = `The picture is not saved: ${problem.message}`;
  }
}

const doings = { in: () => zoom(1.25), out: () => zoom(0.8), fit: () => { fit(); repaint(); }, path: showPaths, expand: () => expand(chosen[0]), png: save };
tools.addEventListener("click", (event) => doings[event.target.dataset.do]?.());

installTime({
  network, colour, show(ids) { active.has = ids === null ? () => true : (id) => ids.has(id); shownEdges.refresh(); },
  say(text) { sentence.textContent = text; }, edges,
});
