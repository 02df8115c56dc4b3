import type { IrClass, IrFunction, IrVariable } from "../program.ts";
import type { Shape } from "../expressions.ts";
import type { Label } from "../statements.ts";

/** Gives the things of one text their names, and keeps what filters are tried on. */
export interface Printer {
  variable(variable: IrVariable): string;
  label(label: Label): string;
  class(definition: IrClass): string;
  shape(shape: Shape): string;
  /** Functions that have been printed; a second mention shows the name only. */
  functions: Set<IrFunction>;
  /** Classes and shapes met so far. */
  candidates: Set<IrClass | Shape>;
}

/** Names that repeat get numbers, in the order in which they are met. */
function createNames<T extends { name: string }>(fallback: string): (named: T) => string {
  const names = new Map<T, string>();
  const counts = new Map<string, number>();
  return (named) => {
    const known = names.get(named);
    if (known !== undefined) return known;
    const base = named.name === "" ? fallback : named.name;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const name = count === 1 ? base : `${base}~${count}`;
    names.set(named, name);
    return name;
  };
}

/** Starts a text, on whose filters the candidates are tried. */
export function createPrinter(candidates: Iterable<IrClass | Shape> = []): Printer {
  const known = new Set(candidates);
  const classes = createNames<IrClass>("class");
  const shapes = createNames<Shape>("");
  return {
    variable: createNames<IrVariable>("_"),
    label: createNames<Label>("label"),
    class(definition) {
      known.add(definition);
      return classes(definition);
    },
    shape(shape) {
      known.add(shape);
      return shapes(shape);
    },
    functions: new Set(),
    candidates: known,
  };
}

/** Indents all lines but the first. */
export function indent(text: string): string {
  return text.replaceAll("\n", "\n  ");
}

/** Lines between braces. */
export function braces(lines: readonly string[]): string {
  if (lines.length === 0) return "{}";
  return `{${lines.map((line) => indent(`\n${line}`)).join("")}\n}`;
}
