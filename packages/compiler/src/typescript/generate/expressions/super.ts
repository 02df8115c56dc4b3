import type { Instruction } from "../../../wasm/index.ts";
import { drop } from "../../../wasm/index.ts";
import { canonical, inheritedFrom, objectsOf, siteOf } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { reference } from "../representation.ts";
import { baseOf } from "./class.ts";
import { argumentsOf } from "./arguments.ts";
import { constantClosure } from "./closure.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { readPropertyOfValue } from "./property.ts";
import { readStaticField } from "./static-field.ts";
import { writeField, writeToObjects } from "./set-property.ts";

/** `super.name(…)` */
export function generateSuperMethod(f: FunctionGenerator, expression: ExpressionOf<"superMethod">): Instruction {
  const node = f.variableNode(expression.receiver);
  const receiver = f.valueOf(f.variables.read(expression.receiver), node);
  const wanted = f.representation(expression);
  const targets = targetsOf(f, siteOf(expression));
  const args = argumentsOf(f, expression.arguments);
  const instances = new Set(targets.map(({ instance }) => instance));
  const [only] = instances;
  if (instances.size === 1 && only) return f.convert(callInstance(f, only, { receiver, arguments: args }), wanted);
  const cases = targets.map(({ on, instance }): DispatchCase => ({
    objects: typeof on === "object" ? [on] : [],
    kind: typeof on === "number" ? on : 0,
    code: (value) => f.convert(callInstance(f, instance, { receiver: value, arguments: args }), wanted),
  }));
  return dispatch(f, receiver, cases, wanted);
}

/** `super.name` */
export function generateSuperProperty(f: FunctionGenerator, expression: ExpressionOf<"superProperty">): Instruction {
  const node = f.variableNode(expression.receiver);
  const receiver = f.valueOf(f.variables.read(expression.receiver), node);
  const wanted = f.representation(expression);
  const getter = targetsOf(f, siteOf(expression, "get"))[0];
  if (getter) return f.convert(callInstance(f, getter.instance, { receiver, arguments: [] }), wanted);
  const method = objectsOf(f.node(expression)!).find((object) => object.type === "function");
  if (method) return f.convert({ ...constantClosure(f.program, canonical(method)), kinds: 0 }, wanted);
  const classes = objectsOf(node).filter((object) => object.type === "class");
  if (classes.length > 0) {
    const cases = classes.map((object) => ({
      objects: [object],
      kind: 0,
      code: (value: Value) => {
        const from = inheritedFrom(expression, object) ?? object;
        const made = f.program.layouts.signatures.classNeedsEnvironment(from);
        const code = made ? baseOf(f, value, object, from) : value.code;
        const representation = made ? reference(f.program.layouts.classes.struct(from)) : value.representation;
        return readStaticField(f, { code, representation, kinds: 0 }, from, expression.name, wanted);
      },
    }));
    return dispatch(f, receiver, cases, wanted);
  }
  return readPropertyOfValue(f, expression, receiver, node, expression.name, f.node(expression)!);
}

/** `super.name = value` */
export function generateSetSuperProperty(
  f: FunctionGenerator,
  expression: ExpressionOf<"setSuperProperty">,
): Instruction {
  const node = f.variableNode(expression.receiver);
  const receiver = f.valueOf(f.variables.read(expression.receiver), node);
  const setters = targetsOf(f, siteOf(expression, "set"));
  const self = (value: Value): Value => value;
  return writeToObjects(f, receiver, node, f.value(expression.value), self, {
    write(on, target, value) {
      const setter = setters.find((each) => each.on === target);
      if (!setter) return writeField(f, on, target, expression.name, value, false);
      const argument = { value: () => value, spreads: undefined };
      return [drop(callInstance(f, setter.instance, { receiver: on, arguments: [argument] }).code)];
    },
  });
}
