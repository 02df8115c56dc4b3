import type { FunctionKind, IrFunction } from "../program.ts";
import type { Printer } from "./printer.ts";
import { braces } from "./printer.ts";
import { printStatement } from "./statement.ts";

const KINDS: Record<FunctionKind, string> = {
  ordinary: "function",
  generator: "function*",
  async: "async function",
  asyncGenerator: "async function*",
};

/** Prints a function, with its body where it is met first. */
export function printFunction(printer: Printer, node: IrFunction): string {
  const parameters = node.parameters.map(({ variable, rest }) => `${rest ? "..." : ""}${printer.variable(variable)}`);
  if (node.thisVariable) parameters.unshift(printer.variable(node.thisVariable));
  const generic = node.generic ? "<>" : "";
  const head = `${KINDS[node.kind]} ${node.name}${generic}(${parameters.join(", ")})`;
  if (printer.functions.has(node)) return head;
  printer.functions.add(node);
  const kept = node.kept.length === 0 ? [] : [`keeps ${node.kept.map((each) => printer.variable(each)).join(", ")}`];
  return `${head} ${braces([...kept, ...node.body.map((each) => printStatement(printer, each))])}`;
}
