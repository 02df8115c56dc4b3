import type { Instruction, Local } from "../../wasm/index.ts";
import { i32, localGet } from "../../wasm/index.ts";
import { coerce, undefinedAs } from "./coerce.ts";
import type { ProgramGenerator } from "./program-generator.ts";
import type { Representation } from "./representation.ts";
import { reference } from "./representation.ts";
import type { SignatureParameter } from "./signatures.ts";

/** What code that is called through a function's value is given. */
export interface GivenArguments {
  parameters: readonly SignatureParameter[];
  given: readonly Local[];
}

/** How a parameter is wanted; a rest is wanted as an array of all arguments from its index on. */
export interface WantedParameter {
  representation: Representation;
  rest: boolean;
}

/** The argument for a parameter. */
export function argumentAt(
  { arrays, layouts, runtime }: ProgramGenerator,
  { parameters, given }: GivenArguments,
  index: number,
  { representation, rest }: WantedParameter,
): Instruction {
  const at = Math.min(index, parameters.length - 1);
  const place = parameters[at];
  const local = given[at];
  if (!place || !local || (at < index && !place.rest)) return undefinedAs(representation);
  const from = (code: Instruction, held: Representation, wanted = representation): Instruction =>
    coerce(runtime, { code, representation: held, kinds: -1 }, wanted);
  const list = place.rest;
  if (!list) return from(localGet(local), place.representation);
  const start = index - at;
  if (!rest) return from(arrays.get(list, localGet(local), { type: "i32", code: i32(start) }), list.element);
  const layout = layouts.arrays.heldAs(representation);
  if (layout === list && start === 0) return from(localGet(local), reference(list.struct));
  const convert = (element: Instruction): Instruction => from(element, list.element, layout.element);
  return from(arrays.convertFrom(layout, list, localGet(local), i32(start), convert), reference(layout.struct));
}
