import type { BorderCall, BorderParameterDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import { valueInvalid } from "./messages.ts";
import { Mismatch } from "./mismatch.ts";
import type { Decoder, Encoder } from "./slots.ts";
import { thrownValue } from "./thrown.ts";

/** Calls an operation with the object that it works on and with arguments. What the receiver's own changes are shows on both sides. */
export type Method = (reference: object | undefined, values: readonly unknown[], receiver?: unknown) => unknown;

/** How JavaScript calls an operation of the module: as many arguments as it takes, converted, what it did to them brought back. */
export function createMethod(
  border: Border,
  operation: BorderCall,
  name: string,
  parameters: readonly BorderParameterDescription[],
  decode: Decoder = border.decoder(operation.result),
): Method {
  const call = border.call(operation.name);
  const encoders = argumentEncoders(border, operation, name, parameters);
  const rest = parameters.findIndex((parameter) => parameter.rest);
  const { pairs } = border;
  return (reference, values, receiver) => {
    const outer = pairs.enter();
    const given: unknown[] = reference ? [reference] : [];
    let met;
    try {
      pairs.pushValue(receiver);
      if (reference) pairs.pushReference(reference);
      for (let index = 0; index < encoders.length; index++) {
        given.push(encoders[index]!(index === rest ? values.slice(index) : values[index]));
      }
    } catch (error) {
      throw error instanceof Mismatch ? valueInvalid(`${name}: its object`, error) : error;
    } finally {
      met = pairs.prepared(outer);
    }
    let held: unknown;
    try {
      held = call(...given);
    } catch (error) {
      pairs.leave(met);
      border.onRun?.();
      throw thrownValue(border, error, name);
    }
    pairs.leave(met);
    border.onRun?.();
    return decode(held);
  };
}

/** Encoders of arguments, which say whose argument is wrong. */
export function argumentEncoders(
  border: Border,
  operation: BorderCall,
  name: string,
  parameters: readonly BorderParameterDescription[],
): Encoder[] {
  return operation.parameters.map((place, index) => {
    const parameter = parameters[index];
    const encode = border.encoder(place);
    const codec = border.codec(place[0]);
    const { optional = false, lenient = false } = parameter ?? {};
    const described = parameter ? `${name}: ${parameter.name}` : name;
    return (value) => {
      if (value === undefined ? optional || lenient : value === null && lenient && !codec.accepts(null)) return null;
      try {
        return encode(value);
      } catch (error) {
        throw error instanceof Mismatch ? valueInvalid(described, error) : error;
      }
    };
  });
}
