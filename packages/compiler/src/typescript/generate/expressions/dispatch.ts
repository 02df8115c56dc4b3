import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, ifElse, localGet, localSet, unreachable } from "../../../wasm/index.ts";
import type { AbstractObject, Kinds } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { valueType } from "../representation.ts";
import { extendsStruct } from "../struct-types.ts";
import { isKind, isObjectOf } from "./tests.ts";

/** What to do with a value if it is one of some objects, or of a kind. */
export interface DispatchCase {
  objects: AbstractObject[];
  kind: Kinds;
  /** Code for the value; it leaves a result in the wanted way. */
  code(value: Value): Instruction;
}

/** Does with a value what fits it. The tests go from the most derived structs to the least; the last case needs none. */
export function dispatch(
  f: FunctionGenerator,
  value: Value,
  cases: readonly DispatchCase[],
  wanted: Representation,
): Instruction {
  const [only] = cases;
  if (!only) {
    return block(createLabel("nothing"), valueType(wanted), [
      { kind: "plain", op: "drop", operands: [value.code] },
      unreachable(),
    ]);
  }
  if (cases.length === 1) return only.code(value);
  const local = createLocal("dispatched", valueType(value.representation));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const sorted = inOrder(f, cases);
  const chain = (index: number): Instruction => {
    const current = sorted[index]!;
    if (index === sorted.length - 1) return current.code(again());
    const test =
      current.objects.length > 0 ? isObjectOf(f, again(), current.objects) : isKind(f, again(), current.kind);
    return ifElse(test, [current.code(again())], [chain(index + 1)], valueType(wanted));
  };
  return block(createLabel("dispatch"), valueType(wanted), [localSet(local, value.code), chain(0)]);
}

/**
 * Cases in an order in which no test lets pass what a later one is for: a struct is tested after those that extend it. A case that would
 * have to stand in several places is tested object by object.
 */
function inOrder(f: FunctionGenerator, cases: readonly DispatchCase[]): DispatchCase[] {
  const byDeepest = sorted(cases, ({ objects }) => Math.max(0, ...objects.map((object) => depth(f, object))));
  if (isInOrder(f, byDeepest)) return byDeepest;
  const byLeast = sorted(cases, ({ objects }) => Math.min(...objects.map((object) => depth(f, object))));
  if (isInOrder(f, byLeast)) return byLeast;
  const single = cases.flatMap((each) =>
    each.objects.length > 1 ? each.objects.map((object): DispatchCase => ({ ...each, objects: [object] })) : [each],
  );
  return sorted(single, ({ objects: [object] }) => (object ? depth(f, object) : 0));
}

function sorted(cases: readonly DispatchCase[], depthOf: (each: DispatchCase) => number): DispatchCase[] {
  return [...cases].sort((first, second) => depthOf(second) - depthOf(first));
}

function isInOrder(f: FunctionGenerator, cases: readonly DispatchCase[]): boolean {
  const { layouts } = f.program;
  return cases.every(({ objects }, index) =>
    objects.every((object) =>
      cases.slice(index + 1).every((later) =>
        later.objects.every((other) => {
          const struct = layouts.struct(other);
          return struct === layouts.struct(object) || !extendsStruct(struct, layouts.struct(object));
        }),
      ),
    ),
  );
}

function depth(f: FunctionGenerator, object: AbstractObject): number {
  let steps = 1;
  for (let at = f.program.layouts.struct(object).supertype; at; at = at.supertype) steps += 1;
  return steps;
}
