// Keeps one compiler warm beside the bundler's thread. The compiler reads imported files synchronously, so the worker asks
// the main thread for a file and sleeps until the answer lies in its port.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { createSourceCompiler, createViewChecker } from "@rune/compiler/engines";
import type { WorkerMessage, WorkerRequest, WorkerSetup } from "./worker-protocol.ts";

const { files, signal } = workerData as WorkerSetup;
const compileSource = createSourceCompiler();
const checkViews = createViewChecker();
const flag = new Int32Array(signal);

parentPort?.on("message", (request: WorkerRequest) => {
  void answer(request)
    .catch((error: unknown): WorkerMessage => {
      return { type: "failed", reason: error instanceof Error ? error.message : String(error) };
    })
    .then(send);
});

async function answer(request: WorkerRequest): Promise<WorkerMessage> {
  if (request.type === "check")
    return { type: "checked", result: await checkViews({ views: request.views, readFile }) };
  const { file, source, options } = request;
  return { type: "done", result: await compileSource({ file, source, readFile }, options) };
}

function readFile(path: string): string | undefined {
  Atomics.store(flag, 0, 0);
  send({ type: "read", path });
  // The wake-up call for the file before may come this late; then there is no answer yet.
  while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0);
  return (receiveMessageOnPort(files)?.message as { text?: string } | undefined)?.text;
}

function send(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
