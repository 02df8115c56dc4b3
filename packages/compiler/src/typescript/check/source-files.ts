import type { Diagnostic } from "@rune/schema";
import ts from "typescript";
import { readFailed, tooDeep, tooLarge } from "./messages.ts";

/** Parsed files of a project, kept from one check to the next. */
export interface SourceFileCache {
  /** The file of a text; the one of the last check where nothing has changed. */
  parse(path: string, text: string, options: ts.CreateSourceFileOptions | ts.ScriptTarget): ts.SourceFile;
  clear(): void;
}

/** Starts an empty cache. */
export function createSourceFileCache(): SourceFileCache {
  const files = new Map<string, ts.SourceFile>();
  return {
    parse(path, text, options) {
      const known = files.get(path);
      if (known?.text === text) return known;
      const file = ts.createSourceFile(path, text, options);
      files.set(path, file);
      return file;
    },
    clear: () => files.clear(),
  };
}

const MAX_LENGTH = 2 ** 20;

/** The author's texts of one check, each read once. */
export interface SourceTexts {
  /** Text of a project-relative path without its byte order mark; `undefined` when there is no such file. */
  read(path: string): string | undefined;
}

/** Reads texts and reports those that cannot be compiled, which then count as empty. */
export function createSourceTexts(
  readFile: (path: string) => string | undefined,
  report: (diagnostic: Diagnostic) => void,
): SourceTexts {
  const texts = new Map<string, string | undefined>();
  const load = (path: string): string | undefined => {
    let text: string | undefined;
    try {
      text = readFile(path);
    } catch (error) {
      report(readFailed(path, error));
      return "";
    }
    if (text === undefined) return undefined;
    if (text.length <= MAX_LENGTH) return text.startsWith("\uFEFF") ? text.slice(1) : text;
    report(tooLarge(path, text.length, MAX_LENGTH));
    return "";
  };
  return {
    read(path) {
      if (!texts.has(path)) texts.set(path, load(path));
      return texts.get(path);
    },
  };
}

/** Parses a file; one that exhausts the parser's stack is reported and counts as empty. */
export function parseFile(
  cache: SourceFileCache,
  path: string,
  text: string,
  options: ts.CreateSourceFileOptions | ts.ScriptTarget,
  report: (diagnostic: Diagnostic) => void,
): ts.SourceFile {
  try {
    return cache.parse(path, text, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(tooDeep(path));
    return cache.parse(path, "", options);
  }
}
