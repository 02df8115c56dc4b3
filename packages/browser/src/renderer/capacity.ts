import type { Binding, ForBinding, Template } from "@rune/schema";
import type { Home } from "./block.ts";

/** Deepest nesting in a page: browsers lay out recursively, and a few hundred levels more would end their process. */
const DEEPEST = 480;

/**
 * Room in a page, in characters of what is written for what shows: a hundred thousand rows of six hundred. Lists in lists, and components in
 * themselves, would take all that a browser has, and never come to an end.
 */
export const ROOM = 64_000_000;

const NO_ROOM = "there is no more room";
const weights = new WeakMap<object, number>();

/** How much room a part of a view takes each time it shows. */
export function weigh(part: Template | Binding): number {
  const weight = weights.get(part) ?? JSON.stringify(part).length;
  weights.set(part, weight);
  return weight;
}

/**
 * Has a region take the room that its blocks need, and no more the room that those before needed. Returns whether there is so much.
 *
 * @throws where there is not, for the first time
 */
export function fit(home: Home, weight: number): boolean {
  const { template, home: around } = home.block;
  const { context } = template;
  home.depth ??= (around?.depth ?? 0) + writtenIn(home).at.length;
  const before = home.weight ?? 0;
  const room = context.room + weight - before;
  if (weight > before && (home.depth > DEEPEST || room > ROOM)) {
    if (context.refused.has(NO_ROOM)) return false;
    context.refused.add(NO_ROOM);
    throw new RangeError(NO_ROOM);
  }
  context.room = room;
  home.weight = weight;
  return true;
}

/** Reads a list, before and after its rows are known to fit; where they do not, it has none. */
export function readFitting<List extends { items: readonly unknown[] }, Type>(
  home: Home,
  value: unknown,
  read: (value: unknown, type: Type) => List | undefined,
  type: Type,
): List | { items: []; keys?: undefined } | undefined {
  const list = fitsRows(home, value) ? read(value, type) : { items: [] as [] };
  return list && !fitsRows(home, list.items) ? { items: [] } : list;
}

/** The same for the rows of an array or a range; nothing else is known to have any. Those that are only looked at count, too: that takes its time. */
function fitsRows(home: Home, rows: unknown): boolean {
  const range = typeof rows === "number" && rows > 0 && rows < ROOM ? rows : 0;
  const count = Array.isArray(rows) ? rows.length : range;
  const binding = writtenIn(home) as ForBinding;
  return fit(home, count * (weigh(binding) + weigh(home.block.template.view.templates[binding.template] as Template)));
}

function writtenIn({ block: { template }, binding }: Home): Binding {
  return (template.view.templates[template.index] as Template).bindings[binding] as Binding;
}
