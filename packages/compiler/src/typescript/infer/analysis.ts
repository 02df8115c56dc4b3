import type { Expression, IrClass, IrFunction, IrModule, IrVariable, Shape, TypeFilter } from "../ir/index.ts";
import type {
  AbstractObject,
  ArrayObject,
  ClassObject,
  FunctionObject,
  InstanceObject,
  PropertiesObject,
  ShapeObject,
} from "./values/abstract-object.ts";
import { createPositions } from "./properties/positions.ts";
import { canonical, noProperties } from "./values/abstract-object.ts";
import { apart, instanceAround, keptApart, madeIn } from "./context.ts";
import { Condition, Conditions } from "./values/condition.ts";
import type { FlowNode } from "./values/flow-node.ts";
import { RestrictedObjects } from "./objects/restricted-objects.ts";
import { getOrMake } from "./values/get-or-make.ts";
import { createNode, nodeIn } from "./values/flow-node.ts";
import type { CallTarget, FunctionInstance } from "./values/function-instance.ts";
import { createInstance, currentInstance } from "./values/function-instance.ts";
import { mergeObjects } from "./values/merge.ts";
import { startUndefined } from "./objects/orders.ts";
import { BitVariables } from "./ranges/bit-variables.ts";
import type { LoopStep } from "./ranges/loop-step.ts";
import { Solver } from "./solver.ts";
import { TypedObjects } from "./values/typed-objects.ts";
import type { Site } from "./values/site.ts";

/** As many calls of a function are analysed apart; functions that are generic gain more from it. */
const MOST_CLONES = 64;
const MOST_GENERIC_CLONES = 256;

/**
 * What is known about a whole program while it is analysed: which values reach which places.
 *
 * The analysis ignores the order of statements; what the author's control flow shows comes in as `narrow` expressions. It keeps
 * apart the uses of generic functions and classes and of the library, call by call, and lets arrays and instances of one class that meet
 * become one, so that a place never holds two representations of one thing.
 */
export class Analysis {
  readonly solver: Solver = new Solver((first, second) => mergeObjects(this, first, second));
  /** In order of their making; merged ones included. */
  readonly instances: FunctionInstance[] = [];
  readonly objects: AbstractObject[] = [];
  /** What `throw` throws and `catch` catches, anywhere. */
  readonly thrown: FlowNode = createNode();
  /** Called for each instance to visit its body. */
  readonly pending: FunctionInstance[] = [];
  /** Functions that complain of what the program does, by name. */
  readonly failures: Map<string, FunctionInstance> = new Map();
  /** The program asks for properties of values that it may only have a reference to. */
  readonly hostIsRead: Condition = new Condition();
  /** Values of which the program can tell whether they are the same object. */
  readonly compared: (readonly [FlowNode, FlowNode])[] = [];
  /** Where the program asks for names and lengths of functions. */
  readonly described: FlowNode[] = [];
  /** Objects that may be frozen. */
  readonly restricted: RestrictedObjects = new RestrictedObjects();
  /** A JavaScript function that is called may throw. */
  readonly hostThrows: Condition = new Condition();
  /** The program catches what is thrown. */
  readonly catches: Condition = new Condition();
  /** By name: the program itself names a class or function of the library. */
  readonly mentioned: Conditions = new Conditions();
  /** By name: the program itself reads a property. */
  readonly read: Conditions = new Conditions();
  /** By name: the program itself sets a property of instances of some class. */
  readonly set: Conditions = new Conditions();
  /** By name: instances of some class are given a property that the class has a method for. */
  readonly replaced: Conditions = new Conditions();
  /** Variables of library modules, besides functions and classes, that are used. */
  readonly usedLibraryVariables: Set<IrVariable> = new Set();
  /** Visits the declaration of a library module's variable. */
  onLibraryVariable: (variable: IrVariable, module: IrModule) => void = () => {};
  /** Steps of counting loops, by the expression that makes the step. */
  readonly steps: Map<Expression, LoopStep> = new Map();
  /** Filtered nodes and what they filter. */
  readonly narrowings: { source: FlowNode; node: FlowNode }[] = [];
  readonly library: ReadonlyMap<string, IrVariable>;
  readonly libraryModules: ReadonlyMap<IrVariable, IrModule>;
  #moduleVariables = new Map<IrVariable, FlowNode>();
  /** The analysis that the calls of a function share which are not kept apart. */
  readonly sharedInstances: Map<FunctionObject, FunctionInstance> = new Map();
  #bitVariables = new BitVariables();
  /** How many calls each function has been analysed for. */
  #cloneCounts = new Map<IrFunction, number>();
  #functions = new Map<IrFunction, Map<FunctionInstance | AbstractObject | undefined, FunctionObject>>();
  /** Functions that are analysed for each receiver. */
  #byReceiver = new Set<IrFunction>();
  #classes = new Map<IrClass, Map<FunctionInstance | undefined, ClassObject>>();
  #shapes = new Map<Shape, Map<FunctionInstance | undefined, AbstractObject>>();
  readonly typed: TypedObjects = new TypedObjects(this);

  constructor(library: ReadonlyMap<string, IrModule>) {
    const modules = [...library.values()];
    this.library = new Map(modules.flatMap((module) => [...module.exports]));
    this.libraryModules = new Map(modules.flatMap((module) => module.variables.map((variable) => [variable, module])));
  }

  /** Analyses what gives a library module's variable its value, if that has not been done. */
  useLibraryVariable(variable: IrVariable): void {
    const module = this.libraryModules.get(variable);
    if (!module || variable.holds || this.usedLibraryVariables.has(variable)) return;
    this.usedLibraryVariables.add(variable);
    this.onLibraryVariable(variable, module);
  }

  /** The node of a variable as a function's instance sees it. */
  variable(instance: FunctionInstance, variable: IrVariable): FlowNode {
    if (!variable.owner) return this.moduleVariable(variable);
    return nodeIn(this.scopeOf(instance, variable)!.variables, variable);
  }

  moduleVariable(variable: IrVariable): FlowNode {
    return nodeIn(this.#moduleVariables, variable);
  }

  /** The node of a value that no expression names. */
  place(instance: FunctionInstance, site: Site): FlowNode {
    return nodeIn(currentInstance(instance).places, site);
  }

  /** What of a node passes a filter. */
  narrowed(source: FlowNode, filter: TypeFilter): FlowNode {
    const node = createNode();
    this.solver.connect(source, node, filter);
    this.narrowings.push({ source, node });
    return node;
  }

  /** Nodes of all module-level variables that are used. */
  moduleVariables(): Iterable<FlowNode> {
    return this.#moduleVariables.values();
  }

  /** The node of an expression. */
  expression(instance: FunctionInstance, expression: Expression): FlowNode {
    const current = currentInstance(instance);
    return (current.expressions[expression.id] ??= createNode());
  }

  /** The function as a value, made in a scope; methods of objects that are analysed apart have the object as `owner`. */
  functionObject(definition: IrFunction, scope: FunctionInstance | undefined, owner?: AbstractObject): FunctionObject {
    let objects = this.#functions.get(definition);
    if (!objects) this.#functions.set(definition, (objects = new Map()));
    if (definition.analyzed === "byReceiver") this.#byReceiver.add(definition);
    const key = owner ? canonical(owner) : scope && currentInstance(scope);
    let object = objects.get(key);
    if (!object) {
      object = {
        type: "function",
        function: definition,
        scope,
        owner,
        ...noProperties(),
        ...this.identity(undefined),
      };
      this.objects.push(object);
      objects.set(key, object);
    }
    return canonical(object);
  }

  classObject(definition: IrClass, scope: FunctionInstance | undefined): ClassObject {
    let objects = this.#classes.get(definition);
    if (!objects) this.#classes.set(definition, (objects = new Map()));
    const key = scope && currentInstance(scope);
    let object = objects.get(key);
    if (!object) {
      object = {
        type: "class",
        definition,
        scope,
        base: undefined,
        waiting: [],
        instance: undefined,
        ...noProperties(),
        ...this.identity(undefined),
      };
      this.objects.push(object);
      objects.set(key, object);
      object.base = definition.base && this.#declaredClass(definition.base, scope);
    }
    return canonical(object);
  }

  /** The class that an expression names, if it is the name of a declared one. */
  #declaredClass(expression: Expression, scope: FunctionInstance | undefined): ClassObject | undefined {
    const variable =
      expression.op === "get"
        ? expression.variable
        : expression.op === "library"
          ? this.library.get(expression.name)
          : undefined;
    if (variable?.holds?.type !== "class") return undefined;
    return this.classObject(variable.holds, scope && this.scopeOf(scope, variable));
  }

  /** The instance of the function that a variable belongs to, seen from an instance inside it. */
  scopeOf(instance: FunctionInstance, variable: IrVariable): FunctionInstance | undefined {
    if (!variable.owner) return undefined;
    let scope: FunctionInstance | undefined = currentInstance(instance);
    while (scope && scope.function !== variable.owner) scope = scope.scope && currentInstance(scope.scope);
    if (!scope) throw new Error(`${variable.name} is used outside of its function ${variable.owner.name}`);
    return scope;
  }

  /** The object that an expression makes; made when first asked for. */
  allocation<T extends AbstractObject>(instance: FunctionInstance, site: Site, make: () => T): T {
    const { allocations } = currentInstance(instance);
    let object = allocations.get(site);
    if (!object) allocations.set(site, (object = make()));
    return canonical(object) as T;
  }

  /** `madeIn` is the analysis that makes it, of classes whose instances are kept apart. */
  newInstance(classObject: ClassObject, madeIn?: FunctionInstance): InstanceObject {
    const object: InstanceObject = {
      type: "instance",
      class: classObject,
      madeIn,
      ...noProperties(),
      ...this.identity(keptApart(classObject) ? `class ${classObject.id}` : undefined),
    };
    this.objects.push(object);
    return object;
  }

  /** `places` is how many elements it is made with, if they are known one by one. */
  newArray(places = 0): ArrayObject {
    const positions = createPositions(places);
    const object: ArrayObject = { type: "array", element: createNode(), positions, ...this.identity("array") };
    this.objects.push(object);
    return object;
  }

  /** The object of a shape's literals. Functions whose uses are kept apart have their own. */
  shapeObject(shape: Shape, instance: FunctionInstance | undefined, make: () => AbstractObject): AbstractObject {
    let objects = this.#shapes.get(shape);
    if (!objects) this.#shapes.set(shape, (objects = new Map()));
    const key = instance && apart(instance);
    let object = objects.get(key);
    if (!object) objects.set(key, (object = make()));
    return canonical(object);
  }

  newShapeObject(shape: Shape, names: readonly string[]): ShapeObject {
    const group = shape.declared.length > 0 ? undefined : `shape ${[...names].sort().join()}`;
    const object: ShapeObject = {
      type: "shape",
      shape,
      getters: new Map(),
      setters: new Map(),
      orders: [],
      missing: new Map(),
      added: new Set(),
      writes: [],
      soughtNames: new Set(),
      openers: [],
      ...noProperties(),
      ...this.identity(group),
    };
    this.objects.push(object);
    return object;
  }

  /** The node of a field; made when first asked for. */
  field(object: PropertiesObject, name: string): FlowNode {
    const target = canonical(object);
    let node = target.fields.get(name);
    if (!node) {
      const made = this.#inheritedField(target, name) ?? createNode();
      target.fields.set(name, (node = made));
      if (target.type === "shape") startUndefined(this, target, name, made);
      for (const listener of Array.from(target.fieldListeners)) listener(name, node);
    }
    return node;
  }

  /** The field of the class that declares it: one place for all classes that extend that class. */
  #inheritedField(object: PropertiesObject, name: string): FlowNode | undefined {
    if (object.type !== "instance") return undefined;
    for (let at = object.class.base; at; at = at.base) {
      const base = canonical(at);
      if (keptApart(base) || !base.definition.fields.includes(name)) continue;
      return this.field(this.commonInstance(base), name);
    }
    return undefined;
  }

  /** The object that stands for all instances of a class that are not kept apart. */
  commonInstance(classObject: ClassObject): InstanceObject {
    return canonical((classObject.instance ??= this.newInstance(classObject)));
  }

  /** Tells of every field that an object has or gets. */
  onField(object: PropertiesObject, listener: (name: string, node: FlowNode) => void): void {
    const target = canonical(object);
    target.fieldListeners.push(listener);
    for (const [name, node] of Array.from(target.fields)) listener(name, node);
  }

  /** The analysis that all calls through a function's value share, if there is one. */
  existingInstance(object: FunctionObject): FunctionInstance | undefined {
    const instance = this.sharedInstances.get(canonical(object));
    return instance && currentInstance(instance);
  }

  /** The analysis of a function that a call in another reaches; without a call, of one that runs by itself. */
  instanceFor(object: FunctionObject, caller?: FunctionInstance, site?: Site): FunctionInstance {
    const callee = canonical(object);
    const definition = callee.function;
    const perCall =
      definition.generic || (definition.library && definition.analyzed === undefined && !callee.owner && !callee.scope);
    const context = perCall ? caller : callee.owner && madeIn(callee.owner);
    const around = context && instanceAround(context, definition);
    if (around) return around;
    if (!perCall || !caller) {
      let instance = this.sharedInstances.get(callee);
      if (!instance) this.sharedInstances.set(callee, (instance = this.#createInstance(callee, undefined)));
      return currentInstance(instance);
    }
    const { clones } = currentInstance(caller);
    const cloneKey = `${site} ${callee.id}`;
    let instance = clones.get(cloneKey);
    if (!instance) clones.set(cloneKey, (instance = this.#cloneFor(callee, caller)));
    return currentInstance(instance);
  }

  /** An analysis for one call, unless there are many of the function already: then the one that all further calls share. */
  #cloneFor(callee: FunctionObject, caller: FunctionInstance): FunctionInstance {
    const count = this.#cloneCounts.get(callee.function) ?? 0;
    this.#cloneCounts.set(callee.function, count + 1);
    if (count < (callee.function.generic ? MOST_GENERIC_CLONES : MOST_CLONES))
      return this.#createInstance(callee, caller);
    return getOrMake(this.sharedInstances, callee, () => this.#createInstance(callee, undefined));
  }

  /** Notes that an expression calls an instance for receivers of this sort. */
  noteCall(caller: FunctionInstance, site: Site, target: CallTarget): void {
    const { calls } = currentInstance(caller);
    let targets = calls.get(site);
    if (!targets) calls.set(site, (targets = []));
    const on = typeof target.on === "object" ? canonical(target.on) : target.on;
    for (const known of targets) {
      const same = typeof known.on === "object" ? canonical(known.on) === on : known.on === on;
      if (same && currentInstance(known.instance) === currentInstance(target.instance)) return;
    }
    targets.push(target);
  }

  /** Tables of functions by the object that they are kept apart for. */
  *keyedByReceiver(): Iterable<Map<unknown, AbstractObject>> {
    for (const definition of this.#byReceiver) yield this.#functions.get(definition)!;
  }

  /** Tables of objects by the analysis, or the object, that they are kept apart for. */
  *keyedObjects(): Iterable<Map<unknown, AbstractObject>> {
    yield* this.#functions.values();
    yield* this.#classes.values();
    yield* this.#shapes.values();
  }

  #createInstance(object: FunctionObject, caller: FunctionInstance | undefined): FunctionInstance {
    const instance = createInstance(this.instances.length, object, caller);
    for (const variable of this.#bitVariables.of(object.function)) {
      nodeIn(instance.variables, variable).onlyBits = true;
    }
    this.instances.push(instance);
    this.pending.push(instance);
    return instance;
  }

  /** What every object has; `group` names those that become one when they meet. */
  identity(group: string | undefined): { id: number; merged: undefined; group: string | undefined } {
    return { id: this.objects.length, merged: undefined, group };
  }
}
