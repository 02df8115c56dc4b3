import type { Charge } from "../fuel/charge.ts";
import { createBytesFunctions } from "./bytes-functions.ts";
import { createDateFunctions } from "./date-functions.ts";
import { createIntlFunctions } from "./intl-functions.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { createRegexpFunctions } from "./regexp-functions.ts";
import { createSymbolFunctions } from "./symbol-functions.ts";
import { createUriFunctions } from "./uri-functions.ts";
import { createWeakFunctions } from "./weak-functions.ts";

/** What only modules import that use certain parts of JavaScript's library. */
export function createLibraryFunctions(limits: JavascriptLimits, charge?: Charge): JavascriptFunctions {
  return {
    ...createUriFunctions(),
    ...createSymbolFunctions(),
    ...createBytesFunctions(),
    ...createWeakFunctions(),
    ...createDateFunctions(charge),
    ...createIntlFunctions(charge),
    ...createRegexpFunctions(limits),
  };
}
