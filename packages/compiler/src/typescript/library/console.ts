import { formatText } from "./console-format.ts";
import { inspectArgument } from "./inspect.ts";

/**
 * `console`, which writes to the host's log. Methods for few arguments have a form of their own, so that what they are given keeps its own
 * kind of array and object.
 */
export class console {
  get ["@@toStringTag"](): string {
    return "console";
  }

  static assert(condition?: unknown, ...data: unknown[]): void {
    if (!condition) $host_log("error", data.length === 0 ? "Assertion failed" : `Assertion failed: ${textOf(data)}`);
  }

  static debug(...data: unknown[]): void {
    $host_log("debug", textOf(data));
  }

  static ["debug/1"](value: unknown): void {
    $host_log("debug", inspectArgument(value));
  }

  static ["debug/2"](first: unknown, second: unknown): void {
    $host_log("debug", textOfTwo(first, second));
  }

  static error(...data: unknown[]): void {
    $host_log("error", textOf(data));
  }

  static ["error/1"](value: unknown): void {
    $host_log("error", inspectArgument(value));
  }

  static ["error/2"](first: unknown, second: unknown): void {
    $host_log("error", textOfTwo(first, second));
  }

  static info(...data: unknown[]): void {
    $host_log("info", textOf(data));
  }

  static ["info/1"](value: unknown): void {
    $host_log("info", inspectArgument(value));
  }

  static ["info/2"](first: unknown, second: unknown): void {
    $host_log("info", textOfTwo(first, second));
  }

  static log(...data: unknown[]): void {
    $host_log("info", textOf(data));
  }

  static ["log/1"](value: unknown): void {
    $host_log("info", inspectArgument(value));
  }

  static ["log/2"](first: unknown, second: unknown): void {
    $host_log("info", textOfTwo(first, second));
  }

  static trace(...data: unknown[]): void {
    $host_log("error", data.length === 0 ? "Trace" : `Trace: ${textOf(data)}`);
  }

  static warn(...data: unknown[]): void {
    $host_log("warn", textOf(data));
  }

  static ["warn/1"](value: unknown): void {
    $host_log("warn", inspectArgument(value));
  }

  static ["warn/2"](first: unknown, second: unknown): void {
    $host_log("warn", textOfTwo(first, second));
  }
}

function textOf(data: readonly unknown[]): string {
  if (data.length === 0) return "";
  const first = $arrayGet(data, 0);
  if ($isString(first) && data.length > 1) return formatText($asString(first), data);
  let text = inspectArgument(first);
  for (let i = 1; i < data.length; i++) text = `${text} ${inspectArgument($arrayGet(data, i))}`;
  return text;
}

function textOfTwo(first: unknown, second: unknown): string {
  if ($isString(first)) {
    const text = $asString(first);
    if ($js_string_indexOf(text, "%", 0) >= 0) return formatText(text, [first, second]);
    return `${text} ${inspectArgument(second)}`;
  } else return `${inspectArgument(first)} ${inspectArgument(second)}`;
}
