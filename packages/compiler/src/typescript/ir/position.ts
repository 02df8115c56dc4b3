/** Where something stands in the author's text; line and column count from 1. */
export interface Position {
  file: string;
  line: number;
  column: number;
}
