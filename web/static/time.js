// The time brush below the graph: a drag previews, its end goes into the address; play moves a window along.
import { ask } from "./ask.js";
import { installBrush } from "./brush.js";

const WINDOW = 1 / 8;
const sentence = document.getElementById("sentence");
const number = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// the headline counts what is drawn of a stretch of time, and again all of it afterwards
function tell(picture, ids, days) {
  const drawn = picture.edges().filter((edge) => ids.has(edge.id));
  const actors = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
  sentence.textContent = `${days}: ${number(actors.size, "actor")}, ${number(drawn.length, "tie")}.`;
}

export function installTime(picture) {
  const figure = document.querySelector("[data-histogram]");
  if (!figure) return;
  let series = null;
  const load = async () => {
    if (series) return series;
    const query = new URLSearchParams(location.search);
    for (const name of ["from", "to", "sel"]) query.delete(name);
    series = await ask(`/graph/series.json?${query}`) ?? { bins: [], ties: {}, problem: "The graph does not answer." };
    return series;
  };
  const idsBetween = (from, to) => {
    const length = series.bins[0]?.length ?? 10;
    const low = series.bins.findIndex((bin) => bin >= from.slice(0, length));
    const past = series.bins.findIndex((bin) => bin > to.slice(0, length));
    const high = past === -1 ? series.bins.length : past;
    const ids = new Set();
    if (low === -1) return ids;
    for (const [id, bins] of Object.entries(series.ties)) {
      if (bins.some((bin) => bin >= low && bin < high)) ids.add(id);
    }
    return ids;
  };
  installBrush(figure, (from, to) => {
    const address = new URL(location.href);
    address.searchParams.set("from", from);
    address.searchParams.set("to", to);
    location.assign(address);
  }, async (from, to) => {
    await load();
    if (series.problem) return;
    const ids = idsBetween(from, to);
    picture.show(ids);
    tell(picture, ids, from === to ? from : `${from} to ${to}`);
  });
  document.querySelectorAll("[data-brush-hint]").forEach((hint) => { hint.hidden = false; });
  const play = document.getElementById("play");
  if (play) installPlay(play, figure, load, idsBetween, picture);
}

function installPlay(play, figure, load, idsBetween, picture) {
  const button = play.querySelector("[data-play=start]");
  const pace = play.querySelector("[data-play=pace]");
  const label = document.getElementById("window");
  const whole = label.textContent;
  let said = "";
  let timer = 0;
  play.hidden = false;
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    button.textContent = "Play";
    label.textContent = whole;
    sentence.textContent = said;
    picture.show(null);
  };
  button.addEventListener("click", async () => {
    if (timer) return stop();
    const series = await load();
    if (series.problem || series.bins.length < 2) return picture.say(series.problem ?? "There is only one stretch of time here.");
    button.textContent = "Stop";
    const wide = Math.max(1, Math.round(series.bins.length * WINDOW));
    let at = 0;
    said = sentence.textContent;
    const step = () => {
      const end = Math.min(at + wide, series.bins.length) - 1;
      const ids = idsBetween(series.bins[at], series.bins[end]);
      picture.show(ids);
      label.textContent = series.bins[at] === series.bins[end] ? series.bins[at] : `${series.bins[at]} to ${series.bins[end]}`;
      tell(picture, ids, label.textContent);
      at += 1;
      timer = at + wide > series.bins.length + 1 ? setTimeout(stop, 1500) : setTimeout(step, 1100 - 100 * pace.value);
    };
    step();
    return undefined;
  });
}
