// Actors without a tie in the stretch of time that is shown stand back, with their names.
const FAINT = 0.2;

// Gives a function that fades all actors but those of some ties, by id, or none where it is given null. Only actors
// that change are drawn anew: a step of time has to be quick.
export function fader(nodes, edges, colour) {
  const faded = new Set();
  return (ids) => {
    const lit = new Set();
    if (ids) edges.forEach((edge) => { if (ids.has(edge.id)) lit.add(edge.from).add(edge.to); });
    const [ink, faint] = [colour("--ink"), colour("--neutral-fill")];
    const changed = [];
    nodes.forEach((node) => {
      const isOut = ids !== null && !lit.has(node.id);
      // a new scale writes all names anew while time plays
      if (isOut === faded.has(node.id) && !(isOut && node.font?.color !== faint)) return;
      if (isOut) faded.add(node.id); else faded.delete(node.id);
      changed.push({ id: node.id, opacity: isOut ? FAINT : 1, font: { ...node.font, color: isOut ? faint : ink } });
    });
    if (changed.length) nodes.update(changed);
  };
}
