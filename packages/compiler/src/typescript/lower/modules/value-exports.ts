import ts from "typescript";
import type { IrVariable } from "../../ir/index.ts";
import type { LowerContext } from "../context.ts";
import { resolveSymbol, variableOf } from "../variables.ts";
import { isDeclaredOnly } from "./declared-only.ts";
import { isNamespace } from "./is-namespace.ts";

/** An export that exists at run time. */
export interface ValueExport {
  name: string;
  /** What it is, behind all re-exports. */
  target: ts.Symbol;
  /** `undefined` for namespaces. */
  variable: IrVariable | undefined;
}

/** What a module or namespace exports, without types and constant enums that are only declared, in the order of the checker. */
export function valueExportsOf(context: LowerContext, symbol: ts.Symbol): ValueExport[] {
  const { shared } = context;
  const exports: ValueExport[] = [];
  for (const each of shared.checker.getExportsOfModule(symbol)) {
    if (isTypeOnly(each)) continue;
    const target = resolveSymbol(shared, each);
    // The value of an `export default` has no kind of its own.
    const isValue = target.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Alias);
    if (!isValue || target.flags & ts.SymbolFlags.Prototype || isDeclaredOnly(target)) continue;
    const variable = isNamespace(target) ? undefined : variableOf(context, target);
    if (variable || isNamespace(target)) exports.push({ name: each.name, target, variable });
  }
  return exports;
}

/** `export type { … }`, or an export of what was imported as a type. */
function isTypeOnly(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly),
  );
}
