import type { BorderType, DeclaredTypes, Expression, IrVariable } from "../../ir/index.ts";
import { ERROR_TYPE } from "../../ir/index.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { Kinds } from "../values/kinds.ts";
import { ANYTHING, BIGINT, BOOLEAN, NULL, NUMBER, STRING, SYMBOL, UNDEFINED } from "../values/kinds.ts";
import { LENGTH } from "../ranges/number-source.ts";
import type { AnyType } from "./any-types.ts";
import { anyTypes } from "./any-types.ts";
import type { BorderOperation, Crossing } from "./crossing.ts";
import { createCrossing } from "./crossing.ts";
import { fits } from "./fits.ts";
import { holders } from "./hold.ts";
import { showLaterFields } from "./later-fields.ts";
import { INDEX } from "./primitives.ts";
import { makers } from "./make.ts";
import { OperationBuilder } from "./operation-builder.ts";
import { isError, membersOf, viewOf } from "./view-of.ts";

const PRIMITIVES: Readonly<Record<string, Kinds>> = {
  undefined: UNDEFINED,
  null: NULL,
  boolean: BOOLEAN,
  number: NUMBER,
  string: STRING,
  bigint: BIGINT,
  symbol: SYMBOL,
  opaque: ANYTHING,
};

/** What an operation takes and gives. */
export interface OperationSignature {
  /** How many objects of the type come first; 1 unless said otherwise. */
  handles?: number;
  /** The first operand, if it is no handle. */
  self?: ((f: OperationBuilder) => Expression) | undefined;
  parameters?: readonly (BorderType | { type: BorderType; optional: boolean; lenient?: boolean })[];
  result: BorderType | "handle" | Crossing | undefined;
}

/** What is known of who uses a program. */
export interface BorderUse {
  /** Whether the host may watch objects, as it does to show them. */
  watch?: boolean;
  /** Names of properties that JavaScript assigns of objects that have left; `[]` stands for the elements of arrays. */
  enters?: ReadonlySet<string>;
}

/**
 * What crosses between JavaScript and the program. What JavaScript may do with a value is a function of the intermediate form for each operation,
 * analysed and compiled as if the author had written it; so the border needs no knowledge of how values lie in memory.
 */
export class Border {
  readonly analysis: Analysis;
  readonly declared: DeclaredTypes;
  /** Names of properties that JavaScript assigns of objects that have left; `[]` stands for the elements of arrays. */
  readonly enters: ReadonlySet<string>;
  /** In the order in which they were met. */
  readonly crossings: Map<BorderType, Crossing> = new Map();
  /** What `any` that comes in can be besides primitives and opaque values, if the program names the library's class. */
  readonly any: readonly AnyType[];
  readonly anything: BorderType = { type: "any" };
  readonly error: BorderType = ERROR_TYPE;
  /** Why a promise of JavaScript is rejected. */
  readonly reason: BorderType = { type: "union", members: [this.error, this.anything] };
  /** The type of what is thrown. */
  readonly thrown: BorderType = { type: "any" };
  /** What functions of JavaScript throw is caught: their errors as errors, and anything else by reference. */
  catchesCallbacks = false;
  /** Views show what leaves, and hand it back. */
  readonly #isShown: boolean;
  #derived = new Map<BorderType, Map<string, BorderType>>();
  #dynamic = new Map<AbstractObject, BorderType>();
  #classVariables = new Map<Crossing, IrVariable>();

  constructor(analysis: Analysis, declared: DeclaredTypes, { enters = new Set(), watch = false }: BorderUse) {
    this.analysis = analysis;
    this.declared = declared;
    this.enters = enters;
    this.#isShown = watch;
    this.any = anyTypes(this.anything, this.error);
  }

  /** Lets values that JavaScript passes in as a type reach a node. */
  enter(node: FlowNode, type: BorderType): void {
    const { solver } = this.analysis;
    const kinds = PRIMITIVES[type.type];
    if (type === INDEX) return solver.addKinds(node, NUMBER, LENGTH);
    if (type.type === "opaque") this.analysis.hostIsRead.whenMet(() => this.#enterAnything(node));
    if (kinds !== undefined) return solver.addKinds(node, kinds);
    if (type.type === "union") return type.members.forEach((member) => this.enter(node, member));
    if (type.type === "any") {
      solver.addKinds(node, ANYTHING);
      this.#enterAnything(node);
    }
    const crossing = this.crossing(type);
    solver.connect(crossing.objects, node);
    this.#startEntering(crossing);
  }

  #enterAnything(node: FlowNode): void {
    for (const { type, mentioned } of this.any) {
      if (mentioned.length === 0) this.enter(node, type);
      for (const name of mentioned) this.analysis.mentioned.of(name).whenMet(() => this.enter(node, type));
    }
  }

  /** Lets JavaScript have what reaches a node, as a type. */
  leave(node: FlowNode, type: BorderType): void {
    if (PRIMITIVES[type.type] !== undefined && type.type !== "opaque") return;
    const crossing = this.crossing(type);
    const { solver } = this.analysis;
    const isNew = crossing.leaving.edges.length === 0 && crossing.leaving.objectListeners.length === 0;
    if (isNew) solver.onObject(crossing.leaving, (object) => this.#leaveObject(crossing, object));
    solver.connect(node, crossing.leaving);
  }

  /** Lets JavaScript have what is thrown. */
  leaveThrown(): void {
    this.leave(this.analysis.thrown, this.thrown);
  }

  /** Lets the program catch what functions of JavaScript throw. */
  enterThrown(): void {
    const { analysis, error } = this;
    analysis.catches.whenMet(() => {
      this.catchesCallbacks = true;
      analysis.solver.addKinds(analysis.thrown, ANYTHING);
      this.enter(analysis.thrown, error);
    });
  }

  /** What is known of a type. */
  crossing(type: BorderType): Crossing {
    let crossing = this.crossings.get(type);
    if (!crossing) {
      crossing = createCrossing(type);
      this.crossings.set(type, crossing);
      this.analysis.solver.connect(crossing.own, crossing.objects);
    }
    return crossing;
  }

  /** A type that goes with another. */
  derived(of: BorderType, key: string, make: () => BorderType): BorderType {
    let types = this.#derived.get(of);
    if (!types) this.#derived.set(of, (types = new Map()));
    let type = types.get(key);
    if (!type) types.set(key, (type = make()));
    return type;
  }

  /** A type that goes with another, if somebody has asked for it. */
  known(of: BorderType, key: string): BorderType | undefined {
    return this.#derived.get(of)?.get(key);
  }

  /** Says which variable a class is exported by, so that JavaScript needs no reference to it. */
  nameClass(crossing: Crossing, variable: IrVariable): void {
    this.#classVariables.set(crossing, variable);
  }

  /** How operations get at a class: by its variable, or as their first parameter. */
  classReference(crossing: Crossing): { self: ((f: OperationBuilder) => Expression) | undefined; handles: number } {
    const variable = this.#classVariables.get(crossing);
    return variable ? { self: (f) => f.get(variable), handles: 0 } : { self: undefined, handles: 1 };
  }

  /** Adds an operation to a type; `build` makes its value of the handles and parameters. */
  define(
    crossing: Crossing,
    name: string,
    signature: OperationSignature,
    build: (f: OperationBuilder, operands: readonly Expression[]) => Expression,
  ): void {
    if (crossing.operations.has(name)) return;
    const { handles = 1, self, parameters = [], result } = signature;
    const f = new OperationBuilder(name);
    const operands: Expression[] = self ? [self(f)] : [];
    const given: BorderType[] = [];
    const seeds: (() => void)[] = [];
    const { analysis } = this;
    const operation: BorderOperation = {
      name,
      instance: undefined as never,
      handles,
      parameters: given,
      result: result && typeof result === "object" && "objects" in result ? "handle" : result,
    };
    for (let index = 0; index < handles; index++) {
      const variable = f.parameter(`object${index}`);
      operands.push(f.get(variable));
      seeds.push(() => analysis.solver.connect(crossing.own, analysis.variable(operation.instance, variable)));
    }
    parameters.forEach((parameter, index) => {
      const { type, optional, lenient } = "optional" in parameter ? parameter : { type: parameter, optional: false };
      const variable = f.parameter(`p${index}`);
      given.push(type);
      operands.push(f.get(variable));
      seeds.push(() => {
        const node = analysis.variable(operation.instance, variable);
        this.enter(node, type);
        if (optional || lenient) analysis.solver.addKinds(node, UNDEFINED);
      });
    });
    const value = build(f, operands);
    if (result === undefined) f.does(value);
    else f.returns(value);
    operation.instance = analysis.instanceFor(analysis.functionObject(f.function, undefined));
    crossing.operations.set(name, operation);
    for (const seed of seeds) seed();
    const node = operation.instance.result;
    if (result === "handle") analysis.solver.connect(node, crossing.own);
    else if (typeof result === "object" && "objects" in result) analysis.solver.connect(node, result.own);
    else if (result) this.leave(node, result);
  }

  /** Instances of classes that extend `Error` are read as errors too. */
  holdErrors(crossing: Crossing): void {
    this.analysis.solver.onObject(crossing.own, (object) => {
      if (!isError(object)) return;
      const errors = this.crossing(this.error);
      this.analysis.solver.addObject(errors.own, object);
      this.hold(errors);
    });
  }

  /** Acts once a function that uses its receiver is in a property. */
  onReceiver(crossing: Crossing, name: string, action: () => void): void {
    const { analysis } = this;
    analysis.solver.onObject(crossing.own, (object) => {
      if (object.type !== "shape") return;
      analysis.solver.onObject(analysis.field(object, name), (value) => {
        if (value.type === "function" && value.function.thisVariable) action();
      });
    });
  }

  #leaveObject(crossing: Crossing, object: AbstractObject): void {
    const view = this.#view(object, crossing.type);
    crossing.views.set(object, view);
    const seen = this.crossing(view);
    this.analysis.solver.addObject(seen.own, object);
    this.hold(seen);
    if (this.#isShown && view.type === "dictionary") this.#letReturn(crossing.type, seen);
  }

  /** Lets entries that JavaScript got as declared objects or as anything, such as what was read from JSON, come back as declared objects. */
  #letReturn(type: BorderType, seen: Crossing): void {
    for (const member of membersOf(type)) {
      seen.leftAs.add(member);
      if (member === this.anything) this.#offer(seen);
      else if (member.type === "object" && this.crossing(member).enters) this.#accept(this.crossing(member), seen);
    }
  }

  #view(object: AbstractObject, type: BorderType): BorderType {
    const view = viewOf(object, type, this);
    if (this.crossings.has(view)) return view;
    // A type made for this object alone.
    const known = this.#dynamic.get(canonical(object));
    if (known && known.type === view.type) return known;
    this.#dynamic.set(canonical(object), view);
    const isDeclared =
      membersOf(type).includes(view) || (object.type === "shape" && this.declared.ofShape(object.shape) === view);
    if (object.type === "shape" && view.type === "object" && !isDeclared) showLaterFields(this, object, view);
    return view;
  }

  /** Notes that JavaScript can hold objects of a type. */
  hold(crossing: Crossing): void {
    if (crossing.held) return;
    crossing.held = true;
    (holders[crossing.type.type] as ((...args: unknown[]) => void) | undefined)?.(this, crossing, crossing.type);
    this.#offer(crossing);
  }

  /** Lets what JavaScript holds of a type come back as others. */
  #offer(crossing: Crossing): void {
    for (const other of this.crossings.values()) if (other.enters) this.#accept(other, crossing);
  }

  #startEntering(crossing: Crossing): void {
    if (crossing.enters) return;
    crossing.enters = true;
    (makers[crossing.type.type] as ((...args: unknown[]) => void) | undefined)?.(this, crossing, crossing.type);
    if (crossing.type.type !== "instance") this.hold(crossing);
    for (const other of this.crossings.values()) if (other.held) this.#accept(crossing, other);
  }

  #accept(wanted: Crossing, held: Crossing): void {
    if (wanted === held || wanted.accepts.has(held)) return;
    const returns = wanted.type.type === "object" && (held.leftAs.has(wanted.type) || held.leftAs.has(this.anything));
    if (!returns && !fits(held.type, wanted.type)) return;
    wanted.accepts.add(held);
    this.analysis.solver.connect(held.own, wanted.objects);
    if (!returns) this.#startEntering(held);
  }
}
