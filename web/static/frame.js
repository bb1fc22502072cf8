// Fits the picture to its frame: what is wide and low in a tall frame, or the other way round, is drawn out along its
// short side. Places keep their order; nothing comes nearer to anything.
const MOST = 2.5;

export function fill(nodes, width, height) {
  const span = (axis) => Math.max(...nodes.map((node) => node[axis])) - Math.min(...nodes.map((node) => node[axis]));
  const wide = span("x"), high = span("y");
  if (!(wide > 0 && high > 0 && width > 0 && height > 0)) return;
  const taller = (wide / high) / (width / height);
  const axis = taller > 1 ? "y" : "x";
  const by = Math.min(Math.max(taller, 1 / taller), MOST);
  nodes.forEach((node) => { node[axis] = Math.round(node[axis] * by); });
}
