import { createMethod } from "../calls.ts";

import { thrownValue } from "../thrown.ts";
import { ExecutorCodec } from "./executor-codec.ts";

type Settle = (value: unknown) => void;

/** Promises: each side has its own, settled when the other's is. */
export class PromiseCodec extends ExecutorCodec {
  readonly name = "a promise";

  accepts(value: unknown): boolean {
    return (
      typeof value === "object" && value !== null && "then" in value && typeof (value as Thenable).then === "function"
    );
  }

  make(value: object): object {
    return this.makeWith(value, (resolve, reject) => {
      const settle: Settle = (result) => {
        try {
          resolve!(result);
        } catch (error) {
          reject!(error);
        }
      };
      (value as Thenable).then(settle, reject!);
    });
  }

  view(reference: object): object {
    const { border, type } = this;
    const operation = border.operation(type, "then")!;
    const then = createMethod(border, operation, "then", []);
    // A call that has given a promise goes on until that ends: only then is all there that it does to what it was given.
    const met = border.pairs.ended;
    const after =
      (settle: Settle): Settle =>
      (result) => {
        border.pairs.leave(met);
        settle(result);
      };
    const value = new Promise((resolve, reject) => {
      try {
        then(reference, [after(resolve), after(reject)]);
      } catch (error) {
        reject(thrownValue(border, error, "then"));
      }
    });
    border.pairs.show(value, reference, this, undefined);
    return value;
  }
}

interface Thenable {
  then(fulfilled: Settle, rejected: Settle): unknown;
}
