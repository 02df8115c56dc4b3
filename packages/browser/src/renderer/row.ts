import type { ValueType } from "./value-type.ts";

/** A row's variables, linked to the rows around it. Mutable: a row that stays gets its new item in place. */
export interface Row {
  readonly parent: Row | undefined;
  item: unknown;
  /** Position in the list, from 0, counted before any filter. */
  index: number;
}

/** What is known of the rows of a list before there are any. */
export interface RowScope {
  /** What their items are. */
  readonly type: ValueType;
  /** Names of the page's data that the list is read from. */
  readonly names: ReadonlySet<string>;
}
