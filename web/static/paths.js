// Neighbours of an actor in the picture, and what of it lies on a path, whichever way the arrows point.
export function neighbours(edges, id) {
  const found = { nodes: new Set(), edges: new Set() };
  for (const edge of edges) {
    if (edge.from !== id && edge.to !== id) continue;
    found.edges.add(edge.id);
    found.nodes.add(edge.from === id ? edge.to : edge.from);
  }
  return found;
}

// Actors and lines of the picture that lie on the paths told; who is not drawn is left out. undrawn: how many steps of
// them have no line.
export function along(edges, paths) {
  const found = { nodes: new Set(), edges: new Set() };
  const beside = new Map(), steps = new Set(), drawn = new Set();
  for (const { actors } of paths) {
    actors.forEach(([id], place) => {
      found.nodes.add(id);
      if (!place) return;
      const [one, other] = [actors[place - 1][0], id].sort();
      steps.add(`${one}~${other}`);
      beside.set(`${one}~${other}`, `${one}~${other}`).set(`${other}~${one}`, `${one}~${other}`);
    });
  }
  for (const edge of edges) {
    const step = beside.get(`${edge.from}~${edge.to}`);
    if (step) { found.edges.add(edge.id); drawn.add(step); }
  }
  return { ...found, undrawn: steps.size - drawn.size };
}
