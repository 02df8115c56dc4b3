import type { Instruction, Local, WasmFunction } from "../../../wasm/index.ts";
import {
  call,
  createLocal,
  globalGet,
  i32,
  localGet,
  nullValue,
  refCast,
  refFunc,
  structNew,
} from "../../../wasm/index.ts";
import type { FunctionObject } from "../../infer/index.ts";
import { canonical } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import { coerce, undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { ProgramGenerator } from "../program-generator.ts";
import type { ArrayLayout } from "../layouts.ts";
import type { Representation } from "../representation.ts";
import { reference } from "../representation.ts";

type Made = Pick<Value, "code" | "representation">;

/** A closure that is made here, with what it captures. */
export function makeClosure(f: FunctionGenerator, made: FunctionObject): Made {
  const object = canonical(made);
  const captured = [...f.program.captures.of(object.function)];
  if (captured.length === 0 || !object.scope) return constantClosure(f.program, object);
  const struct = f.program.closureStruct(object);
  const code = structNew(struct, codeOf(f.program, object), ...captured.map((variable) => f.capture(variable)));
  return { code, representation: reference(struct) };
}

/** The closure of a function that captures nothing: one for the program. */
export function constantClosure(program: ProgramGenerator, object: FunctionObject): Made {
  const { base } = program.layouts.signature(object);
  const global = program.constantGlobal(object, object.function.name, base, () =>
    structNew(base, codeOf(program, object)),
  );
  return { code: globalGet(global), representation: reference(base) };
}

/** A reference to the code that runs when a function is called through its value. */
function codeOf(program: ProgramGenerator, object: FunctionObject): Instruction {
  const signature = program.layouts.signature(object);
  const instance = program.analysis.existingInstance(object);
  if (!instance) return nullValue(signature.code);
  return refFunc(program.entryOf(object, () => makeEntry(program, object)));
}

/** A function with the signature that its value is called with; it calls the function itself. */
function makeEntry(program: ProgramGenerator, object: FunctionObject): WasmFunction {
  const { layouts, runtime } = program;
  const signature = layouts.signature(object);
  const generated = program.functionFor(program.analysis.existingInstance(object)!);
  const params = signature.code.params.map((type, index) => createLocal(index === 0 ? "closure" : `p${index}`, type));
  const operands: Instruction[] = [];
  if (generated.environment && typeof generated.environment === "object") {
    operands.push(refCast(generated.environment, localGet(params[0]!)));
  }
  if (generated.receiver) {
    operands.push(
      signature.takesReceiver
        ? from(runtime, localGet(params[1]!), signature.receiver, generated.receiver)
        : undefinedAs(generated.receiver),
    );
  }
  const given = params.slice(signature.takesReceiver ? 2 : 1);
  generated.instance.function.parameters.forEach(({ rest }, index) => {
    const wanted = generated.parameters[index]!;
    const at = Math.min(index, signature.parameters.length - 1);
    const place = signature.parameters[at];
    const local = given[at];
    if (!place || !local || (at < index && !place.rest)) operands.push(undefinedAs(wanted));
    else if (!place.rest) operands.push(from(runtime, localGet(local), place.representation, wanted));
    else operands.push(takeFrom(program, { list: place.rest, local, from: index - at }, wanted, rest));
  });
  const result = call(generated.wasm, ...operands);
  return {
    name: `${object.function.name || "anonymous"} entry`,
    type: signature.code,
    params,
    body: [from(runtime, result, generated.result, signature.result)],
  };
}

function from(
  runtime: ProgramGenerator["runtime"],
  code: Instruction,
  held: Representation,
  wanted: Representation,
): Instruction {
  return coerce(runtime, { code, representation: held, kinds: -1 }, wanted);
}

/** Further arguments, which are passed as a list. */
interface FurtherArguments {
  list: ArrayLayout;
  local: Local;
  from: number;
}

/** A parameter out of a list of further arguments: one of them, or all that follow as the array of a rest parameter. */
function takeFrom(
  { arrays, layouts, runtime }: ProgramGenerator,
  { list, local, from: start }: FurtherArguments,
  wanted: Representation,
  rest: boolean,
): Instruction {
  if (!rest) return from(runtime, arrays.get(list, localGet(local), i32(start)), list.element, wanted);
  const layout = layouts.arrayWith(wanted);
  if (layout === list && start === 0) return from(runtime, localGet(local), reference(list.struct), wanted);
  const convert = (element: Instruction): Instruction => from(runtime, element, list.element, layout.element);
  return from(
    runtime,
    arrays.convertFrom(layout, list, localGet(local), i32(start), convert),
    reference(layout.struct),
    wanted,
  );
}
