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

// Actors and lines of the picture that lie on the paths told; who is not drawn is left out.
export function along(edges, paths) {
  const found = { nodes: new Set(), edges: new Set() };
  const beside = new Set();
  for (const { actors } of paths) {
    actors.forEach(([id], place) => {
      found.nodes.add(id);
      if (place) beside.add(`${actors[place - 1][0]}~${id}`).add(`${id}~${actors[place - 1][0]}`);
    });
  }
  for (const edge of edges) if (beside.has(`${edge.from}~${edge.to}`)) found.edges.add(edge.id);
  return found;
}
