import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, i32, localGet, localSet, op } from "../../../wasm/index.ts";
import type { AbstractObject, ClassObject, FlowNode } from "../../infer/index.ts";
import { kindsOf, objectsOf } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BOOLEAN_REPRESENTATION, valueType } from "../representation.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { isObjectOf } from "./tests.ts";

/** Whether a value is an instance of a class; of several that the class may be, which it is shows when the program runs. */
export function generateInstanceOf(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right } = expression;
  const classes = f.node(right) ? objectsOf(f.node(right)!).filter((object) => object.type === "class") : [];
  const value = f.value(left);
  const node = f.node(left)!;
  const [only] = classes;
  if (classes.length <= 1) return isInstanceOf(f, value, node, only);
  const kept = f.keep(value.code, value.representation);
  const cases = classes.map((object): DispatchCase => ({
    objects: [object],
    kind: 0,
    code: (given) =>
      block(createLabel("instanceof"), "i32", [
        drop(given.code),
        isInstanceOf(f, { ...value, code: kept.again() }, node, object),
      ]),
  }));
  const code = dispatch(f, f.value(right), cases, BOOLEAN_REPRESENTATION);
  return block(createLabel("instanceof"), "i32", [kept.set, code]);
}

function isInstanceOf(
  f: FunctionGenerator,
  value: Value,
  node: FlowNode,
  classObject: ClassObject | undefined,
): Instruction {
  const matching = objectsOf(node).filter((object) => matches(object, classObject));
  if (matching.length === 0) return block(createLabel("instanceof"), "i32", [drop(value.code), i32(0)]);
  const others = objectsOf(node).length - matching.length + (kindsOf(node) === 0 ? 0 : 1);
  if (others === 0) return block(createLabel("instanceof"), "i32", [drop(value.code), i32(1)]);
  if (value.representation.type === "reference" && objectsOf(node).length === matching.length) {
    return op("i32.eqz", op("ref.is_null", value.code));
  }
  return instanceTest(f, value, matching, objectsOf(node));
}

function matches(object: AbstractObject, classObject: ClassObject | undefined): boolean {
  if (!classObject) return false;
  const { definition } = classObject;
  const name = definition.library ? definition.name : undefined;
  if (object.type === "array") return name === "Array" || name === "Object";
  if (object.type === "function" || object.type === "hostFunction" || object.type === "class") {
    return name === "Function" || name === "Object";
  }
  if (name === "Object") return true;
  if (object.type !== "instance") return false;
  for (let at: ClassObject | undefined = object.class; at; at = at.base) if (at.definition === definition) return true;
  return false;
}

/** Tests for structs; one that others extend which do not match needs those excluded. */
function instanceTest(
  f: FunctionGenerator,
  value: Value,
  matching: ReturnType<typeof objectsOf>,
  all: ReturnType<typeof objectsOf>,
): Instruction {
  const { layouts } = f.program;
  const local = createLocal("tested", valueType(value.representation));
  const again: Value = { ...value, code: localGet(local) };
  const others = all.filter((object) => !matching.includes(object));
  const hidden = others.filter((object) => matching.some((match) => layouts.isBelow(object, match)));
  const test = isObjectOf(f, again, matching);
  const exact = hidden.length === 0 ? test : op("i32.and", test, op("i32.eqz", isObjectOf(f, again, hidden)));
  return block(createLabel("instanceof"), "i32", [localSet(local, value.code), exact]);
}
