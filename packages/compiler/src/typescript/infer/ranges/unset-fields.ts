import type { Expression, IrClass, IrFunction, IrVariable, Statement } from "../../ir/index.ts";
import { walkStatement } from "../../ir/walk.ts";
import type { AbstractObject, ClassObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { mayLack } from "../objects/orders.ts";

/**
 * Fields that can be read before they are set, or are not there at all: an integer could not say that they are `undefined`. Safe are
 * fields of literals that all have them, and fields that a constructor sets before anybody else can see the object.
 */
export function unsetFields(objects: readonly AbstractObject[]): FlowNode[] {
  const constructions = new Map<IrClass, Construction>();
  const nodes: FlowNode[] = [];
  for (const each of objects) {
    const object = canonical(each);
    if (object.type !== "instance" && object.type !== "shape" && object.type !== "class") continue;
    for (const [name, node] of object.fields) {
      const isSafe =
        object.type === "shape"
          ? !mayLack(object, name)
          : object.type === "class"
            ? isSetStatically(object, name)
            : isSetInConstruction(constructions, object.class, name);
      if (!isSafe) nodes.push(node);
    }
  }
  return nodes;
}

/** What making an instance does, base classes included. */
interface Construction {
  /** Fields of the class itself that are set before they can be read. */
  set: ReadonlySet<string>;
  /** Something else may see the object before it is complete. */
  escapes: boolean;
}

function isSetInConstruction(known: Map<IrClass, Construction>, classObject: ClassObject, name: string): boolean {
  for (let at: ClassObject | undefined = classObject; at; at = at.base && canonical(at.base)) {
    if (constructionOf(known, at).set.has(name)) return true;
  }
  return false;
}

function constructionOf(known: Map<IrClass, Construction>, classObject: ClassObject): Construction {
  const { definition } = classObject;
  let construction = known.get(definition);
  if (construction) return construction;
  const base = classObject.base && constructionOf(known, canonical(classObject.base));
  const uses = new ReceiverUses();
  for (const part of [definition.initializer, definition.construct]) if (part) uses.follow(part);
  // A base class that shows the object shows it without the fields of this class.
  const set = base?.escapes ? new Set<string>() : uses.set;
  construction = { set, escapes: uses.escapes || (base?.escapes ?? false) };
  known.set(definition, construction);
  return construction;
}

function isSetStatically(object: ClassObject, name: string): boolean {
  for (let at: ClassObject | undefined = object; at; at = at.base && canonical(at.base)) {
    const { staticInitializer } = at.definition;
    if (!staticInitializer) continue;
    const uses = new ReceiverUses();
    uses.follow(staticInitializer);
    if (uses.set.has(name)) return true;
  }
  return false;
}

/** Follows the receiver through the statements of functions that run one after the other. */
class ReceiverUses {
  readonly set: Set<string> = new Set();
  escapes = false;
  #read = new Set<string>();

  follow({ thisVariable, body }: IrFunction): void {
    if (!thisVariable) return;
    for (const statement of body) this.#statement(statement, thisVariable);
  }

  #statement(statement: Statement, receiver: IrVariable): void {
    this.#uses(statement, receiver);
    if (statement.type !== "expression") return;
    const { expression } = statement;
    if (expression.op !== "setProperty" || !isReceiver(expression.object, receiver)) return;
    if (!this.escapes && !this.#read.has(expression.name)) this.set.add(expression.name);
  }

  #uses(statement: Statement, receiver: IrVariable): void {
    let mentions = 0;
    let accesses = 0;
    walkStatement(statement, {
      variable: (variable) => {
        if (variable === receiver) mentions++;
      },
      expression: (expression) => {
        // The base class is looked at by itself.
        if (expression.op === "superCall" && expression.receiver === receiver) accesses++;
        if (expression.op !== "property" && expression.op !== "setProperty") return;
        if (!isReceiver(expression.object, receiver)) return;
        accesses++;
        if (expression.op === "property" && !this.set.has(expression.name)) this.#read.add(expression.name);
      },
      function: (inner) => {
        if (mentionsVariable(inner, receiver)) this.escapes = true;
      },
    });
    // Fields are accessed through the receiver; whatever else it is used for may show it to others.
    if (mentions > accesses) this.escapes = true;
  }
}

function isReceiver(expression: Expression, receiver: IrVariable): boolean {
  return expression.op === "get" && expression.variable === receiver;
}

function mentionsVariable({ body }: IrFunction, variable: IrVariable): boolean {
  let found = false;
  for (const statement of body) {
    walkStatement(statement, {
      variable: (used) => {
        if (used === variable) found = true;
      },
      function: (inner) => {
        if (mentionsVariable(inner, variable)) found = true;
      },
    });
  }
  return found;
}
