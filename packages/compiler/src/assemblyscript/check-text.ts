import type { Diagnostic } from "@rune/schema";
import { tooDeep, tooLarge } from "./messages.ts";

const MAX_LENGTH = 2 ** 20;
const MAX_DEPTH = 200;

/** Refuses texts that would exhaust the compiler's stack or patience, before it sees them. */
export function checkText(file: string, text: string): Diagnostic | undefined {
  if (text.length > MAX_LENGTH) return tooLarge(file, text.length, MAX_LENGTH);
  return measureDepth(text) > MAX_DEPTH ? tooDeep(file) : undefined;
}

/** Deepest nesting of brackets. Those in texts and comments count too, which only matters far below the limit. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "(" || char === "[" || char === "{") deepest = Math.max(deepest, ++depth);
    else if (char === ")" || char === "]" || char === "}") depth = Math.max(0, depth - 1);
  }
  return deepest;
}
