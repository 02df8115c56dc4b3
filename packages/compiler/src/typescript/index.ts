export { compileTypeScriptModule } from "./compile-module.ts";
export { compileTypeScript, compileTypeScriptRelease } from "./compile.ts";
export type { CompileTypeScriptOptions, CompileTypeScriptResult, CompiledTypeScript } from "./compile.ts";
