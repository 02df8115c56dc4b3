import type {
  BinaryOperator,
  Expression,
  ExpressionFields,
  ExpressionOf,
  IrFunction,
  IrVariable,
  Label,
  Position,
  Statement,
  StatementFields,
} from "../ir/index.ts";

/** Makes statements and expressions of one function, at the place in the author's text that is being rewritten. */
export class Builder {
  readonly function: IrFunction;
  position: Position;

  constructor(definition: IrFunction) {
    this.function = definition;
    this.position = definition.position;
  }

  expression(fields: ExpressionFields): Expression {
    return { ...fields, id: this.function.expressions++, position: this.position } as Expression;
  }

  statement(fields: StatementFields): Statement {
    return { ...fields, position: this.position } as Statement;
  }

  /** A variable of the function that no symbol stands for. */
  temporary(name: string): IrVariable {
    return createVariable(this.function, name, this.position);
  }

  read(variable: IrVariable): Expression {
    this.#use(variable);
    return this.expression({ op: "get", variable });
  }

  assign(variable: IrVariable, value: Expression): Expression {
    this.#use(variable);
    variable.writes++;
    return this.expression({ op: "set", variable, value });
  }

  run(expression: Expression): Statement {
    return this.statement({ type: "expression", expression });
  }

  set(variable: IrVariable, value: Expression): Statement {
    return this.run(this.assign(variable, value));
  }

  declare(variable: IrVariable, value: Expression | undefined): Statement {
    return this.statement({ type: "declare", variable, value });
  }

  number(value: number): Expression {
    return this.expression({ op: "number", value });
  }

  boolean(value: boolean): Expression {
    return this.expression({ op: "boolean", value });
  }

  undefined(): Expression {
    return this.expression({ op: "undefined" });
  }

  compare(operator: BinaryOperator, left: Expression, right: Expression): Expression {
    return this.expression({ op: "binary", operator, left, right });
  }

  not(operand: Expression): Expression {
    return this.expression({ op: "unary", operator: "!", operand });
  }

  property(object: Expression, name: string): Expression {
    return this.expression({ op: "property", object, name });
  }

  setProperty(object: Expression, name: string, value: Expression): Statement {
    return this.run(this.expression({ op: "setProperty", object, name, value }));
  }

  callMethod(object: Expression, name: string, ...values: Expression[]): Expression {
    return this.expression({ op: "callMethod", object, name, arguments: plain(values) });
  }

  callLibrary(name: string, ...values: Expression[]): Expression {
    return this.expression({ op: "callLibrary", name, arguments: plain(values) });
  }

  /** Makes an instance of a class of the library. */
  create(name: string, ...values: Expression[]): Expression {
    return this.expression({ op: "new", callee: this.expression({ op: "library", name }), arguments: plain(values) });
  }

  intrinsic(name: string, ...values: Expression[]): Expression {
    return this.expression({ op: "intrinsic", name, arguments: values });
  }

  if(test: Expression, then: Statement[], otherwise: Statement[] = []): Statement {
    return this.statement({ type: "if", test, then, otherwise });
  }

  return(value: Expression | undefined): Statement {
    return this.statement({ type: "return", value });
  }

  throw(value: Expression): Statement {
    return this.statement({ type: "throw", value });
  }

  break(label: Label): Statement {
    return this.statement({ type: "break", label });
  }

  /** A loop that only jumps end. */
  endless(label: Label, body: Statement[]): Statement {
    const continueLabel: Label = { name: "continue" };
    return this.statement({ type: "loop", label, continueLabel, test: undefined, testAtEnd: false, body, update: [] });
  }

  #use(variable: IrVariable): void {
    if (variable.owner !== undefined && variable.owner !== this.function) variable.captured = true;
  }
}

function plain(values: Expression[]): ExpressionOf<"callLibrary">["arguments"] {
  return values.map((value) => ({ value, spread: false }));
}

/** A variable that no symbol stands for. */
export function createVariable(owner: IrFunction, name: string, position: Position): IrVariable {
  return { name, kind: "temporary", owner, captured: false, writes: 0, holds: undefined, position };
}
