/* The console's comforts: colours, a form that follows the query, the place of an error, past queries. */

import { paint, parameters } from "./highlight.js";

const KEY = "casus.cypher";
const MOST_PAST = 20;
const form = document.getElementById("ask");
const text = document.getElementById("q");
const shade = document.getElementById("shade");
const values = document.getElementById("values");

function follow() {
  paint(shade, text.value);
  shade.scrollTop = text.scrollTop;
}

function fieldFor(name) {
  const label = document.createElement("label");
  const words = document.createElement("span");
  const code = document.createElement("code");
  const input = document.createElement("input");
  code.textContent = `$${name}`;
  words.append(code);
  input.name = `p.${name}`;
  input.className = "code";
  input.autocomplete = "off";
  input.spellcheck = false;
  label.append(words, input);
  return label;
}

function fitForm() {
  const wanted = parameters(text.value);
  const known = new Map([...values.querySelectorAll("label")].map((label) => [label.querySelector("input").name.slice(2), label]));
  for (const [name, label] of known) label.hidden = !wanted.includes(name);
  for (const [name, label] of known) label.querySelector("input").disabled = !wanted.includes(name);
  for (const name of wanted) if (!known.has(name)) values.append(fieldFor(name));
}

/** Give the offset of a line and column, both counted from 1. */
function offsetOf(line, column) {
  const lines = text.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(before + column - 1, text.value.length);
}

function selectPlace(problem) {
  const start = offsetOf(Number(problem.dataset.line), Number(problem.dataset.column));
  const word = /^\w+/.exec(text.value.slice(start));
  text.focus({ preventScroll: true });
  text.setSelectionRange(start, Math.min(start + (word ? word[0].length : 1), text.value.length));
}

function past() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string" && one.startsWith("?")) : [];
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof DOMException) return [];
    throw problem;
  }
}

function keep(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST_PAST)));
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
  }
}

function showPast() {
  const list = past();
  const items = list.map((address) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/cypher${address}`;
    link.textContent = (new URLSearchParams(address).get("q") || "").replace(/^(\/\/.*\s*)+/, "").trim();
    item.append(link);
    return item;
  });
  document.getElementById("past").replaceChildren(...items);
  document.getElementById("history").hidden = list.length === 0;
}

function remember() {
  const address = new URLSearchParams(location.search);
  address.delete("view");
  const own = `?${address}`;
  keep([own, ...past().filter((one) => one !== own)]);
}

document.querySelector(".editor").classList.add("is-shaded");
document.getElementById("hint").hidden = false;
follow();
fitForm();
text.addEventListener("input", () => {
  follow();
  fitForm();
});
text.addEventListener("scroll", follow);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});
form.addEventListener("submit", () => {
  document.getElementById("progress").textContent = "Running…";
});
addEventListener("pageshow", () => {
  document.getElementById("progress").textContent = "";
});
document.getElementById("forget").addEventListener("click", () => {
  keep([]);
  showPast();
  text.focus();
});

if (document.querySelector("[data-ran]")) remember();
showPast();
const problem = document.getElementById("problem");
if (problem && Number(problem.dataset.line) > 0) {
  const button = document.getElementById("find-place");
  button.hidden = false;
  button.addEventListener("click", () => selectPlace(problem));
  selectPlace(problem);
}
