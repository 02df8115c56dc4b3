import type { Instruction, WasmFunction } from "../../wasm/index.ts";
import { call, externref, ifElse, localGet, nullValue, op, ret } from "../../wasm/index.ts";
import type { Runtime } from "./runtime.ts";

/** The character at an index, `undefined` outside of the string. */
export function characterAt(runtime: Runtime, text: Instruction, index: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.define("character at", [externref, "i32"], [externref], (_define, text, index) => {
      if (!index) throw new Error("a function of two parameters has two");
      return [
        ifElse(op("i32.ge_u", localGet(index), call(runtime.imports.string("length"), localGet(text))), [
          ret(nullValue("noextern")),
        ]),
        call(
          runtime.imports.string("fromCharCode"),
          call(runtime.imports.string("charCodeAt"), localGet(text), localGet(index)),
        ),
      ];
    });
  return call(make(), text, index);
}
