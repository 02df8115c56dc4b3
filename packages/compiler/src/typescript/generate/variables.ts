import type { Instruction, Local, StructType } from "../../wasm/index.ts";
import {
  createLocal,
  globalGet,
  globalSet,
  localGet,
  localSet,
  structGet,
  structNew,
  structSet,
} from "../../wasm/index.ts";
import type { ClassObject } from "../infer/index.ts";
import { objectsOf } from "../infer/index.ts";
import type { IrVariable } from "../ir/index.ts";
import type { Value } from "./coerce.ts";
import { undefinedAs } from "./coerce.ts";
import { classOfReceiver } from "./expressions/class.ts";
import type { FunctionGenerator } from "./function-generator.ts";
import type { Representation } from "./representation.ts";
import { reference, valueType } from "./representation.ts";

/**
 * Where the variables are that a function reads and writes: the module's in globals; its own in locals, in fields of its closure if they are kept from
 * one run to the next, or in cells if closures that it makes share them; those of functions around it in its closure or its class.
 */
export class Variables {
  /** The closure that is running, where the function takes it. */
  environment: Local | undefined;
  #f: FunctionGenerator;
  #locals = new Map<IrVariable, Local>();
  #cells = new Map<IrVariable, Local>();
  #receiver: Local | undefined;

  constructor(f: FunctionGenerator) {
    this.#f = f;
  }

  /** Gives `this` the place of its parameter. */
  bindReceiver(variable: IrVariable, local: Local): Instruction[] {
    this.#receiver = local;
    return this.bind(variable, local);
  }

  /** Gives a variable the place of its parameter, or a cell with what that holds. */
  bind(variable: IrVariable, local: Local): Instruction[] {
    if (!this.#f.program.captures.inCell(variable)) {
      this.#locals.set(variable, local);
      return [];
    }
    const struct = this.#cellStruct(variable);
    const cell = createLocal(variable.name, { kind: "ref", nullable: true, heap: struct });
    this.#cells.set(variable, cell);
    return [localSet(cell, structNew(struct, localGet(local)))];
  }

  /** Gives a variable a new place, and its value. */
  declare(variable: IrVariable, value: Value | undefined): Instruction[] {
    const representation = this.#representation(variable);
    const code = value ? this.#f.convert(value, representation) : undefinedAs(representation);
    if (!variable.owner) return [globalSet(this.#f.program.global(variable), code)];
    if (!this.#f.program.captures.inCell(variable)) return [this.#put(variable, code)];
    const struct = this.#f.program.layouts.cell(representation);
    return [this.#putCell(variable, structNew(struct, code))];
  }

  /** Makes the cells of variables that closures capture before the variables are declared. */
  openCell(variable: IrVariable): Instruction[] {
    return this.declare(variable, undefined);
  }

  /** Reads a variable. */
  read(variable: IrVariable): Instruction {
    if (!variable.owner) return globalGet(this.#f.program.global(variable));
    if (this.#isOwn(variable)) {
      if (!this.#f.program.captures.inCell(variable)) return this.#get(variable);
      return structGet(this.#cellStruct(variable), 0, this.#getCell(variable));
    }
    if (this.#isItself(variable)) return this.#itself(variable);
    const captured = this.captured(variable);
    return this.#f.program.captures.inCell(variable) ? structGet(this.#cellStruct(variable), 0, captured) : captured;
  }

  /** Writes a variable. */
  write(variable: IrVariable, value: Value): Instruction {
    const code = this.#f.convert(value, this.#representation(variable));
    if (!variable.owner) return globalSet(this.#f.program.global(variable), code);
    if (this.#isOwn(variable)) {
      if (!this.#f.program.captures.inCell(variable)) return this.#put(variable, code);
      return structSet(this.#cellStruct(variable), 0, this.#getCell(variable), code);
    }
    return structSet(this.#cellStruct(variable), 0, this.captured(variable), code);
  }

  /** What a closure that is made here takes of a variable: its cell, or its value. */
  capture(variable: IrVariable): Instruction {
    if (!this.#isOwn(variable))
      return this.#isItself(variable) ? this.#itselfCaptured(variable) : this.captured(variable);
    return this.#f.program.captures.inCell(variable) ? this.#getCell(variable) : this.#get(variable);
  }

  /** A captured variable's cell or value, from the closure or the class that this function belongs to. */
  captured(variable: IrVariable): Instruction {
    const { program } = this.#f;
    const { instance } = this.#f.generated;
    const definition = program.classOf.get(instance.function);
    if (definition) {
      const classObject = program.analysis.classObject(definition, instance.scope);
      const index = [...program.captures.ofClass(definition)].indexOf(variable);
      return structGet(program.layouts.classes.struct(classObject), index, this.#ownClass(classObject));
    }
    const object = program.analysis.functionObject(instance.function, instance.scope);
    const index = [...program.captures.of(instance.function)].indexOf(variable);
    if (!this.environment || index < 0)
      throw new Error(`${variable.name} is not captured by ${instance.function.name}`);
    const { layouts } = program;
    const first = layouts.signature(object).base.fields.length;
    return structGet(layouts.closure(object), first + index, localGet(this.environment));
  }

  /** The class that this method belongs to, as a value. */
  #ownClass(classObject: ClassObject): Instruction {
    const node = this.#f.variableNode(this.#f.generated.instance.function.thisVariable!);
    return classOfReceiver(this.#f, this.#f.valueOf(localGet(this.#receiver!), node), objectsOf(node), classObject);
  }

  /** The closure that is running. */
  ownClosure(): Instruction | undefined {
    return this.environment && localGet(this.environment);
  }

  /** Whether a variable holds the function that is running, as its closure. */
  #isItself(variable: IrVariable): boolean {
    return (
      this.environment !== undefined &&
      this.#f.program.captures.functionIn(variable) === this.#f.generated.instance.function
    );
  }

  #itself(variable: IrVariable): Instruction {
    const { instance } = this.#f.generated;
    const object = this.#f.program.analysis.functionObject(instance.function, instance.scope);
    const held = reference(this.#f.program.layouts.closure(object));
    const value: Value = { code: localGet(this.environment!), representation: held, kinds: 0 };
    return this.#f.convert(value, this.#representation(variable));
  }

  #itselfCaptured(variable: IrVariable): Instruction {
    const closure = this.#itself(variable);
    return this.#f.program.captures.inCell(variable) ? structNew(this.#cellStruct(variable), closure) : closure;
  }

  #representation(variable: IrVariable): Representation {
    return this.#f.representationOf(this.#f.variableNode(variable));
  }

  #isOwn(variable: IrVariable): boolean {
    return variable.owner === this.#f.generated.instance.function;
  }

  #cellStruct(variable: IrVariable): StructType {
    return this.#f.program.layouts.cell(this.#representation(variable));
  }

  /** The value of a variable without a cell. */
  #get(variable: IrVariable): Instruction {
    return this.#kept(variable) ?? localGet(this.#local(variable));
  }

  #put(variable: IrVariable, code: Instruction): Instruction {
    return this.#kept(variable, code) ?? localSet(this.#local(variable), code);
  }

  #getCell(variable: IrVariable): Instruction {
    return this.#kept(variable) ?? localGet(this.#cell(variable));
  }

  #putCell(variable: IrVariable, code: Instruction): Instruction {
    return this.#kept(variable, code) ?? localSet(this.#cell(variable), code);
  }

  /** The field of the closure for a variable that it keeps: read, or written if there is a value. */
  #kept(variable: IrVariable, code?: Instruction): Instruction | undefined {
    const { instance } = this.#f.generated;
    const index = instance.function.kept.indexOf(variable);
    if (index < 0) return undefined;
    const { program } = this.#f;
    const object = program.analysis.functionObject(instance.function, instance.scope);
    const struct = program.layouts.closure(object);
    const at =
      program.layouts.signature(object).base.fields.length + program.captures.of(instance.function).size + index;
    const closure = localGet(this.environment!);
    return code ? structSet(struct, at, closure, code) : structGet(struct, at, closure);
  }

  #local(variable: IrVariable): Local {
    let local = this.#locals.get(variable);
    if (!local) {
      const type = valueType(this.#representation(variable));
      this.#locals.set(variable, (local = createLocal(variable.name, type)));
    }
    return local;
  }

  #cell(variable: IrVariable): Local {
    let local = this.#cells.get(variable);
    if (!local) {
      const heap = this.#cellStruct(variable);
      this.#cells.set(variable, (local = createLocal(variable.name, { kind: "ref", nullable: true, heap })));
    }
    return local;
  }
}
