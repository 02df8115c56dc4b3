import { hidden } from "./rune-error.ts";

/**
 * Puts a mark in the place of each character that would make a text look like another one: sources, and names of files, are printed in terminals, whose cursor
 * they are not to move. Columns stay as they are.
 */
export function makeVisible(text: string): string {
  return text.replace(hidden, "\uFFFD");
}
