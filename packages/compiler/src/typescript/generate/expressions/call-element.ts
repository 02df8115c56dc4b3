import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, localGet, localSet } from "../../../wasm/index.ts";
import { objectsOf, siteOf } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { valueType } from "../representation.ts";
import { argumentsOf } from "./arguments.ts";
import { callFunctionValue } from "./call-value.ts";
import { readElementOfValue } from "./element.ts";
import { describe, describeKey } from "./failures.ts";

/** `object[key](…)` */
export function generateCallElement(f: FunctionGenerator, expression: ExpressionOf<"callElement">): Instruction {
  const node = f.node(expression.object);
  const object = f.value(expression.object);
  if (!node) return object.code;
  const wanted = f.representation(expression);
  const receiver = createLocal("receiver", valueType(object.representation));
  const again = (): Value => ({ ...object, code: localGet(receiver) });
  const callees = f.program.analysis.place(f.generated.instance, siteOf(expression, "callee"));
  const held = f.representationOf(callees);
  const callee = readElementOfValue(f, expression, again(), node, expression.key, held);
  return block(createLabel("call"), valueType(wanted), [
    localSet(receiver, object.code),
    callFunctionValue(f, {
      site: siteOf(expression),
      callee: f.valueOf(callee, callees),
      objects: objectsOf(callees),
      receiver: again(),
      arguments: argumentsOf(f, expression.arguments),
      wanted,
      name: `${describe(expression.object)}[${describeKey(expression.key)}]`,
    }),
  ]);
}
