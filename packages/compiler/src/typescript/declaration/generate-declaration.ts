import ts from "typescript";
import type { CheckedProgram } from "../check/index.ts";
import { typeParametersOf } from "./type-parameters.ts";

/**
 * The ambient declaration of what an import of the compiled module gives, for a file in the project's root: values and types of the
 * module itself.
 */
export function generateDeclaration({ entry, checker }: CheckedProgram): string {
  const source = `import(${JSON.stringify(`./${entry.fileName}`)})`;
  const pattern = `*/${entry.fileName.split("/").at(-1)}?wasm`;
  const symbol = checker.getSymbolAtLocation(entry);
  const exports = symbol ? checker.getExportsOfModule(symbol) : [];
  const lines = exports.flatMap((each, index) => declareExport(checker, each, source, `_${index}`));
  return [
    `declare module ${JSON.stringify(pattern)} {`,
    ...lines.map((line) => `  ${line}`),
    "}",
    `declare module ${JSON.stringify(`${pattern}&init`)} {`,
    `  /** Makes an instance of the module and gives what it exports. */`,
    `  export function init(): Promise<typeof ${source}>;`,
    "}",
    "",
  ].join("\n");
}

function declareExport(checker: ts.TypeChecker, symbol: ts.Symbol, source: string, local: string): string[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const { name } = symbol;
  const isType = (target.flags & ts.SymbolFlags.Type) !== 0;
  const lines: string[] = [];
  if (target.flags & ts.SymbolFlags.Value) lines.push(...declareValue(target, name, source, local));
  if (isType && isName(name)) lines.push(...declareType(checker, target, name, source));
  return lines;
}

function declareValue(target: ts.Symbol, name: string, source: string, local: string): string[] {
  const type = `typeof ${source}${isName(name) ? `.${name}` : `[${JSON.stringify(name)}]`}`;
  if (name === "default") return [`const ${local}: typeof ${source}.default;`, `export default ${local};`];
  if (!isName(name)) return [];
  return isReserved(name)
    ? [`const ${local}: ${type};`, `export { ${local} as ${name} };`]
    : [`export ${isVariable(target) ? "let" : "const"} ${name}: ${type};`];
}

function declareType(checker: ts.TypeChecker, target: ts.Symbol, name: string, source: string): string[] {
  if (isReserved(name)) return [];
  const parameters = typeParametersOf(checker, target);
  if (!parameters) return [];
  const given = parameters.names.length > 0 ? `<${parameters.names.join(", ")}>` : "";
  return [`export type ${name}${parameters.declared} = ${source}.${name}${given};`];
}

function isVariable({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined &&
    ts.isVariableDeclaration(valueDeclaration) &&
    (ts.getCombinedNodeFlags(valueDeclaration) & ts.NodeFlags.Const) === 0
  );
}

function isName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

function isReserved(name: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, name);
  return scanner.scan() !== ts.SyntaxKind.Identifier;
}
