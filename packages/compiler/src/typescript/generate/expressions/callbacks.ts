import type { Instruction } from "../../../wasm/index.ts";
import { createLocal, drop, externref, functionType, localGet, op, refFunc } from "../../../wasm/index.ts";
import type { Kinds, Site } from "../../infer/index.ts";
import { objectsOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION } from "../representation.ts";
import { callFunctionValue } from "./call-value.ts";

/** A function for JavaScript to call: a reference to code that takes the closure and a value, and the closure. */
export function callbackCode(
  f: FunctionGenerator,
  site: Site,
  callback: Expression,
  kind: Kinds | undefined,
): [Instruction, Instruction] {
  const node = f.node(callback);
  const objects = node ? objectsOf(node) : [];
  const entry = f.program.entryOf(node ?? callback, () => {
    const closure = createLocal("closure", externref);
    const value = createLocal("value", externref);
    const given = { code: localGet(value), representation: EXTERN_REPRESENTATION, kinds: kind ?? 0 };
    const call = callFunctionValue(f, {
      site,
      callee: { code: op("any.convert_extern", localGet(closure)), representation: ANY_REPRESENTATION, kinds: 0 },
      objects,
      receiver: undefined,
      arguments: kind === undefined ? [] : [{ value: () => given, spreads: undefined }],
      wanted: ANY_REPRESENTATION,
      name: "callback",
    });
    return {
      name: "callback",
      type: functionType([externref, externref]),
      params: [closure, value],
      body: [drop(call)],
      calledByHost: true,
    };
  });
  return [refFunc(entry), op("extern.convert_any", f.valueAs(callback, ANY_REPRESENTATION))];
}
