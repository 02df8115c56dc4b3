import type { Argument, Expression, IrFunction, IrVariable } from "../../ir/index.ts";
import { walkStatements } from "../../ir/walk.ts";

const BIT_OPERATORS: ReadonlySet<string> = new Set(["&", "|", "^", "<<", ">>", ">>>"]);

/**
 * Finds variables of which only the bits count: all that is done with one is to take it as the operand of an operator on bits, or to pass it
 * on as such a parameter of a declared function. So it may hold numbers modulo 2³², as hashes and ciphers work with them.
 */
export class BitVariables {
  #known = new Map<IrFunction, ReadonlySet<IrVariable>>();

  /** Those of a function. */
  of(definition: IrFunction): ReadonlySet<IrVariable> {
    let found = this.#known.get(definition);
    if (!found) {
      // Functions that call each other find none of each other's: that is never wrong.
      this.#known.set(definition, NONE);
      this.#known.set(definition, (found = this.#find(definition)));
    }
    return found;
  }

  #find(definition: IrFunction): ReadonlySet<IrVariable> {
    const reads = new Map<IrVariable, number>();
    const count = (variable: IrVariable, by: number): void => void reads.set(variable, (reads.get(variable) ?? 0) + by);
    const takeBits = (operand: Expression): void => {
      if (operand.op === "get") count(operand.variable, -1);
    };
    walkStatements(definition.body, {
      expression: (expression) => {
        if (expression.op === "get") count(expression.variable, 1);
        else if (expression.op === "unary" && expression.operator === "~") takeBits(expression.operand);
        else if (expression.op === "binary" && BIT_OPERATORS.has(expression.operator)) {
          takeBits(expression.left);
          takeBits(expression.right);
        } else if (expression.op === "call") {
          for (const argument of this.#bitArguments(expression.callee, expression.arguments)) takeBits(argument);
        }
      },
    });
    const found = [...reads].filter(([variable, others]) => others === 0 && isPlain(variable, definition));
    return found.length === 0 ? NONE : new Set(found.map(([variable]) => variable));
  }

  *#bitArguments(callee: Expression, args: readonly Argument[]): Iterable<Expression> {
    if (callee.op !== "get" || callee.variable.writes > 0 || callee.variable.holds?.type !== "function") return;
    const { parameters } = callee.variable.holds;
    const variables = this.of(callee.variable.holds);
    for (const [index, { value, spread }] of args.entries()) {
      const parameter = parameters[index];
      if (spread || !parameter || parameter.rest) return;
      if (variables.has(parameter.variable)) yield value;
    }
  }
}

const NONE: ReadonlySet<IrVariable> = new Set();

function isPlain({ kind, owner, captured }: IrVariable, definition: IrFunction): boolean {
  return owner === definition && !captured && (kind === "const" || kind === "let" || kind === "parameter");
}
