export type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledModule,
  DataUpdates,
  ModuleVariable,
} from "../assemblyscript/index.ts";
export type { Engine } from "./engine.ts";
export { compileSource, engines, findEngine } from "./find-engine.ts";
