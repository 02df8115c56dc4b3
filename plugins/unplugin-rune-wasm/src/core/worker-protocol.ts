import type { MessagePort } from "node:worker_threads";
import type { CheckedView, CheckViews, CompileModuleOptions, CompileModuleResult } from "@rune/compiler/engines";

/** What the worker gets at its start: how it asks for files while it compiles. */
export interface WorkerSetup {
  /** Carries the answers; the worker takes them synchronously. */
  files: MessagePort;
  /** One `Int32`: 1 when an answer lies in the port. */
  signal: SharedArrayBuffer;
}

/** What is wanted of the worker, one at a time. */
export type WorkerRequest = CompileRequest | CheckRequest;

/** Compile this. */
export interface CompileRequest {
  type: "compile";
  file: string;
  source: string;
  options: CompileModuleOptions;
}

/** Check the types of these. */
export interface CheckRequest {
  type: "check";
  views: readonly CheckedView[];
}

/** What views are found to be. */
export type CheckResult = Awaited<ReturnType<CheckViews>>;

/** What comes of a request. */
export type WorkerResult = CompileModuleResult | CheckResult;

/** What the worker says: a file that it waits for, or the end of a request. */
export type WorkerMessage =
  | { type: "read"; path: string }
  | { type: "done"; result: CompileModuleResult }
  | { type: "checked"; result: CheckResult }
  | { type: "failed"; reason: string };
