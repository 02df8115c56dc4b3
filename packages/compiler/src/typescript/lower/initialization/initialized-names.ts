import ts from "typescript";

/** The names that a statement declares and that may not be used before: of `let`, `const` and `class`. */
export function initializedNames(statement: ts.Statement): ts.Identifier[] {
  if (ts.isClassDeclaration(statement)) return statement.name ? [statement.name] : [];
  if (!ts.isVariableStatement(statement)) return [];
  const { declarationList } = statement;
  if (!(declarationList.flags & ts.NodeFlags.BlockScoped)) return [];
  return declarationList.declarations.flatMap(({ name }) => namesIn(name));
}

function namesIn(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}
