// Neighbours and shortest paths in the picture, whichever way the arrows point.
export function neighbours(edges, id) {
  const found = { nodes: new Set(), edges: new Set() };
  for (const edge of edges) {
    if (edge.from !== id && edge.to !== id) continue;
    found.edges.add(edge.id);
    found.nodes.add(edge.from === id ? edge.to : edge.from);
  }
  return found;
}

function steps(edges, start) {
  const beside = new Map();
  const join = (one, other) => beside.set(one, (beside.get(one) ?? new Set()).add(other));
  for (const edge of edges) { join(edge.from, edge.to); join(edge.to, edge.from); }
  const far = new Map([[start, 0]]);
  const queue = [start];
  for (const now of queue) {
    for (const next of beside.get(now) ?? []) {
      if (!far.has(next)) { far.set(next, far.get(now) + 1); queue.push(next); }
    }
  }
  return far;
}

// All nodes and edges that lie on any shortest path; length is null where there is none.
export function between(edges, a, b) {
  const fromA = steps(edges, a);
  const fromB = steps(edges, b);
  const length = fromA.get(b) ?? null;
  const found = { nodes: new Set(), edges: new Set(), length };
  if (length === null) return found;
  for (const [id, far] of fromA) if (far + (fromB.get(id) ?? Infinity) === length) found.nodes.add(id);
  for (const edge of edges) {
    if (!found.nodes.has(edge.from) || !found.nodes.has(edge.to)) continue;
    if (Math.abs(fromA.get(edge.from) - fromA.get(edge.to)) === 1) found.edges.add(edge.id);
  }
  return found;
}
