// A page that could not be given asks again by itself, unless somebody is writing in it.
const { retry } = document.querySelector("[data-retry]").dataset;
const isTyped = () => [...document.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);
setInterval(() => { if (!isTyped()) location.reload(); }, 1000 * Number(retry));
