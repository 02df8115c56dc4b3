import { availableParallelism } from "node:os";
import { startWorker, type CompilerWorker } from "./compiler-worker.ts";

/** Workers at most: each holds a compiler of its own in memory. */
const MOST = Math.min(availableParallelism(), 4);

/** Workers that share what is to be done. */
export interface WorkerPool {
  /** The worker for a file: it knows of the file what it has found out before. */
  find(file: string): CompilerWorker;
  /** Ends all workers; `find` starts others. */
  close(): Promise<void>;
}

/** Creates a pool that starts a worker only where all others have something to do. */
export function createWorkerPool(): WorkerPool {
  let workers: CompilerWorker[] = [];
  let homes = new Map<string, CompilerWorker>();

  function start(): CompilerWorker {
    const worker = startWorker(() => {
      workers = workers.filter((each) => each !== worker);
      homes = new Map([...homes].filter(([, home]) => home !== worker));
    });
    workers.push(worker);
    return worker;
  }

  function choose(): CompilerWorker {
    const [idlest] = workers.toSorted((a, b) => a.load - b.load);
    return idlest && (idlest.load === 0 || workers.length >= MOST) ? idlest : start();
  }

  return {
    find(file) {
      const worker = homes.get(file) ?? choose();
      homes.set(file, worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}
