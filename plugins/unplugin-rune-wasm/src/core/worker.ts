// Keeps one compiler warm beside the bundler's thread. The compiler reads imported files synchronously, so the worker asks
// the main thread for a file and sleeps until the answer lies in its port.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { createSourceCompiler } from "@rune/compiler/engines";
import type { CompileRequest, WorkerMessage, WorkerSetup } from "./worker-protocol.ts";

const { files, signal } = workerData as WorkerSetup;
const compileSource = createSourceCompiler();
const flag = new Int32Array(signal);

parentPort?.on("message", (request: CompileRequest) => {
  void answer(request);
});

async function answer({ id, file, source, options }: CompileRequest): Promise<void> {
  const result = await compileSource({ file, source, readFile: (path) => readFile(id, path) }, options);
  send({ type: "done", id, result });
}

function readFile(id: number, path: string): string | undefined {
  Atomics.store(flag, 0, 0);
  send({ type: "read", id, path });
  // The wake-up call for the file before may come this late; then there is no answer yet.
  while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0);
  return (receiveMessageOnPort(files)?.message as { text?: string } | undefined)?.text;
}

function send(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
