// Bars and the table that tells the same: a tab changes between them at once, and the address keeps it.
const hosts = document.querySelectorAll("[data-twins]");

function show(isTable) {
  for (const host of hosts) {
    host.querySelector("figure").hidden = isTable;
    host.querySelector(".twin").hidden = !isTable;
    host.querySelectorAll(".twin-tabs a").forEach((tab, place) => {
      if (Boolean(place) === isTable) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    });
  }
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
