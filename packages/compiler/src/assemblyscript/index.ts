export { compileModule } from "./compile.ts";
export type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledModule,
  DataUpdates,
  ModuleTarget,
  ModuleVariable,
} from "./compiled-module.ts";
