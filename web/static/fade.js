// Actors without a tie in the stretch of time that is shown stand back, with their names.
const FAINT = 0.2;

// Gives a function that fades all actors but those of some ties, by id, or none where it is given null. It writes to
// the drawn actors themselves: to hand each of them to the library anew would take too long for a step of time.
export function fader(network, edges, colour) {
  return (ids) => {
    const lit = new Set();
    if (ids) edges.forEach((edge) => { if (ids.has(edge.id)) lit.add(edge.from).add(edge.to); });
    const [ink, faint] = [colour("--ink"), colour("--neutral-fill")];
    for (const [id, { options, labelModule }] of Object.entries(network.body.nodes)) {
      const isOut = ids !== null && !lit.has(id);
      options.opacity = isOut ? FAINT : undefined;
      const tone = isOut ? faint : ink;
      if (labelModule.fontOptions.color === tone) continue;
      labelModule.fontOptions.color = tone;
      labelModule.labelDirty = true;
    }
    network.body.emitter.emit("_requestRedraw");
  };
}
