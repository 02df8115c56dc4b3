import { NodeKind } from "./syntax-kinds.ts";
import type {
  BinaryExpression,
  FunctionDeclaration,
  FunctionExpression,
  IdentifierExpression,
  Node,
  ParameterNode,
  Program,
  Source,
  VariableDeclaration,
  VariableStatement,
} from "assemblyscript";
import { isAssignment } from "./assignment.ts";
import { findDeclaration } from "./border-types.ts";
import { childrenOf, unwrap } from "./syntax-tree.ts";

/** What a name stands for at a place. */
export interface FoundVariable {
  /** `undefined` for a parameter. */
  declaration: VariableDeclaration | undefined;
  /** Declared outside of functions, in this file or an imported one. */
  isModule: boolean;
}

/** Finds the variable or parameter that a name stands for at an offset of a file. */
export function findVariable(
  program: Program,
  source: Source,
  name: string,
  offset: number,
): FoundVariable | undefined {
  let found: FoundVariable | undefined;
  for (const node of pathTo(source, offset)) {
    const { signature } = functionOf(node) ?? {};
    if (signature?.parameters.some((parameter: ParameterNode) => parameter.name.text === name)) {
      found = { declaration: undefined, isModule: false };
    }
    if (node === source) continue;
    for (const child of childrenOf(node)) {
      if (child.kind !== NodeKind.Variable || child.range.start > offset) continue;
      const declaration = (child as VariableStatement).declarations.find((each) => each.name.text === name);
      if (declaration) found = { declaration, isModule: false };
    }
  }
  if (found) return found;
  const declaration = findDeclaration(program, source, name)?.declaration;
  const isVariable = declaration?.kind === NodeKind.VariableDeclaration;
  return isVariable ? { declaration: declaration as VariableDeclaration, isModule: true } : undefined;
}

/** Name of the variable that the innermost assignment around an offset writes, if the offset is on its right side. */
export function findAssigned(source: Source, offset: number): string | undefined {
  const assignment = pathTo(source, offset).findLast(
    (node): node is BinaryExpression =>
      node.kind === NodeKind.Binary && isAssignment((node as BinaryExpression).operator),
  );
  if (!assignment || !contains(assignment.right, offset)) return undefined;
  const target = unwrap(assignment.left);
  return target.kind === NodeKind.Identifier ? (target as IdentifierExpression).text : undefined;
}

/** The nodes around an offset, from the file inwards. */
function pathTo(source: Source, offset: number): Node[] {
  const path: Node[] = [source];
  for (let node: Node | undefined = source; node;) {
    node = childrenOf(node).find((child) => contains(child, offset));
    if (node) path.push(node);
  }
  return path;
}

function contains({ range }: Node, offset: number): boolean {
  return range.start <= offset && offset < range.end;
}

function functionOf(node: Node): FunctionDeclaration | undefined {
  if (node.kind === NodeKind.Function) return (node as FunctionExpression).declaration;
  const isFunction = node.kind === NodeKind.FunctionDeclaration || node.kind === NodeKind.MethodDeclaration;
  return isFunction ? (node as FunctionDeclaration) : undefined;
}
