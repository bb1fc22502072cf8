// The line a pointer means, and what of the drawing is seen. A line is thin, so one that lies some pixels beside the
// pointer counts too, the nearest first.
const REACH = [4, 8, 12];
const TURNS = 8;

// Gives the id of the line at or near a point of the canvas, undefined where none is. at: { x, y } in pixels.
export function edgeNear(network, at) {
  const hit = network.getEdgeAt(at);
  if (hit !== undefined) return hit;
  for (const far of REACH) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = (turn * 2 * Math.PI) / TURNS;
      const found = network.getEdgeAt({ x: at.x + far * Math.cos(angle), y: at.y + far * Math.sin(angle) });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

// Shows by the pointer that a click would open a line. isBusy: whether there are too many lines to look at each move.
export function pointAtEdges(network, canvas, isBusy) {
  if (isBusy) return;
  let asked = 0;
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons) return;
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const edges = canvas.getBoundingClientRect();
      const at = { x: event.clientX - edges.left, y: event.clientY - edges.top };
      const isHit = network.getNodeAt(at) !== undefined || edgeNear(network, at) !== undefined;
      canvas.style.cursor = isHit ? "pointer" : "";
    });
  });
}

// Gives what of the drawing is on the screen, and what the tools cover of it, in units of the picture.
export function inView(network, canvas, tools) {
  const frame = canvas.getBoundingClientRect();
  const over = tools.getBoundingClientRect();
  const box = (left, top, right, bottom) => {
    const start = network.DOMtoCanvas({ x: left, y: top }), end = network.DOMtoCanvas({ x: right, y: bottom });
    return { left: start.x, top: start.y, right: end.x, bottom: end.y };
  };
  const covered = box(over.left - frame.left, over.top - frame.top, over.right - frame.left, over.bottom - frame.top);
  return { ...box(0, 0, frame.width, frame.height), covered: [covered] };
}
