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
  const parameter = file.statements.map(findStart).find((each) => each !== undefined)?.parameters[0];
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

function findStart(statement: ts.Statement): ts.SignatureDeclaration | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === "start" ? statement : undefined;
  if (!ts.isVariableStatement(statement)) return undefined;
  const found = statement.declarationList.declarations.find(({ name }) => nameOf(name) === "start")?.initializer;
  return found && (ts.isArrowFunction(found) || ts.isFunctionExpression(found)) ? found : undefined;
}

function listMembers(type: ts.TypeNode | undefined, file: ts.SourceFile): ts.PropertySignature[] {
  if (!type) return [];
  if (ts.isTypeLiteralNode(type)) return type.members.filter(ts.isPropertySignature);
  const name = ts.isTypeReferenceNode(type) ? nameOf(type.typeName) : "";
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name)
      return statement.members.filter(ts.isPropertySignature);
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name) return listMembers(statement.type, file);
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
