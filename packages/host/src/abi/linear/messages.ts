import { RuneError } from "@rune/schema";
import { quote } from "../../quote.ts";

/*
 * Failures at the border of linear memory.
 */

export function memoryMissing(file: string): RuneError {
  return new RuneError(
    "module_memory_missing",
    `${quote(file)} passes text or bytes but exports no memory named \`memory\`. Export its memory.`,
    { data: { file } },
  );
}

export function memoryUnreachable(where: string): RuneError {
  return new RuneError(
    "guest_memory_unreachable",
    `${where}: the module's memory cannot be reached while its start section runs. Do it in \`start\`, or export the start function as \`_initialize\`.`,
  );
}

export function suspensionUnavailable(file: string, name: string): RuneError {
  return new RuneError(
    "module_suspension_unavailable",
    `${quote(file)} imports ${quote(name)}, which waits for an answer; this engine cannot suspend a module (it lacks JavaScript Promise Integration). Use a current Chromium, or leave the import out.`,
    { data: { file, import: name } },
  );
}

export function pointerInvalid(where: string, pointer: number, length: number, size: number): RuneError {
  return new RuneError(
    "guest_pointer_invalid",
    `${where}: pointer ${pointer} and length ${length} lie outside the module's memory of ${size} bytes.`,
    { data: { pointer, length, size } },
  );
}

export function textInvalid(where: string, pointer: number, length: number): RuneError {
  return new RuneError(
    "guest_text_invalid",
    `${where}: the ${length} bytes at ${pointer} are not UTF-8. Strings cross the border as UTF-8.`,
    { data: { pointer, length } },
  );
}

export function memoryLimitExceeded(file: string, pages: number, limit: number): RuneError {
  return new RuneError(
    "guest_memory_limit",
    `${quote(file)} was stopped: its memory grew to ${pages} pages of 64 KiB; its limit is ${limit}.`,
    { data: { file, pages, limit } },
  );
}

export function allocatorMissing(file: string, name: string): RuneError {
  return new RuneError(
    "module_allocator_missing",
    `${quote(name)} of ${quote(file)} takes text, but the module exports no \`rune_alloc\` and \`rune_free\`. Export both, or take numbers only.`,
    { data: { file, export: name } },
  );
}

export function guestAborted(message: string, source: string, line: number, column: number): RuneError {
  return new RuneError("guest_aborted", `${message || "The guest aborted."} (${source}:${line}:${column})`, {
    data: { location: { file: source, line, column } },
  });
}
