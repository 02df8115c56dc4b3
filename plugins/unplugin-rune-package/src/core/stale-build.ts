/** The sources of a build have changed before it was done. */
export class StaleBuild extends Error {
  override name = "StaleBuild";
}

/** Has a step of a build end as soon as the build is stale; what works on it elsewhere goes on, and what comes of that may be kept. */
export function stopWhenStale<Args extends readonly unknown[], Result>(
  step: (...args: Args) => Promise<Result>,
  stale: AbortSignal,
): (...args: Args) => Promise<Result> {
  return (...args) =>
    new Promise((resolve, reject) => {
      const stop = (): void => reject(new StaleBuild("The sources have changed."));
      if (stale.aborted) return stop();
      stale.addEventListener("abort", stop, { once: true });
      step(...args)
        .then(resolve, reject)
        .finally(() => stale.removeEventListener("abort", stop));
    });
}
