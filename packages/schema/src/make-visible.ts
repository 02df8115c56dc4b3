/** As in `rune-error.ts`, which every page loads: a chunk that both would share costs pages more than this line. */
const hidden = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Puts a mark in the place of each character that would make a text look like another one: sources, and names of files, are printed in terminals, whose cursor
 * they are not to move. Columns stay as they are.
 */
export function makeVisible(text: string): string {
  return text.replace(hidden, "\uFFFD");
}
