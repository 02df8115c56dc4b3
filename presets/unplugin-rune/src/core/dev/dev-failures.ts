import { stripVTControlCharacters } from "node:util";
import type { ViteDevServer } from "vite";

/** The event by which the host script tells the dev server what failed while the app ran. */
export const FAILURE_EVENT = "rune:failure";

/** The event by which the host script tells what of another build it could not take in. */
export const TOLD_EVENT = "rune:told";

/** Prints what pages tell. */
export interface FailurePrinter {
  /** The app is another one from here on: what fails again is printed again. */
  forget(): void;
}

/** Prints in the terminal what the running app fails at, and what edits it could not take in, each once: what fails in `tick` fails sixty times a second. */
export function printFailures(server: Pick<ViteDevServer, "ws" | "config">): FailurePrinter {
  const printed = new Set<string>();
  server.ws.on(FAILURE_EVENT, (data: unknown) => {
    const text = formatFailure(data);
    if (text === undefined || printed.has(text)) return;
    printed.add(text);
    server.config.logger.error(text, { timestamp: true });
  });
  // Several pages of one app tell the same.
  server.ws.on(TOLD_EVENT, (data: unknown) => {
    for (const line of Array.isArray(data) ? data : []) {
      const text = typeof line === "string" ? `rune: ${strip(line)}` : "";
      if (text === "" || printed.has(text)) continue;
      printed.add(text);
      server.config.logger.info(text, { timestamp: true });
    }
  });
  return { forget: () => printed.clear() };
}

/** As errors of the build are printed. A page may send anything; `undefined` is for what is no failure. */
function formatFailure(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { message, file, line, column, frame } = data as Readonly<Record<string, unknown>>;
  if (typeof message !== "string") return undefined;
  const place = typeof file === "string" ? `${file}:${String(line)}:${String(column)}\n` : "";
  const text = `${place}${message}${typeof frame === "string" ? `\n${frame}` : ""}`;
  return strip(text);
}

/** What an app throws is its own text: it moves no cursor. */
function strip(text: string): string {
  return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, "");
}
