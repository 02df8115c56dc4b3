import type { CompiledTemplate, Home } from "./block.ts";
import type { Evaluate } from "./expression.ts";
import type { WatchObject } from "./watch.ts";

/** Stands among the names of the data for which route shows. No name is empty. */
export const ROUTE = "";

/** What an expression depends on. */
export interface Reads {
  /** Names of the page's data, directly or through the rows that the expression stands in. */
  readonly names: Set<string>;
  /** Whether it reads names otherwise than through rows. */
  isFree: boolean;
  /** Whether it reads what rows stand for. */
  hasRow: boolean;
  /** Whether it reads a row's position. */
  hasIndex: boolean;
  /** Whether its value can change although nothing did that is noticed. */
  isVolatile: boolean;
  /** Whether objects are read that tell of their changes. */
  isWatched: boolean;
  /** Those objects. */
  readonly objects: WatchedObject[];
  /** Comparisons of something of the row with something of the page. */
  readonly selectors: Selector[];
}

/**
 * `row.id == selected`: when the right side changes, only rows whose left side is its old or its new value can look different. Other rows
 * need not be asked.
 */
export interface Selector {
  /** Of the row. */
  readonly key: Evaluate;
  /** The same for all rows. */
  readonly chosen: Evaluate;
  /** Names that `chosen` reads. */
  readonly names: ReadonlySet<string>;
}

/** An object that an expression reads: who shows what it holds is told when that changes. */
export interface WatchedObject {
  /** The expression that leads to it. */
  readonly path: string;
  readonly evaluate: Evaluate;
  readonly watch: WatchObject;
}

/** What has changed since a block was last brought up to date. */
export interface Change {
  /** Names of the page's data. */
  readonly names: ReadonlySet<string>;
  /** Rows have other positions. */
  readonly isMoved: boolean;
  /** An object has changed that the block watches. Others that are inside of it are told themselves. */
  readonly isTold: boolean;
  /** Lists of which rows are known by something else than before, or show no more. */
  readonly lists?: ReadonlySet<Home> | undefined;
  /** In which bindings of templates that can be seen, as far as it was asked. */
  readonly concerned: Map<CompiledTemplate, readonly number[]>;
}

export function createChange(
  names: ReadonlySet<string>,
  { isMoved = false, isTold = false, lists }: Partial<Pick<Change, "isMoved" | "isTold" | "lists">> = {},
): Change {
  return { names, isMoved, isTold, lists, concerned: new Map() };
}

/** The same change, as blocks inside of one that was told see it. */
export function innerChange(change: Change, isMoved: boolean = change.isMoved): Change {
  return change.isTold || isMoved !== change.isMoved
    ? createChange(change.names, { isMoved, lists: change.lists })
    : change;
}

export function createReads(): Reads {
  return {
    names: new Set(),
    isFree: false,
    hasRow: false,
    hasIndex: false,
    isVolatile: false,
    isWatched: false,
    objects: [],
    selectors: [],
  };
}

/** Adds what a part of an expression depends on. */
export function addReads(target: Reads, part: Reads): void {
  for (const name of part.names) target.names.add(name);
  target.isFree ||= part.isFree;
  target.hasRow ||= part.hasRow;
  target.hasIndex ||= part.hasIndex;
  target.isVolatile ||= part.isVolatile;
  target.isWatched ||= part.isWatched;
  target.objects.push(...part.objects);
  target.selectors.push(...part.selectors);
}

/** Whether a value that depends on this may have become another. */
export function isAffected(
  {
    names,
    isVolatile,
    isWatched,
    hasIndex,
  }: Pick<Selector, "names"> & Partial<Pick<Reads, "isVolatile" | "isWatched" | "hasIndex">>,
  change: Change,
): boolean {
  if (isVolatile || (isWatched && change.isTold) || (hasIndex && change.isMoved)) return true;
  // The change is most often the shorter of both.
  for (const name of change.names) if (names.has(name)) return true;
  return false;
}
