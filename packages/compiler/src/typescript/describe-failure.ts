import type { Diagnostic } from "@rune/schema";
import { BeyondLimitError } from "../wasm/index.ts";
import type { NamedText, Place } from "./check/index.ts";
import { findDeepest, placeOf, tooDeep } from "./check/index.ts";
import { engineLimit, internalFailure } from "./messages.ts";

/**
 * Says what became of a module that the compiler could not finish. Its stack is used up by what nests very deeply, and no step knows where it
 * is when that happens; so the place is that of whatever nests most.
 *
 * @param files What went into the module.
 */
export function describeFailure(file: string, files: readonly NamedText[], error: unknown): Diagnostic {
  if (error instanceof BeyondLimitError) return engineLimit(file, error, findPlace(files, error));
  if (!(error instanceof RangeError)) return internalFailure(file, error);
  const place = findDeepest(files);
  return tooDeep(place?.file ?? file, place);
}

function findPlace(files: readonly NamedText[], { position }: BeyondLimitError): Place | undefined {
  const file = files.find(({ fileName }) => fileName === position?.file);
  if (!file || !position) return undefined;
  const lineEnds = [...file.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)];
  const above = lineEnds[position.line - 2];
  const start = (above ? above.index + above[0].length : 0) + position.column - 1;
  return placeOf(file, start, start + 1);
}
