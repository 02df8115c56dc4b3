import type { Border } from "./border.ts";
import { createMethod } from "./calls.ts";
import { FunctionCodec, parametersOf } from "./function-codec.ts";
import { PairCodec } from "./pair-codec.ts";
import type { Decoder } from "./slots.ts";

/** How a property is decoded that holds a function which uses its receiver; `undefined` for others. */
export function createFieldFunction(border: Border, type: number, name: string): Decoder | undefined {
  const operation = border.operation(type, `call ${name}`);
  const description = border.type(type);
  const field = description.type === "object" ? description.fields.find((each) => each.name === name) : undefined;
  const codec = field && border.codec(field.type);
  if (!operation || !(codec instanceof FunctionCodec)) return undefined;
  const call = createMethod(border, operation, name, parametersOf(border, field!.type));
  const find = (receiver: unknown): object | undefined => {
    const owner = border.codec(type);
    return owner instanceof PairCodec ? owner.find(receiver)?.reference : undefined;
  };
  return (held) => (held === null ? undefined : codec.viewAs(held as object, name, { find, call }));
}
