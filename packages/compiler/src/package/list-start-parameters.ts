import ts from "typescript";
import { findExport } from "./find-export.ts";
import type { SourceText } from "./source-text.ts";

/** A name that a controller's `start` reads of a route's parameters. */
export interface StartParameter {
  name: string;
  /** It is there at each entry, says the type. */
  isRequired: boolean;
  /** The file that it stands in, and where. */
  source: SourceText;
  start: number;
  end: number;
}

/** What `start` of a controller takes of its first parameter, as its pattern, or a type of the same file, says. The controller may have it from another file. */
export function listStartParameters(
  controller: SourceText,
  readFile: (path: string) => string | undefined,
): StartParameter[] {
  const found = findExport(controller, "start", readFile);
  const parameter = found?.function.parameters[0];
  if (!found || !parameter) return [];
  const { file } = found;
  const source: SourceText = { file: file.fileName, text: file.text };
  const optional = new Map(listMembers(parameter.type, file).map((each) => [nameOf(each.name), isOptional(each)]));
  const describe = (name: ts.Node, isRequired: boolean): StartParameter => ({
    name: nameOf(name),
    isRequired,
    source,
    start: name.getStart(file),
    end: name.end,
  });
  if (!ts.isObjectBindingPattern(parameter.name)) {
    return listMembers(parameter.type, file).map((each) => describe(each.name, !isOptional(each)));
  }
  return parameter.name.elements.flatMap(({ propertyName, name, initializer, dotDotDotToken }) => {
    const written = propertyName ?? name;
    if (dotDotDotToken || !ts.isIdentifier(written)) return [];
    return describe(written, !initializer && optional.get(written.text) === false);
  });
}

/** `seen` are the names on the way here: a type may be written as itself, which is for TypeScript to say. */
function listMembers(
  type: ts.TypeNode | undefined,
  file: ts.SourceFile,
  seen: readonly string[] = [],
): ts.PropertySignature[] {
  if (!type) return [];
  if (ts.isTypeLiteralNode(type)) return type.members.filter(ts.isPropertySignature);
  const name = ts.isTypeReferenceNode(type) ? nameOf(type.typeName) : "";
  if (seen.includes(name)) return [];
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name)
      return statement.members.filter(ts.isPropertySignature);
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name)
      return listMembers(statement.type, file, [...seen, name]);
  }
  return [];
}

function isOptional({ questionToken, type }: ts.PropertySignature): boolean {
  const isUndefined = (each: ts.TypeNode): boolean => each.kind === ts.SyntaxKind.UndefinedKeyword;
  return (
    questionToken !== undefined || (type !== undefined && ts.isUnionTypeNode(type) && type.types.some(isUndefined))
  );
}

function nameOf(node: ts.Node): string {
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : "";
}
