import ts from "typescript";

/** What a statement declares that may not be used before: by `let`, `const` and `class`. */
export function declarationsOf(statement: ts.Statement): readonly (ts.ClassDeclaration | ts.VariableDeclaration)[] {
  if (ts.isClassDeclaration(statement)) return [statement];
  return ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
}

/** The names that a declaration gives a value and that may not be used before. */
export function initializedNames(declaration: ts.ClassDeclaration | ts.VariableDeclaration): ts.Identifier[] {
  if (ts.isClassDeclaration(declaration)) return declaration.name ? [declaration.name] : [];
  return ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped ? namesIn(declaration.name) : [];
}

function namesIn(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}
