import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, i32, localGet, localSet, op } from "../../../wasm/index.ts";
import { kindsOf, objectsOf } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { valueType } from "../representation.ts";
import { isObjectOf } from "./tests.ts";

/** Whether a value is an instance of a class. */
export function generateInstanceOf(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right } = expression;
  const classes = f.node(right) ? objectsOf(f.node(right)!).filter((object) => object.type === "class") : [];
  const node = f.node(left)!;
  const value = f.value(left);
  const matching = objectsOf(node).filter((object) => {
    const className = classes.find(({ definition }) => definition.library)?.definition.name;
    if (object.type === "array") return className === "Array" || className === "Object";
    if (object.type === "function" || object.type === "hostFunction" || object.type === "class") {
      return className === "Function" || className === "Object";
    }
    if (className === "Object") return true;
    if (object.type !== "instance") return false;
    for (let at: typeof object.class | undefined = object.class; at; at = at.base) {
      if (classes.some(({ definition }) => definition === at?.definition)) return true;
    }
    return false;
  });
  if (matching.length === 0) return block(createLabel("instanceof"), "i32", [drop(value.code), i32(0)]);
  const others = objectsOf(node).length - matching.length + (kindsOf(node) === 0 ? 0 : 1);
  if (others === 0) return block(createLabel("instanceof"), "i32", [drop(value.code), i32(1)]);
  if (value.representation.type === "reference" && objectsOf(node).length === matching.length) {
    return op("i32.eqz", op("ref.is_null", value.code));
  }
  return instanceTest(f, value, matching, objectsOf(node));
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
