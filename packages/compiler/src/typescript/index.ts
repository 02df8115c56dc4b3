export { createViewCheckSession } from "./check/index.ts";
export { compileTypeScriptModule } from "./compile-module.ts";
export { compileTypeScript, compileTypeScriptRelease } from "./compile.ts";
export type { CompileTypeScriptOptions, CompileTypeScriptResult, CompiledTypeScript } from "./compile.ts";
export { explainTrap } from "./explain-trap.ts";
export type { ExplainedTrap } from "./explain-trap.ts";
export type { CompileSession } from "./rebuild/session.ts";
export { createCompileSession } from "./rebuild/session.ts";
