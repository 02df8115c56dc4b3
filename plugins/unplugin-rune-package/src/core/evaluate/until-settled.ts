/**
 * Waits for what may never come: when nothing else is left to do, the process would end as if all were well.
 *
 * @param what names it in errors
 * @param limit milliseconds after which a process that goes on waits no longer
 * @throws Error (as a rejection) where it does not come
 */
export async function untilSettled<Result>(promise: Promise<Result>, what: string, limit?: number): Promise<Result> {
  const { promise: given, reject } = withReject();
  const end = (): void => reject(createError(`${what} waits for something that never comes`));
  process.once("beforeExit", end);
  const late = (): void => reject(createError(`${what} has not come to an end after ${(limit ?? 0) / 1000} seconds`));
  const timer = limit === undefined ? undefined : setTimeout(late, limit).unref();
  try {
    return await Promise.race([promise, given]);
  } finally {
    clearTimeout(timer);
    process.off("beforeExit", end);
  }
}

function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject = (_error: Error): void => {};
  const promise = new Promise<never>((_resolve, onReject) => {
    reject = onReject;
  });
  return { promise, reject };
}

/** Nothing has thrown it, so there is no place in anybody's code. */
function createError(message: string): Error {
  const error = new Error(message);
  error.stack = String(error);
  return error;
}
