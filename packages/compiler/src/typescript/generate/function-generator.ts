import type { Instruction, Label as WasmLabel, Local } from "../../wasm/index.ts";
import { block, createLabel, createLocal, drop, localGet, localSet, op, unreachable } from "../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../infer/index.ts";
import { UNDEFINED, kindsOf } from "../infer/index.ts";
import type { Expression, IrVariable, Label } from "../ir/index.ts";
import type { Value } from "./coerce.ts";
import { coerce, undefinedAs } from "./coerce.ts";
import { writeElementBits } from "./expressions/element-bits.ts";
import { generateExpression } from "./expressions/index.ts";
import { toInt32 } from "./expressions/numbers.ts";
import { isKind, isObjectOf } from "./expressions/tests.ts";
import { isEmpty } from "./layouts.ts";
import type { GeneratedFunction, ProgramGenerator } from "./program-generator.ts";
import type { Representation } from "./representation.ts";
import { ANY_REPRESENTATION, isWhole, valueType } from "./representation.ts";
import type { ScannedText } from "./scanned-texts.ts";
import { generateStatements, prepareFields } from "./statements/index.ts";
import type { Finalizer } from "./statements/finalizers.ts";
import { Variables } from "./variables.ts";

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
  /** Where the variables are. */
  readonly variables: Variables;

  constructor(program: ProgramGenerator, generated: GeneratedFunction) {
    this.program = program;
    this.generated = generated;
    this.variables = new Variables(this);
  }

  generate(): Instruction[] {
    const { instance, wasm, environment, receiver } = this.generated;
    const definition = instance.function;
    const params = [...wasm.params];
    const body: Instruction[] = [];
    if (environment) this.variables.environment = params.shift();
    if (receiver) body.push(...this.variables.bindReceiver(definition.thisVariable!, params.shift()!));
    for (const { variable } of definition.parameters) body.push(...this.variables.bind(variable, params.shift()!));
    body.push(...prepareFields(this), ...generateStatements(this, definition.body));
    body.push(this.undefinedResult());
    return body;
  }

  /** What falls off the end of the function. */
  undefinedResult(): Instruction {
    const { result } = this.generated;
    return isWhole(result) || result.type === "word" ? unreachable() : undefinedAs(result);
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
      return [this.variables.write(expression.variable, this.value(expression.value))];
    }
    const written = writeElementBits(this, expression);
    if (written) return [drop(written)];
    const { code } = this.value(expression);
    if (code.kind === "null") return [];
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

  /** A block label for a label of the program. */
  label(label: Label, name: string): WasmLabel {
    const wasm = createLabel(name);
    this.labels.set(label, { wasm, depth: this.finalizers.length });
    return wasm;
  }
}

function isPure(expression: Expression): boolean {
  const { op } = expression;
  if (op === "intrinsic" && (expression.name === "$hasMore" || expression.name === "$reachesItself")) {
    return expression.arguments.every(isPure);
  }
  return ["undefined", "null", "boolean", "number", "string", "bigint", "get", "library", "closure"].includes(op);
}
