import type { StackMapper } from "@rune/schema/source-map";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { uncurry } from "./uncurry.ts";

const slice = uncurry<string, [start: number, end: number], string>(String.prototype.slice);
const indexOf = uncurry<string, [search: string], number>(String.prototype.indexOf);
const isPrototypeOf = uncurry<object, [value: unknown], boolean>(Object.prototype.isPrototypeOf as never);
const { prototype } = Error;
const { captureStackTrace } = Error as { captureStackTrace?: (target: object, above: unknown) => void };
const HostError = Error;

/** The calls that were under way when it was made. */
class Trace {
  stack?: string;
}
const tracePrototype = Trace.prototype;

/** Errors: the guest's stacks, which name its author's files if `mapStack` does so, and what it sees of JavaScript's errors. */
export function createErrorFunctions({ errorLength }: JavascriptLimits, mapStack?: StackMapper): JavascriptFunctions {
  const cut = (value: unknown): string | undefined =>
    typeof value === "string" ? slice(value, 0, errorLength) : undefined;
  const capture = (): Trace => {
    const trace = new Trace();
    if (captureStackTrace) captureStackTrace(trace, capture);
    else {
      const { stack } = new HostError();
      if (stack !== undefined) trace.stack = stack;
    }
    return trace;
  };
  return {
    error_capture: capture,
    error_frames(trace: unknown) {
      if (!isError(trace) && !isPrototypeOf(tracePrototype, trace)) return "";
      const stack = cut((trace as Trace).stack);
      if (stack === undefined) return "";
      const frames = framesOf(stack);
      return mapStack ? mapStack(frames).text : frames;
    },
    error_name: (thrown: unknown) => (isError(thrown) ? (cut(thrown.name) ?? "Error") : null),
    error_message: (thrown: unknown) => (isError(thrown) ? (cut(thrown.message) ?? "") : ""),
  };
}

function isError(value: unknown): value is Error {
  return isPrototypeOf(prototype, value);
}

/** V8 writes the error before its frames, which start with `at`; other engines write frames only. */
function framesOf(stack: string): string {
  const start = indexOf(stack, "\n    at ");
  if (start >= 0) return slice(stack, start, stack.length);
  return captureStackTrace || stack === "" ? "" : `\n${stack}`;
}
