import type { IrClass } from "../program.ts";
import { printExpression, printKey } from "./expression.ts";
import { printFunction } from "./function.ts";
import type { Printer } from "./printer.ts";
import { braces } from "./printer.ts";

/** Prints a class with all its members. */
export function printClass(printer: Printer, node: IrClass): string {
  const base = node.base ? ` extends ${printExpression(printer, node.base)}` : "";
  const lines = [
    ...node.fields.map((name) => `field ${printKey(name)}`),
    ...node.staticFields.map((name) => `static field ${printKey(name)}`),
  ];
  if (node.initializer) lines.push(`initializer ${printFunction(printer, node.initializer)}`);
  if (node.construct) lines.push(`construct ${printFunction(printer, node.construct)}`);
  for (const method of node.methods) {
    const flags = `${method.static ? "static " : ""}${method.kind} ${printKey(method.name)}`;
    lines.push(`${flags}: ${printFunction(printer, method.function)}`);
  }
  if (node.staticInitializer) lines.push(`static initializer ${printFunction(printer, node.staticInitializer)}`);
  return `class ${printer.class(node)}${node.generic ? "<>" : ""}${base} ${braces(lines)}`;
}
