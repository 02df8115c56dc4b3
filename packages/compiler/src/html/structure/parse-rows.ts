import { isReservedWord } from "../expression/refused-syntax.ts";

/** The names before `in`, and where the list's expression begins. */
export interface RowNames {
  item: string;
  index?: string;
  listStart: number;
}

/** Why a `data-for` has no rows, and where in it. */
export interface RowProblem {
  problem: string;
  /** What to write, where more can be said than what rows look like. */
  advice?: string;
  start: number;
  end: number;
}

const word = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const head = new RegExp(
  String.raw`^(\s*)(?:(${word})|\(\s*(${word})\s*(?:,\s*(${word})\s*)?\))\s+in(?![\p{ID_Continue}$])`,
  "u",
);

/** Reads `item in list` or `(item, index) in list` up to the list. */
export function parseRows(text: string): RowNames | RowProblem {
  const found = head.exec(text);
  if (!found) return describeProblem(text);
  const item = found[2] ?? found[3] ?? "";
  const index = found[4];
  for (const name of index === undefined ? [item] : [item, index]) {
    const problem = checkRowName(name);
    const start = name === item ? text.indexOf(item) : text.lastIndexOf(name, found[0].lastIndexOf(")"));
    if (problem) return { problem, start, end: start + name.length };
  }
  if (item === index) {
    const start = text.indexOf(item, text.indexOf(",") + 1);
    return { problem: `has \`${item}\` for both the row and its index`, start, end: start + item.length };
  }
  return { item, ...(index === undefined ? {} : { index }), listStart: found[0].length };
}

function describeProblem(text: string): RowProblem {
  if (text.trim() === "") return { problem: "names no rows", start: 0, end: text.length };
  const start = text.search(/\S/);
  const apart = /^\s*(?:const |let )?([[{])[^\]}]*[\]}]/.exec(text);
  if (apart) {
    const advice =
      apart[1] === "["
        ? "name the entry, and read its parts: `entry in map`, then `entry[0]` and `entry[1]`. An object is no list: export a function that gives `Object.entries(…)` of it"
        : "name the row, and read its parts: `item in items`, then `item.name`";
    return { problem: "takes no row apart", advice, start, end: apart[0].length };
  }
  const pair = /^\s*([\w$]+)\s*,\s*([\w$]+)\s+(?:in|of)\s/.exec(text);
  if (pair) {
    const advice = `put parentheses around them: \`(${pair[1]}, ${pair[2]}) in …\`, the row and its index`;
    return {
      problem: "takes two names only in parentheses",
      advice,
      start,
      end: text.indexOf(pair[2]!) + pair[2]!.length,
    };
  }
  const other = /\s(of)\s/.exec(text);
  if (other) return { problem: "takes `in`, not `of`", start: other.index + 1, end: other.index + 3 };
  return { problem: "does not say which rows it has", start, end: text.trimEnd().length };
}

function checkRowName(name: string): string | undefined {
  if (name.startsWith("$")) return `cannot name a row \`${name}\`, \`$\` is for names of Rune`;
  if (isReservedWord(name) || name === "__proto__") return `cannot name a row \`${name}\``;
  return undefined;
}
