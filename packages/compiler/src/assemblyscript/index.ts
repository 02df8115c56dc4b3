export { compileModule } from "./compile.ts";
export type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledModule,
  DataUpdates,
} from "./compiled-module.ts";
