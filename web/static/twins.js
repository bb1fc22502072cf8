// Bars and the table that tells the same: a tab changes between them at once, and the address keeps it.
import "./bars.js";
const hosts = document.querySelectorAll("[data-twins]");

// forms and links to pages with pictures of time lead to what is shown now
function keep(isTable) {
  for (const link of document.querySelectorAll("a[data-as-shown]")) {
    const to = new URL(link.getAttribute("href"), location.origin);
    if (isTable) to.searchParams.set("bars", "table");
    else to.searchParams.delete("bars");
    link.setAttribute("href", to.pathname + to.search + to.hash);
  }
  for (const form of document.querySelectorAll("form[data-filters]")) {
    form.querySelector("input[name=bars]")?.remove();
    if (!isTable) continue;
    const part = document.createElement("input");
    Object.assign(part, { type: "hidden", name: "bars", value: "table" });
    form.append(part);
  }
}

function show(isTable) {
  for (const host of hosts) {
    host.querySelector("figure").hidden = isTable;
    host.querySelector(".twin").hidden = !isTable;
    host.querySelectorAll(".twin-tabs a").forEach((tab, place) => {
      if (Boolean(place) === isTable) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    });
  }
  keep(isTable);
}

for (const host of hosts) {
  host.querySelectorAll(".twin-tabs a").forEach((tab, place) => tab.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const here = new URL(location.href);
    if (place) here.searchParams.set("bars", "table");
    else here.searchParams.delete("bars");
    history.replaceState(null, "", here);
    show(Boolean(place));
  }));
}
