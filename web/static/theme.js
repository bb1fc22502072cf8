// Light or dark as chosen before; runs before the first paint, so nothing flashes.
(() => {
  const root = document.documentElement;
  const read = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* private window */ } };
  const chosen = read();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  root.classList.add("js");
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const isDark = getComputedStyle(root).colorScheme.startsWith("dark");
      root.dataset.theme = isDark ? "light" : "dark";
      keep(root.dataset.theme);
      document.dispatchEvent(new CustomEvent("themechange"));
    });
  });
})();
