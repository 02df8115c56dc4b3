export { compileTypeScriptModule } from "./compile-module.ts";
export { compileTypeScript } from "./compile.ts";
export type { CompileTypeScriptResult } from "./compile.ts";
