import type { Instruction, StructType } from "../../../wasm/index.ts";
import {
  BeyondLimitError,
  call,
  createLocal,
  externref,
  field,
  functionType,
  limits,
  localGet,
  ref,
  refCast,
  refFunc,
  structGet,
  structNew,
  structType,
} from "../../../wasm/index.ts";
import type { HostFunctionObject } from "../../infer/index.ts";
import { kindsOf } from "../../infer/index.ts";
import { coerce } from "../coerce.ts";
import { argumentAt } from "../entry-arguments.ts";
import type { ProgramGenerator } from "../program-generator.ts";
import { valueType } from "../representation.ts";
import type { Slot } from "./border-slot.ts";
import { slotOf } from "./border-slot.ts";

/** How JavaScript is called, and what it is given and gives. */
export interface HostClosure {
  /** What it is called on, if the program says so. */
  receiver: Slot | undefined;
  parameters: Slot[];
  result: Slot;
}

/**
 * Exports a function that makes a closure of the program around a JavaScript function, which the closure calls through an import. The
 * result is how the import is called.
 */
export function exportHostClosure(
  program: ProgramGenerator,
  object: HostFunctionObject,
  imported: string,
  name: string,
): HostClosure {
  const { layouts, runtime, module } = program;
  const signature = layouts.signature(object);
  const { base } = signature;
  base.final = false;
  const struct: StructType = structType("host function", [...base.fields, field("function", externref, false)], base);
  const last = base.fields.length;
  if (object.parameters.length >= limits.parameters) throw new BeyondLimitError("parameters", { name });
  const params = signature.code.params.map((type, index) => createLocal(`p${index}`, type));
  const given = params.slice(signature.takesReceiver ? 2 : 1);
  const slots = object.parameters.map((node) => slotOf(node, layouts.of(node)));
  const result = slotOf(object.result, layouts.of(object.result));
  const receiver: Slot | undefined = object.isCalledOn.holds
    ? { representation: signature.receiver, name: "any" }
    : undefined;
  const target = program.imports.border(
    imported,
    functionType(
      [
        externref,
        ...[...(receiver ? [receiver] : []), ...slots].map(({ representation }) => valueType(representation)),
      ],
      [valueType(result.representation)],
    ),
  );
  const operands: Instruction[] = slots.map(({ representation }, index) =>
    argumentAt(program, { parameters: signature.parameters, given }, index, {
      representation,
      rest: object.rest !== undefined && index === slots.length - 1,
    }),
  );
  const self = structGet(struct, last, refCast(ref(struct), localGet(params[0]!)));
  const answer = call(target, self, ...(receiver ? [localGet(params[1]!)] : []), ...operands);
  const code = {
    name: "call host function",
    type: signature.code,
    params,
    body: [
      coerce(
        runtime,
        { code: answer, representation: result.representation, kinds: kindsOf(object.result) },
        signature.result,
      ),
    ],
  };
  const host = createLocal("function", externref);
  const facts = signature.described ? [createLocal("length", "i32"), createLocal("name", externref)] : [];
  module.functions.push(code, {
    name: "make host function",
    type: functionType([externref, ...facts.map((fact) => fact.type)], [ref(struct)]),
    params: [host, ...facts],
    body: [structNew(struct, refFunc(code), ...facts.map((fact) => localGet(fact)), localGet(host))],
    exportNames: [name],
  });
  return { receiver, parameters: slots, result };
}
