// Which names the picture shows: the busiest first, below or above their actor, none over another.
const ON_SCREEN = 12;
const LEAST = 7;
const MOST = 90;
const GAP = 0.35;
const CELL = 120;
const FOREMOST = 24;
const CROWD = 40;
const ALWAYS = 8;

const pen = document.createElement("canvas").getContext("2d");

// boxes that were taken, in cells, so that a name is held against its neighbours alone
function ground() {
  const cells = new Map();
  const around = (box) => {
    const keys = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) keys.push(`${x},${y}`);
    }
    return keys;
  };
  return {
    take(box) { around(box).forEach((key) => cells.set(key, [...(cells.get(key) ?? []), box])); },
    isFree(box) {
      return around(box).every((key) => (cells.get(key) ?? []).every((other) => other.of === box.of
        || box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top));
    },
  };
}

function bodyOf(node, at) {
  const reach = node.size * 0.8;
  return { of: node.id, left: at.x - reach, right: at.x + reach, top: at.y - reach, bottom: at.y + reach };
}

function boxOf(node, at, size, isAbove) {
  const half = pen.measureText(node.label).width * size / ON_SCREEN / 2 + GAP * size;
  const top = isAbove ? at.y - node.size - size * 1.15 : at.y + node.size + size * 0.1;
  return { of: node.id, left: at.x - half, right: at.x + half, top, bottom: top + size * 1.15 };
}

// The size of type that stays the same on the screen at every scale, in units of the picture.
export function nameSize(scale) {
  return Math.min(Math.max(ON_SCREEN / scale, LEAST), MOST);
}

// a name that the frame would cut is no name; one whose actor is out of sight may stand where it will
function isInside(box, at, view) {
  const isSeen = at.x > view.left && at.x < view.right && at.y > view.top && at.y < view.bottom;
  return !isSeen || (box.left > view.left && box.right < view.right && box.top > view.top && box.bottom < view.bottom);
}

// Gives `shown`, with id and height above or below for each name there is room for, and `taken`, the ground they
// leave. `ordered` are nodes, the first have the choice; the very first may lie over actors, so that none of them
// goes without. In a crowd the names of the foremost may lie over actors
// that come later, the others over none. view: what is seen, its `covered` what lies over it, all in units of the picture.
export function placeNames(ordered, places, size, font, view) {
  pen.font = `${ON_SCREEN}px ${font}`;
  const taken = ground();
  const shown = new Map();
  const names = ground();
  view.covered.forEach((box) => { taken.take(box); names.take(box); });
  const bodies = (some) => some.forEach((node) => { if (places[node.id]) taken.take(bodyOf(node, places[node.id])); });
  const foremost = ordered.length > CROWD ? FOREMOST : ordered.length;
  bodies(ordered.slice(0, foremost));
  ordered.forEach((node, rank) => {
    if (rank === foremost) bodies(ordered.slice(foremost));
    const at = places[node.id];
    if (!at) return;
    const side = (free) => [false, true].find((above) => {
      const box = boxOf(node, at, size, above);
      return free.isFree(box) && isInside(box, at, view);
    });
    const isAbove = side(taken) ?? (rank < ALWAYS ? side(names) : undefined);
    if (isAbove === undefined) return;
    const box = boxOf(node, at, size, isAbove);
    taken.take(box);
    names.take(box);
    // the library sets a name half a line below its actor: bring it near, or to the other side
    shown.set(node.id, isAbove ? -(2 * node.size + size * 1.75) : -size * 0.4);
  });
  return { shown, taken };
}

// Gives the ids of the lines whose count has room on the ground that the names leave, the thickest first.
// ordered: rows of id, label and the point the label stands at.
export function placeCounts(ordered, size, font, taken) {
  pen.font = `${ON_SCREEN}px ${font}`;
  const shown = new Set();
  for (const { id, label, at } of ordered) {
    const half = pen.measureText(label).width * size / ON_SCREEN / 2 + GAP * size;
    const box = { of: id, left: at.x - half, right: at.x + half, top: at.y - size * 0.55, bottom: at.y + size * 0.55 };
    if (!taken.isFree(box)) continue;
    taken.take(box);
    shown.add(id);
  }
  return shown;
}
