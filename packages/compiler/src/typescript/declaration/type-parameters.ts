import ts from "typescript";

/** The type parameters of a generic type as they are declared, and their names. */
interface TypeParameters {
  declared: string;
  names: string[];
}

/** The type parameters of an exported type; `undefined` if their constraints name what cannot be named from outside. */
export function typeParametersOf(checker: ts.TypeChecker, symbol: ts.Symbol): TypeParameters | undefined {
  const declaration = symbol.declarations?.find(isGeneric);
  const parameters = declaration?.typeParameters ?? [];
  if (parameters.length === 0) return { declared: "", names: [] };
  const names = parameters.map(({ name }) => name.text);
  const texts: string[] = [];
  for (const { name, constraint, default: given } of parameters) {
    const limit = constraint && textOf(checker, constraint, names);
    const missing = given && textOf(checker, given, names);
    if ((constraint && limit === undefined) || (given && missing === undefined)) return undefined;
    texts.push(
      `${name.text}${limit === undefined ? "" : ` extends ${limit}`}${missing === undefined ? "" : ` = ${missing}`}`,
    );
  }
  return { declared: `<${texts.join(", ")}>`, names };
}

type Generic = ts.Declaration & { typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };

function isGeneric(node: ts.Declaration): node is Generic {
  return ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** The text of a type that names only other type parameters and what is global. */
function textOf(checker: ts.TypeChecker, node: ts.TypeNode, names: readonly string[]): string | undefined {
  let isKnown = true;
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && ts.isTypeReferenceNode(inner.parent) && !names.includes(inner.text)) {
      const symbol = checker.getSymbolAtLocation(inner);
      isKnown &&= symbol?.declarations?.every((each) => each.getSourceFile().isDeclarationFile) ?? false;
    }
    if (ts.isTypeQueryNode(inner) || ts.isQualifiedName(inner)) isKnown = false;
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return isKnown ? node.getText() : undefined;
}
