import ts from "typescript";
import type { IrClass, PrimitiveKind, Shape, TypeFilter } from "../../ir/index.ts";
import { primitiveKinds } from "../../ir/index.ts";
import type { LowerContext, SharedContext } from "../context.ts";
import { assignmentsOf } from "./assignments.ts";
import { couldBe } from "./could-be.ts";
import { declaredTypeOf } from "./declared-type.ts";
import { isDoubtful } from "./doubtful-values.ts";
import { doubtedTypes } from "./one-way-guards.ts";
import { isReference, isStable } from "./stable-reference.ts";
import type { TypeParts } from "./type-parts.ts";
import { partsOf } from "./type-parts.ts";

/**
 * What the author's control flow has shown about a variable, property or element where it is read; `undefined` if nothing.
 * A filter leaves out what the declared type has and the narrowed type has not; what neither names, such as what came in through
 * a type assertion, passes.
 */
export function filterFor(context: LowerContext, node: ts.Expression): TypeFilter | undefined {
  if (context.shared.library || !isReference(node)) return undefined;
  const { checker } = context.shared;
  const declared = declaredTypeOf(context.shared, node);
  if (declared === undefined || !isDivisible(context.shared, declared)) return undefined;
  const narrowed = checker.getTypeAtLocation(node);
  if (narrowed === declared || narrowed.flags & (ts.TypeFlags.Never | ts.TypeFlags.Any)) return undefined;
  const before = partsOf(checker, declared);
  const after = partsOf(checker, narrowed);
  for (const type of assignmentsOf(context.shared).guards ? doubtedTypes(context.shared, node) : []) {
    takeBack(checker, before, after, type);
  }
  for (const kind of ["undefined", "null"] as const) {
    if (before.primitives.has(kind) && !after.primitives.has(kind) && isDoubtful(context.shared, node, kind)) {
      after.primitives.add(kind);
    }
  }
  if (!isNarrower(before, after) || !isStable(context, node, declared)) return undefined;
  return createFilter(context, before, after);
}

/** Whether there is anything to leave out of a type. */
function isDivisible(shared: SharedContext, type: ts.Type): boolean {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable | ts.TypeFlags.NonPrimitive))
    return true;
  if (flags & ts.TypeFlags.Union) return !(flags & ts.TypeFlags.Boolean);
  return (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && assignmentsOf(shared).guards;
}

/** Leaves what a type has in common with the declared one. */
function takeBack(checker: ts.TypeChecker, before: TypeParts, after: TypeParts, type: ts.Type): void {
  const parts = partsOf(checker, type);
  for (const kind of parts.primitives) if (before.primitives.has(kind)) after.primitives.add(kind);
  after.objects.push(...(parts.anyObject ? before.objects : parts.objects));
  after.anyObject ||= parts.anyObject && before.anyObject;
  after.literals = undefined;
}

function isNarrower(before: TypeParts, after: TypeParts): boolean {
  if (before.anyObject && !after.anyObject) return true;
  if ([...before.primitives].some((kind) => !after.primitives.has(kind))) return true;
  return before.objects.some((type) => !after.objects.includes(type));
}

function createFilter(context: LowerContext, before: TypeParts, after: TypeParts): TypeFilter {
  const primitives = Object.fromEntries(
    primitiveKinds.map((kind) => [kind, after.primitives.has(kind) || !before.primitives.has(kind)]),
  ) as Record<PrimitiveKind, boolean>;
  // Where no object is left out, as by a test for `null`, nothing need be asked about types.
  const takesAll =
    after.anyObject || (!before.anyObject && before.objects.every((type) => after.objects.includes(type)));
  if (takesAll) return { ...primitives, accepts: () => true };
  const answers = new Map<IrClass | Shape | "array" | "function", boolean>();
  return {
    ...primitives,
    accepts(candidate) {
      const known = answers.get(candidate);
      if (known !== undefined) return known;
      const answer = couldBe(context.shared, candidate, after) || !couldBe(context.shared, candidate, before);
      answers.set(candidate, answer);
      return answer;
    },
  };
}
