export { compileTypeScript } from "./compile.ts";
export type { CompileTypeScriptResult } from "./compile.ts";
