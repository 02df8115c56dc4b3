import type { Expression } from "./expressions.ts";
import type { IrClass, IrFunction, IrVariable } from "./program.ts";
import type { Position } from "./position.ts";

/** A place to break to; the object is the identity. */
export interface Label {
  name: string;
}

export interface SwitchCase {
  /** `undefined` for `default`. */
  test: Expression | undefined;
  body: Statement[];
}

interface StatementBase {
  position: Position;
}

export type Statement = StatementBase &
  (
    | { type: "expression"; expression: Expression }
    /** Makes the variable anew (each iteration its own) with this value, or `undefined`. */
    | { type: "declare"; variable: IrVariable; value: Expression | undefined }
    /** A function declaration; stands at the start of the block that it belongs to. */
    | { type: "declareFunction"; variable: IrVariable; function: IrFunction }
    | { type: "declareClass"; variable: IrVariable; class: IrClass }
    | { type: "block"; label: Label | undefined; body: Statement[] }
    | { type: "if"; test: Expression; then: Statement[]; otherwise: Statement[] }
    /**
     * While the test holds: body, then update. `break label` leaves it; `break continueLabel` goes on with the update.
     * With `testAtEnd` the test comes after the body. Without a test it is endless.
     */
    | {
        type: "loop";
        label: Label;
        continueLabel: Label;
        test: Expression | undefined;
        testAtEnd: boolean;
        body: Statement[];
        update: Statement[];
      }
    /** The variable is made anew in each iteration. Leaving early closes the iterator. */
    | {
        type: "forOf";
        label: Label;
        continueLabel: Label;
        variable: IrVariable;
        iterable: Expression;
        body: Statement[];
        await: boolean;
      }
    /** Cases as JavaScript has them: strict equality in order, falling through. `break label` leaves it. */
    | { type: "switch"; label: Label; value: Expression; cases: SwitchCase[] }
    | { type: "break"; label: Label }
    | { type: "return"; value: Expression | undefined }
    | { type: "throw"; value: Expression }
    | {
        type: "try";
        body: Statement[];
        /** Holds what was thrown; `undefined` if nobody asks. */
        catchVariable: IrVariable | undefined;
        catchBody: Statement[] | undefined;
        finallyBody: Statement[] | undefined;
      }
  );

/** One kind of statement. */
export type StatementOf<Type extends Statement["type"]> = Extract<Statement, { type: Type }>;
