const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const data = JSON.parse(document.getElementById("network").textContent);
const groups = ["#4c63c4", "#d0a136", "#9a5fb4", "#4da3cf", "#c4698b", "#84893a", "#8a6248", "#6b7a8c"];
const ink = dark ? "#e8ebee" : "#16202a";
const paper = dark ? "#11161b" : "#fbfaf7";
const hostile = dark ? "#ea6f3a" : "#d9622b";
const friendly = dark ? "#2fa792" : "#2a9d8a";
const named = 24;

const nodes = new vis.DataSet(
  data.nodes.map((node) => ({
    ...node,
    color: { background: groups[(node.community || 0) % groups.length], border: paper },
    font: { color: ink, strokeColor: paper, strokeWidth: 4, size: 15 },
  })),
);
const edges = new vis.DataSet(
  data.edges.map((edge) => ({
    ...edge,
    color: { color: edge.sign === "hostile" ? hostile : friendly, highlight: ink },
    font: { color: ink, strokeColor: paper, strokeWidth: 4, size: 12 },
  })),
);
const network = new vis.Network(document.getElementById("canvas"), { nodes, edges }, data.options);

// seen whole, a large picture is small: marks, lines and the busiest names grow to stay readable
network.once("afterDrawing", () => {
  const grow = Math.max(1, 1 / network.getScale());
  if (grow === 1) return;
  nodes.update(
    data.nodes.map((node, place) => ({
      id: node.id,
      size: node.size * Math.sqrt(grow),
      font: { color: ink, strokeColor: paper, strokeWidth: 4 * grow, size: place < named ? 13 * grow : 15 },
    })),
  );
  edges.update(data.edges.map((edge) => ({ id: edge.id, width: edge.width * Math.max(1, grow * 0.6) })));
});
