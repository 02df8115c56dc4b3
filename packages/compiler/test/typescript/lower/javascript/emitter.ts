import type { IrClass, IrFunction, IrVariable, Label, Shape, TypeFilter } from "../../../../src/typescript/ir/index.ts";

/**
 * Writes the intermediate form as JavaScript again, so that V8 can tell whether lowering has kept a program's meaning. Names repeat in the
 * intermediate form; here each variable, class and label gets a number.
 */
export interface Emitter {
  variable(variable: IrVariable): string;
  label(label: Label): string;
  /** The name of the method that sets the declared fields of a class's instances. */
  initializer(of: IrClass): string;
  /** The index of something that only exists while compiling, in `constants`. */
  constant(value: IrClass | Shape | TypeFilter): number;
  constants: (IrClass | Shape | TypeFilter)[];
  /** The function whose code is being written. */
  scope: Scope;
}

/** What has to be declared at the start of a function's code. */
export interface Scope {
  function: IrFunction;
  hoisted: Set<IrVariable>;
}

function createNumbers<T extends object>(): (value: T) => number {
  const numbers = new Map<T, number>();
  return (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
}

/** Starts the text of a program. */
export function createEmitter(main: IrFunction): Emitter {
  const variables = createNumbers<IrVariable>();
  const labels = createNumbers<Label>();
  const classes = createNumbers<IrClass>();
  const constants: Emitter["constants"] = [];
  return {
    variable: (variable) =>
      variable.kind === "this" ? "this" : `${variable.name.replace(/[^\w$]/g, "_")}$${variables(variable)}`,
    label: (label) => `label$${labels(label)}`,
    initializer: (of) => `@initialize ${classes(of)}`,
    constant: (value) => constants.push(value) - 1,
    constants,
    scope: { function: main, hoisted: new Set() },
  };
}

/** A property's name between brackets. */
export function keyText(name: string): string {
  const symbol = name.startsWith("@@") && !name.startsWith("@@#") ? name.slice(2) : undefined;
  if (symbol === undefined) return `[${JSON.stringify(name)}]`;
  return Object.hasOwn(Symbol, symbol) ? `[Symbol.${symbol}]` : `[Symbol.for(${JSON.stringify(symbol)})]`;
}
