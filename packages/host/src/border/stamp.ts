/** Gives an object that is there already a private field: what the base constructor returns is what fields are added to. */
const Given = function (value: object) {
  return value;
} as unknown as new (value: object) => object;

/** What objects carry that nobody else can see. */
export interface Stamps<T> {
  get(value: object): T | undefined;
  /** Stamps an object that has no stamp of this kind yet, and gives it. */
  put(value: object, stamp: T): object;
  /** Changes the stamp of an object, if it has one. */
  change(value: object, stamp: T): boolean;
}

/** Makes stamps of one kind. They cost an object a few bytes and the collector nothing, unlike an entry of a `WeakMap`. */
export function createStamps<T>(): Stamps<T> {
  return class Stamp extends Given {
    #stamp: T;

    constructor(value: object, stamp: T) {
      super(value);
      this.#stamp = stamp;
    }

    static get(value: object): T | undefined {
      return #stamp in value ? value.#stamp : undefined;
    }

    static put(value: object, stamp: T): object {
      return new Stamp(value, stamp);
    }

    static change(value: object, stamp: T): boolean {
      if (!(#stamp in value)) return false;
      value.#stamp = stamp;
      return true;
    }
  };
}
