// The picture's nodes and edges from the columns the page sends; what a row lacks is not set.
function rows({ count, columns }) {
  const found = Array.from({ length: count }, () => ({}));
  for (const [name, column] of Object.entries(columns)) {
    found.forEach((row, place) => {
      const value = "all" in column ? column.all : column.at ? column.of[column.at[place]] : column.each[place];
      if (value !== null) row[name] = value;
    });
  }
  return found;
}

export function unpack({ nodes, edges, options }) {
  const ties = rows(edges);
  for (const tie of ties) tie.id = `${tie.from}~${tie.to}~${tie.sign}`;
  return { nodes: rows(nodes), edges: ties, options };
}
