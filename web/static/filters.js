// Filters: folded on narrow screens, empty fields kept out of the address, actors and places found by name as one types.
import { ask } from "./ask.js";

const form = document.querySelector("[data-filters]");
const fold = document.querySelector(".fold");
if (fold) {
  fold.open = !matchMedia("(max-width: 60rem)").matches;
  // until here the style sheet hides what is folded, so that nothing below it moves
  fold.dataset.folded = "yes";
}

if (form) {
  form.addEventListener("formdata", (event) => {
    for (const name of [...new Set(event.formData.keys())]) {
      const values = event.formData.getAll(name).filter((value) => value !== "");
      event.formData.delete(name);
      if (values[0] === form.elements[name]?.dataset?.plain) continue;
      values.forEach((value) => event.formData.append(name, value));
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(new FormData(form)).toString();
    location.assign(form.getAttribute("action") + (query ? `?${query}` : ""));
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "checkbox") form.requestSubmit();
  });
}

// what is found is told with the name that bears the text, and with what it is
function note(one) {
  const known = one.alias ? `also ${one.alias}` : one.kind || one.country || "";
  return one.is_alike ? `${known} (spelt alike)` : known;
}

function installFinder(box) {
  const input = box.querySelector("[data-find-input]");
  const state = box.querySelector("[role=status]");
  const list = document.createElement("ul");
  input.hidden = false;
  input.after(list);
  let latest = 0;
  const add = (one) => {
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name: box.dataset.find, value: one.id });
    form.append(hidden);
    form.requestSubmit();
  };
  const line = (one) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const known = document.createElement("span");
    known.className = "soft small";
    known.textContent = ` ${note(one)}`;
    button.type = "button";
    button.append(one.name, known);
    button.addEventListener("click", () => add(one));
    item.append(button);
    return item;
  };
  const show = (some, text) => {
    list.replaceChildren(...some.slice(0, 8).map(line));
    state.textContent = text && !some.length ? `No ${box.dataset.findAmong.slice(0, -1)} is called so.` : "";
  };
  input.addEventListener("input", async () => {
    const turn = ++latest;
    const text = input.value.trim();
    if (text.length < 2) return show([], "");
    const found = await ask(`/search.json?q=${encodeURIComponent(text)}`);
    if (found && turn === latest) show(found[box.dataset.findAmong], text);
    return undefined;
  });
  const step = (event, by) => {
    const all = [input, ...list.querySelectorAll("button")];
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(event, 1);
    if (event.key === "ArrowUp") step(event, -1);
    if (event.key === "Escape") { input.focus(); show([], ""); }
    if (event.key === "Enter" && event.target === input) { event.preventDefault(); list.querySelector("button")?.click(); }
  });
}

if (form) document.querySelectorAll("[data-find]").forEach(installFinder);
