/*
 * Custom properties that are declared by others: a browser works them out recursively, and in Chromium a chain of a few thousand (`--b: var(--a)`, `--c:
 * var(--b)` …) ends the page. The declarations of a chain can be in several style sheets and in the styles of elements, so those of an app are one graph: a
 * property leads to all that any of its declarations names.
 */

/** How a custom property is declared by others. */
export interface PropertyLink {
  /** Those that its declarations name. */
  readonly to: Set<string>;
  /** How deep functions are in one another where it is declared. */
  depth: number;
}

/** Custom properties, by name. */
export type PropertyLinks = ReadonlyMap<string, PropertyLink>;

/** The custom properties of an app, in all its styles. */
export interface CustomProperties {
  /** Adds some. Returns whether none is too far from those that it comes from; if one is, they are not added. */
  declare(links: PropertyLinks): boolean;
}

/** Most functions that a custom property goes through until all is known, in all those that it comes from. */
export const LONGEST_CHAIN = 256;

/** Most names that custom properties are declared by: they are gone through for each new one. */
const MOST_NAMES = 4000;

export function createCustomProperties(): CustomProperties {
  let known: PropertyLinks = new Map();
  return {
    declare(links) {
      const news = new Map<string, PropertyLink>();
      for (const [name, { to, depth }] of links) {
        const before = known.get(name) ?? { to: [], depth: 0 };
        const all = new Set([...before.to, ...to]);
        if (all.size > [...before.to].length || (all.size > 0 && depth > before.depth))
          news.set(name, { to: all, depth: Math.max(before.depth, depth) });
      }
      if (news.size === 0) return true;
      const next = new Map([...known, ...news]);
      if (!areNear(next)) return false;
      known = next;
      return true;
    },
  };
}

/** A circle of few is no chain that is too long, whatever part of it a browser goes through; one of many cannot be told from one. */
function areNear(links: PropertyLinks): boolean {
  let [depths, names] = [0, 0];
  for (const { to, depth } of links.values()) {
    depths += depth;
    names += to.size;
  }
  const lengths = new Map<string, number>();
  const isNear = (name: string): boolean => measure(name, LONGEST_CHAIN, links, lengths) <= LONGEST_CHAIN;
  return names <= MOST_NAMES && (depths <= LONGEST_CHAIN || [...links.keys()].every(isNear));
}

/** How many functions a property goes through; endlessly many in a circle, and where there is no `room` for them. */
function measure(name: string, room: number, links: PropertyLinks, lengths: Map<string, number>): number {
  const link = links.get(name);
  let length = link ? lengths.get(name) : 0;
  if (!link || length !== undefined) return length ?? 0;
  length = room < 0 ? Infinity : link.depth;
  lengths.set(name, Infinity);
  for (const to of link.to) {
    // One that names itself has no value, or takes that of the element around.
    if (to !== name) length = Math.max(length, link.depth + measure(to, room - link.depth, links, lengths));
  }
  lengths.set(name, length);
  return length;
}
