import type { Instruction, Local } from "../../../wasm/index.ts";
import { createLocal, drop, i32, localGet, localSet } from "../../../wasm/index.ts";
import { arrayOfValues } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { ArrayLayout } from "../array-layouts.ts";
import type { Representation } from "../representation.ts";
import { ANY_REPRESENTATION, reference, valueType } from "../representation.ts";
import type { CallArgument } from "./direct-call.ts";
import { appendSpread } from "./spread.ts";

/** What a parameter takes. */
export interface ParameterPlace {
  representation: Representation;
  /** Layout of the array, if it takes all further arguments. */
  rest: ArrayLayout | undefined;
}

/** What is passed, and what must run before it. */
interface Passed {
  setup: Instruction[];
  values: Instruction[];
}

/** Arguments as the parameters want them. */
export function passArguments(
  f: FunctionGenerator,
  places: readonly ParameterPlace[],
  args: readonly CallArgument[],
): Passed {
  const firstSpread = args.findIndex(({ spreads }) => spreads);
  if (firstSpread >= 0) return passSpread(f, places, args, firstSpread);
  const values = places.map(({ representation, rest }, index) => {
    if (rest) {
      const elements = args.slice(index).map((argument) => f.convert(argument.value(), rest.element));
      return f.convert(arrayValue(rest, arrayOfValues(rest, elements)), representation);
    }
    const argument = args[index];
    if (!argument) return undefinedAs(representation);
    return argument.as?.(representation) ?? f.convert(argument.value(), representation);
  });
  const extra = places.some(({ rest }) => rest) ? [] : args.slice(places.length);
  return extra.length === 0 ? { setup: [], values } : dropExtra(values, places, extra);
}

/** Arguments that nobody takes still run, after the others. */
function dropExtra(values: Instruction[], places: readonly ParameterPlace[], extra: readonly CallArgument[]): Passed {
  const drops = extra.map((argument) => argument.value().code).filter((code) => !isConstant(code));
  if (drops.length === 0) return { setup: [], values };
  const locals = places.map(({ representation }) => createLocal("argument", valueType(representation)));
  return {
    setup: [...values.map((value, index) => localSet(locals[index]!, value)), ...drops.map((code) => drop(code))],
    values: locals.map((local) => localGet(local)),
  };
}

function isConstant({ kind, operands }: Instruction): boolean {
  return operands.length === 0 && ["i32", "float", "local", "global", "null"].includes(kind);
}

function arrayValue(layout: ArrayLayout, code: Instruction): Value {
  return { code, representation: reference(layout.struct), kinds: 0 };
}

/** Arguments of which one is spread: from the first spread on they are put into one list, which the parameters take from. */
function passSpread(
  f: FunctionGenerator,
  places: readonly ParameterPlace[],
  args: readonly CallArgument[],
  firstSpread: number,
): Passed {
  const { layouts, arrays } = f.program;
  const setup: Instruction[] = [];
  const fixed = args.slice(0, firstSpread).map((argument, index): Value => {
    const place = places[index];
    const given = argument.value();
    const representation = place && !place.rest ? place.representation : given.representation;
    const local = createLocal("argument", valueType(representation));
    setup.push(localSet(local, f.convert(given, representation)));
    return { ...given, code: localGet(local), representation };
  });
  const restIndex = places.findIndex(({ rest }) => rest);
  const onlyRest = restIndex >= 0 && restIndex <= firstSpread ? places[restIndex]!.rest : undefined;
  const layout = onlyRest ?? layouts.arrays.holding(ANY_REPRESENTATION);
  const list = createLocal("arguments", { kind: "ref", nullable: true, heap: layout.struct });
  const before = onlyRest ? fixed.slice(restIndex).map((value) => f.convert(value, layout.element)) : [];
  setup.push(localSet(list, arrayOfValues(layout, before)));
  for (const argument of args.slice(firstSpread)) {
    if (argument.spreads) setup.push(...appendSpread(f, layout, list, argument.spreads));
    else setup.push(arrays.push(layout, localGet(list), f.convert(argument.value(), layout.element)));
  }
  const values = places.map(({ representation, rest }, index) => {
    if (rest && rest === onlyRest) return f.convert(arrayValue(rest, localGet(list)), representation);
    if (rest) return f.convert(arrayValue(rest, restOf(f, rest, layout, list, index - firstSpread)), representation);
    const value = fixed[index];
    if (value) return f.convert(value, representation);
    const element = arrays.get(layout, localGet(list), { type: "i32", code: i32(index - firstSpread) });
    return f.convert({ code: element, representation: layout.element, kinds: -1 }, representation);
  });
  return { setup, values };
}

/** What a list holds from an index on, as the array that a rest parameter takes. */
function restOf(f: FunctionGenerator, layout: ArrayLayout, list: ArrayLayout, local: Local, from: number): Instruction {
  return f.program.arrays.convertFrom(layout, list, localGet(local), i32(from), (code) =>
    f.convert({ code, representation: list.element, kinds: -1 }, layout.element),
  );
}
