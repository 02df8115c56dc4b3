const view = new DataView(new ArrayBuffer(8));

/** A float of 64 bits, exactly. */
export function formatF64(value: number, bits?: bigint): string {
  if (bits === undefined) return formatFloat(value, "nan");
  view.setBigUint64(0, bits);
  return formatFloat(view.getFloat64(0), formatNaN(bits, 52n));
}

/** A float of 32 bits, exactly. */
export function formatF32(value: number, bits?: bigint): string {
  if (bits === undefined) return formatFloat(Math.fround(value), "nan");
  view.setUint32(0, Number(BigInt.asUintN(32, bits)));
  return formatFloat(view.getFloat32(0), formatNaN(bits, 23n));
}

function formatFloat(value: number, nan: string): string {
  if (Number.isNaN(value)) return nan;
  if (Object.is(value, -0)) return "-0";
  return String(value).replace("Infinity", "inf");
}

/** A NaN by its fraction, of which at least one bit is set. */
function formatNaN(bits: bigint, fractionSize: bigint): string {
  const fraction = bits & ((1n << fractionSize) - 1n);
  const sizeWithExponent = fractionSize === 52n ? 63n : 31n;
  return `${(bits >> sizeWithExponent) & 1n ? "-" : ""}nan:0x${fraction.toString(16)}`;
}
