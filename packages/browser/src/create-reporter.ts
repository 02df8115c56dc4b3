import { createReport } from "./create-report.ts";
import { appFailed } from "./page/messages.ts";
import { Awaited } from "./renderer/awaited.ts";
import { logReport } from "./log-report.ts";
import type { ErrorOrigin, ErrorReport } from "./report.ts";
import { toRuneError } from "./report.ts";

/** Reports of one code that an app makes in a second. A module could have the page around it told thousands in each turn. */
const MOST_REPORTS = 100;
const SECOND = 1000;

/** Takes what went wrong in an app, whatever it is, and tells it as a report. */
export function createReporter(
  tell: (report: ErrorReport) => void = logReport,
): (error: unknown, origin?: ErrorOrigin) => void {
  const counts = new Map<string, number>();
  let since = -SECOND;
  return (cause, origin) => {
    if (cause instanceof Awaited) return;
    const error = toRuneError(cause, appFailed);
    const now = performance.now();
    if (now - since >= SECOND) {
      since = now;
      counts.clear();
    }
    const count = (counts.get(error.code) ?? 0) + 1;
    counts.set(error.code, count);
    if (count > MOST_REPORTS) return;
    try {
      tell(createReport(error, origin));
    } catch (thrown) {
      // What the page does wrong ends nothing that the app is in the midst of.
      queueMicrotask(() => {
        throw thrown;
      });
    }
  };
}
