// The picture's nodes and edges from the columns the page sends; what a row lacks is not set.
function rows({ count, all, each, of, at }) {
  const columns = [
    ...Object.entries(all).map(([name, value]) => [name, () => value]),
    ...Object.entries(each).map(([name, values]) => [name, (place) => values[place]]),
    ...Object.entries(of ?? {}).map(([name, values]) => [name, (place) => values[at[place]]]),
  ];
  return Array.from({ length: count }, (_, place) => {
    const told = columns.map(([name, value]) => [name, value(place)]);
    return Object.fromEntries(told.filter(([, value]) => value !== null));
  });
}

export function unpack({ nodes, edges, options }) {
  const actors = rows(nodes);
  let [from, to] = [0, 0];
  const ties = rows(edges).map((tie) => {
    from += tie.from;
    to = tie.from ? tie.to : to + tie.to;
    return { ...tie, from: actors[from].id, to: actors[to].id };
  });
  for (const tie of ties) tie.id = `${tie.from}~${tie.to}~${tie.sign}`;
  return { nodes: actors, edges: ties, options };
}
