import { availableParallelism } from "node:os";
import type { CompileModuleInput } from "@rune/compiler/engines";
import { startWorker, type CompilerWorker, type Job } from "./compiler-worker.ts";
import type { WorkerRequest, WorkerResult } from "./worker-protocol.ts";

/** Workers at most: each holds a compiler of its own in memory. */
const MOST = Math.min(availableParallelism(), 4);

/** The workers of the process, which all pools share. */
let workers: CompilerWorker[] = [];

/** The pools that have asked for something and are not closed. */
const open = new Set<WorkerPool>();

/** What a pool is asked for. */
export interface PoolRequest {
  /** What it is about: the worker that had the same before knows what it found out. */
  readonly file: string;
  readonly request: WorkerRequest;
  readonly readFile: CompileModuleInput["readFile"];
  /** Has it be forgotten, if nobody has begun with it. */
  readonly signal?: AbortSignal | undefined;
}

/** What has workers do things, for one who builds. */
export interface WorkerPool {
  ask(request: PoolRequest): Promise<WorkerResult>;
  /** Gives up what is not done. The last pool that is closed ends the workers; `ask` starts others. */
  close(): Promise<void>;
}

/** Creates a pool, for which a worker is started only where all others have something to do. */
export function createWorkerPool(): WorkerPool {
  const homes = new Map<string, CompilerWorker>();
  const jobs = new Set<Job>();

  async function ask({ file, request, readFile, signal }: PoolRequest): Promise<WorkerResult> {
    signal?.throwIfAborted();
    open.add(pool);
    let job: Job | undefined;
    const result = new Promise<WorkerResult>((resolve, reject) => {
      job = { request, readFile, resolve, reject };
      jobs.add(job);
      homes.set(file, place(job, homes.get(file)));
    });
    const stop = (): void => {
      if (job && drop(job)) job.reject(signal?.reason as Error);
    };
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await result;
    } finally {
      signal?.removeEventListener("abort", stop);
      if (job) jobs.delete(job);
    }
  }

  async function close(): Promise<void> {
    open.delete(pool);
    homes.clear();
    for (const job of jobs) {
      drop(job);
      job.reject(new Error("unplugin-rune-wasm: the compiler's worker has ended"));
    }
    if (open.size === 0) await Promise.all(workers.map((worker) => worker.close()));
  }

  const pool: WorkerPool = { ask, close };
  return pool;
}

function place(job: Job, home?: CompilerWorker): CompilerWorker {
  const worker = home && workers.includes(home) ? home : choose();
  worker.add(job);
  return worker;
}

function drop(job: Job): boolean {
  return workers.some((worker) => worker.drop(job));
}

function choose(): CompilerWorker {
  const [idlest] = workers.toSorted((a, b) => a.load - b.load);
  return idlest && (idlest.load === 0 || workers.length >= MOST) ? idlest : start();
}

function start(): CompilerWorker {
  const worker = startWorker((waiting) => {
    workers = workers.filter((each) => each !== worker);
    for (const job of waiting) place(job);
  });
  workers.push(worker);
  return worker;
}
