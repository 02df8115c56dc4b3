import { isReservedWord } from "../expression/refused-syntax.ts";

/** Whether an expression can name a value like this; names with `$` first are Rune's. */
export function isVariableName(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}$]*$/u.test(name) && !isReservedWord(name) && name !== "__proto__";
}
