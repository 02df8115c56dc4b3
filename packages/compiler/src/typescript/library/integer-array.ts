import { TypedArray } from "./typed-array.ts";

/** What typed arrays have whose elements are 32 bits of a number or fewer: the compiler reads and writes these without a way over doubles. */
export abstract class IntegerArray extends TypedArray {
  /**
   * An element modulo 2³², as operators on bits take it: 0 where there is none.
   *
   * @analyzedByReceiver
   */
  ["@@bits"](index: $int): $int {
    return $within(index, this["@@length"]) ? this["@@read"](index | 0) | 0 : 0;
  }

  /**
   * Writes an element, of which a number modulo 2³² is given.
   *
   * @analyzedByReceiver
   */
  ["@@setBits"](index: $int, bits: $int): void {
    if ($within(index, this["@@length"])) this["@@write"](index | 0, bits);
  }
}
