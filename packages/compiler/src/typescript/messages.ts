import type { Diagnostic } from "@rune/schema";
import { createFrame } from "@rune/schema";
import type { BeyondLimitError, LimitedPart } from "../wasm/index.ts";
import type { Place } from "./check/index.ts";

/** The compiler did what it never should. */
export function internalFailure(file: string, cause: unknown): Diagnostic {
  return {
    severity: "error",
    code: "typescript_internal",
    message: `the compiler failed: ${cause instanceof Error ? cause.message : String(cause)}${describePlace(cause)}`,
    file,
    hint: "this is a fault of the compiler. Please report it with the module",
  };
}

/** The innermost functions of the compiler, by name: what a report needs, without paths of anyone's machine. */
function describePlace(cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const names = [...stack.matchAll(/^ +at (?:new )?([\w.#<>]+) \(/gm)].slice(0, 4).map(([, name]) => name);
  return names.length === 0 ? "" : ` (in ${names.join(" < ")})`;
}

/** What is too much, and what to do instead, by what engines limit. */
const beyondLimit: Readonly<Record<LimitedPart, [what: string, hint: string]>> = {
  fields: ["fields", "keep what it holds in arrays, maps or objects of their own"],
  locals: ["variables", "split the function, or keep its values in arrays"],
  parameters: ["parameters where JavaScript and the module meet", "take an object or an array"],
  supertypes: [
    "classes that it extends",
    "let the classes hold objects of each other instead of extending one another",
  ],
};

/** Engines would refuse the module. The place is not known of what no author wrote. */
export function engineLimit(
  file: string,
  { part, limit, owner }: BeyondLimitError,
  place: Place | undefined,
): Diagnostic {
  const [what, hint] = beyondLimit[part];
  return {
    severity: "error",
    code: "typescript_engine_limit",
    message: `\`${owner}\` has more than ${limit} ${what}: no engine takes that`,
    file: place?.file ?? file,
    ...(place && { range: place.range, frame: createFrame(place.source, place.range) }),
    hint,
  };
}
