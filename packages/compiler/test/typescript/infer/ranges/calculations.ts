/** What the operations on ranges do to numbers, by the names under which the analysis knows them. */
export const CALCULATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => a << b,
  ">>": (a, b) => a >> b,
  ">>>": (a, b) => a >>> b,
  "~": (a) => ~a,
  "unary -": (a) => -a,
  "unary +": (a) => +a,
  increment: (a) => a + 1,
  decrement: (a) => a - 1,
  numeric: (a) => a,
  $floor: Math.floor,
  $ceil: Math.ceil,
  $trunc: Math.trunc,
  $nearest: nearest,
  $abs: Math.abs,
  $sqrt: Math.sqrt,
  $min2: Math.min,
  $max2: Math.max,
  $clz32: Math.clz32,
  $imul: Math.imul,
  $highWord: (a) => words(a)[1]!,
  $lowWord: (a) => words(a)[0]!,
  $floatBits: (a) => new Int32Array(new Float32Array([a]).buffer)[0]!,
};

function nearest(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (!Number.isFinite(value) || rest === 0) return value;
  const rounded = rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
  return rounded === 0 && value < 0 ? -0 : rounded;
}

function words(value: number): Int32Array {
  return new Int32Array(new Float64Array([value]).buffer);
}
