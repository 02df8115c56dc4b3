import type { Local, ValueType, WasmFunction, Instruction } from "../../wasm/index.ts";
import { createLocal, functionType, refNull } from "../../wasm/index.ts";
import type { InstanceObject, ShapeObject } from "../infer/index.ts";
import { canonical } from "../infer/index.ts";
import type { ProgramGenerator } from "./program-generator.ts";

/** An object with fields. */
export type FieldsObject = InstanceObject | ShapeObject;

/** Functions of the compiler's own that work on the objects of one kind; each is made when first asked for. */
export class ObjectFunctions {
  #program: ProgramGenerator;
  #functions = new Map<FieldsObject, Map<string, WasmFunction>>();

  constructor(program: ProgramGenerator) {
    this.#program = program;
  }

  /** The function of this name, which takes the object first. */
  of(
    object: FieldsObject,
    name: string,
    params: ValueType[],
    results: ValueType[],
    body: (self: Local, ...params: [Local, ...Local[]]) => Instruction[],
  ): WasmFunction {
    const target = canonical(object);
    let functions = this.#functions.get(target);
    if (!functions) this.#functions.set(target, (functions = new Map()));
    let made = functions.get(name);
    if (!made) {
      const struct = this.#program.layouts.struct(target);
      const locals = [
        createLocal("object", refNull(struct)),
        ...params.map((type, index) => createLocal(`p${index}`, type)),
      ];
      made = {
        name: `${struct.name} ${name}`,
        type: functionType(
          locals.map(({ type }) => type),
          results,
        ),
        params: locals,
        body: [],
      };
      functions.set(name, made);
      this.#program.module.functions.push(made);
      made.body = body(...(locals as [Local, Local, ...Local[]]));
    }
    return made;
  }
}
