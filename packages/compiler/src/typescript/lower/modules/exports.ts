import type ts from "typescript";
import type { IrExport, IrVariable } from "../../ir/index.ts";
import { declareVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerNamespace } from "../expressions/namespace.ts";
import { positionOf } from "../position.ts";
import { borderTypeOf } from "../types/border-type.ts";
import type { ValueExport } from "./value-exports.ts";
import { valueExportsOf } from "./value-exports.ts";

/** The variables that a module exports, by exported name; namespaces have none. */
export function lowerModuleExports(context: LowerContext): Map<string, IrVariable> {
  const exports = new Map<string, IrVariable>();
  for (const { name, variable } of exportsOf(context)) if (variable) exports.set(name, variable);
  return exports;
}

/** What JavaScript sees of the entry module, with types. A namespace becomes an object once the module has run. */
export function lowerEntryExports(context: LowerContext): IrExport[] {
  const { shared } = context;
  return exportsOf(context).map(({ name, target, variable }) => ({
    name,
    variable: variable ?? declareNamespace(context, name, target),
    type: borderTypeOf(shared, shared.checker.getTypeOfSymbol(target)),
    assigned: false,
  }));
}

function exportsOf(context: LowerContext): ValueExport[] {
  const symbol = context.shared.checker.getSymbolAtLocation(context.source);
  return symbol ? valueExportsOf(context, symbol) : [];
}

function declareNamespace(context: LowerContext, name: string, target: ts.Symbol): IrVariable {
  const variable: IrVariable = {
    name,
    kind: "const",
    owner: context.module.makes === "many" ? context.module.body : undefined,
    captured: false,
    writes: 0,
    holds: undefined,
    position: positionOf(context.source, context.source),
  };
  if (!variable.owner) context.module.variables.push(variable);
  const value = lowerNamespace(context, context.source, target);
  context.module.body.body.push(declareVariable(context, context.source, variable, value));
  return variable;
}
