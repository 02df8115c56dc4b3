import type { Pair } from "./border-codec.ts";

/** Gives an object that is there already a private field: what the base constructor returns is what fields are added to. */
const Given = function (value: object) {
  return value;
} as unknown as new (value: object) => object;

/** Instances of the module's classes carry their pair. */
export class Stamp extends Given {
  #pair: Pair;

  constructor(value: object, pair: Pair) {
    super(value);
    this.#pair = pair;
  }

  /** Stamps an object. */
  static put(value: object, pair: Pair): object {
    return new Stamp(value, pair);
  }

  /** The pair of an instance of one of the module's classes. */
  static pairOf(value: unknown): Pair | undefined {
    return typeof value === "object" && value !== null && #pair in value ? value.#pair : undefined;
  }
}
