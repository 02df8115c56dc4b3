/** The signed bigint of 64 bits that two words of 32 bits make. */
export function bigintOf(high: $int, low: $int): bigint {
  return $js_bigint_add($js_bigint_shiftLeft($js_bigint_fromNumber(high), 32n), $js_bigint_fromNumber(low >>> 0));
}

/** The unsigned one. */
export function bigintOfUnsigned(high: $int, low: $int): bigint {
  return $js_bigint_add($js_bigint_shiftLeft($js_bigint_fromNumber(high >>> 0), 32n), $js_bigint_fromNumber(low >>> 0));
}

/** The lowest 32 bits of a bigint. */
export function lowWordOf(value: bigint): $int {
  return $js_bigint_toNumber($js_bigint_asIntN(32, value));
}

/** The 32 bits above those. */
export function highWordOf(value: bigint): $int {
  return $js_bigint_toNumber($js_bigint_asIntN(32, $js_bigint_shiftRight(value, 32n)));
}
