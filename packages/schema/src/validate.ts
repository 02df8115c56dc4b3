import type { JsonSchema } from "./json-schema.ts";

/** One way in which a value does not fit its schema. */
export interface ValidationIssue {
  /** JSON Pointer to the place, empty for the root. */
  path: string;
  message: string;
}

/** Deeper values are refused: no format here needs it, and a hostile file must not exhaust the stack. */
const MAX_DEPTH = 512;

/** More issues than a reader can use are not collected: a hostile file can have millions. */
const MAX_ISSUES = 100;

/**
 * Checks a value against a schema by interpretation, so that it works where code generation is forbidden.
 * Returns the issues, empty when the value fits; of a union it reports the alternative that the value's tag selects.
 */
export function validate(schema: JsonSchema, value: unknown): ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  check({ root: schema, issues }, schema, value, "", 0);
  return issues;
}

interface ValidationContext {
  root: JsonSchema;
  issues: ValidationIssue[];
}

function check(context: ValidationContext, schema: JsonSchema, value: unknown, path: string, depth: number): void {
  const resolved = dereference(context.root, schema);
  if (context.issues.length >= MAX_ISSUES) return;
  const report = (message: string): void => {
    if (context.issues.length < MAX_ISSUES) context.issues.push({ path, message });
  };
  if (depth > MAX_DEPTH) return report(`nests deeper than ${MAX_DEPTH} levels`);
  if (resolved.anyOf) return checkUnion(context, resolved.anyOf, value, path, depth);
  if ("const" in resolved && value !== resolved.const) return report(`must be ${JSON.stringify(resolved.const)}`);
  if (resolved.enum && !resolved.enum.includes(value)) {
    return report(`must be one of ${resolved.enum.map((each) => JSON.stringify(each)).join(", ")}`);
  }
  if (resolved.type !== undefined && ![resolved.type].flat().some((type) => hasType(type, value))) {
    return report(`must be ${[resolved.type].flat().join(" or ")}`);
  }
  if (typeof value === "number") checkNumber(resolved, value, report);
  if (typeof value === "string") checkString(resolved, value, report);
  if (Array.isArray(value)) checkArray(context, resolved, value, path, depth, report);
  else if (typeof value === "object" && value !== null) checkObject(context, resolved, value, path, depth, report);
}

function dereference(root: JsonSchema, schema: JsonSchema): JsonSchema {
  let resolved = schema;
  while (resolved.$ref !== undefined) {
    const target = root.$defs?.[resolved.$ref.replace("#/$defs/", "")];
    if (!target) throw new TypeError(`schema has no ${resolved.$ref}`);
    resolved = target;
  }
  return resolved;
}

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}

function checkUnion(
  context: ValidationContext,
  members: JsonSchema[],
  value: unknown,
  path: string,
  depth: number,
): void {
  const flat = flatten(context.root, members);
  const candidates = flat.filter((member) => admits(context.root, member, value));
  let best: ValidationIssue[] | undefined;
  for (const member of candidates) {
    const inner: ValidationContext = { root: context.root, issues: [] };
    check(inner, member, value, path, depth + 1);
    if (inner.issues.length === 0) return;
    if (!best || inner.issues.length < best.length) best = inner.issues;
  }
  context.issues.push(...(best ?? [{ path, message: "is none of the allowed forms" }]));
  context.issues.length = Math.min(context.issues.length, MAX_ISSUES);
}

function flatten(root: JsonSchema, members: JsonSchema[]): JsonSchema[] {
  return members.flatMap((member) => {
    const resolved = dereference(root, member);
    return resolved.anyOf ? flatten(root, resolved.anyOf) : [resolved];
  });
}

/** Whether a value's outer shape and tag (`type`, or the first element of an array) select this alternative. */
function admits(root: JsonSchema, schema: JsonSchema, value: unknown): boolean {
  if (schema.type !== undefined && ![schema.type].flat().some((type) => hasType(type, value))) return false;
  if ("const" in schema) return schema.const === value;
  const isList = Array.isArray(value);
  const tagSchema = isList ? schema.prefixItems?.[0] : schema.properties?.["type"];
  if (!tagSchema || typeof value !== "object" || value === null) return true;
  const tag: unknown = isList ? value[0] : (value as Record<string, unknown>)["type"];
  const resolved = dereference(root, tagSchema);
  if ("const" in resolved) return resolved.const === tag;
  if (resolved.enum) return resolved.enum.includes(tag);
  return true;
}

type Report = (message: string) => void;

function checkNumber(schema: JsonSchema, value: number, report: Report): void {
  if (schema.minimum !== undefined && value < schema.minimum) report(`must be at least ${schema.minimum}`);
  if (schema.maximum !== undefined && value > schema.maximum) report(`must be at most ${schema.maximum}`);
}

function checkString(schema: JsonSchema, value: string, report: Report): void {
  if (schema.maxLength !== undefined && value.length > schema.maxLength) {
    report(`must have at most ${schema.maxLength} characters`);
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
    report(`must match ${schema.pattern}`);
  }
}

function checkArray(
  context: ValidationContext,
  schema: JsonSchema,
  value: unknown[],
  path: string,
  depth: number,
  report: Report,
): void {
  if (schema.minItems !== undefined && value.length < schema.minItems)
    report(`needs at least ${schema.minItems} items`);
  if (schema.maxItems !== undefined && value.length > schema.maxItems) report(`has more than ${schema.maxItems} items`);
  const prefix = schema.prefixItems ?? [];
  value.forEach((item, i) => {
    const itemSchema = prefix[i] ?? schema.items;
    if (itemSchema === false) report(`has more than ${prefix.length} items`);
    else if (typeof itemSchema === "object") check(context, itemSchema, item, `${path}/${i}`, depth + 1);
  });
}

function checkObject(
  context: ValidationContext,
  schema: JsonSchema,
  value: object,
  path: string,
  depth: number,
  report: Report,
): void {
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) report(`lacks \`${name}\``);
  }
  for (const [name, item] of Object.entries(value)) {
    const own = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    // Formats list what they know: with properties and nothing said of others, there are no others.
    const itemSchema = own ?? schema.additionalProperties ?? !schema.properties;
    if (itemSchema === false) report(`has no property \`${name}\``);
    else if (typeof itemSchema === "object")
      check(context, itemSchema, item, `${path}/${escapePointer(name)}`, depth + 1);
  }
}

function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
