/** A row of the table. */
export interface Row {
  id: number;
  label: string;
}

const sizes = [
  "tiny",
  "small",
  "handy",
  "large",
  "huge",
  "narrow",
  "wide",
  "flat",
  "round",
  "square",
  "heavy",
  "light",
];
const colours = ["amber", "blue", "coral", "cyan", "green", "indigo", "ivory", "olive", "pink", "red", "teal", "white"];
const things = [
  "anvil",
  "basket",
  "candle",
  "drum",
  "engine",
  "flute",
  "globe",
  "hammer",
  "kettle",
  "lamp",
  "mirror",
  "violin",
];

let seed = 42;
let lastId = 0;

/** Repeatable, so that all implementations show the same. */
function random(below: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >>> 8) % below;
}

/** New rows, with ids that go on from the last ones. */
export function createRows(count: number): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    rows.push({ id: ++lastId, label: `${sizes[random(12)]} ${colours[random(12)]} ${things[random(12)]}` });
  }
  return rows;
}

/** The names that the filter searches, always the same. */
export function createNames(): string[] {
  const names: string[] = [];
  for (let i = 0; i < 1000; i++) {
    names.push(`${sizes[i % 12]} ${colours[Math.floor(i / 12) % 12]} ${things[Math.floor(i / 7) % 12]} ${i}`);
  }
  return names;
}

/** How many cells the grid has. */
export const CELLS = 500;
