import { MessageChannel, Worker } from "node:worker_threads";
import type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompileSource,
} from "@rune/compiler/engines";
import type { CompileRequest, WorkerMessage, WorkerSetup } from "./worker-protocol.ts";

/** A compiler that works beside the caller's thread. */
export interface ModuleCompiler {
  /** Compiles a module with the engine that its name asks for. */
  compile(input: CompileModuleInput, options?: CompileModuleOptions): Promise<CompileModuleResult>;
  /** Ends the worker. A later `compile` starts another. */
  close(): Promise<void>;
}

interface PendingRequest {
  input: CompileModuleInput;
  resolve(result: CompileModuleResult): void;
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

  return {
    async compile(input, options = {}) {
      const { worker, pending } = (running ??= start());
      const id = nextId++;
      const result = await new Promise<CompileModuleResult>((resolve, reject) => {
        pending.set(id, { input, resolve, reject });
        worker.ref();
        const request: CompileRequest = { id, file: input.file, source: input.source, options };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(request);
      });
      const failed = result.diagnostics.some(({ code }) => code === "module_compiler_failed");
      // What made the compiler fail may have damaged its state.
      if (failed && running?.worker === worker && pending.size === 0) await this.close();
      return result;
    },
    async close() {
      const ending = running;
      running = undefined;
      await ending?.worker.terminate();
    },
  };
}

function createInlineCompiler(): ModuleCompiler {
  let compileSource: CompileSource | undefined;
  return {
    async compile(input, options) {
      const { createSourceCompiler } = await import("@rune/compiler/engines");
      compileSource ??= createSourceCompiler();
      return compileSource(input, options);
    },
    async close() {},
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
      port1.postMessage({ text: readFile(request?.input, message.path) });
      const flag = new Int32Array(signal);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
      return;
    }
    pending.delete(message.id);
    if (pending.size === 0) worker.unref();
    request?.resolve(message.result);
  });
  worker.on("error", end);
  worker.on("exit", () => end(new Error("unplugin-rune-wasm: the compiler's worker has ended")));
  return { worker, pending };
}

/** A file that cannot be read is a file that is not there; the diagnostic names it. */
function readFile(input: CompileModuleInput | undefined, path: string): string | undefined {
  try {
    return input?.readFile(path);
  } catch {
    return undefined;
  }
}
