import type { BorderFieldDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import { Callback } from "./callback.ts";
import type { Method } from "./calls.ts";
import { createMethod } from "./calls.ts";
import { PairCodec } from "./pair-codec.ts";

type Callee = (...values: unknown[]) => unknown;

/** Functions: of the module for JavaScript, and of JavaScript for the module. */
export class FunctionCodec extends PairCodec {
  readonly name = "a function";

  accepts(value: unknown): boolean {
    return typeof value === "function";
  }

  make(value: object): object {
    const reference = this.#make(value as Callee) as object;
    this.border.pairs.link(value, reference, this, undefined, this.stays).made = true;
    return reference;
  }

  /** Modules that ask for the length and name of functions take them. */
  #make(value: Callee, receiver?: unknown): unknown {
    const { length, name } = value;
    return this.border.raw(this.type, "make")(new Callback(value, receiver), Number(length) | 0, String(name));
  }

  /** The method of an object; what the module calls has the object as its receiver. */
  makeMethod(value: object, receiver: object): object {
    const known = this.find(value);
    // A function of the module finds its receiver itself.
    if (known && !known.made) return known.reference;
    const reference = this.#make(value as Callee, receiver) as object;
    if (!this.stays) this.border.pairs.refer(value, reference, this);
    return reference;
  }

  view(reference: object): object {
    return this.viewAs(reference, "", undefined);
  }

  /** A function of the module; `ofReceiver` is how it is called on an object of the module that it was taken from. */
  viewAs(reference: object, name: string, ofReceiver: ReceiverCall | undefined): object {
    const { border, type } = this;
    const known = border.pairs.ofReference(reference);
    if (known) return known.value;
    const call = createMethod(border, border.operation(type, "call")!, name || "function", parametersOf(border, type));
    const value = {
      [name](this: unknown, ...values: unknown[]): unknown {
        const receiver = ofReceiver?.find(this);
        return receiver ? ofReceiver!.call(receiver, values, this) : call(reference, values, this);
      },
    }[name]!;
    border.pairs.show(value, reference, this, undefined);
    const described = border.type(type);
    Object.defineProperty(value, "length", { value: lengthOf(parametersOf(border, type)), configurable: true });
    if (described.type === "function") defineFields(border, type, value, reference, described.fields ?? []);
    return value;
  }
}

/** Gives a function the properties that it has in the module. */
function defineFields(
  border: Border,
  type: number,
  value: object,
  reference: object,
  fields: readonly BorderFieldDescription[],
): void {
  for (const { name } of fields) {
    const read = border.operation(type, `get ${name}`);
    const write = border.operation(type, `set ${name}`);
    const get = read && createMethod(border, read, name, []);
    const set = write && createMethod(border, write, name, [{ name, type: write.parameters[0]![0] }]);
    Object.defineProperty(value, name, {
      configurable: true,
      enumerable: true,
      get: () => get?.(reference, []),
      ...(set ? { set: (given: unknown) => void set(reference, [given]) } : {}),
    });
  }
}

/** How many arguments a function asks for. */
export function lengthOf(parameters: readonly BorderParameter[]): number {
  const length = parameters.findIndex(({ optional, rest }) => optional || rest);
  return length < 0 ? parameters.length : length;
}

/** How a function is called as a method. */
export interface ReceiverCall {
  find(receiver: unknown): object | undefined;
  call: Method;
}

/** The parameters of a function type. */
export function parametersOf(border: Border, index: number): readonly BorderParameter[] {
  const type = border.type(index);
  return type.type === "function" ? type.parameters : [];
}

type BorderParameter = Extract<ReturnType<Border["type"]>, { type: "function" }>["parameters"][number];
