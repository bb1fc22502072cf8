/* Cypher told apart by colour: a text in, a list of pieces out, and the pieces as elements. */

const KEYWORDS = new Set(
  ("ALL AND ANY AS ASC ASCENDING BY CALL CASE CONTAINS COUNT DESC DESCENDING DISTINCT ELSE END ENDS EXISTS EXPLAIN " +
    "FALSE FOREACH IN IS LIMIT MATCH NODE NONE NOT NULL OPTIONAL OR ORDER PROFILE RETURN SHORTESTPATH ALLSHORTESTPATHS " +
    "SINGLE SKIP STARTS THEN TRUE UNION UNWIND USE WHEN WHERE WITH XOR YIELD").split(" "),
);
const TOKEN =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?)|(?<parameter>\$\w+)|(?<number>\b\d+(?:\.\d+)?\b)|(?<label>:\s*`[^`]*`?|:\s*[A-Za-z_]\w*)|(?<word>[A-Za-z_]\w*)/g;

/** Give [text, kind] pairs that make up the whole text; kind is "" for what is plain. */
export function pieces(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) found.push([text.slice(at, match.index), ""]);
    found.push([match[0], kindOf(match.groups)]);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push([text.slice(at), ""]);
  return found;
}

function kindOf(groups) {
  if (groups.word !== undefined) return KEYWORDS.has(groups.word.toUpperCase()) ? "keyword" : "";
  return Object.keys(groups).find((name) => groups[name] !== undefined);
}

/** Show a text inside an element, its pieces in colour. */
export function paint(element, text) {
  const spans = pieces(text).map(([part, kind]) => {
    if (!kind) return document.createTextNode(part);
    const span = document.createElement("span");
    span.className = `word-${kind}`;
    span.textContent = part;
    return span;
  });
  element.replaceChildren(...spans, document.createTextNode("\n"));
}

/** Give the names of the parameters in a query, in order, each once. */
export function parameters(text) {
  const names = pieces(text).filter(([, kind]) => kind === "parameter");
  return [...new Set(names.map(([part]) => part.slice(1)))];
}
