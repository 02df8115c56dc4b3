export { compile } from "./compile.ts";
export { createGuest } from "./create-guest.ts";
export { LINEAR_MODULE as importModule } from "@rune/schema";
export { isOwnImport } from "./own-imports.ts";
export { listExports } from "./list-exports.ts";
