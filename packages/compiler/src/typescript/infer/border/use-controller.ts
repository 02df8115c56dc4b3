import type { BorderFunction, BorderType, Expression, IrExport } from "../../ir/index.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { argumentsOf, restOf } from "./operation-builder.ts";

type Controller = Extract<BorderType, { type: "controller" }>;

/** Lets JavaScript call the functions of a controller, and read its variables and assign those that it is to. */
export function useController(border: Border, crossing: Crossing, { exports }: Controller): void {
  for (const made of exports) {
    const { name, type, variable, assigned } = made;
    if (isMethod(made)) {
      const { parameters, result } = made.type;
      const signature = { parameters, result };
      border.define(crossing, `call ${name}`, signature, (f, [object, ...args]) =>
        f.make({ op: "call", callee: read(f, object!, made), arguments: argumentsOf(args, restOf(parameters)) }),
      );
      continue;
    }
    border.define(crossing, `get ${name}`, { result: type }, (f, [object]) => read(f, object!, made));
    if (!assigned) continue;
    if (!variable.owner) variable.writes++;
    border.define(crossing, `set ${name}`, { parameters: [type], result: undefined }, (f, [object, value]) =>
      variable.owner
        ? f.make({ op: "setProperty", object: object!, name, value: value! })
        : f.make({ op: "set", variable, value: value! }),
    );
  }
}

/** What is not the controller's own is a variable of a module. */
function read(f: OperationBuilder, object: Expression, { name, variable }: IrExport): Expression {
  return variable.owner ? f.property(object, name) : f.get(variable);
}

/** A function for good, and nothing more. */
function isMethod(made: IrExport): made is IrExport & { type: BorderFunction } {
  const { type, variable } = made;
  return type.type === "function" && type.fields.length === 0 && variable.kind !== "let" && variable.kind !== "var";
}
