import type { MessagePort } from "node:worker_threads";
import type { CompileModuleOptions, CompileModuleResult } from "@rune/compiler/engines";

/** What the worker gets at its start: how it asks for files while it compiles. */
export interface WorkerSetup {
  /** Carries the answers; the worker takes them synchronously. */
  files: MessagePort;
  /** One `Int32`: 1 when an answer lies in the port. */
  signal: SharedArrayBuffer;
}

/** Compile this. */
export interface CompileRequest {
  id: number;
  file: string;
  source: string;
  options: CompileModuleOptions;
}

/** What the worker says: a file that it waits for, or the end of a request. */
export type WorkerMessage =
  | { type: "read"; id: number; path: string }
  | { type: "done"; id: number; result: CompileModuleResult };
