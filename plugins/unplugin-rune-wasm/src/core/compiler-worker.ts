import { MessageChannel, Worker } from "node:worker_threads";
import type { CompileModuleInput } from "@rune/compiler/engines";
import type { WorkerMessage, WorkerRequest, WorkerResult, WorkerSetup } from "./worker-protocol.ts";

/** What a worker is to do for somebody. */
export interface Job {
  readonly request: WorkerRequest;
  readonly readFile: CompileModuleInput["readFile"];
  resolve(result: WorkerResult): void;
  reject(error: Error): void;
}

/** A thread with a compiler, which does one job after the other. */
export interface CompilerWorker {
  /** Jobs that are not done. */
  readonly load: number;
  add(job: Job): void;
  /** Takes a job back; `false` where it has begun, or is another's. */
  drop(job: Job): boolean;
  close(): Promise<void>;
}

/** Starts a worker; `onEnd` is given what it has not begun when nobody is to ask it any more. */
export function startWorker(onEnd: (waiting: readonly Job[]) => void): CompilerWorker {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const setup: WorkerSetup = { files: port2, signal };
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    name: "rune-compiler",
    workerData: setup,
    transferList: [port2],
  });
  const waiting: Job[] = [];
  let running: Job | undefined;
  let hasEnded = false;
  worker.unref();
  port1.unref();

  function begin(): void {
    running = waiting.shift();
    // One that waits for work keeps no process alive.
    if (!running) return worker.unref();
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(running.request);
  }

  function end(error: Error): void {
    if (hasEnded) return;
    hasEnded = true;
    port1.close();
    running?.reject(error);
    running = undefined;
    onEnd(waiting.splice(0));
  }

  async function close(): Promise<void> {
    end(new Error("unplugin-rune-wasm: the compiler's worker has ended"));
    await worker.terminate();
  }

  worker.on("message", (message: WorkerMessage) => {
    if (message.type === "read") {
      port1.postMessage({ text: readFile(running, message.path) });
      const flag = new Int32Array(signal);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
      return;
    }
    if (message.type === "failed") running?.reject(new Error(message.reason));
    else running?.resolve(message.result);
    // What made the compiler fail may have damaged its state.
    if (message.type === "done" && message.result.diagnostics.some(isFailure)) void close();
    else begin();
  });
  worker.on("error", end);
  worker.on("exit", () => void close());
  return {
    get load() {
      return waiting.length + (running ? 1 : 0);
    },
    add(job) {
      waiting.push(job);
      if (!running) begin();
    },
    drop(job) {
      const index = waiting.indexOf(job);
      if (index >= 0) waiting.splice(index, 1);
      return index >= 0;
    },
    close,
  };
}

function isFailure({ code }: { readonly code: string }): boolean {
  return code === "module_compiler_failed";
}

/** A file that cannot be read is a file that is not there; the diagnostic names it. */
function readFile(job: Job | undefined, path: string): string | undefined {
  try {
    return job?.readFile(path);
  } catch {
    return undefined;
  }
}
