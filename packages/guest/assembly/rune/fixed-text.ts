// The decimals of a float are worked out from its exact binary value, because scaling by a power of ten rounds once more:
// 1.005 is a little less than it looks, and `1.005 * 100` is not.

const MAX_DIGITS: i32 = 20;

/** Text of a number with a fixed number of decimals, as JavaScript's `toFixed` writes it: exact halves go away from zero. */
export function to_fixed(value: f64, digits: i32): string {
  if (digits < 0 || digits > MAX_DIGITS) throw new Error("rune.to_fixed: digits must be from 0 to 20");
  const size = abs(value);
  if (!isFinite(value) || size >= 1e21) return value.toString();
  const sign = value < 0 ? "-" : "";
  // From 2^53 on there is no fraction.
  if (size >= 9007199254740992) return sign + large_integer(size) + (digits == 0 ? "" : "." + "0".repeat(digits));

  const whole = <u64>size;
  const limbs = fraction_limbs(size - <f64>whole);
  const decimals = new StaticArray<u8>(digits);
  for (let i = 0; i < digits; i++) decimals[i] = <u8>times_ten(limbs);
  const carry = limbs[0] >= 0x8000_0000 && round_up(decimals);
  const text = sign + (whole + (carry ? 1 : 0)).toString();
  if (digits == 0) return text;
  let out = text + ".";
  for (let i = 0; i < digits; i++) out += String.fromCharCode(0x30 + decimals[i]);
  return out;
}

/** Digits of an integer from 2^53 up to 10^21: its mantissa, in two decimal halves, times a power of two. */
function large_integer(size: f64): string {
  const bits = reinterpret<u64>(size);
  const shift = (bits >> 52) - 1075;
  const mantissa = (bits & 0xf_ffff_ffff_ffff) | 0x10_0000_0000_0000;
  const low = mantissa % 1_000_000_000 << shift;
  const high = (mantissa / 1_000_000_000 << shift) + low / 1_000_000_000;
  return high.toString() + (low % 1_000_000_000).toString().padStart(9, "0");
}

/**
 * A fraction as 128 bits, the first limb the highest. Only fractions that are far below the last decimal have more bits.
 */
function fraction_limbs(fraction: f64): StaticArray<u64> {
  const limbs = new StaticArray<u64>(4);
  let rest = fraction;
  for (let i = 0; i < 4; i++) {
    rest *= 4294967296;
    limbs[i] = <u64>rest;
    rest -= <f64>limbs[i];
  }
  return limbs;
}

/** Multiplies a fraction by ten and takes off the digit before its point. */
function times_ten(limbs: StaticArray<u64>): u64 {
  let carry: u64 = 0;
  for (let i = 3; i >= 0; i--) {
    const product = limbs[i] * 10 + carry;
    limbs[i] = product & 0xffff_ffff;
    carry = product >> 32;
  }
  return carry;
}

/** Adds one in the last place; whether it carries beyond the first. */
function round_up(decimals: StaticArray<u8>): bool {
  for (let i = decimals.length - 1; i >= 0; i--) {
    if (decimals[i] < 9) {
      decimals[i]++;
      return false;
    }
    decimals[i] = 0;
  }
  return true;
}
