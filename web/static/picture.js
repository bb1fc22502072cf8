// Saves the picture as it is seen, as PNG, with its title, legend and source around it, which the server makes.
import { address } from "./ask.js";
import { colour } from "./paint.js";

function wrong(words) {
  return () => { throw new Error(words); };
}

async function plateAround(wide, high, more) {
  const theme = getComputedStyle(document.documentElement).colorScheme.startsWith("dark") ? "dark" : "light";
  const asked = address(`${location.pathname.replace(/\/$/, "")}/plate.svg`, { wide, high, theme, ...more });
  const answer = await fetch(asked).catch(wrong("the graph does not answer. Try again in a moment."));
  if (!answer.ok) throw new Error(`the graph refused its title and legend, with status ${answer.status}.`);
  return answer.text();
}

function draw(shot, plate, wide, above) {
  const scale = shot.width / wide;
  const flat = document.createElement("canvas");
  flat.width = shot.width;
  flat.height = Math.round(plate.naturalHeight * scale);
  const brush = flat.getContext("2d");
  brush.fillStyle = colour("--card");
  brush.fillRect(0, 0, flat.width, flat.height);
  brush.drawImage(plate, 0, 0, flat.width, flat.height);
  brush.drawImage(shot, 0, Math.round(above * scale));
  return flat;
}

// Gives what is to be said of it, and raises an Error that says what is wrong where it is not saved.
// data: what the page brought, to which nodes and edges may have been added.
export async function savePicture(canvas, nodes, edges, data) {
  const more = {
    added: edges.length - data.edges.length, grown: nodes.length - data.nodes.length, shapes: nodes.distinct("shape"),
  };
  const text = await plateAround(canvas.clientWidth, canvas.clientHeight, more);
  const plate = new Image();
  plate.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    await plate.decode().catch(wrong("its title and legend did not come whole. Try again in a moment."));
    const { dataset } = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const made = document.createElement("a");
    made.download = "casus-graph.png";
    made.href = draw(canvas.querySelector("canvas"), plate, canvas.clientWidth, dataset.above).toDataURL("image/png");
    made.click();
    return `Saved as ${made.download}.`;
  } finally {
    URL.revokeObjectURL(plate.src);
  }
}
