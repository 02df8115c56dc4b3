export type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledModule,
  DataUpdates,
  ModuleVariable,
} from "./compiled-module.ts";
export type { CompileSource, Engine } from "./engine.ts";
export { compileSource, createSourceCompiler, engines, findEngine } from "./find-engine.ts";
