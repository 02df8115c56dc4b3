/** A module that is nothing, for a build that has a package and no code of the project's own: bundlers do not run without an entry. */
export const EMPTY_ENTRY = "virtual:rune/empty";
