import type { ModuleExport, ValueType } from "@rune/schema";
import { argumentCount, argumentInvalid } from "./messages.ts";

const encoder = new TextEncoder();

/** An argument as the module takes it; bytes still have to be placed in its memory. */
export type LoweredArgument = number | bigint | Uint8Array;

/** Converts the arguments of a call by the export's declared parameters, or throws before anything runs. */
export function lowerArguments(
  file: string,
  { name, parameters }: ModuleExport,
  args: readonly unknown[],
): LoweredArgument[] {
  if (args.length !== parameters.length) throw argumentCount(file, name, parameters.length, args.length);
  return parameters.map((parameter, i) => {
    const lowered = lower(parameter.type, args[i]);
    if (lowered === undefined) {
      throw argumentInvalid(file, name, parameter.name, descriptions[parameter.type], describe(args[i]));
    }
    return lowered;
  });
}

const descriptions: Readonly<Record<ValueType, string>> = {
  i32: "an integer from -2147483648 to 2147483647",
  u32: "an integer from 0 to 4294967295",
  i64: "a 64-bit integer",
  u64: "an unsigned 64-bit integer",
  f32: "a number",
  f64: "a number",
  bool: "true or false",
  string: "a string",
  json: "plain JSON data",
};

function lower(type: ValueType, value: unknown): LoweredArgument | undefined {
  switch (type) {
    case "i32":
      return typeof value === "number" && (value | 0) === value ? value : undefined;
    case "u32":
      return typeof value === "number" && value >>> 0 === value ? value : undefined;
    case "i64":
      return lowerBig(value, BigInt.asIntN);
    case "u64":
      return lowerBig(value, BigInt.asUintN);
    case "f32":
    case "f64":
      return typeof value === "number" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? Number(value) : undefined;
    case "string":
      return typeof value === "string" ? encoder.encode(value) : undefined;
    case "json":
      return lowerJson(value);
    default:
      return type satisfies never;
  }
}

function lowerBig(value: unknown, wrap: (bits: number, value: bigint) => bigint): bigint | undefined {
  const big = typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof big === "bigint" && wrap(64, big) === big ? big : undefined;
}

function lowerJson(value: unknown): Uint8Array | undefined {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? undefined : encoder.encode(text);
  } catch {
    // A cycle, a bigint, or a depth that exhausts the stack.
    return undefined;
  }
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  return typeof value === "undefined" ? "undefined" : `a value of type ${typeof value}`;
}
