import { appendArray } from "./iteration.ts";
import { Object } from "./object.ts";

/**
 * `Function`: what functions have besides being called. `apply` is known to the compiler, and so is `call` where it is called.
 */
export class Function extends Object {
  get name(): string {
    return $functionName(this);
  }

  get length(): number {
    return $functionLength(this);
  }

  call(this: (...args: unknown[]) => unknown, receiver: unknown, ...args: unknown[]): unknown {
    return this.apply(receiver, args);
  }

  bind(this: (...args: unknown[]) => unknown, receiver: unknown, ...first: unknown[]): (...args: unknown[]) => unknown {
    return (...args) => {
      const all: unknown[] = $arrayNew(first.length + args.length);
      appendArray(all, first);
      appendArray(all, args);
      return this.apply(receiver, all);
    };
  }

  ["bind/1"](this: (...args: unknown[]) => unknown, receiver: unknown): (...args: unknown[]) => unknown {
    return (...args) => this.apply(receiver, args);
  }

  override toString(): string {
    return `function ${$functionName(this)}() { [native code] }`;
  }
}
