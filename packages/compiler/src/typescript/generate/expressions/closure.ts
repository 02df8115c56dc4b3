import type { Instruction, StorageType, WasmFunction } from "../../../wasm/index.ts";
import {
  call,
  createLocal,
  externref,
  f64,
  globalGet,
  i32,
  i64,
  localGet,
  nullValue,
  refCast,
  refFunc,
  structNew,
} from "../../../wasm/index.ts";
import type { FunctionObject } from "../../infer/index.ts";
import { canonical } from "../../infer/index.ts";
import type { IrFunction } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { coerce, undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { argumentAt } from "../entry-arguments.ts";
import type { Layouts } from "../layouts.ts";
import { isEmpty } from "../layouts.ts";
import type { ProgramGenerator } from "../program-generator.ts";
import type { Representation } from "../representation.ts";
import { reference } from "../representation.ts";

type Made = Pick<Value, "code" | "representation">;

/** A closure that is made here, with what it captures. */
export function makeClosure(f: FunctionGenerator, made: FunctionObject): Made {
  const object = canonical(made);
  const { captures, layouts } = f.program;
  if (!captures.needsClosure(object.function) || !object.scope) return constantClosure(f.program, object);
  const struct = layouts.closure(object);
  const captured = [...captures.of(object.function)].map((variable) => f.variables.capture(variable));
  const given = nothingGiven(layouts, object);
  const base = layouts.signature(object).base.fields.length;
  const kept = struct.fields.slice(base + captured.length, struct.fields.length - given.length);
  const initial = [...captured, ...kept.map(({ type }) => zero(type)), ...given];
  const code = structNew(struct, ...factsOf(f.program, object), ...initial);
  return { code, representation: reference(struct) };
}

/** What a variable that the closure keeps has before the function runs. */
function zero(type: StorageType): Instruction {
  if (type === "i32") return i32(0);
  if (type === "i64") return i64(0n);
  if (type === "f64") return f64(0);
  return nullValue(type === externref ? "noextern" : "none");
}

/** The closure of a function that captures nothing: one for the program. */
export function constantClosure(program: ProgramGenerator, object: FunctionObject): Made {
  const struct = program.layouts.closure(object);
  const global = program.constantGlobal(object, object.function.name, struct, () =>
    structNew(struct, ...factsOf(program, object), ...nothingGiven(program.layouts, object)),
  );
  return { code: globalGet(global), representation: reference(struct) };
}

/** The properties of a function, of which it has none at first. */
function nothingGiven(layouts: Layouts, object: FunctionObject): Instruction[] {
  return [...object.fields.values()].filter((node) => !isEmpty(node)).map((node) => undefinedAs(layouts.of(node)));
}

/** What the closures of a function have in common: their code, and what the program asks about the function. */
function factsOf(program: ProgramGenerator, object: FunctionObject): Instruction[] {
  const code = codeOf(program, object);
  if (!program.layouts.signature(object).described) return [code];
  return [code, i32(lengthOfFunction(object.function)), program.text(object.function.name)];
}

/** How many parameters stand before the first that has a default value or takes all further arguments. */
export function lengthOfFunction({ parameters, length }: IrFunction): number {
  if (length !== undefined) return length;
  const counted = parameters.findIndex(({ rest, hasDefault }) => rest || hasDefault);
  return counted < 0 ? parameters.length : counted;
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
    operands.push(
      argumentAt(program, { parameters: signature.parameters, given }, index, { representation: wanted, rest }),
    );
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
