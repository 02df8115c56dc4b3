/** Something that a guest can import. What it takes is checked inside, whatever its type says here. */
export type JavascriptImplementation = (...parameters: never[]) => unknown;

/** Implementations of functions of `rune:js`, by their names. */
export type JavascriptFunctions = Record<string, JavascriptImplementation>;
