import type { ValueType } from "@rune/schema";

/** What is known of a value at build time. */
export type StaticType = "string" | "bool" | "number" | "integer" | "null" | "undefined" | "unknown";

interface NumberRule {
  isWhole: boolean;
  least: number;
  most: number;
}

const numberRules: Readonly<Partial<Record<ValueType, NumberRule>>> = {
  i32: { isWhole: true, least: -(2 ** 31), most: 2 ** 31 - 1 },
  u32: { isWhole: true, least: 0, most: 2 ** 32 - 1 },
  i64: { isWhole: true, least: -(2 ** 63), most: 2 ** 63 },
  u64: { isWhole: true, least: 0, most: 2 ** 64 },
  f32: { isWhole: false, least: -Infinity, most: Infinity },
  f64: { isWhole: false, least: -Infinity, most: Infinity },
};

const typeOfResult: Readonly<Record<ValueType, StaticType>> = {
  i32: "integer",
  u32: "integer",
  i64: "integer",
  u64: "integer",
  f32: "number",
  f64: "number",
  bool: "bool",
  string: "string",
  json: "unknown",
};

/** What ordinary TypeScript calls a type. */
export function nameInTypeScript(type: ValueType): string {
  if (type === "bool") return "boolean";
  if (type === "json") return "unknown";
  if (type === "i64" || type === "u64") return "bigint";
  return type === "string" ? type : "number";
}

/** The type of what a function returns. */
export function resultType(type: ValueType | undefined): StaticType {
  return type === undefined ? "undefined" : typeOfResult[type];
}

/** Whether a value can be passed to a parameter. `literal` is the number itself, where it is written down. */
export function accepts(parameter: ValueType, type: StaticType, literal: number | undefined): boolean {
  if (type === "unknown" || parameter === "json") return true;
  if (parameter === "string" || parameter === "bool") return type === parameter;
  if (type !== "number" && type !== "integer") return false;
  const rule = numberRules[parameter];
  if (literal === undefined || !rule) return true;
  return (!rule.isWhole || Number.isInteger(literal)) && literal >= rule.least && literal <= rule.most;
}

/** Says what a value is, for a message. */
export function describeType(type: StaticType, literal: number | undefined): string {
  if (literal !== undefined) return `\`${literal}\``;
  const words: Readonly<Record<StaticType, string>> = {
    string: "a string",
    bool: "a bool",
    number: "a number",
    integer: "a number",
    null: "`null`",
    undefined: "`undefined`",
    unknown: "something else",
  };
  return words[type];
}
