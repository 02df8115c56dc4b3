import type { FunctionType, StructType, ValueType } from "../../wasm/index.ts";
import { anyref, externref, field, ref, refNull, structType } from "../../wasm/index.ts";
import type {
  Analysis,
  ClassObject,
  FlowNode,
  FunctionInstance,
  FunctionObject,
  HostFunctionObject,
} from "../infer/index.ts";
import { canonical, createNode, currentInstance, kindsOf, objectsOf, representative } from "../infer/index.ts";
import type { IrVariable } from "../ir/index.ts";
import type { Captures } from "./captures.ts";
import type { ArrayLayout } from "./array-layouts.ts";
import type { Layouts } from "./layouts.ts";
import type { Representation } from "./representation.ts";
import { visitNodes } from "./visit-nodes.ts";
import { ANY_REPRESENTATION, reference, valueType } from "./representation.ts";

/** How function values that meet in a place are called. */
export interface Signature {
  /** Struct of a closure: a typed reference to its code. Closures that capture something extend it. */
  base: StructType;
  /** Closures hold how many parameters their functions have, and their names: the program asks for what cannot be told otherwise. */
  described: boolean;
  /** Type of the code: closure, receiver if any of the functions takes one, parameters. */
  code: FunctionType;
  takesReceiver: boolean;
  receiver: Representation;
  /** Only the last may take all further arguments. */
  parameters: SignatureParameter[];
  result: Representation;
}

/** What a function of a signature is given as one parameter. */
export interface SignatureParameter {
  representation: Representation;
  /** Layout of the array, if it takes all further arguments. */
  rest: ArrayLayout | undefined;
}

type Callable = FunctionObject | HostFunctionObject;

/** How many parameters a function has, and which of them takes all further arguments; -1 without. */
interface ParameterList {
  count: number;
  rest: number;
}

/** Function values that can meet, and so are called in one way. */
export class Signatures {
  #parents = new Map<Callable, Callable>();
  #signatures = new Map<Callable, Signature>();
  #described = new Set<Callable>();
  #analysis: Analysis;
  #captures: Captures;

  constructor(analysis: Analysis, captures: Captures) {
    this.#analysis = analysis;
    this.#captures = captures;
    visitNodes(analysis, (node) => {
      if (representative(node).objects.size < 2) return;
      const functions = objectsOf(node).filter(isCallable);
      for (const other of functions.slice(1)) this.#unite(functions[0]!, other);
    });
    for (const node of analysis.described) {
      const functions = objectsOf(node).filter(isCallable);
      if (functions.length < 2 && functions[0]?.type !== "hostFunction") continue;
      for (const each of functions) this.#described.add(canonical(each));
    }
  }

  /** The signature of a function value. */
  of(object: Callable, layouts: Layouts): Signature {
    const root = this.#root(canonical(object));
    const known = this.#signatures.get(root);
    if (known) return known;
    const base = structType("function", []);
    const code: { kind: "function"; params: ValueType[]; results: ValueType[] } = {
      kind: "function",
      params: [],
      results: [],
    };
    const members = this.#members(root);
    const signature: Signature = {
      base,
      described: members.some((member) => this.#described.has(member)),
      code,
      takesReceiver: false,
      receiver: ANY_REPRESENTATION,
      parameters: [],
      result: ANY_REPRESENTATION,
    };
    this.#signatures.set(root, signature);
    base.fields.push(field("code", refNull(code), false));
    if (signature.described) base.fields.push(field("length", "i32", false), field("name", externref, false));
    this.#complete(signature, members, layouts);
    code.params.push(ref(base));
    if (signature.takesReceiver) code.params.push(valueType(signature.receiver));
    code.params.push(...signature.parameters.map(({ representation }) => valueType(representation)));
    code.results.push(valueType(signature.result));
    return signature;
  }

  /** The analysis that a function's value runs. */
  shared(object: FunctionObject): FunctionInstance | undefined {
    return this.#analysis.existingInstance(object);
  }

  /**
   * Whether a class has a value for each time that it is made: it, or one that it extends, stands in a function, and has static fields or methods
   * that use variables around it.
   */
  classNeedsEnvironment(classObject: ClassObject): boolean {
    for (let at: ClassObject | undefined = canonical(classObject); at; at = at.base && canonical(at.base)) {
      if (at.scope && (at.fields.size > 0 || this.#captures.ofClass(at.definition).size > 0)) return true;
    }
    return false;
  }

  /** Fields of a closure: the variables around the function that it uses, then those of its own that it keeps. */
  closureFields(object: FunctionObject): { name: string; type(layouts: Layouts): ValueType }[] {
    const { function: definition, scope } = object;
    if (!scope) return [];
    const held = (instance: FunctionInstance | undefined, variable: IrVariable) => ({
      name: variable.name,
      type: (layouts: Layouts): ValueType =>
        instance ? captureType(this.#analysis, this.#captures, layouts, instance, variable) : anyref,
    });
    const instance = this.#analysis.existingInstance(object);
    return [
      ...[...this.#captures.of(definition)].map((variable) => held(scope, variable)),
      ...definition.kept.map((variable) => held(instance, variable)),
    ];
  }

  /** Fields of a class as a value: the variables around it that its methods use. */
  classCaptures(classObject: ClassObject, layouts: Layouts): { name: string; type: ValueType }[] {
    const { scope } = classObject;
    if (!scope) return [];
    return [...this.#captures.ofClass(classObject.definition)].map((variable) => ({
      name: variable.name,
      type: captureType(this.#analysis, this.#captures, layouts, scope, variable),
    }));
  }

  #complete(signature: Signature, members: readonly Callable[], layouts: Layouts): void {
    const parameters: FlowNode[][] = [];
    const lists: ParameterList[] = [];
    const results: FlowNode[] = [];
    for (const member of members) {
      if (member.type === "hostFunction") {
        member.parameters.forEach((node, index) => (parameters[index] ??= []).push(node));
        const count = member.parameters.length;
        lists.push({ count, rest: member.rest ? count - 1 : -1 });
        results.push(member.result);
        if (member.isCalledOn.holds) signature.takesReceiver = true;
        continue;
      }
      const instance = this.shared(member);
      if (!instance) continue;
      if (instance.function.thisVariable) signature.takesReceiver = true;
      instance.function.parameters.forEach(({ variable }, index) => {
        (parameters[index] ??= []).push(this.#analysis.variable(instance, variable));
      });
      const count = instance.function.parameters.length;
      lists.push({ count, rest: instance.function.parameters.at(-1)?.rest ? count - 1 : -1 });
      results.push(instance.result);
    }
    signature.parameters = this.#parameters(parameters, lists, layouts);
    signature.result = this.#join(results, layouts);
  }

  /** Functions of which some take a rest, from different places on, all take one that holds anything. */
  #parameters(nodes: readonly FlowNode[][], lists: readonly ParameterList[], layouts: Layouts): SignatureParameter[] {
    const joined = nodes.map((each): SignatureParameter => ({
      representation: this.#join(each, layouts),
      rest: undefined,
    }));
    const first = Math.min(...lists.flatMap(({ rest }) => (rest < 0 ? [] : [rest])));
    if (first === Infinity) return joined;
    const alike = joined.length === first + 1 && lists.every(({ count, rest }) => rest === first || count <= first);
    const last = alike ? joined[first]?.representation : undefined;
    const rest = last?.type === "reference" ? layouts.arrays.heldAs(last) : layouts.arrays.holding(ANY_REPRESENTATION);
    return [...joined.slice(0, first), { representation: reference(rest.struct), rest }];
  }

  /**
   * How what reaches any of some places is held. Nothing flows from them for that: objects that meet become one, and how those of the program lie in
   * memory is settled.
   */
  #join(nodes: readonly FlowNode[], layouts: Layouts): Representation {
    if (nodes.length === 1) return layouts.of(nodes[0]!);
    const joined = createNode();
    for (const node of nodes) joined.kinds |= kindsOf(node);
    joined.objects = new Set(nodes.flatMap(objectsOf));
    return layouts.of(joined);
  }

  #members(root: Callable): Callable[] {
    const members: Callable[] = [];
    for (const object of this.#analysis.objects) {
      const at = canonical(object);
      if (at === object && isCallable(at) && this.#root(at) === root) members.push(at);
    }
    return members;
  }

  #root(object: Callable): Callable {
    let at = object;
    for (let next = this.#parents.get(at); next; next = this.#parents.get(at)) at = next;
    return at;
  }

  #unite(first: Callable, second: Callable): void {
    const kept = this.#root(first);
    const dropped = this.#root(second);
    if (kept !== dropped) this.#parents.set(dropped, kept);
  }
}

function isCallable(object: { type: string }): object is Callable {
  return object.type === "function" || object.type === "hostFunction";
}

/** The WASM type of a variable as a closure holds it: its cell, or its value. */
export function captureType(
  analysis: Analysis,
  captures: Captures,
  layouts: Layouts,
  scope: FunctionInstance,
  variable: Parameters<Analysis["variable"]>[1],
): ValueType {
  const representation = layouts.of(analysis.variable(currentInstance(scope), variable));
  return captures.inCell(variable) ? refNull(layouts.cell(representation)) : valueType(representation);
}
