import type { Instruction, WasmFunction } from "../../wasm/index.ts";
import {
  call,
  eqref,
  anyref,
  f64,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
  ref,
  refCast,
  refTest,
  ret,
  structGet,
} from "../../wasm/index.ts";
import type { Runtime } from "./runtime.ts";

/** Whether any value counts as true. */
export function isTruthy(runtime: Runtime, value: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("is truthy", [anyref], ["i32"], (define, value) => {
      const number = define("number", "f64");
      return [
        ifElse(op("ref.is_null", localGet(value)), [ret(i32(0))]),
        ifElse(refTest(ref(runtime.special), localGet(value)), [
          ret(op("i32.eq", structGet(runtime.special, 0, refCast(ref(runtime.special), localGet(value))), i32(1))),
        ]),
        ifElse(runtime.isNumber(localGet(value)), [
          localSet(number, runtime.unbox(localGet(value))),
          ret(op("i32.and", op("f64.ne", localGet(number), f64(0)), op("f64.eq", localGet(number), localGet(number)))),
        ]),
        ifElse(runtime.isString(localGet(value)), [
          ret(op("i32.ne", call(runtime.imports.string("length"), op("extern.convert_any", localGet(value))), i32(0))),
        ]),
        ifElse(refTest(ref("eq"), localGet(value)), [ret(i32(1))]),
        call(runtime.imports.javascript("host_truthy"), op("extern.convert_any", localGet(value))),
      ];
    });
  return call(make(), value);
}

/** Strict equality of any two values. */
export function strictEquals(runtime: Runtime, left: Instruction, right: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("strict equals", [anyref, anyref], ["i32"], (_define, first, second) => {
      if (!second) throw new Error("a function of two parameters has two");
      return [
        ifElse(runtime.isNumber(localGet(first)), [
          ifElse(op("i32.eqz", runtime.isNumber(localGet(second))), [ret(i32(0))]),
          ret(op("f64.eq", runtime.unbox(localGet(first)), runtime.unbox(localGet(second)))),
        ]),
        ifElse(op("ref.is_null", localGet(first)), [ret(op("ref.is_null", localGet(second)))]),
        ifElse(op("ref.is_null", localGet(second)), [ret(i32(0))]),
        ifElse(op("i32.and", refTest(ref("eq"), localGet(first)), refTest(ref("eq"), localGet(second))), [
          ret(op("ref.eq", refCast(eqref, localGet(first)), refCast(eqref, localGet(second)))),
        ]),
        ifElse(op("i32.and", runtime.isString(localGet(first)), runtime.isString(localGet(second))), [
          ret(
            call(
              runtime.imports.string("equals"),
              op("extern.convert_any", localGet(first)),
              op("extern.convert_any", localGet(second)),
            ),
          ),
        ]),
        ifElse(op("i32.or", refTest(ref("eq"), localGet(first)), refTest(ref("eq"), localGet(second))), [ret(i32(0))]),
        call(
          runtime.imports.javascript("host_equals"),
          op("extern.convert_any", localGet(first)),
          op("extern.convert_any", localGet(second)),
        ),
      ];
    });
  return call(make(), left, right);
}
