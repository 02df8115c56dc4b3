import { stripVTControlCharacters } from "node:util";
import type { PageFailure } from "@rune/browser/dev-host";
import { makeVisible } from "@rune/schema";
import type { Logger, ViteDevServer } from "vite";
import { onMessage } from "./dev-messages.ts";

/** Prints what pages tell. */
export interface FailurePrinter {
  /** The app is another one from here on: what fails again is printed again. */
  forget(): void;
}

/** Texts of one build of the app that are printed: those of an app that says what time it is have no end. */
const MOST = 100;

/** Characters of a text that are printed. */
const LONGEST = 10_000;

/** Prints in the terminal what the running app fails at, and what edits it could not take in, each once: what fails in `tick` fails sixty times a second. */
export function printFailures(server: Pick<ViteDevServer, "ws" | "config">): FailurePrinter {
  const { logger } = server.config;
  const printed = new Set<string>();
  const print = (text: string, log: Logger["info"]): void => {
    if (printed.has(text) || printed.size > MOST) return;
    printed.add(text);
    if (printed.size <= MOST) log(text, { timestamp: true });
    else
      logger.warn("rune: pages tell too much: further messages are not printed until the next edit", {
        timestamp: true,
      });
  };
  onMessage(server, "rune:failure", (data) => {
    const text = formatFailure(data);
    if (text !== undefined) print(text, logger.error);
  });
  // Several pages of one app tell the same.
  onMessage(server, "rune:told", (data) => {
    for (const line of Array.isArray(data) ? data : [])
      if (typeof line === "string") print(`rune: ${clean(line)}`, logger.info);
  });
  return { forget: () => printed.clear() };
}

/** As errors of the build are printed. A page may send anything; `undefined` is for what is no failure. */
function formatFailure(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { message, file, line, column, frame } = data as Partial<Record<keyof PageFailure, unknown>>;
  if (typeof message !== "string") return undefined;
  const place = [file, line, column].filter((part) => typeof part === "string" || typeof part === "number").join(":");
  const parts = [typeof file === "string" ? place : "", message, typeof frame === "string" ? frame : ""];
  return clean(parts.filter(Boolean).join("\n"));
}

/** What an app throws is its own text: it moves no cursor, and ends. */
function clean(text: string): string {
  const start = text.slice(0, LONGEST);
  return makeVisible(stripVTControlCharacters(start)) + (text.length > LONGEST ? "…" : "");
}
