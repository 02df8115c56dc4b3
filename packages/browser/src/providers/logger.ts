import type { Logger } from "@rune/host";

/** Writes an app's log to the console, marked as the app's. */
export function createLogger(target: Console): Logger {
  return {
    debug: (text) => target.debug(`[app] ${text}`),
    info: (text) => target.info(`[app] ${text}`),
    warn: (text) => target.warn(`[app] ${text}`),
    error: (text) => target.error(`[app] ${text}`),
  };
}
