export { REFERENCE_MODULE as importModule } from "./names.ts";
export { compileGuest as compile } from "./compile-guest.ts";
export { createGuest } from "./create-guest.ts";
export { createReferenceImports, isOwnImport } from "./create-imports.ts";
export type { ReferenceImports } from "./create-imports.ts";
export { listExports } from "./list-exports.ts";
