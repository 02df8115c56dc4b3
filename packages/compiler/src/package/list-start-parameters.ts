import ts from "typescript";

/** A name that a controller's `start` reads of a route's parameters. */
export interface StartParameter {
  name: string;
  /** It is there at each entry, says the type. */
  isRequired: boolean;
  /** Where it stands. */
  start: number;
  end: number;
}

/** What `start` of a controller takes of its first parameter, as its pattern, or a type of the same file, says. */
export function listStartParameters(text: string): StartParameter[] {
  if (!/\bstart\b/.test(text)) return [];
  const file = ts.createSourceFile("controller.ts", text, ts.ScriptTarget.ES2023);
  const parameter = findStart(file)?.parameters[0];
  if (!parameter) return [];
  const optional = new Map(listMembers(parameter.type, file).map((each) => [nameOf(each.name), isOptional(each)]));
  const describe = (name: ts.Node, isRequired: boolean): StartParameter => ({
    name: nameOf(name),
    isRequired,
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

/** The function that the file exports as `start`, if it is written there. */
function findStart({ statements }: ts.SourceFile): ts.SignatureDeclaration | undefined {
  const exported = statements.filter(isExported).flatMap((each) => findFunction(each, "start") ?? [])[0];
  const local = statements.flatMap(listExported).find(({ name }) => name.text === "start");
  if (exported || !local) return exported;
  const { text } = local.propertyName ?? local.name;
  return statements.flatMap((each) => findFunction(each, text) ?? [])[0];
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** What `export { … }` names of the file itself. */
function listExported(statement: ts.Statement): readonly ts.ExportSpecifier[] {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause) return [];
  return ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements : [];
}

function findFunction(statement: ts.Statement, wanted: string): ts.SignatureDeclaration | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === wanted ? statement : undefined;
  if (!ts.isVariableStatement(statement)) return undefined;
  const found = statement.declarationList.declarations.find(({ name }) => nameOf(name) === wanted)?.initializer;
  return found && (ts.isArrowFunction(found) || ts.isFunctionExpression(found)) ? found : undefined;
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
