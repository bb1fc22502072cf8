const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const data = JSON.parse(document.getElementById("network").textContent);
const groups = ["#4c63c4", "#d0a136", "#9a5fb4", "#4da3cf", "#c4698b", "#84893a", "#8a6248", "#6b7a8c"];
const ink = dark ? "#e8ebee" : "#16202a";
const paper = dark ? "#11161b" : "#fbfaf7";
const hostile = dark ? "#ea6f3a" : "#d9622b";
const friendly = dark ? "#2fa792" : "#2a9d8a";
const nodes = data.nodes.map((node) => ({
  ...node,
  color: { background: groups[(node.community || 0) % groups.length], border: paper },
  font: { color: ink, strokeColor: paper, strokeWidth: 4, size: 15 },
}));
const edges = data.edges.map((edge) => ({
  ...edge,
  color: { color: edge.sign === "hostile" ? hostile : friendly, highlight: ink },
  font: { color: ink, strokeColor: paper, strokeWidth: 4, size: 12 },
}));
new vis.Network(document.getElementById("canvas"), { nodes, edges }, data.options);
