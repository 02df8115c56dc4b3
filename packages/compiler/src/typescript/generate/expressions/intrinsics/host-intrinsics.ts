import type { Instruction } from "../../../../wasm/index.ts";
import { call, op, unreachable } from "../../../../wasm/index.ts";
import { HOST, kindsOf, siteOf } from "../../../infer/index.ts";
import type { ImportedRow } from "../../../imported-row.ts";
import type { Value } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import { ANY_REPRESENTATION, BOOLEAN_REPRESENTATION, EXTERN_REPRESENTATION } from "../../representation.ts";
import { callbackCode } from "../callbacks.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { bigintIntrinsics } from "./bigint-intrinsics.ts";
import { any, argument, as, boolean, float, host, int, integer, number, text } from "./arguments.ts";

/** The host, and JavaScript's own functions. */
export const hostIntrinsics: IntrinsicGenerators = {
  $toHost: (f, e) => ({
    code: op("extern.convert_any", any(f, e, 0)),
    representation: EXTERN_REPRESENTATION,
    kinds: HOST,
  }),
  $fromHost: (f, e) => ({
    code: op("any.convert_extern", host(f, e, 0)),
    representation: ANY_REPRESENTATION,
    kinds: -1,
  }),
  $mention: () => [],
  $readHost: (f, e) => f.effect(e.arguments[0]!),
  $restricts: (f, e) => f.effect(e.arguments[0]!),
  $unreachable: () => [unreachable()],
  $queueMicrotask(f, e) {
    const [code, closure] = callbackCode(f, siteOf(e), e.arguments[0]!, undefined);
    return [call(f.program.imports.javascript("microtask_queue"), code, closure)];
  },
  $host_log(f, e) {
    const [level] = e.arguments;
    if (level?.op !== "string") throw new Error("the level of $host_log is a literal");
    return [call(f.program.imports.imported(`$host_log_${level.value}`), text(f, e, 1))];
  },
};

/** A call of one of JavaScript's own functions, or of the host's. */
export function callImported(f: FunctionGenerator, expression: Intrinsic, { row }: ImportedRow): Value | Instruction[] {
  const guest = bigintIntrinsics[expression.name];
  if (guest) return guest(f, expression);
  const operands = row.parameters.flatMap((kind, index): Instruction[] => {
    if (kind === "callback")
      return callbackCode(f, siteOf(expression, `callback${index}`), argument(expression, index), HOST);
    if (kind === "number") return [float(f, expression, index)];
    if (kind === "int") return [int(f, expression, index)];
    if (kind === "boolean") return [as(f, expression, index, BOOLEAN_REPRESENTATION)];
    return [host(f, expression, index)];
  });
  const code = call(f.program.imports.imported(expression.name), ...operands);
  switch (row.result) {
    case undefined:
      return [code];
    case "number":
      return number(code);
    case "int":
      return integer(code);
    case "boolean":
      return boolean(code);
    default:
      return {
        code,
        representation: EXTERN_REPRESENTATION,
        kinds: f.node(expression) ? kindsOf(f.node(expression)!) : 0,
      };
  }
}
