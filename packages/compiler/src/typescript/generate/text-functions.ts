import type { Instruction, WasmFunction } from "../../wasm/index.ts";
import {
  arrayGet,
  arrayNewDefault,
  arraySet,
  arrayType,
  call,
  externref,
  globalGet,
  i32,
  ifElse,
  localGet,
  localSet,
  nullValue,
  op,
  ref,
  ret,
} from "../../wasm/index.ts";
import { EMPTY_CHARACTER, UNDEFINED_CHARACTER } from "./representation.ts";
import type { Runtime } from "./runtime.ts";

/** How many units have strings that are kept. */
const KEPT_UNITS = 256;

/** The character at an index, `undefined` outside of the string. */
export function characterAt(runtime: Runtime, text: Instruction, index: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("character at", [externref, "i32"], [externref], (_define, text, index) => {
      if (!index) throw new Error("a function of two parameters has two");
      return [
        ifElse(op("i32.ge_u", localGet(index), call(runtime.imports.string("length"), localGet(text))), [
          ret(nullValue("noextern")),
        ]),
        textOfUnit(runtime, call(runtime.imports.string("charCodeAt"), localGet(text), localGet(index))),
      ];
    });
  return call(make(), text, index);
}

/** The unit at an index as a character, `undefined` outside of the string. */
export function unitAt(runtime: Runtime, text: Instruction, index: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("unit at", [externref, "i32"], ["i32"], (_define, text, index) => {
      if (!index) throw new Error("a function of two parameters has two");
      return [
        ifElse(op("i32.ge_u", localGet(index), call(runtime.imports.string("length"), localGet(text))), [
          ret(i32(UNDEFINED_CHARACTER)),
        ]),
        call(runtime.imports.string("charCodeAt"), localGet(text), localGet(index)),
      ];
    });
  return call(make(), text, index);
}

/** The string of one unit. To make one costs engines as much as a hundred instructions, so those of Latin letters are kept. */
export function textOfUnit(runtime: Runtime, unit: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("text of unit", ["i32"], [externref], (define, unit) => {
      const texts = arrayType("texts", externref);
      const kept = runtime.global("texts of units", ref(texts), arrayNewDefault(texts, i32(KEPT_UNITS)));
      const text = define("text", externref);
      return [
        ifElse(op("i32.ge_u", localGet(unit), i32(KEPT_UNITS)), [
          ret(call(runtime.imports.string("fromCharCode"), localGet(unit))),
        ]),
        localSet(text, arrayGet(texts, globalGet(kept), localGet(unit))),
        ifElse(op("ref.is_null", localGet(text)), [
          localSet(text, call(runtime.imports.string("fromCharCode"), localGet(unit))),
          arraySet(texts, globalGet(kept), localGet(unit), localGet(text)),
        ]),
        localGet(text),
      ];
    });
  return call(make(), unit);
}

/** A character as a string; `present` says that it is not `undefined`. */
export function characterText(runtime: Runtime, character: Instruction, present: boolean): Instruction {
  const make = (): WasmFunction =>
    runtime.once(
      present ? "text of character" : "text of character or undefined",
      ["i32"],
      [externref],
      (_define, character) => [
        ifElse(op("i32.eq", localGet(character), i32(EMPTY_CHARACTER)), [ret(globalGet(runtime.imports.constant("")))]),
        ...(present
          ? []
          : [ifElse(op("i32.eq", localGet(character), i32(UNDEFINED_CHARACTER)), [ret(nullValue("noextern"))])]),
        ifElse(op("i32.lt_u", localGet(character), i32(0x10000)), [ret(textOfUnit(runtime, localGet(character)))]),
        call(runtime.imports.string("fromCodePoint"), localGet(character)),
      ],
    );
  return call(make(), character);
}

/** A string of at most one character, or `undefined`, as a character. */
export function characterOfText(runtime: Runtime, text: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("character of text", [externref], ["i32"], (_define, text) => [
      ifElse(op("ref.is_null", localGet(text)), [ret(i32(UNDEFINED_CHARACTER))]),
      ifElse(op("i32.eqz", call(runtime.imports.string("length"), localGet(text))), [ret(i32(EMPTY_CHARACTER))]),
      call(runtime.imports.string("codePointAt"), localGet(text), i32(0)),
    ]);
  return call(make(), text);
}

/** A number that orders a character as JavaScript orders strings: by units, the shorter first. */
export function characterOrder(runtime: Runtime, character: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("order of character", ["i32"], ["i32"], (_define, character) => {
      const highUnit = op("i32.add", i32(0xd7c0), op("i32.shr_u", localGet(character), i32(10)));
      const lowUnit = op("i32.add", i32(1), op("i32.and", localGet(character), i32(0x3ff)));
      return [
        ifElse(op("i32.lt_s", localGet(character), i32(0x10000)), [ret(op("i32.shl", localGet(character), i32(11)))]),
        op("i32.add", op("i32.shl", highUnit, i32(11)), lowUnit),
      ];
    });
  return call(make(), character);
}
