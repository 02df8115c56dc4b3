import type {
  CheckViewsInput,
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
} from "@rune/compiler/engines";
import { createInlineCompiler } from "./inline-compiler.ts";
import { createWorkerPool } from "./worker-pool.ts";
import type { CheckResult } from "./worker-protocol.ts";

/** A compiler that works beside the caller's thread. */
export interface ModuleCompiler {
  /** Compiles a module with the engine that its name asks for. */
  compile(input: CompileModuleInput, options?: CompileModuleOptions): Promise<CompileModuleResult>;
  /** Checks the types of views. */
  checkViews(input: CheckViewsInput): Promise<CheckResult>;
  /** Ends the workers. A later `compile` starts others. */
  close(): Promise<void>;
}

/**
 * Creates a compiler with warm workers, started by the first requests. They keep no process alive. Where this file runs
 * as TypeScript (in this repository's tests) there is no worker file, and the compiler runs in the caller's thread.
 */
export function createModuleCompiler(): ModuleCompiler {
  if (import.meta.url.endsWith(".ts")) return createInlineCompiler();
  const pool = createWorkerPool();
  return {
    async compile({ file, source, readFile }, options = {}) {
      const worker = pool.find(file);
      const result = (await worker.ask(readFile, (id) => {
        return { type: "compile", id, file, source, options };
      })) as CompileModuleResult;
      const failed = result.diagnostics.some(({ code }) => code === "module_compiler_failed");
      // What made the compiler fail may have damaged its state.
      if (failed && worker.load === 0) await worker.close();
      return result;
    },
    async checkViews({ views, readFile }) {
      if (views.length === 0) return [];
      return (await pool.find("(views)").ask(readFile, (id) => ({ type: "check", id, views }))) as CheckResult;
    },
    close: pool.close,
  };
}
