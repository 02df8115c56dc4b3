import { MessageChannel, Worker } from "node:worker_threads";
import type { CompileModuleInput, CompileModuleResult } from "@rune/compiler/engines";
import type { CheckResult, WorkerMessage, WorkerRequest, WorkerSetup } from "./worker-protocol.ts";

/** A thread with a compiler. */
export interface CompilerWorker {
  /** Requests that wait for an answer. */
  readonly load: number;
  /** Answers a request with the result of its kind, one after the other. Rejects where the worker ends before. */
  ask(
    readFile: CompileModuleInput["readFile"],
    create: (id: number) => WorkerRequest,
  ): Promise<CompileModuleResult | CheckResult>;
  close(): Promise<void>;
}

interface PendingRequest {
  readFile: CompileModuleInput["readFile"];
  resolve(result: CompileModuleResult | CheckResult): void;
  reject(error: Error): void;
}

/** Starts a worker; `onEnd` is called when nobody is to ask it any more. */
export function startWorker(onEnd: () => void): CompilerWorker {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const setup: WorkerSetup = { files: port2, signal };
  const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: setup, transferList: [port2] });
  const pending = new Map<number, PendingRequest>();
  let nextId = 0;
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
  return {
    get load() {
      return pending.size;
    },
    ask: (read, create) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        pending.set(id, { readFile: read, resolve, reject });
        worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(create(id));
      }),
    async close() {
      onEnd();
      await worker.terminate();
    },
  };
}

/** A file that cannot be read is a file that is not there; the diagnostic names it. */
function readFile(request: PendingRequest | undefined, path: string): string | undefined {
  try {
    return request?.readFile(path);
  } catch {
    return undefined;
  }
}
