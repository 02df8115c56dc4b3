export { createStringFunctions } from "./string-functions.ts";
export type { StringFunctions } from "./string-functions.ts";
export { unitsModule } from "./units.ts";
