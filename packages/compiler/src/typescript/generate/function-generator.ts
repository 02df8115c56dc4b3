import type { Instruction, Label as WasmLabel, Local, ValueType } from "../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  globalGet,
  globalSet,
  localGet,
  localSet,
  op,
  structGet,
  structNew,
  structSet,
  unreachable,
} from "../../wasm/index.ts";
import type { AbstractObject, ClassObject, FlowNode } from "../infer/index.ts";
import { UNDEFINED, kindsOf, objectsOf } from "../infer/index.ts";
import type { Expression, IrVariable, Label } from "../ir/index.ts";
import type { Value } from "./coerce.ts";
import { coerce, undefinedAs } from "./coerce.ts";
import { writeElementBits } from "./expressions/element-bits.ts";
import { classOfReceiver } from "./expressions/class.ts";
import { generateExpression } from "./expressions/index.ts";
import { toInt32 } from "./expressions/numbers.ts";
import { isKind, isObjectOf } from "./expressions/tests.ts";
import { isEmpty } from "./layouts.ts";
import type { GeneratedFunction, ProgramGenerator } from "./program-generator.ts";
import type { Representation } from "./representation.ts";
import { ANY_REPRESENTATION, isWhole, reference, valueType } from "./representation.ts";
import type { ScannedText } from "./scanned-texts.ts";
import { generateStatements, prepareFields } from "./statements/index.ts";
import type { Finalizer } from "./statements/finalizers.ts";

/** Where a jump goes: a block of this function, inside how many `finally`. */
export interface JumpTarget {
  wasm: WasmLabel;
  depth: number;
}

/** Writes the body of one function. */
export class FunctionGenerator {
  readonly program: ProgramGenerator;
  readonly generated: GeneratedFunction;
  readonly labels: Map<Label, JumpTarget> = new Map();
  /** The `finally` blocks around the place that is being written, outermost first. */
  readonly finalizers: Finalizer[] = [];
  /** Locals that hold what expressions give in the loop that is being written, by the ids of those. */
  readonly hoisted: Map<number, Local> = new Map();
  /** Strings that the loops around prepare for reads of their units. */
  readonly scanned: ScannedText[] = [];
  /** What each of the loops around assigns or declares, outermost first. */
  readonly loopWrites: ReadonlySet<IrVariable>[] = [];
  #locals = new Map<IrVariable, Local>();
  #cells = new Map<IrVariable, Local>();
  #environment: Local | undefined;
  #receiver: Local | undefined;

  constructor(program: ProgramGenerator, generated: GeneratedFunction) {
    this.program = program;
    this.generated = generated;
  }

  generate(): Instruction[] {
    const { instance, wasm, environment, receiver } = this.generated;
    const definition = instance.function;
    const params = [...wasm.params];
    if (environment) this.#environment = params.shift();
    const body: Instruction[] = [];
    if (receiver) {
      this.#receiver = params.shift()!;
      this.#bindParameter(definition.thisVariable!, this.#receiver, body);
    }
    for (const { variable } of definition.parameters) this.#bindParameter(variable, params.shift()!, body);
    body.push(...prepareFields(this), ...generateStatements(this, definition.body));
    body.push(this.undefinedResult());
    return body;
  }

  #bindParameter(variable: IrVariable, local: Local, body: Instruction[]): void {
    if (!this.program.captures.inCell(variable)) {
      this.#locals.set(variable, local);
      return;
    }
    const struct = this.program.layouts.cell(this.representationOf(this.variableNode(variable)));
    const cell = this.temporary(variable.name, { kind: "ref", nullable: true, heap: struct });
    this.#cells.set(variable, cell);
    body.push(localSet(cell, structNew(struct, localGet(local))));
  }

  /** What falls off the end of the function. */
  undefinedResult(): Instruction {
    const { result } = this.generated;
    return isWhole(result) ? unreachable() : undefinedAs(result);
  }

  temporary(name: string, type: ValueType): Local {
    return createLocal(name, type);
  }

  /** The node of an expression; `undefined` if it never runs. */
  node(expression: Expression): FlowNode | undefined {
    return this.generated.instance.expressions[expression.id];
  }

  variableNode(variable: IrVariable): FlowNode {
    return this.program.analysis.variable(this.generated.instance, variable);
  }

  representationOf(node: FlowNode | undefined): Representation {
    return node ? this.program.layouts.of(node) : ANY_REPRESENTATION;
  }

  /** How the value of an expression is held. */
  representation(expression: Expression): Representation {
    return this.representationOf(this.node(expression));
  }

  /** An expression, with how its value is held. */
  value(expression: Expression): Value {
    const node = this.node(expression);
    const representation = this.representationOf(node);
    const kinds = node ? kindsOf(node) : 0;
    if (!node) return { code: unreachable(), representation, kinds };
    const hoisted = this.hoisted.get(expression.id);
    const code = hoisted ? localGet(hoisted) : generateExpression(this, expression);
    if (expression.position.line > 0) code.position ??= expression.position;
    return { code, representation, kinds };
  }

  /** An expression whose value is wanted in one way. */
  valueAs(expression: Expression, wanted: Representation): Instruction {
    const isBits = wanted.type === "integer" && wanted.modular && this.representation(expression).type === "number";
    if (isBits && this.node(expression)) return toInt32(this, expression);
    return coerce(this.program.runtime, this.value(expression), wanted);
  }

  /** A value of a node. */
  valueOf(code: Instruction, node: FlowNode): Value {
    return { code, representation: this.representationOf(node), kinds: kindsOf(node) };
  }

  convert(value: Value, wanted: Representation): Instruction {
    return coerce(this.program.runtime, value, wanted);
  }

  /** A string constant. */
  text(text: string): Instruction {
    return this.program.text(text);
  }

  /** A bigint constant. */
  bigint(value: bigint): Instruction {
    return this.program.bigint(value);
  }

  /** Whether a value is one of some objects. */
  isObject(value: Value, objects: readonly AbstractObject[]): Instruction {
    return isObjectOf(this, value, objects);
  }

  /** Whether a value is not `undefined`. */
  isPresent(value: Value): Instruction {
    return op("i32.eqz", isKind(this, { ...value, kinds: value.kinds | UNDEFINED }, UNDEFINED));
  }

  /** A value put aside to be used more than once. */
  keep(code: Instruction, representation: Representation): { set: Instruction; again(): Instruction } {
    const local = createLocal("kept", valueType(representation));
    return { set: localSet(local, code), again: () => localGet(local) };
  }

  /** An expression for what it does, not for its value. */
  effect(expression: Expression): Instruction[] {
    if (isPure(expression)) return [];
    if (expression.op === "set" && this.hasValue(expression.value)) {
      return [this.write(expression.variable, this.value(expression.value))];
    }
    const written = writeElementBits(this, expression);
    if (written) return [drop(written)];
    const { code } = this.value(expression);
    return code.kind === "plain" && code.op === "unreachable" ? [code] : [drop(code)];
  }

  /** Whether an expression can have a value at all. */
  hasValue(expression: Expression): boolean {
    const node = this.node(expression);
    return node !== undefined && !isEmpty(node);
  }

  /** An expression that never has a value, where one is wanted that is made of it. */
  without(expression: Expression, wanted: Representation): Instruction {
    return block(createLabel("never"), valueType(wanted), [...this.effect(expression), unreachable()]);
  }

  /** Gives a variable a new place, and its value. */
  declare(variable: IrVariable, value: Value | undefined): Instruction[] {
    const representation = this.representationOf(this.variableNode(variable));
    const code = value ? this.convert(value, representation) : undefinedAs(representation);
    if (!variable.owner) return [globalSet(this.program.global(variable), code)];
    if (!this.program.captures.inCell(variable)) return [this.#put(variable, code)];
    const struct = this.program.layouts.cell(representation);
    return [this.#putCell(variable, structNew(struct, code))];
  }

  /** Makes the cells of variables that closures capture before the variables are declared. */
  openCell(variable: IrVariable): Instruction[] {
    return this.declare(variable, undefined);
  }

  /** Reads a variable. */
  read(variable: IrVariable): Instruction {
    if (!variable.owner) return globalGet(this.program.global(variable));
    if (this.#isOwn(variable)) {
      if (!this.program.captures.inCell(variable)) return this.#get(variable);
      return structGet(this.#cellStruct(variable), 0, this.#getCell(variable));
    }
    if (this.#isItself(variable)) return this.#itself(variable);
    const captured = this.captured(variable);
    return this.program.captures.inCell(variable) ? structGet(this.#cellStruct(variable), 0, captured) : captured;
  }

  /** Writes a variable. */
  write(variable: IrVariable, value: Value): Instruction {
    const code = this.convert(value, this.representationOf(this.variableNode(variable)));
    if (!variable.owner) return globalSet(this.program.global(variable), code);
    if (this.#isOwn(variable)) {
      if (!this.program.captures.inCell(variable)) return this.#put(variable, code);
      return structSet(this.#cellStruct(variable), 0, this.#getCell(variable), code);
    }
    return structSet(this.#cellStruct(variable), 0, this.captured(variable), code);
  }

  /** What a closure that is made here takes of a variable: its cell, or its value. */
  capture(variable: IrVariable): Instruction {
    if (!this.#isOwn(variable))
      return this.#isItself(variable) ? this.#itselfCaptured(variable) : this.captured(variable);
    return this.program.captures.inCell(variable) ? this.#getCell(variable) : this.#get(variable);
  }

  /** A captured variable's cell or value, from the closure or the class that this function belongs to. */
  captured(variable: IrVariable): Instruction {
    const { program } = this;
    const { instance } = this.generated;
    const definition = program.classOf.get(instance.function);
    if (definition) {
      const classObject = program.analysis.classObject(definition, instance.scope);
      const index = [...program.captures.ofClass(definition)].indexOf(variable);
      return structGet(program.layouts.classes.struct(classObject), index, this.#ownClass(classObject));
    }
    const object = program.analysis.functionObject(instance.function, instance.scope);
    const index = [...program.captures.of(instance.function)].indexOf(variable);
    if (!this.#environment || index < 0)
      throw new Error(`${variable.name} is not captured by ${instance.function.name}`);
    const { layouts } = program;
    const first = layouts.signature(object).base.fields.length;
    return structGet(layouts.closure(object), first + index, localGet(this.#environment));
  }

  /** The class that this method belongs to, as a value. */
  #ownClass(classObject: ClassObject): Instruction {
    const node = this.variableNode(this.generated.instance.function.thisVariable!);
    return classOfReceiver(this, this.valueOf(localGet(this.#receiver!), node), objectsOf(node), classObject);
  }

  /** The closure that is running. */
  ownClosure(): Instruction | undefined {
    return this.#environment && localGet(this.#environment);
  }

  /** Whether a variable holds the function that is running, as its closure. */
  #isItself(variable: IrVariable): boolean {
    return (
      this.#environment !== undefined && this.program.captures.functionIn(variable) === this.generated.instance.function
    );
  }

  #itself(variable: IrVariable): Instruction {
    const { instance } = this.generated;
    const object = this.program.analysis.functionObject(instance.function, instance.scope);
    const held = reference(this.program.layouts.closure(object));
    const value: Value = { code: localGet(this.#environment!), representation: held, kinds: 0 };
    return this.convert(value, this.representationOf(this.variableNode(variable)));
  }

  #itselfCaptured(variable: IrVariable): Instruction {
    const closure = this.#itself(variable);
    return this.program.captures.inCell(variable) ? structNew(this.#cellStruct(variable), closure) : closure;
  }

  #isOwn(variable: IrVariable): boolean {
    return variable.owner === this.generated.instance.function;
  }

  #cellStruct(variable: IrVariable): ReturnType<ProgramGenerator["layouts"]["cell"]> {
    return this.program.layouts.cell(this.representationOf(this.variableNode(variable)));
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
    const { instance } = this.generated;
    const index = instance.function.kept.indexOf(variable);
    if (index < 0) return undefined;
    const { program } = this;
    const object = program.analysis.functionObject(instance.function, instance.scope);
    const struct = program.layouts.closure(object);
    const at =
      program.layouts.signature(object).base.fields.length + program.captures.of(instance.function).size + index;
    const closure = localGet(this.#environment!);
    return code ? structSet(struct, at, closure, code) : structGet(struct, at, closure);
  }

  #local(variable: IrVariable): Local {
    let local = this.#locals.get(variable);
    if (!local) {
      const type = valueType(this.representationOf(this.variableNode(variable)));
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

  /** A block label for a label of the program. */
  label(label: Label, name: string): WasmLabel {
    const wasm = createLabel(name);
    this.labels.set(label, { wasm, depth: this.finalizers.length });
    return wasm;
  }
}

function isPure({ op }: Expression): boolean {
  return ["undefined", "null", "boolean", "number", "string", "bigint", "get", "library", "closure"].includes(op);
}
