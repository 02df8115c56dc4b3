import type { BinaryOperator, Expression, Operation } from "@rune/schema";
import type { EventRecord } from "../events/event-record.ts";
import { readMember } from "./read-member.ts";
import type { Row } from "./row.ts";
import { toText } from "./to-text.ts";

/** Computes an expression in a row's scope; handlers' arguments also see the event. Never throws. */
export type Evaluate = (row: Row | undefined, event?: EventRecord) => unknown;

/** What expressions read besides rows and events. */
export interface ExpressionContext {
  /** The page's data by name. */
  readonly data: ReadonlyMap<string, unknown>;
  /** Calls an export without effects; a failure is reported and yields `undefined`. */
  call(name: string, values: unknown[]): unknown;
}

/** Turns an expression into a closure, once; evaluation then allocates nothing but what the operation itself makes. */
export function compileExpression(expression: Expression, context: ExpressionContext): Evaluate {
  return Array.isArray(expression) ? compileOperation(expression, context) : () => expression;
}

function compileOperation(operation: Operation, context: ExpressionContext): Evaluate {
  const compile = (operand: Expression): Evaluate => compileExpression(operand, context);
  switch (operation[0]) {
    case "undefined":
      return () => undefined;
    case "data": {
      const { data } = context;
      const name = operation[1];
      return () => data.get(name);
    }
    case "item":
    case "index":
      return compileRow(operation[0], operation[1]);
    case "event": {
      const path = operation.slice(1);
      return (_row, event) => path.reduce<unknown>(readMember, event);
    }
    case "get": {
      const object = compile(operation[1]);
      const name = operation[2];
      return (row, event) => readMember(object(row, event), name);
    }
    case "at": {
      const object = compile(operation[1]);
      const key = compile(operation[2]);
      return (row, event) => readMember(object(row, event), toText(key(row, event)));
    }
    case "not": {
      const operand = compile(operation[1]);
      return (row, event) => !operand(row, event);
    }
    case "negate":
    case "number": {
      const sign = operation[0] === "negate" ? -1 : 1;
      const operand = compile(operation[1]);
      return (row, event) => sign * toNumber(operand(row, event));
    }
    case "if": {
      const [condition, then, otherwise] = [compile(operation[1]), compile(operation[2]), compile(operation[3])];
      return (row, event) => (condition(row, event) ? then(row, event) : otherwise(row, event));
    }
    case "text": {
      const parts = (operation.slice(1) as Expression[]).map(compile);
      return (row, event) => {
        let text = "";
        for (const part of parts) text += toText(part(row, event));
        return text;
      };
    }
    case "call": {
      const name = operation[1];
      const operands = (operation.slice(2) as Expression[]).map(compile);
      return (row, event) =>
        context.call(
          name,
          operands.map((operand) => operand(row, event)),
        );
    }
    default:
      return compileBinary(operation[0], compile(operation[1]), compile(operation[2]));
  }
}

function compileRow(variable: "item" | "index", depth: number): Evaluate {
  return (row) => {
    let found = row;
    for (let i = depth; i > 0; i--) found = found?.parent;
    return found?.[variable];
  };
}

function compileBinary(operator: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case "&&":
      return (row, event) => left(row, event) && right(row, event);
    case "||":
      return (row, event) => left(row, event) || right(row, event);
    case "??":
      return (row, event) => left(row, event) ?? right(row, event);
    default: {
      const compute = binaryOperations[operator];
      return (row, event) => compute(left(row, event), right(row, event));
    }
  }
}

const binaryOperations: Readonly<
  Record<Exclude<BinaryOperator, "&&" | "||" | "??">, (a: unknown, b: unknown) => unknown>
> = {
  "+": (a, b) => (isTextual(a) || isTextual(b) ? toOperandText(a) + toOperandText(b) : toNumber(a) + toNumber(b)),
  "-": (a, b) => toNumber(a) - toNumber(b),
  "*": (a, b) => toNumber(a) * toNumber(b),
  "/": (a, b) => toNumber(a) / toNumber(b),
  "%": (a, b) => toNumber(a) % toNumber(b),
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => toComparable(a, b) < toComparable(b, a),
  "<=": (a, b) => toComparable(a, b) <= toComparable(b, a),
  ">": (a, b) => toComparable(a, b) > toComparable(b, a),
  ">=": (a, b) => toComparable(a, b) >= toComparable(b, a),
};

function isTextual(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

/** In a sum, `null` and `undefined` read as in JavaScript. */
function toOperandText(value: unknown): string {
  return value === null || value === undefined ? String(value) : toText(value);
}

/** Two strings compare as strings, anything else as numbers; typed as the latter because `<` takes no union. */
function toComparable(value: unknown, other: unknown): number {
  return typeof value === "string" && typeof other === "string" ? (value as unknown as number) : toNumber(value);
}

/** As JavaScript converts primitives; objects are not numbers. */
function toNumber(value: unknown): number {
  return typeof value === "object" && value !== null ? Number.NaN : Number(value);
}
