export type {
  AppOutput,
  AppCall,
  AppPage,
  AppSource,
  CompileAppOptions,
  CompileAppResult,
  ModuleCompiler,
  ProcessedStyle,
  StyleInput,
  StylePlace,
  StyleProblem,
  StyleProcessor,
} from "./app-source.ts";
export { compileApp } from "./compile.ts";
export { messages } from "./messages.ts";
