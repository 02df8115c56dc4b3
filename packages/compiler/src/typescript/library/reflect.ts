import { getPrototypeOf } from "./prototype.ts";
import { keysOf } from "./properties.ts";

/** `Reflect`: what operators do, as functions. */
// oxlint-disable-next-line typescript/no-extraneous-class -- calls of its members resolve like those of any class.
export class Reflect {
  static apply(callee: (...args: unknown[]) => unknown, receiver: unknown, args: unknown[]): unknown {
    return callee.apply(receiver, args);
  }

  static deleteProperty(target: Record<string, unknown>, key: string): boolean {
    return delete target[key];
  }

  static get(target: Record<string, unknown>, key: string): unknown {
    return target[key];
  }

  static getPrototypeOf(target: unknown): unknown {
    return getPrototypeOf(target);
  }

  static has(target: Record<string, unknown>, key: string): boolean {
    return key in target;
  }

  static ownKeys(target: unknown): string[] {
    const keys = keysOf(target);
    if ($isArray(target)) $arrayPush(keys, "length");
    return keys;
  }

  static set(target: Record<string, unknown>, key: string, value: unknown): boolean {
    target[key] = value;
    return true;
  }
}
