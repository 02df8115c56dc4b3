import { setMaxListeners } from "node:events";

/** The sources of a build have changed before it was done. */
export class StaleBuild extends Error {
  override name = "StaleBuild";
}

/** Creates what tells the steps of a build that it is stale. Each of them listens, and there may be many. */
export function createStaleness(): AbortController {
  const stale = new AbortController();
  try {
    setMaxListeners(0, stale.signal);
  } catch {
    // In a test runner that has a document it is that of the document, which warns of no number.
  }
  return stale;
}

/** What a step of a build is given, with what tells it when nobody waits for it any more. */
export type Abortable<Input> = Input & { readonly signal?: AbortSignal | undefined };

/**
 * Has a step of a build end as soon as the build is stale. The step is told, so that nobody begins with it any more; what works on it already goes on, and
 * what comes of that may be kept.
 */
export function stopWhenStale<Input, Rest extends readonly unknown[], Result>(
  step: (input: Abortable<Input>, ...rest: Rest) => Promise<Result>,
  stale: AbortSignal,
): (input: Input, ...rest: Rest) => Promise<Result> {
  return (input, ...rest) =>
    new Promise((resolve, reject) => {
      const stop = (): void => reject(new StaleBuild("The sources have changed."));
      if (stale.aborted) return stop();
      stale.addEventListener("abort", stop, { once: true });
      step({ ...input, signal: stale }, ...rest)
        .then(resolve, reject)
        .finally(() => stale.removeEventListener("abort", stop));
    });
}
