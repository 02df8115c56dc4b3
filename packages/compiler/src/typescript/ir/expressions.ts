import type { BorderType } from "./border-type.ts";
import type { Position } from "./position.ts";
import type { PrimitiveKind } from "./primitive-kinds.ts";
import type { IrClass, IrFunction, IrVariable } from "./program.ts";
import type { Statement } from "./statements.ts";

/** What every expression has. */
interface ExpressionBase {
  /** Unique in its function, from 0. */
  id: number;
  position: Position;
}

export type UnaryOperator =
  | "-"
  | "+"
  | "!"
  | "~"
  | "typeof"
  /** ToNumeric, then one more or one less. */
  | "increment"
  | "decrement"
  /** ToNumeric: what a postfix `++` gives. */
  | "numeric"
  /** `value == null`. */
  | "isNullish";

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | ">>>"
  | "=="
  | "!="
  | "==="
  | "!=="
  | "<"
  | "<="
  | ">"
  | ">="
  /** `key in object`. */
  | "in"
  | "instanceof";

/** An argument of a call, or an element of an array literal. */
export interface Argument {
  value: Expression;
  spread: boolean;
}

/**
 * Which object literals are of one kind. Literals whose declared type is one interface or type alias share a shape; any other literal has
 * its own.
 */
export interface Shape {
  name: string;
  /** Property names that the declared type names, in its order; empty if there is no declared type. */
  declared: string[];
  /** Used as a dictionary: an index signature, `Record<string, …>`, or a type that says nothing (`{}` as `any`). */
  dictionary: boolean;
}

export type ObjectMember =
  /** One that is `optional` is left out if its value is `undefined`. */
  | { type: "value"; name: string; value: Expression; optional?: boolean }
  | { type: "computed"; key: Expression; value: Expression }
  | { type: "get" | "set"; name: string; function: IrFunction }
  | { type: "spread"; value: Expression };

/** Where `super` begins to look. */
export interface SuperReference {
  /** The class in whose member it stands; `undefined` in an object literal, which inherits from `Object` alone. */
  class: IrClass | undefined;
  static: boolean;
  receiver: IrVariable;
}

/** What a narrowed value can still be. */
export interface TypeFilter extends Record<PrimitiveKind, boolean> {
  /** Whether an instance of the class, an object of the shape, an array or a function fits. */
  accepts(candidate: IrClass | Shape | "array" | "function"): boolean;
}

export type Expression = ExpressionBase &
  (
    | { op: "undefined" }
    | { op: "null" }
    | { op: "boolean"; value: boolean }
    | { op: "number"; value: number }
    | { op: "string"; value: string }
    | { op: "bigint"; value: bigint }
    | { op: "get"; variable: IrVariable }
    /** Its value is the assigned one. */
    | { op: "set"; variable: IrVariable; value: Expression }
    | { op: "unary"; operator: UnaryOperator; operand: Expression }
    | { op: "binary"; operator: BinaryOperator; left: Expression; right: Expression }
    | { op: "logical"; operator: "&&" | "||" | "??"; left: Expression; right: Expression }
    | { op: "conditional"; test: Expression; then: Expression; otherwise: Expression }
    /** Runs the statements, then gives the value. The statements may not leave the expression, except by throwing. */
    | { op: "do"; body: Statement[]; value: Expression }
    /** ToString of each value between the texts; there is one text more than values. */
    | { op: "template"; texts: string[]; values: Expression[] }
    | { op: "property"; object: Expression; name: string }
    | { op: "setProperty"; object: Expression; name: string; value: Expression }
    /** `methods`: the key, which is not known, may name a method. */
    | { op: "element"; object: Expression; key: Expression; methods?: true }
    /** `open`: the key may be any text, so what it names need not be there before. */
    | { op: "setElement"; object: Expression; key: Expression; value: Expression; open?: true }
    | { op: "deleteElement"; object: Expression; key: Expression }
    /** Calls a function value without a receiver. */
    | { op: "call"; callee: Expression; arguments: Argument[] }
    | { op: "callMethod"; object: Expression; name: string; arguments: Argument[] }
    | { op: "callElement"; object: Expression; key: Expression; arguments: Argument[]; methods?: true }
    /** Calls a function that the library exports, by its name. */
    | { op: "callLibrary"; name: string; arguments: Argument[] }
    /** What the library exports under the name: a class such as `Map`, a function such as `parseInt`. */
    | { op: "library"; name: string }
    | { op: "new"; callee: Expression; arguments: Argument[] }
    /** `super(…)` in a constructor of `class`; runs its field initialiser afterwards. */
    | { op: "superCall"; class: IrClass; receiver: IrVariable; arguments: Argument[] }
    | ({ op: "superMethod"; name: string; arguments: Argument[] } & SuperReference)
    | ({ op: "superProperty"; name: string } & SuperReference)
    /** Calls a setter of what is inherited, or sets a property of the receiver's own. Its value is the assigned one. */
    | ({ op: "setSuperProperty"; name: string; value: Expression } & SuperReference)
    | { op: "object"; shape: Shape; members: ObjectMember[] }
    | { op: "array"; elements: Argument[] }
    | { op: "closure"; function: IrFunction }
    | { op: "class"; class: IrClass }
    /** The value, of which the author's control flow has shown what it can be. */
    | { op: "narrow"; value: Expression; filter: TypeFilter }
    /** `JSON.parse` where a type is expected of it; `type` may be `any`. */
    | { op: "parseJson"; text: Expression; type: BorderType }
    /** An operation that only the library's source can name. */
    | { op: "intrinsic"; name: string; arguments: Expression[] }
    | { op: "await"; value: Expression }
    | { op: "yield"; value: Expression; delegate: boolean }
  );

/** One kind of expression. */
export type ExpressionOf<Op extends Expression["op"]> = Extract<Expression, { op: Op }>;
