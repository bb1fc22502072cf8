// Search as one types: what is found hangs below the field; arrows choose, Enter opens, Escape closes.
import { ask } from "./ask.js";

const GROUPS = [["actors", "Actors"], ["named", "Named, without an event"], ["places", "Places"], ["events", "Events"], ["articles", "Articles"], ["sentences", "In the text of articles"]];
const PAUSE = 120;

function install(input) {
  const form = input.form;
  form.classList.add("has-found");
  const list = document.createElement("ul");
  list.className = "found";
  list.id = `${input.id}-found`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Found");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  form.append(list);
  let timer = 0;
  let turn = 0;
  let chosen = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (index) => {
    const all = options();
    if (!all.length) return;
    chosen = (index + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  };
  const line = (one, group, number) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    item.setAttribute("role", "presentation");
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.id = `${list.id}-${group}-${number}`;
    link.href = one.href;
    link.tabIndex = -1;
    link.textContent = group.endsWith("sentences") ? one.text : one.name ?? one.title ?? one.summary;
    const note = document.createElement("span");
    note.className = "soft small";
    const known = one.alias ? ` also ${one.alias}` : ` ${(group.endsWith("sentences") ? one.title : null) ?? one.kind ?? one.when ?? one.source ?? one.country ?? ""}`;
    note.textContent = one.is_alike ? `${known} (spelt alike)` : known;
    link.append(note);
    item.append(link);
    return item;
  };
  const show = (found) => {
    const items = [];
    // what is only spelt alike stands below all that bears the text
    const bearing = GROUPS.map(([group, name]) => [group, name, found[group].filter((one) => !one.is_alike)]);
    const alike = GROUPS.map(([group, name]) => [`alike-${group}`, `${name} spelt alike`, found[group].filter((one) => one.is_alike)]);
    for (const [group, name, some] of [...bearing, ...alike]) {
      if (!some.length) continue;
      const head = document.createElement("li");
      head.className = "kicker";
      head.setAttribute("role", "presentation");
      head.textContent = name;
      items.push(head, ...some.slice(0, 5).map((one, number) => line(one, group, number)));
    }
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
  };
  const look = async () => {
    const now = ++turn;
    const text = input.value.trim();
    if (text.length < 2) return close();
    const found = await ask(`/search.json?q=${encodeURIComponent(text)}`);
    if (found && now === turn) show(found);
    return undefined;
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, PAUSE); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    }
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.assign(options()[chosen].href); }
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) setTimeout(close, 150); });
}

document.querySelectorAll("input[type=search][name=q]").forEach(install);
