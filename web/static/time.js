// The time brush below the graph: a drag previews, its end goes into the address; play moves a window along.
import { ask } from "./ask.js";
import { dayAt, installBrush } from "./brush.js";

const WINDOW = 1 / 8;
const STEP = WINDOW / 4;
const sentence = document.getElementById("sentence");
const number = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// the headline counts what is drawn of a stretch of time, and again all of it afterwards
function tell(picture, ids, days) {
  const drawn = picture.edges.get({ filter: (edge) => ids.has(edge.id) });
  const actors = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
  sentence.textContent = `${days}: ${number(actors.size, "actor")}, ${number(drawn.length, "tie")}.`;
}

// what each tie has in which stretch of time, asked for once, under the filters of this page but those named
function seriesWithout(...names) {
  let series = null;
  const load = async () => {
    if (series) return series;
    const query = new URLSearchParams(location.search);
    for (const name of names) query.delete(name);
    series = await ask(`/graph/series.json?${query}`) ?? { bins: [], ties: {}, problem: "The graph does not answer." };
    return series;
  };
  // stretches are told as coarsely as they are counted
  const named = (from, to) => {
    const [one, other] = [from, to].map((day) => day.slice(0, series.bins[0]?.length ?? 10));
    return one === other ? one : `${one} to ${other}`;
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
  return { load, named, idsBetween };
}

export function installTime(drawn) {
  const figure = document.querySelector("[data-histogram]");
  if (!figure) return;
  let fade = null;
  const picture = { ...drawn, show(ids) { drawn.show(ids); fade?.(ids); } };
  // what fades actors comes with the first numbers
  const loaded = async (series) => {
    const [found, { fader }] = await Promise.all([series.load(), import("./fade.js")]);
    fade ??= fader(drawn.network, drawn.edges, drawn.colour);
    return found;
  };
  const all = seriesWithout("from", "to", "sel");
  const chosen = seriesWithout("sel");
  installBrush(figure, (from, to) => {
    const address = new URL(location.href);
    address.searchParams.set("from", from);
    address.searchParams.set("to", to);
    location.assign(address);
  }, async (from, to) => {
    const series = await loaded(all);
    if (series.problem) return;
    const ids = all.idsBetween(from, to);
    picture.show(ids);
    tell(picture, ids, all.named(from, to));
  });
  document.querySelectorAll("[data-brush-hint]").forEach((hint) => { hint.hidden = false; });
  const play = document.getElementById("play");
  if (play) installPlay(play, figure, { ...chosen, load: () => loaded(chosen) }, picture);
}

function installPlay(play, figure, { load, named, idsBetween }, picture) {
  const button = play.querySelector("[data-play=start]");
  const pace = play.querySelector("[data-play=pace]");
  const label = document.getElementById("window");
  const shade = document.createElement("div");
  const whole = label.textContent;
  // within the days that are chosen
  const [first, last] = [figure.dataset.from ?? figure.dataset.first, figure.dataset.to ?? figure.dataset.last];
  const [left, wide] = [(figure.dataset.left ?? 0) / 100, (figure.dataset.wide ?? 100) / 100];
  let said = "";
  let timer = 0;
  let isLoading = false;
  shade.className = "brush";
  shade.style.width = `${WINDOW * wide * 100}%`;
  play.hidden = false;
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    button.textContent = "Play";
    label.textContent = whole;
    sentence.textContent = said;
    shade.remove();
    picture.show(null);
  };
  const within = (at) => [dayAt(first, last, at), dayAt(first, last, at + WINDOW)];
  // a window of one length moves along the bars; where nothing lies in it, it moves on at once
  const step = (from) => {
    let at = from;
    while (at + STEP + WINDOW <= 1 && !idsBetween(...within(at)).size) at += STEP;
    const [start, end] = within(at);
    const ids = idsBetween(start, end);
    picture.show(ids);
    shade.style.left = `${(left + at * wide) * 100}%`;
    label.textContent = named(start, end);
    tell(picture, ids, label.textContent);
    timer = at + STEP + WINDOW > 1 ? setTimeout(stop, 1500) : setTimeout(() => step(at + STEP), 1100 - 100 * pace.value);
  };
  button.addEventListener("click", async () => {
    if (timer) return stop();
    // a second click before the numbers are there starts no second run; a disabled button would lose the focus
    if (isLoading) return undefined;
    isLoading = true;
    const series = await load();
    isLoading = false;
    if (series.problem || series.bins.length < 2) return picture.say(series.problem ?? "There is only one stretch of time here.");
    button.textContent = "Stop";
    said = sentence.textContent;
    figure.querySelector(".brush-box").append(shade);
    step(0);
    return undefined;
  });
}
