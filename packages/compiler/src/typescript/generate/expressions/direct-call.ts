import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel, createLocal, drop, i32, localGet, localSet } from "../../../wasm/index.ts";
import type { ArrayObject, CallTarget, FunctionInstance } from "../../infer/index.ts";
import { canonical, currentInstance } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import { arrayOfValues } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { ANY_REPRESENTATION, valueType } from "../representation.ts";
import { appendSpread } from "./spread.ts";

/** An argument of a call that is being written: a value, or what is spread. */
export interface CallArgument {
  value(): Value;
  /** What is spread, if it is. */
  spreads: Expression | undefined;
}

/** What a direct call is given. */
export interface CallParts {
  /** The closure, for functions that find captured variables in it. */
  closure?: Instruction | undefined;
  receiver?: Value | undefined;
  arguments: readonly CallArgument[];
}

/** The targets of a call, each once. */
export function targetsOf(f: FunctionGenerator, key: string): CallTarget[] {
  const targets: CallTarget[] = [];
  for (const { on, instance } of f.generated.instance.calls.get(key) ?? []) {
    const receiver = typeof on === "object" ? canonical(on) : on;
    const callee = currentInstance(instance);
    if (!targets.some((known) => known.on === receiver && known.instance === callee)) {
      targets.push({ on: receiver, instance: callee });
    }
  }
  return targets;
}

/** Calls a function whose code is known. */
export function callInstance(f: FunctionGenerator, instance: FunctionInstance, parts: CallParts): Value {
  const generated = f.program.functionFor(instance);
  const operands: Instruction[] = [];
  if (generated.environment) {
    if (!parts.closure) throw new Error(`a call of ${instance.function.name} has no closure`);
    operands.push(parts.closure);
  }
  if (generated.receiver) {
    operands.push(parts.receiver ? f.convert(parts.receiver, generated.receiver) : undefinedAs(generated.receiver));
  }
  const { setup, values } = passArguments(f, currentInstance(instance), generated.parameters, parts.arguments);
  const code = call(generated.wasm, ...operands, ...values);
  const result = currentInstance(instance).result;
  const whole = setup.length === 0 ? code : block(createLabel("call"), valueType(generated.result), [...setup, code]);
  return { ...f.valueOf(whole, result), representation: generated.result };
}

/** Arguments as the parameters want them; what must run before them is `setup`. */
export function passArguments(
  f: FunctionGenerator,
  callee: FunctionInstance,
  parameters: readonly Representation[],
  args: readonly CallArgument[],
): { setup: Instruction[]; values: Instruction[] } {
  const definitions = callee.function.parameters;
  const firstSpread = args.findIndex(({ spreads }) => spreads);
  if (firstSpread >= 0) return passSpread(f, callee, parameters, args, firstSpread);
  const values: Instruction[] = [];
  definitions.forEach(({ rest }, index) => {
    const wanted = parameters[index]!;
    if (rest) {
      const layout = restLayout(f, callee, index);
      const elements = args.slice(index).map((argument) => f.convert(argument.value(), layout.element));
      values.push(f.convert(arrayValue(f, callee, index, arrayOfValues(layout, elements)), wanted));
    } else {
      const argument = args[index];
      values.push(argument ? f.convert(argument.value(), wanted) : undefinedAs(wanted));
    }
  });
  const takesRest = definitions.some(({ rest }) => rest);
  const extra = takesRest ? [] : args.slice(definitions.length);
  if (extra.length === 0) return { setup: [], values };
  return dropExtra(values, parameters, extra);
}

/** Arguments that nobody takes still run, after the others. */
function dropExtra(
  values: Instruction[],
  parameters: readonly Representation[],
  extra: readonly CallArgument[],
): { setup: Instruction[]; values: Instruction[] } {
  const drops = extra.map((argument) => argument.value().code).filter((code) => !isConstant(code));
  if (drops.length === 0) return { setup: [], values };
  const locals = values.map((_, index) => createLocal("argument", valueType(parameters[index]!)));
  return {
    setup: [...values.map((value, index) => localSet(locals[index]!, value)), ...drops.map((code) => drop(code))],
    values: locals.map((local) => localGet(local)),
  };
}

function isConstant({ kind, operands }: Instruction): boolean {
  return operands.length === 0 && ["i32", "float", "local", "global", "null"].includes(kind);
}

function restLayout(f: FunctionGenerator, callee: FunctionInstance, index: number) {
  const array = canonical(callee.allocations.get(`rest ${index}`) as ArrayObject);
  return f.program.layouts.array(array);
}

function arrayValue(f: FunctionGenerator, callee: FunctionInstance, index: number, code: Instruction): Value {
  const array = canonical(callee.allocations.get(`rest ${index}`) as ArrayObject);
  return {
    code,
    representation: { type: "reference", struct: f.program.layouts.struct(array), absent: "undefined" },
    kinds: 0,
  };
}

/** Arguments of which one is spread: from the first spread on they are put into one list, which the parameters take from. */
function passSpread(
  f: FunctionGenerator,
  callee: FunctionInstance,
  parameters: readonly Representation[],
  args: readonly CallArgument[],
  firstSpread: number,
): { setup: Instruction[]; values: Instruction[] } {
  const { layouts, arrays } = f.program;
  const definitions = callee.function.parameters;
  const setup: Instruction[] = [];
  const fixed = args.slice(0, firstSpread).map((argument, index) => {
    const wanted = definitions[index]?.rest === false ? parameters[index]! : undefined;
    const given = argument.value();
    const local = createLocal("argument", valueType(wanted ?? given.representation));
    setup.push(localSet(local, wanted ? f.convert(given, wanted) : given.code));
    return { ...given, code: localGet(local), representation: wanted ?? given.representation };
  });
  const restIndex = definitions.findIndex(({ rest }) => rest);
  const onlyRest = restIndex >= 0 && restIndex <= firstSpread;
  const layout = onlyRest ? restLayout(f, callee, restIndex) : layouts.arrayOf(ANY_REPRESENTATION);
  const list = createLocal("arguments", { kind: "ref", nullable: true, heap: layout.struct });
  const before = onlyRest ? fixed.slice(restIndex).map((value) => f.convert(value, layout.element)) : [];
  setup.push(localSet(list, arrayOfValues(layout, before)));
  for (const argument of args.slice(firstSpread)) {
    if (argument.spreads) setup.push(...appendSpread(f, layout, list, argument.spreads));
    else setup.push(arrays.push(layout, localGet(list), f.convert(argument.value(), layout.element)));
  }
  const values = definitions.map(({ rest }, index) => {
    const wanted = parameters[index]!;
    if (rest) {
      if (onlyRest) return f.convert(arrayValue(f, callee, index, localGet(list)), wanted);
      return f.convert(restOfList(f, callee, index, layout, list, index - firstSpread), wanted);
    }
    const value = fixed[index];
    if (value) return f.convert(value, wanted);
    const element = arrays.get(layout, localGet(list), i32(index - firstSpread));
    return f.convert({ code: element, representation: layout.element, kinds: -1 }, wanted);
  });
  return { setup, values };
}

/** What a list holds from an index on, as the array that a rest parameter takes. */
function restOfList(
  f: FunctionGenerator,
  callee: FunctionInstance,
  index: number,
  list: ReturnType<typeof restLayout>,
  local: ReturnType<typeof createLocal>,
  from: number,
): Value {
  const layout = restLayout(f, callee, index);
  return arrayValue(
    f,
    callee,
    index,
    f.program.arrays.convertFrom(layout, list, localGet(local), i32(from), (code) =>
      f.convert({ code, representation: list.element, kinds: -1 }, layout.element),
    ),
  );
}
