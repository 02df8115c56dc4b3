import { RuneError } from "@rune/schema";

/*
 * Why a file was not read. The guest hears of it: the promise of `rune.file_text` or `rune.file_bytes` is rejected.
 */

export function fileNotChosen(name: string): RuneError {
  return new RuneError(
    "file_not_chosen",
    `No field of the app holds the file ${JSON.stringify(name)} (any more). Read a file when it was chosen, before its field goes or is emptied.`,
    { data: { name } },
  );
}

export function fileTooLarge(name: string, size: number, limit: number): RuneError {
  return new RuneError(
    "file_too_large",
    `The file ${JSON.stringify(name)} was not read: it has ${size} bytes; at most ${limit} are taken.`,
    { data: { name, size, limit } },
  );
}

export function fileUnreadable(name: string, cause: unknown): RuneError {
  return new RuneError(
    "file_unreadable",
    `The file ${JSON.stringify(name)} could not be read: it was changed or removed after it was chosen, or the browser may not read it.`,
    { data: { name }, cause },
  );
}
