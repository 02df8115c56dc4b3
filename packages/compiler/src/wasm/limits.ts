import type { ModuleLayout } from "./layout.ts";
import type { Position } from "./position.ts";
import type { StructType } from "./types.ts";

/** What engines limit; the JavaScript interface of WebAssembly has the numbers. */
export type LimitedPart = "fields" | "locals" | "parameters" | "supertypes";

/** Most of each. */
export const limits: Readonly<Record<LimitedPart, number>> = {
  fields: 10_000,
  locals: 50_000,
  parameters: 1000,
  supertypes: 63,
};

/** A module has more of something than engines take. */
export class BeyondLimitError extends Error {
  readonly part: LimitedPart;
  readonly limit: number;
  /** Name of the type or function that has too much. */
  readonly owner: string;
  /** Where it stands in the source, if that is known. */
  readonly position: Position | undefined;

  constructor(part: LimitedPart, owner: { name: string; position?: Position | undefined }) {
    const limit = limits[part];
    super(`\`${owner.name}\` has more than ${limit.toLocaleString("en")} ${part}`);
    this.part = part;
    this.limit = limit;
    this.owner = owner.name;
    this.position = owner.position;
  }
}

/**
 * Makes sure that engines take what a module has.
 *
 * @throws {BeyondLimitError} for the first part that they refuse
 */
export function checkLimits({ sortedTypes, functions, imports, locals }: ModuleLayout): void {
  for (const { type } of sortedTypes) {
    if (type.kind !== "struct") continue;
    if (type.fields.length > limits.fields) throw new BeyondLimitError("fields", type);
    if (countSupertypes(type) > limits.supertypes) throw new BeyondLimitError("supertypes", type);
  }
  for (const item of [...imports.functions, ...functions]) {
    if (item.type.params.length > limits.parameters) throw new BeyondLimitError("parameters", item);
  }
  for (const item of functions) {
    if ((locals.get(item)?.size ?? 0) > limits.locals) throw new BeyondLimitError("locals", item);
  }
}

function countSupertypes(type: StructType): number {
  let count = 0;
  for (let at = type.supertype; at; at = at.supertype) count++;
  return count;
}
