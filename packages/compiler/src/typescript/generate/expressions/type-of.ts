import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel, createLocal, drop, ifElse, localGet, localSet } from "../../../wasm/index.ts";
import type { FlowNode, Kinds } from "../../infer/index.ts";
import { BIGINT, BOOLEAN, HOST, NULL, NUMBER, STRING, SYMBOL, UNDEFINED, objectsOf } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { EXTERN_REPRESENTATION, valueType } from "../representation.ts";
import { isKind, isObjectOf } from "./tests.ts";

const NAMES: readonly [Kinds, string][] = [
  [UNDEFINED, "undefined"],
  [NULL, "object"],
  [BOOLEAN, "boolean"],
  [NUMBER, "number"],
  [STRING, "string"],
  [BIGINT, "bigint"],
  [SYMBOL, "symbol"],
];

/** `typeof`, by the kinds that can come. */
export function typeOf(f: FunctionGenerator, value: Value, node: FlowNode | undefined): Instruction {
  const objects = node ? objectsOf(node) : [];
  const functions = objects.filter(({ type }) => type === "function" || type === "hostFunction" || type === "class");
  const type = valueType(EXTERN_REPRESENTATION);
  const local = createLocal("value", valueType(value.representation));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const branches: { test: () => Instruction; name: string }[] = NAMES.filter(([kind]) => value.kinds & kind).map(
    ([kind, name]) => ({ test: () => isKind(f, again(), kind), name }),
  );
  if (functions.length > 0) branches.push({ test: () => isObjectOf(f, again(), functions), name: "function" });
  if (objects.length > functions.length) {
    const others = objects.filter((object) => !functions.includes(object));
    branches.push({ test: () => isObjectOf(f, again(), others), name: "object" });
  }
  const last: Instruction =
    value.kinds & HOST && value.representation.type !== "number"
      ? call(f.program.imports.javascript("host_typeof"), f.convert(again(), EXTERN_REPRESENTATION))
      : f.text(branches.pop()?.name ?? "undefined");
  const chain = branches.reduceRight<Instruction>(
    (rest, { test, name }) => ifElse(test(), [f.text(name)], [rest], type),
    last,
  );
  if (branches.length === 0 && (value.kinds & HOST) === 0)
    return block(createLabel("typeof"), type, [drop(value.code), chain]);
  return block(createLabel("typeof"), type, [localSet(local, value.code), chain]);
}
