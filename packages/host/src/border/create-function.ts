import type { BorderCall, BorderParameterDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import { argumentEncoders, createMethod } from "./calls.ts";
import { lengthOf } from "./function-codec.ts";
import { thrownValue } from "./thrown.ts";

/** A function of the module. Where nothing can change that it is given, that is all it does: convert, call, convert. */
export function createFunction(
  border: Border,
  operation: BorderCall,
  name: string,
  parameters: readonly BorderParameterDescription[],
): (...values: never[]) => unknown {
  const made =
    parameters.some(({ rest }) => rest) || !isSimple(border, operation) || hasVariables(border)
      ? withObjects(border, operation, name, parameters)
      : withValues(border, operation, name, parameters);
  Object.defineProperties(made, {
    name: { value: name, configurable: true },
    length: { value: lengthOf(parameters), configurable: true },
  });
  return made;
}

function isSimple(border: Border, { parameters }: BorderCall): boolean {
  return parameters.every(([type]) => border.codec(type).simple);
}

/** The module exports variables, which are to be looked at after each call. */
function hasVariables({ description }: Border): boolean {
  return description.exports.some((each) => each.kind === "value" && each.live);
}

function withObjects(
  border: Border,
  operation: BorderCall,
  name: string,
  parameters: readonly BorderParameterDescription[],
): (...values: unknown[]) => unknown {
  const call = createMethod(border, operation, name, parameters);
  return (...values) => call(undefined, values);
}

function withValues(
  border: Border,
  operation: BorderCall,
  name: string,
  parameters: readonly BorderParameterDescription[],
): (...values: unknown[]) => unknown {
  const call = border.call(operation.name);
  const encoders = argumentEncoders(border, operation, name, parameters);
  const decode = border.decoder(operation.result);
  const failed = (error: unknown): unknown => thrownValue(border, error, name);
  const [first, second, third, ...others] = encoders;
  // The module's own objects among results are looked at once a crossing.
  const begin =
    operation.result && !border.codec(operation.result[0]).simple ? () => border.pairs.leave([]) : undefined;
  const guarded = (values: unknown[]): unknown => {
    begin?.();
    try {
      return decode(call(...values));
    } catch (error) {
      throw failed(error);
    }
  };
  if (begin || others.length > 0) {
    return (...values) => guarded(encoders.map((encode, index) => encode(values[index])));
  }
  if (third && second && first) {
    return (a, b, c) => {
      const x = first(a);
      const y = second(b);
      const z = third(c);
      try {
        return decode(call(x, y, z));
      } catch (error) {
        throw failed(error);
      }
    };
  }
  if (second && first) {
    return (a, b) => {
      const x = first(a);
      const y = second(b);
      try {
        return decode(call(x, y));
      } catch (error) {
        throw failed(error);
      }
    };
  }
  if (first) {
    return (a) => {
      const x = first(a);
      try {
        return decode(call(x));
      } catch (error) {
        throw failed(error);
      }
    };
  }
  return () => {
    try {
      return decode(call());
    } catch (error) {
      throw failed(error);
    }
  };
}
