import type { Providers } from "@rune/browser";
import type { Clock } from "./create-clock.ts";

/** What stands behind the app's capabilities in a test. */
export interface TestProviders extends Omit<Providers, "time" | "timers" | "frames" | "http"> {
  /**
   * Answers the app's requests.
   * @default refuses each: a test reaches nothing outside
   */
  readonly http?: Providers["http"];
  /**
   * Tells the time and runs timers and frames.
   * @default the platform's, or what the test framework has put in its place
   */
  readonly clock?: Clock | undefined;
}

/** The platform's timers are looked up at each use: a test framework may have replaced them. */
export function resolveProviders({ clock, http = refuse, ...providers }: TestProviders): Providers {
  return clock
    ? { ...providers, http, time: clock.now, timers: clock, frames: clock }
    : {
        ...providers,
        http,
        time: () => Date.now(),
        timers: {
          setTimeout: (callback, ms) => setTimeout(callback, ms),
          clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
        },
      };
}

function refuse(url: string): Promise<never> {
  return Promise.reject(
    new Error(
      `the test has nothing that answers ${url}: give \`providers: { http: async (url, init) => new Response(…) }\``,
    ),
  );
}
