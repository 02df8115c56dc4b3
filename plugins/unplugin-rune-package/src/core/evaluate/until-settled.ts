/**
 * Waits for what may never come: when nothing else is left to do, the process would end as if all were well.
 *
 * @param limit milliseconds after which a process that goes on waits no longer
 * @throws Error with the text that `explain` gives, where it does not come
 */
export async function untilSettled<Result>(
  promise: Promise<Result>,
  explain: () => string,
  limit?: number,
): Promise<Result> {
  let end = (): void => {};
  const ended = new Promise<never>((_resolve, reject) => {
    end = () => reject(new Error(explain()));
  });
  process.once("beforeExit", end);
  const timer = limit === undefined ? undefined : setTimeout(end, limit).unref();
  try {
    return await Promise.race([promise, ended]);
  } finally {
    clearTimeout(timer);
    process.off("beforeExit", end);
  }
}
