// Ask the server for JSON; null where it does not answer or the page is being left.
export async function ask(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// Gives an address with the filters of this page and more, without what is chosen in it.
export function address(path, more) {
  const query = new URLSearchParams(location.search);
  query.delete("sel");
  Object.entries(more).forEach(([name, value]) => query.set(name, value));
  return `${path}?${query}`;
}
