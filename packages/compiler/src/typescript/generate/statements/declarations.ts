import type { Instruction } from "../../../wasm/index.ts";
import { drop } from "../../../wasm/index.ts";
import type { IrVariable, StatementOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { isConstantCode } from "../constant-code.ts";
import { classNeedsValue, constantClass, effectOfBase, makeClassValue } from "../expressions/class.ts";
import { makeClosure } from "../expressions/closure.ts";
import { callInstance, targetsOf } from "../expressions/direct-call.ts";
import { siteOfStatics } from "../../infer/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";

/** A variable's declaration. */
export function generateDeclaration(f: FunctionGenerator, statement: StatementOf<"declare">): Instruction[] {
  const { variable, value } = statement;
  if (value?.op === "intrinsic" && value.name === "$nothing") return f.variables.declare(variable, undefined);
  if (value && !f.hasValue(value)) return f.effect(value);
  const given = value && f.value(value);
  if (given && f.program.topLevel.has(statement) && startWith(f, variable, given)) return [];
  return give(f, variable, given);
}

/** Lets a variable that nobody uses before its declaration have a constant from the start, if that is what it is declared with. */
function startWith(f: FunctionGenerator, variable: IrVariable, value: Value): boolean {
  if (variable.owner || (variable.kind !== "const" && variable.kind !== "let")) return false;
  const code = f.convert(value, f.representationOf(f.variableNode(variable)));
  if (!isConstantCode(code)) return false;
  f.program.global(variable).initial = code;
  return true;
}

/** A function's declaration: a closure, if it captures anything. */
export function generateFunctionDeclaration(
  f: FunctionGenerator,
  { variable, function: definition }: StatementOf<"declareFunction">,
): Instruction[] {
  if (!f.program.captures.needsClosure(definition) || !variable.owner) return [];
  const object = f.program.analysis.functionObject(definition, f.generated.instance);
  return give(f, variable, { ...makeClosure(f, object), kinds: 0 });
}

/** A class's declaration: its value, if its methods capture anything, then its static fields and blocks. */
export function generateClassDeclaration(
  f: FunctionGenerator,
  { variable, class: definition }: StatementOf<"declareClass">,
): Instruction[] {
  const object = f.program.analysis.classObject(definition, variable.owner ? f.generated.instance : undefined);
  const isMade = classNeedsValue(f, object);
  const instructions = effectOfBase(f, object);
  if (isMade) instructions.push(...give(f, variable, { ...makeClassValue(f, object), kinds: 0 }));
  for (const { instance } of targetsOf(f, siteOfStatics(object))) {
    const receiver = isMade
      ? f.valueOf(f.variables.read(variable), f.variableNode(variable))
      : constantClass(f, object);
    instructions.push(drop(callInstance(f, instance, { receiver, arguments: [] }).code));
  }
  return instructions;
}

/** Gives a variable its first value; one that a closure may have captured already has its cell. */
function give(f: FunctionGenerator, variable: IrVariable, value: Value | undefined): Instruction[] {
  if (!f.program.captures.isEarly(variable)) return f.variables.declare(variable, value);
  return value ? [f.variables.write(variable, value)] : [];
}
