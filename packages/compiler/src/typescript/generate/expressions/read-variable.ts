import type { Instruction } from "../../../wasm/index.ts";
import { objectsOf } from "../../infer/index.ts";
import type { IrFunction, IrVariable } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { reference } from "../representation.ts";
import { classNeedsValue, constantClass } from "./class.ts";
import { constantClosure } from "./closure.ts";

/** A variable's value; functions and classes that capture nothing are constants of the program. */
export function readVariable(f: FunctionGenerator, variable: IrVariable): Instruction {
  const { analysis, captures } = f.program;
  const { instance } = f.generated;
  const definition = captures.functionIn(variable);
  const wanted = f.representationOf(f.variableNode(variable));
  if (definition && isConstant(f, definition, variable)) {
    const object = objectsOf(f.variableNode(variable)).find(
      (candidate) => candidate.type === "function" && candidate.function === definition,
    );
    if (object?.type === "function") return f.convert({ ...constantClosure(f.program, object), kinds: 0 }, wanted);
  }
  if (definition && definition === instance.function && variable.owner && variable.owner !== instance.function) {
    const own = f.variables.ownClosure();
    const object = analysis.functionObject(definition, instance.scope);
    const held = reference(f.program.layouts.closure(object));
    if (own) return f.convert({ code: own, representation: held, kinds: 0 }, wanted);
  }
  if (variable.holds?.type === "class") {
    const scope = variable.owner && analysis.scopeOf(instance, variable);
    const object = analysis.classObject(variable.holds, scope);
    if (!classNeedsValue(f, object)) return f.convert(constantClass(f, object), wanted);
  }
  return f.variables.read(variable);
}

/** Whether a function is there once in the program, whoever reads the variable that holds it. */
function isConstant(f: FunctionGenerator, definition: IrFunction, variable: IrVariable): boolean {
  if (variable.writes > 0) return false;
  return !f.program.captures.needsClosure(definition) || (!variable.owner && variable.holds !== undefined);
}
