import type { StateReader } from "@rune/host";
import type { BinaryOperation, Expression, Operation } from "@rune/schema";
import type { EventRecord } from "./handlers/event-record.ts";
import { binaryOperations, toNumber } from "./operators.ts";
import { compileEntry, compileMember } from "./member.ts";
import { readMember } from "./read-member.ts";
import type { Reads } from "./reads.ts";
import { addReads, createReads } from "./reads.ts";
import type { Row, RowScope } from "./row.ts";
import { toText } from "./to-text.ts";
import type { ValueType } from "./value-type.ts";
import { joinTypes, plain, primitive } from "./value-type.ts";

/** Computes an expression in a row's scope; handlers' arguments also see the event. */
export type Evaluate = (row: Row | undefined, event?: EventRecord) => unknown;

/** An expression, ready to be computed. */
export interface Computed {
  readonly evaluate: Evaluate;
  /** What its values are. */
  readonly type: ValueType;
}

/** What expressions read besides rows and events. */
export interface ExpressionContext {
  /** The page's data by name; what a controller exports is there as its module has it. */
  readonly data: ReadonlyMap<string, unknown>;
  /** Tells what the controller exports, once there is one. */
  readonly reader?: StateReader | undefined;
  /**
   * Gives what a name stands for that the data does not have, which is nothing.
   * @throws Awaited while the controller is on its way that may have it
   */
  missing(name: string): unknown;
  /**
   * Calls an export without effects; a failure is reported and yields `undefined`.
   * @throws Awaited while the controller is on its way
   */
  call(name: string, values: unknown[], row?: Row, depth?: number): unknown;
}

/** Where an expression stands. */
export interface ExpressionScope {
  readonly context: ExpressionContext;
  /** The rows around it, from the innermost outwards. */
  readonly rows: readonly RowScope[];
  /** Takes what the expression depends on. */
  readonly reads: Reads;
  /** Of a component's view: what the names are that are no row's. */
  readonly component?: ComponentScope | undefined;
}

/** What a component's view sees, which is nothing of the page's data. */
export interface ComponentScope {
  /** A name of the component's. */
  compileName(name: string, scope: ExpressionScope): Computed;
  /** Calls a function without effects of the controller of the component that a row is in, with `depth` rows of its view around. */
  call(name: string, values: unknown[], row: Row | undefined, depth: number): unknown;
  /** What such a function gives. */
  resultType(name: string): ValueType | undefined;
  /** Calls the component's controller because of an event in a row that `depth` rows of its view are around. */
  handle(name: string, values: unknown[], row: Row | undefined, depth: number): void;
  /**
   * Assigns a name of the component's. Returns whether that is one which its controller keeps.
   * @throws RuneError, where it does not take the value
   */
  assign(name: string, value: unknown, row: Row | undefined, depth: number): boolean;
}

/** Turns an expression into a closure, once; evaluation then allocates nothing but what the operation itself makes. */
export function compileExpression(expression: Expression, scope: ExpressionScope): Computed {
  return Array.isArray(expression)
    ? compileOperation(expression, scope)
    : { evaluate: () => expression, type: primitive };
}

/** The same, for who shows what comes out: objects of a module are as JavaScript has them. */
export function compileValue(expression: Expression, scope: ExpressionScope): Evaluate {
  return toHost(compileExpression(expression, scope), scope);
}

function toHost({ evaluate, type }: Computed, { reads }: ExpressionScope): Evaluate {
  if (type.kind !== "guest") return evaluate;
  // Anything inside may be looked at.
  reads.isVolatile = true;
  return (row, event) => type.toHost(evaluate(row, event));
}

function compileOperation(operation: Operation, scope: ExpressionScope): Computed {
  const { context, rows, reads } = scope;
  const compile = (operand: Expression): Computed => compileExpression(operand, scope);
  const value = (operand: Expression): Evaluate => compileValue(operand, scope);
  switch (operation[0]) {
    case "undefined":
      return { evaluate: () => undefined, type: primitive };
    case "data": {
      const { data, reader } = context;
      const name = operation[1];
      if (scope.component) return seen(scope.component.compileName(name, scope), reads);
      reads.names.add(name);
      reads.isFree = true;
      const evaluate = (): unknown => {
        const value = data.get(name);
        return value === undefined ? context.missing(name) : value;
      };
      return seen({ evaluate, type: reader?.variable(name)?.type ?? plain }, reads);
    }
    case "item":
    case "index": {
      const [variable, depth] = operation;
      const around = rows[depth];
      reads.hasRow = true;
      if (variable === "index") reads.hasIndex = true;
      else for (const name of around?.names ?? []) reads.names.add(name);
      const type = variable === "item" ? (around?.type ?? plain) : primitive;
      return seen({ evaluate: compileRow(variable, depth), type }, reads);
    }
    case "event": {
      const path = operation.slice(1);
      return { evaluate: (_row, event) => path.reduce<unknown>(readMember, event), type: plain };
    }
    case "get":
      return seen(compileMember(compile(operation[1]), operation, reads), reads);
    case "at": {
      const object = compile(operation[1]);
      return seen(compileEntry(object, operation, value(operation[2]), reads), reads);
    }
    case "not": {
      const { evaluate } = compile(operation[1]);
      return { evaluate: (row, event) => !evaluate(row, event), type: primitive };
    }
    case "negate":
    case "number": {
      const sign = operation[0] === "negate" ? -1 : 1;
      const { evaluate } = compile(operation[1]);
      return { evaluate: (row, event) => sign * toNumber(evaluate(row, event)), type: primitive };
    }
    case "if": {
      const { evaluate: holds } = compile(operation[1]);
      const [then, otherwise, type] = join(compile(operation[2]), compile(operation[3]), scope);
      return { evaluate: (row, event) => (holds(row, event) ? then(row, event) : otherwise(row, event)), type };
    }
    case "text": {
      const parts = (operation.slice(1) as Expression[]).map(value);
      return {
        evaluate: (row, event) => {
          let text = "";
          for (const part of parts) text += toText(part(row, event));
          return text;
        },
        type: primitive,
      };
    }
    case "call": {
      const name = operation[1];
      const operands = (operation.slice(2) as Expression[]).map(value);
      // It may depend on what nobody exports.
      reads.isVolatile = true;
      const owner = scope.component ?? context;
      return {
        evaluate: (row, event) =>
          owner.call(
            name,
            operands.map((operand) => operand(row, event)),
            row,
            rows.length,
          ),
        type: (scope.component ? scope.component.resultType(name) : context.reader?.function(name)?.type) ?? plain,
      };
    }
    default:
      return compileBinary(operation, scope);
  }
}

/** JavaScript's objects of a module's may have changed inside each time. */
function seen(computed: Computed, reads: Reads): Computed {
  if (computed.type.kind === "host") reads.isVolatile = true;
  return computed;
}

function compileRow(variable: "item" | "index", depth: number): Evaluate {
  if (depth === 0) return (row) => row?.[variable];
  return (row) => {
    let found = row;
    for (let i = depth; i > 0; i--) found = found?.parent;
    return found?.[variable];
  };
}

function compileBinary([operator, first, second]: BinaryOperation, scope: ExpressionScope): Computed {
  switch (operator) {
    case "&&":
    case "||":
    case "??": {
      const [left, right, type] = join(compileExpression(first, scope), compileExpression(second, scope), scope);
      return { evaluate: choices[operator](left, right), type };
    }
    case "==":
    case "!=": {
      const [left, right] = compileSides(first, second, scope);
      const isEqual = operator === "==";
      return { evaluate: (row, event) => (left(row, event) === right(row, event)) === isEqual, type: primitive };
    }
    default: {
      const compute = binaryOperations[operator];
      const [left, right] = [compileValue(first, scope), compileValue(second, scope)];
      return { evaluate: (row, event) => compute(left(row, event), right(row, event)), type: primitive };
    }
  }
}

const choices: Readonly<Record<"&&" | "||" | "??", (left: Evaluate, right: Evaluate) => Evaluate>> = {
  "&&": (left, right) => (row, event) => left(row, event) && right(row, event),
  "||": (left, right) => (row, event) => left(row, event) || right(row, event),
  "??": (left, right) => (row, event) => left(row, event) ?? right(row, event),
};

/** Two values of which either may come out, as one type has them. */
function join(
  first: Computed,
  second: Computed,
  scope: ExpressionScope,
): [first: Evaluate, second: Evaluate, type: ValueType] {
  const type = joinTypes(first.type, second.type);
  if (type) return [first.evaluate, second.evaluate, type];
  return [toHost(first, scope), toHost(second, scope), { kind: "host" }];
}

/** The sides of a comparison: objects are the same that are one object to both. */
function compileSides(left: Expression, right: Expression, scope: ExpressionScope): [Evaluate, Evaluate] {
  const parts = [left, right].map((side) => {
    const reads = createReads();
    return { ...compileExpression(side, { ...scope, reads }), reads };
  }) as [Computed & { reads: Reads }, Computed & { reads: Reads }];
  const [first, second] = parts;
  const of = (row: typeof first, page: typeof first): boolean => {
    if (!row.reads.hasRow || row.reads.isFree || row.reads.isVolatile) return false;
    if (!page.reads.isFree || page.reads.hasRow || page.reads.isVolatile || page.reads.isWatched) return false;
    if (row.reads.selectors.length + page.reads.selectors.length > 0) return false;
    addReads(scope.reads, row.reads);
    scope.reads.selectors.push({ key: row.evaluate, chosen: page.evaluate, names: page.reads.names });
    return true;
  };
  if (!of(first, second) && !of(second, first)) for (const { reads } of parts) addReads(scope.reads, reads);
  const [a, b] = join(first, second, scope);
  return [a, b];
}
