import type { Diagnostic } from "@rune/schema";
import ts from "typescript";
import { findDeepest } from "./find-deepest.ts";
import { findTooDeep } from "./find-too-deep.ts";
import { readFailed, tooDeep, tooLarge } from "./messages.ts";
import { placeOf } from "./place.ts";

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

/** Files that are known not to nest too deeply. */
const shallow = new WeakSet<ts.SourceFile>();

/** Parses a file; one that nests too deeply is reported and counts as empty. */
export function parseFile(
  cache: SourceFileCache,
  path: string,
  text: string,
  options: ts.CreateSourceFileOptions | ts.ScriptTarget,
  report: (diagnostic: Diagnostic) => void,
): ts.SourceFile {
  const parsed = parseSafely(cache, path, text, options);
  if (parsed && shallow.has(parsed)) return parsed;
  const deep = parsed && findTooDeep(parsed);
  if (parsed && !deep) {
    shallow.add(parsed);
    return parsed;
  }
  const place = deep
    ? placeOf(parsed, deep.getStart(parsed), deep.getStart(parsed) + 1)
    : findDeepest([{ fileName: path, text }]);
  report(tooDeep(path, place));
  return cache.parse(path, "", options);
}

/** The file of a text, or nothing where the parser's stack did not suffice. */
function parseSafely(cache: SourceFileCache, ...file: Parameters<SourceFileCache["parse"]>): ts.SourceFile | undefined {
  try {
    return cache.parse(...file);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
