import ts from "typescript";

/** A declared function, or a method of a declared class, whose body stands here. */
export type EditedFunction = (ts.FunctionDeclaration | ts.MethodDeclaration) & { body: ts.Block };

/** A file that differs from what it was in the body of one function only. */
export interface BodyEdit {
  before: EditedFunction;
  after: EditedFunction;
}

/**
 * The one function whose body differs between two versions of a file. Its signature must say what it returns: then no other code can
 * see what its body does to types. `undefined` if more differs.
 */
export function findBodyEdit(before: ts.SourceFile, after: ts.SourceFile): BodyEdit | undefined {
  const start = commonPrefix(before.text, after.text);
  const rest = commonSuffix(before.text, after.text, start);
  const was = functionAround(before, before.statements, start, before.text.length - rest);
  const is = functionAround(after, after.statements, start, after.text.length - rest);
  if (!was || !is || was.getStart(before) !== is.getStart(after)) return undefined;
  const sameBody = was.body.getStart(before) === is.body.getStart(after);
  const sameEnd = before.text.length - was.body.end === after.text.length - is.body.end;
  return sameBody && sameEnd ? { before: was, after: is } : undefined;
}

/** The function of a file or namespace, or of a class in it, between whose braces a range lies. */
function functionAround(
  file: ts.SourceFile,
  statements: readonly ts.Statement[],
  start: number,
  end: number,
): EditedFunction | undefined {
  const isAround = (node: ts.Node): boolean => node.pos <= start && end <= node.end;
  const around = statements.find(isAround);
  if (!around) return undefined;
  if (ts.isModuleDeclaration(around)) {
    const { body } = around;
    return body && ts.isModuleBlock(body) && !isAmbient(around)
      ? functionAround(file, body.statements, start, end)
      : undefined;
  }
  const found = ts.isClassDeclaration(around) && around.name ? around.members.find(isAround) : around;
  if (!found || !isSettled(found)) return undefined;
  return found.body.getStart(file) < start && end < found.body.end ? found : undefined;
}

/** Whether all that others see of a function stands in its signature, and it runs to its end when called. */
function isSettled(node: ts.Node): node is EditedFunction {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return false;
  const { asteriskToken, body, modifiers, name, type } = node;
  if (!body || !type || !name || ts.isComputedPropertyName(name) || asteriskToken) return false;
  return !modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
}

function isAmbient(node: ts.ModuleDeclaration): boolean {
  return !ts.isIdentifier(node.name) || (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Ambient) !== 0;
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
