import ts from "typescript";
import type { LowerContext } from "../context.ts";
import { skipTransparent } from "../transparent.ts";
import { isAmbient, symbolOf, valueDeclarationOf } from "../variables.ts";

/** The name of the global that an expression is, such as `Math` or `globalThis.Math`; `undefined` for anything else. */
export function globalNameOf(context: LowerContext, expression: ts.Expression): string | undefined {
  const node = skipTransparent(expression);
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(context.shared, node);
    return symbol && isGlobal(context, symbol) ? noted(context, node.text) : undefined;
  }
  if (ts.isPropertyAccessExpression(node) && isGlobalThis(context, node.expression)) {
    // Where checks are not strict, any name will do: one that nothing declares is a property like others.
    const symbol = symbolOf(context.shared, node.name);
    return symbol && isGlobal(context, symbol) ? noted(context, node.name.text) : undefined;
  }
  return undefined;
}

function noted(context: LowerContext, name: string): string {
  if (name === "setTimeout" || name === "setInterval") context.shared.usesTimers = true;
  return name;
}

/** What authors declare for themselves who check their files without the types of a platform. */
const PLATFORM: ReadonlySet<string> = new Set([
  "clearInterval",
  "clearTimeout",
  "console",
  "queueMicrotask",
  "setInterval",
  "setTimeout",
  "structuredClone",
  "TextDecoder",
  "TextEncoder",
]);

/** Whether a symbol stands for something that TypeScript's library declares. */
export function isGlobal(context: LowerContext, symbol: ts.Symbol): boolean {
  const declaration = valueDeclarationOf(symbol);
  if (declaration === undefined) return false;
  return (
    !context.shared.modules.has(declaration.getSourceFile()) || (PLATFORM.has(symbol.name) && isAmbient(declaration))
  );
}

/** Whether an expression is `globalThis`. */
export function isGlobalThis(context: LowerContext, expression: ts.Expression): boolean {
  const node = skipTransparent(expression);
  if (!ts.isIdentifier(node) || node.text !== "globalThis") return false;
  const symbol = symbolOf(context.shared, node);
  return symbol !== undefined && valueDeclarationOf(symbol) === undefined;
}
