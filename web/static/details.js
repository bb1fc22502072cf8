// The panel beside the graph, built from JSON with text nodes only.
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export function link(href, text, className = "") {
  const made = element("a", className, text);
  made.href = href;
  return made;
}

function quote(one) {
  const foot = element("footer", "small soft", link(one.href, one.source || one.title || "article"));
  return element("blockquote", "quote", one.text, foot);
}

function event(one) {
  const status = one.status === "actual" ? "" : ` · ${one.status_name}`;
  return element("li", "",
    element("p", "small soft", one.when + status),
    element("p", "wrap", link(one.href, one.summary)),
    ...one.quotes.slice(0, 3).map(quote));
}

function partner(one) {
  return element("li", "", link(one.select, one.sentence, "wrap"), element("span", `sign ${one.sign}`, String(one.events)));
}

// a way of one step is headed by the panel's own title
function step(one, _, { length }) {
  const told = one.events.length ? one.events.map(event) : [element("li", "small soft", "No event under these filters.")];
  return element("section", "", length > 1 ? element("h3", "wrap", link(one.href, one.title)) : null, element("ol", "told", ...told));
}

function path(one) {
  const way = element("p", "way wrap");
  one.actors.forEach(([, name, href], place) => way.append(...(place ? [" – "] : []), link(href, name)));
  return element("li", "", one.steps.length > 1 ? way : null, ...one.steps.map(step));
}

export function showDetails(panel, found) {
  const links = element("p", "links");
  found.links.forEach(([name, href]) => links.append(link(href, name), " "));
  panel.replaceChildren(element("div", "card",
    element("p", "kicker", found.kind),
    element("h2", "wrap", found.title),
    found.facts.length ? element("p", "soft", found.facts.join(", ")) : null,
    found.sign ? element("p", "", element("span", `sign ${found.sign}`, found.sign)) : null,
    links,
    element("p", "small soft", found.remark),
    found.partners.length ? element("ul", "rows", ...found.partners.map(partner)) : null,
    found.events.length ? element("ol", "told", ...found.events.map(event)) : null,
    found.paths.length ? element("ol", "paths", ...found.paths.map(path)) : null));
  // on a narrow screen the panel stands below all else
  if (panel.getBoundingClientRect().top > innerHeight) panel.scrollIntoView();
}

export function say(panel, text) {
  panel.replaceChildren(element("p", "empty small", text));
}

// What the panel lists opens beside the picture, without a new page; who comes by keyboard goes on at its heading.
export function openInPlace(panel, open) {
  const isOpened = true;
  panel.addEventListener("click", async (event) => {
    const chosen = event.target.closest(".rows a[href]");
    const sel = chosen && new URL(chosen.href).searchParams.get("sel");
    if (!sel || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState({ isOpened }, "");
    history.pushState({ isOpened }, "");
    const found = await open(sel);
    const heading = panel.querySelector("h2");
    if (!found || !heading || event.detail !== 0) return;
    heading.tabIndex = -1;
    heading.focus();
  });
  // back and forward show what was open then
  addEventListener("popstate", (event) => { if (event.state?.isOpened) location.reload(); });
}
