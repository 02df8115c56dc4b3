import type {
  BorderCall,
  BorderCallback,
  BorderExportDescription,
  BorderPlace,
  BorderTypeBase,
  BorderTypeDescription,
  ModuleInterface,
} from "@rune/schema";
import type { BorderExport, BorderOperation, Crossing, Inference } from "../../infer/index.ts";
import { HOST, NUMBER, canonical, currentInstance, kindsOf, objectsOf } from "../../infer/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import { BeyondLimitError } from "../../../wasm/index.ts";
import type { BorderFunction, BorderType, IrVariable } from "../../ir/index.ts";
import type { ProgramGenerator } from "../program-generator.ts";
import { exportAnyValues } from "./any-values.ts";
import type { Slot } from "./border-slot.ts";
import { describeType } from "./describe-type.ts";
import { exportOperation } from "./export-operation.ts";
import { exportTest } from "./export-test.ts";
import { exportWatch } from "./export-watch.ts";
import { exportHostClosure } from "./host-closure.ts";
import { InterfaceTables } from "./interface-tables.ts";
import { findWrittenArrays } from "./written-arrays.ts";

/** Exports what JavaScript needs to use the program, and describes it. */
export function generateBorder(program: ProgramGenerator, inference: Inference): ModuleInterface {
  return new BorderGenerator(program, inference).generate();
}

/** The exports of a module for the border, as they are made. */
export class BorderGenerator {
  readonly program: ProgramGenerator;
  readonly inference: Inference;
  readonly tables: InterfaceTables = new InterfaceTables();
  #taken: Set<string>;
  #next = 0;
  #written: ReadonlySet<AbstractObject> | undefined;
  /** What leaves the program as any type. */
  #left: ReadonlySet<AbstractObject> | undefined;
  #any: ModuleInterface["any"] = {};
  /** The exported variable that is being described, and those for which types are, by index: what is wrong with a type is said of it. */
  #owner: IrVariable | undefined;
  #owners: (IrVariable | undefined)[] = [];

  constructor(program: ProgramGenerator, inference: Inference) {
    this.program = program;
    this.inference = inference;
    this.#taken = new Set(inference.exports.map(({ export: { name } }) => name));
  }

  generate(): ModuleInterface {
    try {
      return this.#describeAll();
    } catch (error) {
      throw error instanceof BeyondLimitError && this.#owner ? new BeyondLimitError(error.part, this.#owner) : error;
    }
  }

  #describeAll(): ModuleInterface {
    const exports = this.inference.exports.flatMap((each) => this.#describeExport(each));
    const { analysis } = this.inference;
    const mayThrow = kindsOf(analysis.thrown) !== 0 || objectsOf(analysis.thrown).length > 0;
    const thrown = mayThrow ? this.#describeThrown() : undefined;
    if (thrown) this.program.runtime.tag().exportName = thrown.tag;
    // Describing a type can meet further ones.
    for (let index = 0; index < this.tables.crossings.length; index++) this.#describe(index);
    return {
      exports,
      types: this.tables.types,
      classes: this.tables.classes,
      any: this.#any,
      ...(thrown ? { thrown } : {}),
    };
  }

  #describeThrown(): NonNullable<ModuleInterface["thrown"]> {
    const { border } = this.inference;
    return {
      tag: this.#name(),
      type: this.type(border.thrown),
      ...(border.catchesCallbacks ? { caught: this.type(border.error) } : {}),
    };
  }

  /** Whether the program changes none of the arrays that it gets from JavaScript as a type. */
  isStill(crossing: Crossing): boolean {
    const make = crossing.operations.get("make");
    if (!make) return false;
    const written = (this.#written ??= findWrittenArrays(this.inference));
    return objectsOf(currentInstance(make.instance).result).every((object) => !written.has(canonical(object)));
  }

  /** The index of a type in the description. */
  type(type: BorderType): number {
    const index = this.tables.type(type, () => this.inference.border.crossing(type));
    this.#owners[index] ??= this.#owner;
    return index;
  }

  #describeExport({ export: { name, variable }, direct, value, class: made }: BorderExport): BorderExportDescription[] {
    this.#owner = variable;
    const { type } = this.inference.exports.find((each) => each.export.name === name)!.export;
    if (made) return [{ name, kind: "class", type: this.type(type) }];
    if (value) {
      const live = variable.kind === "let" || variable.kind === "var";
      const write = value.write && this.call(value.write);
      return [{ name, kind: "value", read: this.call(value.read), ...(write && { write }), live }];
    }
    if (!direct) return [];
    return [{ name, kind: "function", type: this.type(type), call: this.call(direct, name) }];
  }

  #describe(index: number): void {
    const crossing = this.tables.crossings[index]!;
    this.#owner = this.#owners[index];
    const base: BorderTypeBase = {};
    const operations: Record<string, BorderCall> = {};
    const described = describeType(this, crossing);
    for (const operation of crossing.operations.values()) {
      // Controllers are described with the calls of what they export.
      if (/^(?:read|write) /.test(operation.name) || described.type === "controller") continue;
      const order = takesFields(crossing, operation) ? orderOfFields(crossing, described) : undefined;
      operations[operation.name] = this.call(operation, this.#name(), order);
    }
    const views = this.#views(crossing);
    if (views.length > 0) base.views = views.map(({ index: view }) => view);
    const test = this.#test(
      crossing,
      views.map(({ objects }) => objects),
    );
    if (test !== undefined) base.test = test;
    else if (kindsOf(crossing.leaving) & HOST) base.host = true;
    if (crossing.accepts.size > 0) base.accepts = [...crossing.accepts].map((each) => this.type(each.type));
    if (described.type === "function") {
      const callback = this.#callback(crossing, index, operations);
      if (callback) described.callback = callback;
    }
    if (crossing.watched) {
      base.watch = this.#name();
      exportWatch(this.program, objectsOf(crossing.own), base.watch);
    }
    if (this.#stays(crossing)) base.stays = true;
    if (Object.keys(operations).length > 0) base.operations = operations;
    this.tables.types[index] = { ...described, ...base };
  }

  /** Exports an operation. */
  call(operation: BorderOperation, name: string = this.#name(), order?: readonly number[]): BorderCall {
    const { parameters, result } = exportOperation(this.program, operation, name, order);
    const types = order?.map((index) => operation.parameters[index]!) ?? operation.parameters;
    const call: BorderCall = {
      name,
      parameters: types.map((type, index) => this.#place(type, parameters[index]!, "in")),
    };
    if (operation.result !== undefined && operation.result !== "handle" && result) {
      call.result = this.#place(operation.result, result, "out");
    }
    return call;
  }

  #place(type: BorderType, { name }: Slot, direction: "in" | "out"): BorderPlace {
    if (name === "any") exportAnyValues(this.program.runtime, this.#any, direction, () => this.#name());
    return [this.type(type), name];
  }

  /** Whether nothing that the program makes of JavaScript's values of a type leaves it. */
  #stays({ own, operations }: Crossing): boolean {
    const make = operations.get("make");
    const made = make
      ? objectsOf(currentInstance(make.instance).result)
      : objectsOf(own).filter(({ type }) => type === "hostFunction");
    this.#left ??= new Set(
      [...this.inference.border.crossings.values()].flatMap(({ views }) => [...views.keys()].map(canonical)),
    );
    return made.length > 0 && made.every((object) => !this.#left!.has(canonical(object)));
  }

  /** The types that objects are seen as which leave as a type. */
  #views(crossing: Crossing): { index: number; objects: AbstractObject[] }[] {
    const views = new Map<BorderType, Set<AbstractObject>>();
    const hasFunctions = [...crossing.views.keys()].some(({ type }) => type === "function");
    for (const [object, type] of crossing.views) {
      const at = canonical(object);
      // The host knows its own functions again, whichever type it sees them as; to a test they look like others.
      if (at.type === "hostFunction" && hasFunctions) continue;
      if (at.type === "typed" || (at !== object && crossing.views.has(at))) continue;
      const objects = views.get(type) ?? new Set();
      views.set(type, objects.add(at));
    }
    return [...views].map(([type, objects]) => ({ index: this.type(type), objects: [...objects] }));
  }

  #test(crossing: Crossing, groups: AbstractObject[][]): string | undefined {
    const kinds = kindsOf(crossing.leaving);
    const others = (kinds & HOST ? 1 : 0) + (kinds & NUMBER && this.#isBoxed(crossing) ? 1 : 0);
    if (groups.length + others < 2) return undefined;
    const name = this.#name();
    exportTest(this.program, groups, name);
    return name;
  }

  #isBoxed(crossing: Crossing): boolean {
    return this.program.layouts.of(crossing.leaving).type === "any";
  }

  #callback(crossing: Crossing, index: number, operations: Record<string, BorderCall>): BorderCallback | undefined {
    const type = crossing.type as BorderFunction;
    const object = objectsOf(crossing.own).find((each) => each.type === "hostFunction" && each.border === type);
    if (object?.type !== "hostFunction") return undefined;
    const make = this.#name();
    const { receiver, parameters, result } = exportHostClosure(this.program, object, `${index}`, make);
    operations["make"] = { name: make, parameters: [] };
    return {
      name: `${index}`,
      ...(receiver ? { receiver: this.#place(this.inference.border.anything, receiver, "out") } : {}),
      parameters: type.parameters.map((parameter, at) => this.#place(parameter.type, parameters[at]!, "out")),
      result: this.#place(type.result, result, "in"),
    };
  }

  /** A name that no export of the author has. */
  #name(): string {
    for (;;) {
      const name = (this.#next++).toString(36);
      if (!this.#taken.has(name)) return name;
    }
  }
}

/** Whether an operation makes an object of the values of its fields. */
function takesFields({ type }: Crossing, { name, parameters }: BorderOperation): boolean {
  if (name !== "make" || type.type !== "object" || parameters.length !== type.fields.length) return false;
  return type.fields.every((field, index) => field.type === parameters[index]);
}

/** Which of the declared fields each described one is: objects are made of their values in the described order. */
function orderOfFields({ type }: Crossing, described: BorderTypeDescription): number[] | undefined {
  if (type.type !== "object" || described.type !== "object") return undefined;
  return described.fields.map(({ name }) => type.fields.findIndex((field) => field.name === name));
}
