export { compileModule } from "./compile.ts";
export type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledModule,
  DataUpdates,
  ModuleTarget,
} from "./compiled-module.ts";
