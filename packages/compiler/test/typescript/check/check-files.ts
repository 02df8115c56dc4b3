import type { CheckOptions, CheckSession, CheckedProgram } from "../../../src/typescript/check/index.ts";
import { checkProgram } from "../../../src/typescript/check/index.ts";

/** Files by project-relative path. */
export type Files = Readonly<Record<string, string>>;

/** Checks the first of some files. */
export function checkFiles(files: Files, options?: CheckOptions, session?: CheckSession): CheckedProgram {
  const [file = "", source = ""] = Object.entries(files)[0] ?? [];
  const input = { file, source, readFile: (path: string) => files[path] };
  return session ? session.check(input, options) : checkProgram(input, options);
}

/** Checks one module that imports nothing. */
export function checkText(source: string, options?: CheckOptions): CheckedProgram {
  return checkFiles({ "app/a.ts": source }, options);
}

/** What was found, a line each: place, code, message. */
export function listErrors({ diagnostics }: CheckedProgram): string[] {
  return diagnostics.map(({ code, file, message, range }) => {
    const place = range ? `${file}:${range.start.line}:${range.start.column}` : file;
    return `${place} ${code} ${message}`;
  });
}

/** Codes of what was found. */
export function listCodes({ diagnostics }: CheckedProgram): string[] {
  return diagnostics.map(({ code }) => code);
}
