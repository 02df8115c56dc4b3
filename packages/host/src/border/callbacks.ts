import type { BorderPlace, BorderTypeDescription } from "@rune/schema";
import type { Border, Call } from "./border.ts";
import { Callback } from "./callback.ts";
import { valueInvalid } from "./messages.ts";
import { Mismatch } from "./mismatch.ts";
import { throwable } from "./thrown.ts";
import type { Decoder, Encoder } from "./slots.ts";
import { Watch } from "./watch.ts";

type FunctionType = Extract<BorderTypeDescription, { type: "function" }>;

/** What the host does when it is told of a change. */
const CHANGE_TICKS = 50;

/** The functions that the module imports to call functions of JavaScript, by name, and the one that tells of changes. */
export function createCallbacks(border: Border): Record<string, Call> {
  const callbacks: Record<string, Call> = {
    changed(reference) {
      border.charge?.(CHANGE_TICKS);
      border.onChanged?.(Watch.ownerOf(reference));
    },
  };
  for (const type of border.description.types) {
    if (type.type === "function" && type.callback) callbacks[type.callback.name] = createCallback(border, type);
  }
  return callbacks;
}

function createCallback(border: Border, type: FunctionType): Call {
  const { pairs } = border;
  const { receiver } = type.callback!;
  let codecs: { receiver: Decoder | undefined; decoders: Decoder[]; encode: Encoder } | undefined;
  const open = (): NonNullable<typeof codecs> => ({
    receiver: receiver && border.decoder(receiver),
    decoders: type.callback!.parameters.map((place) => border.decoder(place)),
    encode: resultEncoder(border, type.callback!.result!),
  });
  const rest = type.parameters.findIndex((parameter) => parameter.rest);
  const required = type.parameters.findLastIndex(({ optional }) => !optional) + 1;
  // An error of the module that JavaScript throws on is the module's own error again.
  const guarded = (reference: unknown, values: unknown[], self: unknown): unknown => {
    try {
      return Callback.call(reference, values, self);
    } catch (error) {
      throw throwable(border, error);
    }
  };
  return (reference, ...held) => {
    codecs ??= open();
    const { decoders, encode } = codecs;
    const given = receiver ? held.shift() : undefined;
    pairs.leave([]);
    border.onRun?.();
    const self = codecs.receiver?.(given);
    const values = decoders.map((decode, index) => decode(held[index]));
    if (rest >= 0) values.push(...(values.pop() as unknown[]));
    else while (values.length > required && values.at(-1) === undefined) values.pop();
    const result = guarded(reference, values, self);
    const outer = pairs.enter();
    try {
      for (const value of [self, ...values]) pairs.pushValue(value);
      return encode(result);
    } catch (error) {
      throw error instanceof Mismatch ? valueInvalid("what the callback returns", error) : error;
    } finally {
      outer.push(...pairs.prepared(outer));
    }
  };
}

/** What a function gives back of which nothing is expected is nobody's business. */
function resultEncoder(border: Border, place: BorderPlace): Encoder {
  const encode = border.encoder(place);
  return border.type(place[0]).type === "undefined" ? () => encode(undefined) : encode;
}
