import type { ModuleExport, ValueType } from "@rune/schema";
import { argumentCount, argumentInvalid } from "./messages.ts";

/** An argument by its declared type: JSON as its text, booleans as 0 and 1. */
export type PlainArgument = number | bigint | string;

/** Converts the arguments of a call by the export's declared parameters, or throws before anything runs. */
export function convertArguments(
  file: string,
  { name, parameters }: ModuleExport,
  args: readonly unknown[],
): PlainArgument[] {
  if (args.length !== parameters.length) throw argumentCount(file, name, parameters.length, args.length);
  return parameters.map((parameter, i) => {
    const converted = convert(parameter.type, args[i]);
    if (converted === undefined) {
      throw argumentInvalid(file, name, parameter.name, descriptions[parameter.type], describe(args[i]));
    }
    return converted;
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

function convert(type: ValueType, value: unknown): PlainArgument | undefined {
  switch (type) {
    case "i32":
      return typeof value === "number" && (value | 0) === value ? value : undefined;
    case "u32":
      return typeof value === "number" && value >>> 0 === value ? value : undefined;
    case "i64":
      return convertBig(value, BigInt.asIntN);
    case "u64":
      return convertBig(value, BigInt.asUintN);
    case "f32":
    case "f64":
      return typeof value === "number" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? Number(value) : undefined;
    case "string":
      return typeof value === "string" ? value : undefined;
    case "json":
      return toJson(value);
    default:
      return type satisfies never;
  }
}

function convertBig(value: unknown, wrap: (bits: number, value: bigint) => bigint): bigint | undefined {
  const big = typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof big === "bigint" && wrap(64, big) === big ? big : undefined;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) as string | undefined;
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
