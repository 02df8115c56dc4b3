// Imported, TypeScript's compiler is read, checked for its format and searched for its exports before it runs, which takes Node three times as long.
import { createRequire } from "node:module";

export default createRequire(import.meta.url)("typescript");
