import type { Diagnostic } from "@rune/schema";

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
