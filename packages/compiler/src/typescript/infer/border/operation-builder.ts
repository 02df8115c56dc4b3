import type {
  Argument,
  BorderParameter,
  Expression,
  ExpressionFields,
  IrFunction,
  IrVariable,
  Position,
} from "../../ir/index.ts";

const POSITION: Position = { file: "", line: 0, column: 0 };

/** Writes the function of a border operation: parameters, and an expression that is its result or what it does. */
export class OperationBuilder {
  readonly function: IrFunction;

  constructor(name: string) {
    this.function = {
      type: "function",
      name,
      kind: "ordinary",
      parameters: [],
      thisVariable: undefined,
      body: [],
      parent: undefined,
      generic: false,
      library: true,
      analyzed: undefined,
      kept: [],
      expressions: 0,
      position: POSITION,
    };
  }

  /** Adds a parameter. */
  parameter(name: string, rest = false): IrVariable {
    const variable: IrVariable = {
      name,
      kind: "parameter",
      owner: this.function,
      captured: false,
      writes: 0,
      holds: undefined,
      position: POSITION,
    };
    this.function.parameters.push({ variable, rest });
    return variable;
  }

  make(fields: ExpressionFields): Expression {
    return { ...fields, id: this.function.expressions++, position: POSITION } as Expression;
  }

  get(variable: IrVariable): Expression {
    return this.make({ op: "get", variable });
  }

  property(object: Expression, name: string): Expression {
    return this.make({ op: "property", object, name });
  }

  callMethod(object: Expression, name: string, args: readonly Argument[] = []): Expression {
    return this.make({ op: "callMethod", object, name, arguments: [...args] });
  }

  callLibrary(name: string, args: readonly Expression[]): Expression {
    return this.make({ op: "callLibrary", name, arguments: args.map(argument) });
  }

  newLibrary(name: string, args: readonly Expression[]): Expression {
    return this.make({ op: "new", callee: this.make({ op: "library", name }), arguments: args.map(argument) });
  }

  intrinsic(name: string, ...args: Expression[]): Expression {
    return this.make({ op: "intrinsic", name, arguments: args });
  }

  /** Ends with the value of an expression. */
  returns(value: Expression): void {
    this.function.body.push({ type: "return", value, position: POSITION });
  }

  /** Does what an expression does. */
  does(expression: Expression): void {
    this.function.body.push({ type: "expression", expression, position: POSITION });
  }
}

/** A single argument. */
export function argument(value: Expression): Argument {
  return { value, spread: false };
}

/** Whether the last parameter takes all further arguments. */
export function restOf(parameters: readonly BorderParameter[]): boolean {
  return parameters.at(-1)?.rest ?? false;
}

/** Arguments of a call; with a rest parameter the last one is all further ones. */
export function argumentsOf(args: readonly Expression[], rest: boolean): Argument[] {
  return args.map((value, index) => ({ value, spread: rest && index === args.length - 1 }));
}
