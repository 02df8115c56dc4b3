import { f64, i64, op } from "../../../../wasm/index.ts";
import { toInt32 } from "../../number-functions.ts";
import type { IntrinsicGenerators } from "./arguments.ts";
import { float, int32, integer, number } from "./arguments.ts";

/** Numbers and their bits. */
export const numberIntrinsics: IntrinsicGenerators = {
  $sqrt: (f, e) => number(op("f64.sqrt", float(f, e, 0))),
  $floor: (f, e) => number(op("f64.floor", float(f, e, 0))),
  $ceil: (f, e) => number(op("f64.ceil", float(f, e, 0))),
  $trunc: (f, e) => number(op("f64.trunc", float(f, e, 0))),
  $nearest: (f, e) => number(op("f64.nearest", float(f, e, 0))),
  $abs: (f, e) => number(op("f64.abs", op("f64.sub", float(f, e, 0), f64(0)))),
  $min2: (f, e) => number(op("f64.min", float(f, e, 0), float(f, e, 1))),
  $max2: (f, e) => number(op("f64.max", float(f, e, 0), float(f, e, 1))),
  $copysign: (f, e) => number(op("f64.copysign", float(f, e, 0), float(f, e, 1))),
  $clz32: (f, e) => integer(op("i32.clz", toInt32(f.program.runtime, float(f, e, 0)))),
  $imul: (f, e) => integer(op("i32.mul", int32(f, e, 0), int32(f, e, 1))),
  $fround: (f, e) => number(op("f64.promote_f32", op("f32.demote_f64", float(f, e, 0)))),
  $highWord: (f, e) =>
    integer(op("i32.wrap_i64", op("i64.shr_u", op("i64.reinterpret_f64", float(f, e, 0)), i64(32n)))),
  $lowWord: (f, e) => integer(op("i32.wrap_i64", op("i64.reinterpret_f64", float(f, e, 0)))),
  // Any arithmetic makes a signalling NaN, which would stand for `undefined`, a quiet one.
  $fromWords: (f, e) =>
    number(
      op(
        "f64.sub",
        op(
          "f64.reinterpret_i64",
          op(
            "i64.or",
            op("i64.shl", op("i64.extend_i32_u", int32(f, e, 0)), i64(32n)),
            op("i64.extend_i32_u", int32(f, e, 1)),
          ),
        ),
        f64(0),
      ),
    ),
  $floatBits: (f, e) => integer(op("i32.reinterpret_f32", op("f32.demote_f64", float(f, e, 0)))),
  $fromFloatBits: (f, e) => number(op("f64.promote_f32", op("f32.reinterpret_i32", int32(f, e, 0)))),
};
