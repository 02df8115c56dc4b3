import type {
  CheckViewsInput,
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
} from "@rune/compiler/engines";
import { createInlineCompiler } from "./inline-compiler.ts";
import { createWorkerPool } from "./worker-pool.ts";
import type { CheckRequest, CheckResult, CompileRequest } from "./worker-protocol.ts";

/** What a compiler is given; what the signal aborts is given up, as long as nobody has begun with it. */
export type Abortable<Input> = Input & { readonly signal?: AbortSignal | undefined };

/** A compiler that works beside the caller's thread. */
export interface ModuleCompiler {
  /** Compiles a module with the engine that its name asks for. */
  compile(input: Abortable<CompileModuleInput>, options?: CompileModuleOptions): Promise<CompileModuleResult>;
  /** Checks the types of views. */
  checkViews(input: Abortable<CheckViewsInput>): Promise<CheckResult>;
  /** Ends what it does, and its workers, if no other compiler needs them. A later `compile` starts others. */
  close(): Promise<void>;
}

/**
 * Creates a compiler with warm workers, which all compilers of the process share. They are started by the first requests, and keep no process alive. Where
 * this file runs as TypeScript (in this repository's tests) there is no worker file, and the compiler runs in the caller's thread.
 */
export function createModuleCompiler(): ModuleCompiler {
  if (import.meta.url.endsWith(".ts")) return createInlineCompiler();
  const pool = createWorkerPool();
  return {
    async compile({ file, source, readFile, signal }, options = {}) {
      const request: CompileRequest = { type: "compile", file, source, options };
      return (await pool.ask({ file, request, readFile, signal })) as CompileModuleResult;
    },
    async checkViews({ views, readFile, signal }) {
      if (views.length === 0) return [];
      const request: CheckRequest = { type: "check", views };
      return (await pool.ask({ file: "(views)", request, readFile, signal })) as CheckResult;
    },
    close: pool.close,
  };
}
