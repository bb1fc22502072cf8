// Filters: folded on narrow screens, empty fields kept out of the address, actors found by name as one types.
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
      if (name === "sources" && values[0] === "1") continue;
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

const box = document.querySelector("[data-find]");
if (box && form) {
  const input = box.querySelector("[data-find-input]");
  const list = document.createElement("ul");
  input.hidden = false;
  box.append(list);
  let latest = 0;
  const add = (actor) => {
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = box.dataset.find;
    hidden.value = actor.id;
    form.append(hidden);
    form.requestSubmit();
  };
  const show = (actors) => {
    list.replaceChildren(...actors.slice(0, 8).map((actor) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = actor.is_alike ? `${actor.name} (spelt alike)` : actor.name;
      button.addEventListener("click", () => add(actor));
      item.append(button);
      return item;
    }));
  };
  input.addEventListener("input", async () => {
    const turn = ++latest;
    const text = input.value.trim();
    if (text.length < 2) return show([]);
    const found = await ask(`/search.json?q=${encodeURIComponent(text)}`);
    if (found && turn === latest) show(found.actors);
    return undefined;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); list.querySelector("button")?.click(); }
  });
}
