import type { Expression, IrFunction, IrVariable, Statement } from "../../ir/index.ts";
import { walkStatement } from "../../ir/walk.ts";
import type { ClassObject, InstanceObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { findMethod } from "../properties/properties.ts";

/**
 * Lets the fields be `undefined` that are read while an instance is made, before they are set: as by a method that a base class calls
 * in its constructor and the class itself has overridden, or by a function that is handed the instance.
 */
export function noteEarlyReads(analysis: Analysis): void {
  for (const object of Array.from(analysis.objects)) {
    if (object.type !== "instance" || object.merged || object.class.definition.library) continue;
    for (const name of earlyReads(object)) analysis.solver.addKinds(analysis.field(object, name), UNDEFINED);
  }
}

function earlyReads({ class: classObject, fields }: InstanceObject): string[] {
  const making = new Making(canonical(classObject), [...fields.keys()]);
  making.construct(making.classObject);
  return [...making.early].filter((name) => fields.has(name));
}

/** Goes through what happens to the receiver while an instance is made. */
class Making {
  readonly classObject: ClassObject;
  readonly early: Set<string> = new Set();
  #fields: readonly string[];
  #set = new Set<string>();
  #active = new Set<IrFunction>();

  constructor(classObject: ClassObject, fields: readonly string[]) {
    this.classObject = classObject;
    this.#fields = fields;
  }

  construct(at: ClassObject): void {
    const { construct, initializer } = at.definition;
    const base = at.base && canonical(at.base);
    if (base && !construct) this.construct(base);
    if (initializer && !(base && construct)) this.#run(initializer, at);
    if (construct) this.#run(construct, at);
  }

  #run(definition: IrFunction, at: ClassObject): void {
    const { thisVariable, body } = definition;
    if (!thisVariable || this.#active.has(definition)) return;
    this.#active.add(definition);
    for (const statement of body) this.#statement(statement, thisVariable, at);
    this.#active.delete(definition);
  }

  #statement(statement: Statement, receiver: IrVariable, at: ClassObject): void {
    const before = this.#set;
    const isCertain = statement.type === "expression";
    if (!isCertain) this.#set = new Set(before);
    walkStatement(statement, {
      expression: (expression) => {
        if (expression.op === "superCall" && expression.receiver === receiver) this.#constructBase(at);
        if (handsOver(expression, receiver)) this.#show();
        if (expression.op !== "property" && expression.op !== "callMethod") return;
        if (expression.object.op !== "get" || expression.object.variable !== receiver) return;
        const kind = expression.op === "property" ? "get" : "method";
        const found = findMethod(this.classObject, expression.name, kind, false);
        if (found) this.#run(found.method.function, found.declaredIn);
        else if (!this.#set.has(expression.name)) this.early.add(expression.name);
      },
    });
    this.#set = before;
    if (statement.type !== "expression" || statement.expression.op !== "setProperty") return;
    const { object, name } = statement.expression;
    if (object.op === "get" && object.variable === receiver) this.#set.add(name);
  }

  /** Somebody sees the instance as it is. */
  #show(): void {
    for (const name of this.#fields) if (!this.#set.has(name)) this.early.add(name);
  }

  #constructBase(at: ClassObject): void {
    if (at.base) this.construct(canonical(at.base));
    if (at.definition.initializer) this.#run(at.definition.initializer, at);
  }
}

function handsOver(expression: Expression, receiver: IrVariable): boolean {
  if (expression.op !== "call" && expression.op !== "callMethod" && expression.op !== "new") return false;
  return expression.arguments.some(({ value }) => value.op === "get" && value.variable === receiver);
}
