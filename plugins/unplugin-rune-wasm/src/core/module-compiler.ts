import { MessageChannel, Worker } from "node:worker_threads";
import type {
  CheckViewsInput,
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
} from "@rune/compiler/engines";
import { createInlineCompiler } from "./inline-compiler.ts";
import type { CheckResult, WorkerMessage, WorkerRequest, WorkerSetup } from "./worker-protocol.ts";

/** A compiler that works beside the caller's thread. */
export interface ModuleCompiler {
  /** Compiles a module with the engine that its name asks for. */
  compile(input: CompileModuleInput, options?: CompileModuleOptions): Promise<CompileModuleResult>;
  /** Checks the types of views. */
  checkViews(input: CheckViewsInput): Promise<CheckResult>;
  /** Ends the worker. A later `compile` starts another. */
  close(): Promise<void>;
}

interface PendingRequest {
  readFile: CompileModuleInput["readFile"];
  resolve(result: CompileModuleResult | CheckResult): void;
  reject(error: Error): void;
}

interface RunningWorker {
  worker: Worker;
  pending: Map<number, PendingRequest>;
}

/**
 * Creates a compiler with one warm worker, started by the first request. It keeps no process alive. Where this file runs
 * as TypeScript (in this repository's tests) there is no worker file, and the compiler runs in the caller's thread.
 */
export function createModuleCompiler(): ModuleCompiler {
  if (import.meta.url.endsWith(".ts")) return createInlineCompiler();
  let running: RunningWorker | undefined;
  let nextId = 0;

  function start(): RunningWorker {
    const started = startWorker(() => {
      if (running === started) running = undefined;
    });
    return started;
  }

  /** The worker answers each request with the result of its kind. */
  async function ask<Result extends CompileModuleResult | CheckResult>(
    { worker, pending }: RunningWorker,
    readFile: PendingRequest["readFile"],
    create: (id: number) => WorkerRequest,
  ): Promise<Result> {
    const id = nextId++;
    return new Promise<Result>((resolve, reject) => {
      pending.set(id, { readFile, resolve: (result) => resolve(result as Result), reject });
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(create(id));
    });
  }

  return {
    async compile({ file, source, readFile }, options = {}) {
      const asked = (running ??= start());
      const result = await ask<CompileModuleResult>(asked, readFile, (id) => {
        return { type: "compile", id, file, source, options };
      });
      const failed = result.diagnostics.some(({ code }) => code === "module_compiler_failed");
      // What made the compiler fail may have damaged its state.
      if (failed && running === asked && asked.pending.size === 0) await this.close();
      return result;
    },
    async checkViews({ views, readFile }) {
      if (views.length === 0) return [];
      return ask<CheckResult>((running ??= start()), readFile, (id) => ({ type: "check", id, views }));
    },
    async close() {
      const ending = running;
      running = undefined;
      await ending?.worker.terminate();
    },
  };
}

function startWorker(onEnd: () => void): RunningWorker {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const setup: WorkerSetup = { files: port2, signal };
  const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: setup, transferList: [port2] });
  const pending = new Map<number, PendingRequest>();
  worker.unref();
  port1.unref();

  function end(error: Error): void {
    onEnd();
    port1.close();
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }
  worker.on("message", (message: WorkerMessage) => {
    const request = pending.get(message.id);
    if (message.type === "read") {
      port1.postMessage({ text: readFile(request, message.path) });
      const flag = new Int32Array(signal);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
      return;
    }
    pending.delete(message.id);
    if (pending.size === 0) worker.unref();
    if (message.type === "failed") request?.reject(new Error(message.reason));
    else request?.resolve(message.result);
  });
  worker.on("error", end);
  worker.on("exit", () => end(new Error("unplugin-rune-wasm: the compiler's worker has ended")));
  return { worker, pending };
}

/** A file that cannot be read is a file that is not there; the diagnostic names it. */
function readFile(request: PendingRequest | undefined, path: string): string | undefined {
  try {
    return request?.readFile(path);
  } catch {
    return undefined;
  }
}
