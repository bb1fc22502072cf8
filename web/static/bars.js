// The bars of a histogram are one stop of the Tab key, and so are all marks on the lanes under it. Left and right, Home
// and End go from one to the next; up and down too among bars, and on lanes to the nearest mark of the next lane.
const ALONG = { ArrowRight: 1, ArrowLeft: -1 };
const ACROSS = { ArrowUp: 1, ArrowDown: -1 };

function rove(host, links, across) {
  if (links.length < 2) return;
  const settle = (chosen) => links.forEach((link) => link.setAttribute("tabindex", link === chosen ? "0" : "-1"));
  settle(links[0]);
  host.dataset.roving = "yes";
  host.addEventListener("focusin", (event) => {
    const link = event.target.closest("a");
    if (links.includes(link)) settle(link);
  });
  host.addEventListener("keydown", (event) => {
    const now = links.indexOf(document.activeElement);
    if (now === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const ends = { Home: 0, End: links.length - 1 };
    const step = ALONG[event.key];
    if (step === undefined && !(event.key in ACROSS || event.key in ends)) return;
    const place = ends[event.key] ?? Math.min(Math.max(now + (step ?? 0), 0), links.length - 1);
    event.preventDefault();
    (step === undefined && event.key in ACROSS ? across(links[now], ACROSS[event.key], links) : links[place]).focus();
  });
}

const middle = (link) => { const box = link.getBoundingClientRect(); return (box.left + box.right) / 2; };

// the mark of the next lane with marks, up or down, that lies nearest above or below
function inNextLane(link, up, links) {
  const lanes = [...new Set(links.map((one) => one.closest(".lane")))];
  const next = lanes[lanes.indexOf(link.closest(".lane")) - up];
  const at = middle(link);
  const far = (one) => Math.abs(middle(one) - at);
  return links.filter((one) => one.closest(".lane") === next).sort((one, other) => far(one) - far(other))[0] ?? link;
}

document.querySelectorAll("svg.bars").forEach((svg) => rove(svg, [...svg.querySelectorAll("a[href]")],
  (bar, up, bars) => bars[bars.indexOf(bar) + up] ?? bar));
document.querySelectorAll(".lanes").forEach((lanes) => rove(lanes, [...lanes.querySelectorAll(".lane svg a[href]")], inNextLane));
