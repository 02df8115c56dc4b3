import { readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { ProcessedStyle, StyleInput, StylePlace, StyleProblem, StyleProcessor } from "@rune/compiler/package";
import type { Diagnostic } from "@rune/schema";
import type { Warning } from "postcss";
import { untilSettled } from "../evaluate/until-settled.ts";
import { listPlaces } from "../list-places.ts";
import { messages } from "../messages.ts";
import { findPostcssConfig } from "./find-postcss-config.ts";
import { inMode } from "./in-mode.ts";
import { addWatched, type WatchedPaths } from "./list-watched.ts";
import { loadPostcss, PostcssMissing, type LoadedPostcss } from "./load-postcss.ts";

export interface StyleProcessorOptions {
  /** Absolute path of the project. */
  root: string;
  /** Its configuration of PostCSS, from there; `false` for none, `undefined` for the one that it has. */
  postcss: string | false | undefined;
  release: boolean;
  /** Name of what a build writes into its folder. */
  output: string;
  /**
   * Milliseconds that a configuration, or its plugins for one sheet, may take. Meanwhile builds that want another `NODE_ENV` wait.
   * @default 120000
   */
  limit?: number;
}

/** What processes the styles of one build. */
export interface LoadedStyles extends WatchedPaths {
  /** Absent where styles stay as they are. */
  process?: StyleProcessor;
  /** Absolute path of the configuration. */
  config?: string;
  diagnostics: Diagnostic[];
}

/** Has the project's own PostCSS process the styles of its app, if the project configures it. */
export async function createStyleProcessor(options: StyleProcessorOptions): Promise<LoadedStyles> {
  const { root, postcss, release, limit = 120_000 } = options;
  const styles: LoadedStyles = { files: new Set(), folders: new Set(), diagnostics: [] };
  const onFile = (path: string): unknown => styles.files.add(path);
  try {
    const config = findPostcssConfig(root, postcss, onFile);
    if (config === undefined) return styles;
    Object.assign(styles, { config });
    const mode = release ? "production" : "development";
    const name = basename(config);
    const loaded = await inMode(mode, () =>
      untilSettled(loadPostcss(root, config, mode, onFile), `rune: ${name}`, limit),
    );
    let isStuck = false;
    const run = async (input: StyleInput): Promise<ProcessedStyle> => {
      if (isStuck) return { problems: [] };
      const process = (): Promise<ProcessedStyle> => processStyle(input, loaded, styles, options);
      try {
        return await inMode(mode, () => untilSettled(process(), `a plugin of ${name}`, limit));
      } catch (error) {
        // Nobody waits as long for each of the other sheets.
        isStuck = true;
        return { problems: [{ severity: "error", message: (error as Error).message }] };
      }
    };
    const results = new Map<string, Promise<ProcessedStyle>>();
    styles.process = (input) => {
      // Pages may link the same sheet, and of a release all is checked before it is made.
      const key = JSON.stringify([input.file, input.element]);
      const result = results.get(key) ?? run(input);
      results.set(key, result);
      return result;
    };
  } catch (error) {
    const missing = error instanceof PostcssMissing;
    styles.diagnostics.push(
      missing ? messages.app_postcss_missing(error.message) : messages.app_postcss_config(error as Error, root),
    );
    // What it would have made is not known, and what is wrong with the rest is no news.
    styles.process = async () => ({ problems: [] });
  }
  return styles;
}

async function processStyle(
  { file, css, element }: StyleInput,
  { processor, syntax }: LoadedPostcss,
  watched: WatchedPaths,
  { root, release, output }: StyleProcessorOptions,
): Promise<ProcessedStyle> {
  const path = join(root, file);
  // Under the name of a file that there is, Tailwind adds to what it has made before, so that what a build gives would depend on those before it.
  const from = release || element !== undefined ? `${path}?${element ?? "sheet"}` : path;
  const locate = createLocator({ from, root, css });
  try {
    const result = await processor.process(css, { ...syntax, from, to: from, map: false });
    addWatched(result.messages, watched, output);
    return { css: result.css, problems: result.warnings().map((warning) => describeWarning(warning, locate)) };
  } catch (error) {
    return { problems: [describeError(error, locate, from)] };
  }
}

/** Where something is, by what PostCSS says of it. */
type Locate = (spot: Partial<Spot>, file: string | undefined, text: string | undefined) => StylePlace | undefined;

interface Spot {
  line: number;
  column: number;
  endLine: number | undefined;
  endColumn: number | undefined;
}

/** Finds the author's places: in the sheet, or in a file that it imports. */
function createLocator({ from, root, css }: { from: string; root: string; css: string }): Locate {
  return ({ line, column, endLine = line, endColumn }, file, text) => {
    if (line === undefined || column === undefined || endLine === undefined) return undefined;
    const place = { line, column, endLine, endColumn: endColumn ?? column + 1 };
    if (file === undefined || file === from) {
      // What a plugin has made under the sheet's name has places of its own.
      return text === undefined || text.replace(/^\uFEFF/, "") === css ? place : undefined;
    }
    const name = relative(root, resolve(file)).split(sep).join("/");
    const source = text ?? attempt(() => readFileSync(file, "utf8"));
    return source === undefined ? undefined : { ...place, source: { file: name, text: source } };
  };
}

function describeError(error: unknown, locate: Locate, from: string): StyleProblem {
  if (!(error instanceof Error)) return { severity: "error", message: String(error) };
  const { name, message } = error;
  if (name !== "CssSyntaxError") {
    // PostCSS adds the place in the style to those in code, and is none of the plugin's.
    const stack = listPlaces(error, (place) => !place.includes(from) && !/[\\/]postcss[\\/]lib[\\/]/.test(place));
    return { severity: "error", message, ...(stack !== undefined && { stack }) };
  }
  const { reason, plugin, input, source, file, ...spot } = error as unknown as Partial<Spot> & {
    reason: string;
    plugin?: string;
    input?: { file?: string; source?: string };
    source?: string;
    file?: string;
  };
  const place = locate(spot, input?.file ?? file, input?.source ?? source);
  return { severity: "error", message: plugin ? `${plugin}: ${reason}` : reason, ...(place && { place }) };
}

function describeWarning(warning: Warning, locate: Locate): StyleProblem {
  const { text, plugin, node, line, column, endLine, endColumn } = warning;
  const input = node?.source?.input;
  const place = locate({ line, column, endLine, endColumn }, input?.file ?? input?.id, input?.css);
  return { severity: "warning", message: `${plugin}: ${text}`, ...(place && { place }) };
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
