export type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledModule,
  ControllerOptions,
  DataUpdates,
  EmittedEvents,
  ModuleVariable,
} from "./compiled-module.ts";
export type { CompileSource, Engine } from "./engine.ts";
export type { CheckViews, CheckViewsInput, CheckedView } from "./view-checks.ts";
export { createViewChecker } from "./view-checks.ts";
export { compileSource, createSourceCompiler, engines, findEngine } from "./find-engine.ts";
