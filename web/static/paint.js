// How the picture looks: which names and counts it shows, and what of it is lit.
import { nameSize, placeCounts, placeNames } from "./names.js";
import { inView } from "./near.js";

const GROUPS = ["#4c63c4", "#d0a136", "#9a5fb4", "#4da3cf", "#c4698b", "#84893a", "#8a6248", "#6b7a8c"];
const MOST_COUNTED = 60;
// between two periods: what stayed stands back, what is gone is grey
const CHANGED = { new: 0.95, turned: 1, gone: 0.75, kept: 0.25 };

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// bare, lines: sizes of the actors and widths of the ties by id; isChosen: whether an actor is
export function painter({ network, canvas, tools, nodes, edges, bare, lines, isCrowd, isChosen }) {
  const face = getComputedStyle(document.body).fontFamily;
  let farSize = 15, pointed = null, lit = [null, null], ground = null;
  const swollen = (id) => bare.get(id) * Math.max(1, Math.min(farSize / 24, 1.8));

  // whom the pointer is on comes first, then the chosen, then the busiest; in a part that is lit, that part alone
  function names(bright) {
    const first = (node) => (node.id === pointed ? 0 : isChosen(node.id) ? 1 : 2);
    const told = nodes.get().filter((node) => bright === null || bright.has(node.id) || node.id === pointed);
    const ordered = told.map((node) => ({ id: node.id, label: node.label, size: swollen(node.id) }));
    ordered.sort((one, other) => first(one) - first(other) || other.size - one.size);
    const seen = inView(network, canvas, tools);
    const placed = placeNames(ordered, network.getPositions(), nameSize(network.getScale()), face, seen);
    ground = placed.taken;
    return placed.shown;
  }

  // counts stand on their lines where no name, no actor and no other count is in the way
  function counted(bright) {
    if (bright?.size === 1) return bright;
    let told = edges.get().filter((edge) => bright === null || bright.has(edge.id));
    if (told.length > MOST_COUNTED) told = told.filter((edge) => edge.events > 1 || edge.change === "turned");
    if (isCrowd && bright === null) return new Set();
    told.sort((one, other) => other.events - one.events);
    const drawn = told.filter((edge) => network.body.edges[edge.id]?.edgeType);
    const places = drawn.map(({ id, label }) => ({ id, label, at: network.body.edges[id].edgeType.getPoint(0.5) }));
    return placeCounts(places, nameSize(network.getScale()), face, ground);
  }

  function paintNodes(bright) {
    const ink = colour("--ink"), paper = colour("--card"), faint = colour("--line");
    const shown = names(bright);
    const size = nameSize(network.getScale());
    return nodes.map((node) => {
      const isDim = bright !== null && !bright.has(node.id);
      const fill = isDim ? faint : GROUPS[node.community % GROUPS.length];
      const border = isChosen(node.id) ? ink : paper;
      return {
        id: node.id,
        size: swollen(node.id),
        color: { background: fill, border, highlight: { background: fill, border: ink }, hover: { background: fill, border: ink } },
        borderWidth: isChosen(node.id) ? 3 : 1.5,
        font: { color: ink, strokeColor: paper, face, size: shown.has(node.id) ? size : 0, vadjust: shown.get(node.id) ?? 0, strokeWidth: size / 4 },
      };
    });
  }

  function paintEdges(bright) {
    const ink = { hostile: colour("--hostile-fill"), cooperative: colour("--cooperative-fill") };
    const gone = colour("--neutral-fill");
    const text = { hostile: colour("--hostile"), cooperative: colour("--cooperative") };
    const paper = colour("--card");
    const shown = counted(bright);
    const size = nameSize(network.getScale());
    return edges.map((edge) => {
      const isDim = bright !== null && !bright.has(edge.id);
      const tone = edge.change === "gone" ? gone : ink[edge.sign];
      const still = CHANGED[edge.change] ?? (isCrowd && bright === null ? Math.min(0.85, 0.22 + 0.1 * edge.width) : 0.85);
      return {
        id: edge.id,
        width: lines.get(edge.id) * (isCrowd ? 1 : Math.min(Math.max(1, farSize / 15), 3)),
        color: { color: tone, highlight: tone, hover: tone, opacity: isDim ? 0.06 : still },
        font: { color: text[edge.sign], size: shown.has(edge.id) ? size : 0, strokeColor: paper, strokeWidth: size / 4 },
      };
    });
  }

  function paint(brightNodes = null, brightEdges = null) {
    lit = [brightNodes, brightEdges];
    nodes.update(paintNodes(brightNodes));
    edges.update(paintEdges(brightEdges));
  }

  return {
    paint,
    repaint: () => paint(...lit),
    point(id) { pointed = id; nodes.update(paintNodes(lit[0])); },
    // seen whole, a large picture is small: marks and lines grow to stay readable
    settle() { farSize = Math.max(nameSize(network.getScale()), 15); paint(); },
  };
}
