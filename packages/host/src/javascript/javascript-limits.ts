/** Bounds of what a guest may ask of JavaScript's own functions at once. */
export interface JavascriptLimits {
  /** UTF-16 units of a text that `repeat`, `padStart` or `padEnd` makes. @default 536,870,888, the longest that V8 has */
  textLength: number;
  /** UTF-16 units of a regular expression's source. @default 65,536 */
  patternLength: number;
  /** Bits of a bigint that an operation gives. @default 1,048,576 */
  bigintBits: number;
  /** UTF-16 units that are read of an error's message or stack. @default 65,536 */
  errorLength: number;
}

/** Bounds that hold unless told otherwise. */
export const javascriptLimits: Readonly<JavascriptLimits> = {
  textLength: 536_870_888,
  patternLength: 65_536,
  bigintBits: 1_048_576,
  errorLength: 65_536,
};
