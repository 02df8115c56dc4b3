/** A row's variables, linked to the rows around it. Mutable: a row that stays gets its new item in place. */
export interface Row {
  readonly parent: Row | undefined;
  item: unknown;
  /** Position in the list, from 0, counted before any filter. */
  index: number;
}
