import { call, i32, op } from "../../../../wasm/index.ts";
import { STRING } from "../../../infer/index.ts";
import { CHARACTER_REPRESENTATION } from "../../representation.ts";
import { textOfUnit } from "../../text-functions.ts";
import type { IntrinsicGenerators } from "./arguments.ts";
import { boolean, int, integer, string, text } from "./arguments.ts";

/** Strings, by the engine's own functions. */
export const stringIntrinsics: IntrinsicGenerators = {
  $stringLength: (f, e) => integer(call(f.program.imports.string("length"), text(f, e, 0))),
  $charCodeAt: (f, e) => integer(call(f.program.imports.string("charCodeAt"), text(f, e, 0), int(f, e, 1))),
  $codePointAt: (f, e) => integer(call(f.program.imports.string("codePointAt"), text(f, e, 0), int(f, e, 1))),
  $substring: (f, e) => string(call(f.program.imports.string("substring"), text(f, e, 0), int(f, e, 1), int(f, e, 2))),
  $concat: (f, e) => string(call(f.program.imports.string("concat"), text(f, e, 0), text(f, e, 1))),
  $stringEquals: (f, e) => boolean(call(f.program.imports.string("equals"), text(f, e, 0), text(f, e, 1))),
  $stringCompare: (f, e) => integer(call(f.program.imports.string("compare"), text(f, e, 0), text(f, e, 1))),
  $fromCharCode(f, e) {
    if (f.representation(e).type !== "character") {
      return string(textOfUnit(f.program.runtime, op("i32.and", int(f, e, 0), i32(0xffff))));
    }
    return { code: op("i32.and", int(f, e, 0), i32(0xffff)), representation: CHARACTER_REPRESENTATION, kinds: STRING };
  },
  $fromCodePoint(f, e) {
    if (f.representation(e).type !== "character") {
      return string(call(f.program.imports.string("fromCodePoint"), int(f, e, 0)));
    }
    return { code: int(f, e, 0), representation: CHARACTER_REPRESENTATION, kinds: STRING };
  },
};
