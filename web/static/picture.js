// Saves the picture as it is seen, as PNG, with its title, legend and source around it, which the server makes.
import { address } from "./ask.js";
import { colour } from "./paint.js";

async function plateAround(wide, high, added) {
  const theme = getComputedStyle(document.documentElement).colorScheme.startsWith("dark") ? "dark" : "light";
  try {
    const answer = await fetch(address(`${location.pathname.replace(/\/$/, "")}/plate.svg`, { wide, high, theme, added }));
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

// Gives "" where it is saved, or what is wrong. added: how many ties were added to those of the page.
export async function savePicture(canvas, added) {
  const shot = canvas.querySelector("canvas");
  const text = await plateAround(canvas.clientWidth, canvas.clientHeight, added);
  if (!text) return "The graph does not answer. Try again in a moment.";
  const plate = new Image();
  plate.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await plate.decode();
  const { dataset } = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const scale = shot.width / canvas.clientWidth;
  const flat = document.createElement("canvas");
  flat.width = shot.width;
  flat.height = Math.round(plate.naturalHeight * scale);
  const brush = flat.getContext("2d");
  brush.fillStyle = colour("--card");
  brush.fillRect(0, 0, flat.width, flat.height);
  brush.drawImage(plate, 0, 0, flat.width, flat.height);
  brush.drawImage(shot, 0, Math.round(dataset.above * scale));
  URL.revokeObjectURL(plate.src);
  const made = document.createElement("a");
  made.download = "casus-graph.png";
  made.href = flat.toDataURL("image/png");
  made.click();
  return "";
}
