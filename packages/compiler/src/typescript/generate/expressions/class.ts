import { globalGet, structNew } from "../../../wasm/index.ts";
import type { ClassObject } from "../../infer/index.ts";
import type { IrVariable } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { reference } from "../representation.ts";

type Made = Pick<Value, "code" | "representation">;

/** Whether a class is made anew where it is declared, because its methods use variables around it. */
export function classNeedsValue(f: FunctionGenerator, object: ClassObject): boolean {
  return f.program.captures.ofClass(object.definition).size > 0;
}

/** A class made here, with the variables that its methods use. */
export function makeClassValue(f: FunctionGenerator, object: ClassObject): Made {
  const struct = f.program.layouts.classStruct(object);
  const captured = [...f.program.captures.ofClass(object.definition)];
  return {
    code: structNew(struct, ...captured.map((variable) => f.capture(variable))),
    representation: reference(struct),
  };
}

/** A class as a value: what `variable` holds, or the one of the program. */
export function generateClassValue(f: FunctionGenerator, object: ClassObject, variable: IrVariable | undefined): Value {
  if (classNeedsValue(f, object)) {
    if (!variable) return { ...makeClassValue(f, object), kinds: 0 };
    const node = f.variableNode(variable);
    return f.valueOf(f.read(variable), node);
  }
  const struct = f.program.layouts.classStruct(object);
  const global = f.program.constantGlobal(object, object.definition.name, struct, () => structNew(struct));
  return { code: globalGet(global), representation: reference(struct), kinds: 0 };
}
