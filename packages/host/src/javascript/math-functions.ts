import type { JavascriptFunctions } from "./javascript-function.ts";

const { acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, cos, cosh, exp, expm1 } = Math;
const { log, log10, log1p, log2, pow, sin, sinh, tan, tanh } = Math;

/** `Math`, as far as the guest cannot compute it to the same bits. The built-ins are handed out themselves: engines call those directly. */
export function createMathFunctions(): JavascriptFunctions {
  return {
    math_acos: acos,
    math_acosh: acosh,
    math_asin: asin,
    math_asinh: asinh,
    math_atan: atan,
    math_atan2: atan2,
    math_atanh: atanh,
    math_cbrt: cbrt,
    math_cos: cos,
    math_cosh: cosh,
    math_exp: exp,
    math_expm1: expm1,
    math_log: log,
    math_log10: log10,
    math_log1p: log1p,
    math_log2: log2,
    math_pow: pow,
    math_sin: sin,
    math_sinh: sinh,
    math_tan: tan,
    math_tanh: tanh,
  };
}
