import type { AbstractObject, Analysis, FlowNode, FunctionInstance } from "../infer/index.ts";
import { canonical, currentInstance, objectsOf } from "../infer/index.ts";

/**
 * The objects that can have been there before a call of one of the functions: what variables of modules lead to, what the functions are given, what
 * closures that were made elsewhere have kept, and what waits in generators and asynchronous functions. A call can change all others as it likes: it
 * has made them itself.
 */
export function findOldObjects(
  analysis: Analysis,
  roots: readonly FunctionInstance[],
  reached: ReadonlySet<FunctionInstance>,
): ReadonlySet<AbstractObject> {
  const old = new OldObjects();
  for (const node of analysis.moduleVariables()) old.addNode(node);
  for (const { function: definition, variables } of roots) {
    for (const { variable } of definition.parameters) old.addNode(variables.get(variable));
    if (definition.thisVariable) old.addNode(variables.get(definition.thisVariable));
  }
  for (const { scope } of reached) {
    if (scope && !reached.has(currentInstance(scope))) old.addScope(scope);
  }
  for (const instance of analysis.instances) {
    if (!instance.merged && instance.function.kind !== "ordinary") old.addAll(instance);
  }
  old.follow();
  return old.found;
}

const NONE: ReadonlySet<string> = new Set();

/** What objects lead to in one step, besides by properties of some names. */
export function partsOf(
  objects: readonly AbstractObject[],
  except: ReadonlySet<string> = NONE,
): ReadonlySet<AbstractObject> {
  const old = new OldObjects();
  for (const object of objects) old.enter(object, except);
  return old.found;
}

class OldObjects {
  readonly found: Set<AbstractObject> = new Set();
  #scopes = new Set<FunctionInstance>();

  addNode(node: FlowNode | undefined): void {
    if (node) for (const object of objectsOf(node)) this.found.add(object);
  }

  /** What functions that are written in others have of them. */
  addScope(scope: FunctionInstance | undefined): void {
    for (let at = scope && currentInstance(scope); at; at = at.scope && currentInstance(at.scope)) {
      if (this.#scopes.has(at)) return;
      this.#scopes.add(at);
      for (const [variable, node] of at.variables) {
        if (variable.captured || variable.kind === "this") this.addNode(node);
      }
    }
  }

  /** All that an analysis holds at any time. */
  addAll({ variables, expressions, places, scope }: FunctionInstance): void {
    for (const node of variables.values()) this.addNode(node);
    for (const node of expressions) this.addNode(node);
    for (const node of places.values()) this.addNode(node);
    this.addScope(scope);
  }

  /** Goes on to whatever is reached: a set gives what is added while it is gone through, too. */
  follow(): void {
    for (const object of this.found) this.enter(object);
  }

  enter(object: AbstractObject, except = NONE): void {
    switch (object.type) {
      case "array":
        return this.addNode(object.element);
      case "hostFunction":
        return this.addNode(object.result);
      case "typed":
        return;
      case "function":
        this.addScope(object.scope);
        break;
      case "class":
        this.addScope(object.scope);
        if (object.base) this.found.add(canonical(object.base));
        break;
      case "instance":
        this.found.add(canonical(object.class));
        break;
      case "shape":
        for (const accessor of [...object.getters.values(), ...object.setters.values()]) {
          this.found.add(canonical(accessor));
        }
    }
    for (const [name, node] of object.fields) if (!except.has(name)) this.addNode(node);
  }
}
