/** A place in an author's file. */
export interface Position {
  /** Name of the file, as it will stand in a source map. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}
