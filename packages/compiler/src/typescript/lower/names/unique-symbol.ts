import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { skipTransparent } from "../transparent.ts";
import { valueDeclarationOf } from "../variables.ts";

/**
 * The property name that a key of a `unique symbol` type stands for: such a symbol is always the one that its declaration has made. That is
 * `@@iterator` for a well-known symbol, and for one of the program its name with the place where it is declared.
 */
export function uniqueSymbolName(shared: SharedContext, type: ts.Type): string | undefined {
  if (!(type.flags & ts.TypeFlags.UniqueESSymbol)) return undefined;
  const declaration = valueDeclarationOf(type.symbol);
  if (!declaration) return undefined;
  const source = declaration.getSourceFile();
  if (!shared.modules.has(source)) return `@@${type.symbol.name}`;
  const registered = registeredKey(declaration);
  if (registered !== undefined) return `@@for ${registered}`;
  const file = [...shared.modules.keys()].indexOf(source);
  return `@@${type.symbol.name}@${file}:${declaration.getStart()}`;
}

/** `"key"` of a constant that holds `Symbol.for("key")`: others with that key are the same symbol. */
function registeredKey(declaration: ts.Declaration): string | undefined {
  if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration)) return undefined;
  const made = declaration.initializer && skipTransparent(declaration.initializer);
  if (!made || !ts.isCallExpression(made) || !ts.isPropertyAccessExpression(made.expression)) return undefined;
  const [key] = made.arguments;
  return made.expression.name.text === "for" && key && ts.isStringLiteralLike(key) ? key.text : undefined;
}
