import type { Diagnostic } from "@rune/schema";
import type { NamedText } from "./check/index.ts";
import { findDeepest, tooDeep } from "./check/index.ts";
import { internalFailure } from "./messages.ts";

/**
 * Says what became of a module that the compiler could not finish. Its stack is used up by what nests very deeply, and no step knows where it
 * is when that happens; so the place is that of whatever nests most.
 *
 * @param files What went into the module.
 */
export function describeFailure(file: string, files: readonly NamedText[], error: unknown): Diagnostic {
  if (!(error instanceof RangeError)) return internalFailure(file, error);
  const place = findDeepest(files);
  return tooDeep(place?.file ?? file, place);
}
