import type { Instruction, Local } from "../../../wasm/index.ts";
import { createLocal, ifElse, localSet, op } from "../../../wasm/index.ts";
import { NUMBER, canonical, kindsOf, objectsOf } from "../../infer/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import type { Expression, ExpressionOf, IrVariable, StatementOf } from "../../ir/index.ts";
import { walkStatement } from "../../ir/walk.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { sameRepresentation, valueType } from "../representation.ts";

/** Reads before a loop, and what takes them back after it. */
export interface HoistedReads {
  before: Instruction[];
  release(): void;
}

/**
 * Reads elements before a loop that are the same in each of its rounds, such as the row of a table: of arrays that nothing in the loop changes,
 * by variables that are not assigned there. Such a read can neither fail nor be noticed, so it does no harm where the loop never makes it.
 */
export function hoistReads(f: FunctionGenerator, loop: StatementOf<"loop">): HoistedReads {
  const { function: definition } = f.generated.instance;
  const hoisted: number[] = [];
  const before: Instruction[] = [];
  const release = (): void => hoisted.forEach((id) => f.hoisted.delete(id));
  if (definition.library || definition.kept.length > 0) return { before, release };
  const { assigned, reads } = inspect(loop);
  const candidates = reads.filter((read) => isSteady(f, read, assigned));
  if (candidates.length === 0) return { before, release };
  const writes = f.program.arrayWrites.find(f.generated.instance, [loop]);
  if (!writes) return { before, release };
  const known: { read: ExpressionOf<"element">; local: Local }[] = [];
  for (const read of candidates) {
    if (arraysOf(f, read.object).some((array) => writes.has(array))) continue;
    const representation = f.representation(read);
    const same = known.find(
      (other) => isSame(other.read, read) && sameRepresentation(f.representation(other.read), representation),
    );
    const local = same?.local ?? createLocal("steady", valueType(representation));
    if (!same) {
      known.push({ read, local });
      before.push(guarded(f, read, localSet(local, f.value(read).code)));
    }
    hoisted.push(read.id);
    f.hoisted.set(read.id, local);
  }
  return { before, release };
}

/** Variables that may not be set yet are not read from. */
function guarded(f: FunctionGenerator, { object }: ExpressionOf<"element">, set: Instruction): Instruction {
  const { variable } = object as ExpressionOf<"get">;
  if (variable.kind === "parameter" || (variable.kind === "const" && variable.owner)) return set;
  return ifElse(op("i32.eqz", op("ref.is_null", f.value(object).code)), [set]);
}

function inspect(loop: StatementOf<"loop">): {
  assigned: ReadonlySet<IrVariable>;
  reads: ExpressionOf<"element">[];
} {
  const assigned = new Set<IrVariable>();
  const reads: ExpressionOf<"element">[] = [];
  walkStatement(loop, {
    declared: (variable) => void assigned.add(variable),
    expression: (expression) => {
      if (expression.op === "set") assigned.add(expression.variable);
      else if (expression.op === "element") reads.push(expression);
    },
  });
  return { assigned, reads };
}

/** Whether a read gives the same in each round, if nobody changes the array. */
function isSteady(f: FunctionGenerator, read: ExpressionOf<"element">, assigned: ReadonlySet<IrVariable>): boolean {
  if (f.hoisted.has(read.id) || read.object.op !== "get" || !f.hasValue(read)) return false;
  const node = f.node(read.object);
  if (!node || kindsOf(node) !== 0) return false;
  const objects = objectsOf(node);
  if (objects.length === 0 || objects.some(({ type }) => type !== "array")) return false;
  return isSteadyValue(f, read.object, assigned) && isSteadyIndex(f, read.key, assigned);
}

function isSteadyIndex(f: FunctionGenerator, key: Expression, assigned: ReadonlySet<IrVariable>): boolean {
  const node = f.node(key);
  if (!node || kindsOf(node) !== NUMBER || objectsOf(node).length > 0) return false;
  if (key.op === "number") return true;
  if (key.op === "get") return isSteadyValue(f, key, assigned);
  if (key.op !== "binary" || (key.operator !== "+" && key.operator !== "-")) return false;
  return isSteadyIndex(f, key.left, assigned) && isSteadyIndex(f, key.right, assigned);
}

function isSteadyValue(
  f: FunctionGenerator,
  { variable }: ExpressionOf<"get">,
  assigned: ReadonlySet<IrVariable>,
): boolean {
  if (assigned.has(variable)) return false;
  if (variable.kind === "const" || variable.writes === 0) return true;
  return variable.owner === f.generated.instance.function && !f.program.captures.inCell(variable);
}

function arraysOf(f: FunctionGenerator, object: Expression): AbstractObject[] {
  const node = f.node(object);
  return node ? objectsOf(node).map(canonical) : [];
}

function isSame(first: Expression, second: Expression): boolean {
  if (first.op === "element" && second.op === "element") {
    return isSame(first.object, second.object) && isSame(first.key, second.key);
  }
  if (first.op === "get" && second.op === "get") return first.variable === second.variable;
  if (first.op === "number" && second.op === "number") return Object.is(first.value, second.value);
  if (first.op !== "binary" || second.op !== "binary" || first.operator !== second.operator) return false;
  return isSame(first.left, second.left) && isSame(first.right, second.right);
}
