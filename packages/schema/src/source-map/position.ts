/** A place in an author's file. */
export interface Position {
  /** Name of the file, as it stands in a source map. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}

/** From this byte of the module on, code comes from this place, until the next entry. */
export interface CodePosition {
  offset: number;
  /** Undefined for code that no author wrote. */
  position: Position | undefined;
}
