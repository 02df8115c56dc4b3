/** `Math`. What is not computed here is the host's, since it must give the same bits. */
// oxlint-disable-next-line typescript/no-extraneous-class -- calls of its members resolve like those of any class.
export class Math {
  static get E(): number {
    return 2.718281828459045;
  }

  static get LN10(): number {
    return 2.302585092994046;
  }

  static get LN2(): number {
    return 0.6931471805599453;
  }

  static get LOG10E(): number {
    return 0.4342944819032518;
  }

  static get LOG2E(): number {
    return 1.4426950408889634;
  }

  static get PI(): number {
    return 3.141592653589793;
  }

  static get SQRT1_2(): number {
    return 0.7071067811865476;
  }

  static get SQRT2(): number {
    return 1.4142135623730951;
  }

  static get ["@@toStringTag"](): string {
    return "Math";
  }

  static abs(x: number): number {
    return $abs(+x);
  }

  static acos(x: number): number {
    return $js_math_acos(+x);
  }

  static acosh(x: number): number {
    return $js_math_acosh(+x);
  }

  static asin(x: number): number {
    return $js_math_asin(+x);
  }

  static asinh(x: number): number {
    return $js_math_asinh(+x);
  }

  static atan(x: number): number {
    return $js_math_atan(+x);
  }

  static atan2(y: number, x: number): number {
    return $js_math_atan2(+y, +x);
  }

  static atanh(x: number): number {
    return $js_math_atanh(+x);
  }

  static cbrt(x: number): number {
    return $js_math_cbrt(+x);
  }

  static ceil(x: number): number {
    return $ceil(+x);
  }

  static clz32(x: number): number {
    return $clz32(x | 0);
  }

  static cos(x: number): number {
    return $js_math_cos(+x);
  }

  static cosh(x: number): number {
    return $js_math_cosh(+x);
  }

  static exp(x: number): number {
    return $js_math_exp(+x);
  }

  static expm1(x: number): number {
    return $js_math_expm1(+x);
  }

  static floor(x: number): number {
    return $floor(+x);
  }

  static fround(x: number): number {
    return $fround(+x);
  }

  /** Scaled by the largest, and added with compensation, as V8 does it. */
  static hypot(...values: number[]): number {
    let largest = 0;
    let isNaN = false;
    for (let i = 0; i < values.length; i++) {
      const size = $abs(+$arrayGet(values, i));
      $arraySet(values, i, size);
      if (size > largest) largest = size;
      if (size !== size) isNaN = true;
    }
    if (largest === Infinity) return Infinity;
    if (isNaN) return NaN;
    if (largest === 0) return 0;
    let sum = 0;
    let compensation = 0;
    for (let i = 0; i < values.length; i++) {
      const part = $arrayGet(values, i) / largest;
      const summand = part * part - compensation;
      const next = sum + summand;
      compensation = next - sum - summand;
      sum = next;
    }
    return $sqrt(sum) * largest;
  }

  static ["hypot/2"](a: number, b: number): number {
    const x = $abs(+a);
    const y = $abs(+b);
    const largest = x > y ? x : y;
    if (x === Infinity || y === Infinity) return Infinity;
    if (x !== x || y !== y) return NaN;
    if (largest === 0) return 0;
    const first = (x / largest) * (x / largest);
    const second = y / largest;
    // With one part before it, the compensation is 0.
    return $sqrt(first + second * second) * largest;
  }

  static imul(a: number, b: number): number {
    return $imul(a | 0, b | 0);
  }

  static log(x: number): number {
    return $js_math_log(+x);
  }

  static log10(x: number): number {
    return $js_math_log10(+x);
  }

  static log1p(x: number): number {
    return $js_math_log1p(+x);
  }

  static log2(x: number): number {
    return $js_math_log2(+x);
  }

  static max(...values: number[]): number {
    let result = -Infinity;
    for (let i = 0; i < values.length; i++) result = $max2(result, +$arrayGet(values, i));
    return result;
  }

  static ["max/2"](a: number, b: number): number {
    return $max2(+a, +b);
  }

  static ["max/3"](a: number, b: number, c: number): number {
    return $max2($max2(+a, +b), +c);
  }

  static min(...values: number[]): number {
    let result = Infinity;
    for (let i = 0; i < values.length; i++) result = $min2(result, +$arrayGet(values, i));
    return result;
  }

  static ["min/2"](a: number, b: number): number {
    return $min2(+a, +b);
  }

  static ["min/3"](a: number, b: number, c: number): number {
    return $min2($min2(+a, +b), +c);
  }

  /** The square of V8's `pow` is the product, to the last bit. */
  static pow(x: number, y: number): number {
    const base = +x;
    const exponent = +y;
    return exponent === 2 ? base * base : $js_math_pow(base, exponent);
  }

  static random(): number {
    return $host_get_random();
  }

  /** Halves go up. */
  static round(value: number): number {
    const x = +value;
    const up = $ceil(x);
    return up - 0.5 > x ? up - 1 : up;
  }

  static sign(value: number): number {
    const x = +value;
    if (x > 0) return 1;
    // Zeros and NaN stay what they are.
    return x < 0 ? -1 : x;
  }

  static sin(x: number): number {
    return $js_math_sin(+x);
  }

  static sinh(x: number): number {
    return $js_math_sinh(+x);
  }

  static sqrt(x: number): number {
    return $sqrt(+x);
  }

  static tan(x: number): number {
    return $js_math_tan(+x);
  }

  static tanh(x: number): number {
    return $js_math_tanh(+x);
  }

  static trunc(x: number): number {
    return $trunc(+x);
  }
}
