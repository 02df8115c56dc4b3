// A function is pure when nothing outside of its call can tell that it ran. The analysis looks at syntax only and gives up
// early: what it does not know has an effect. Writes may go to local variables, and into lists that the function itself
// made; calls may go to functions found pure, to conversions, and to methods of the library that only read.
import { CommonFlags, LiteralKind, NodeKind, Token } from "./syntax-kinds.ts";
import type {
  BinaryExpression,
  CallExpression,
  ClassDeclaration,
  DeclarationStatement,
  ElementAccessExpression,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  IdentifierExpression,
  LiteralExpression,
  NewExpression,
  Node,
  ParameterNode,
  PropertyAccessExpression,
  Source,
  UnaryPrefixExpression,
  VariableDeclaration,
} from "assemblyscript";
import { isAssignment } from "./assignment.ts";
import { findDeclaration } from "./border-types.ts";
import { authorSources } from "./project.ts";
import type { Project } from "./project.ts";
import { pureCalls, pureMathExceptions, pureMethods, pureReceivers, pureRuneFunctions } from "./pure-builtins.ts";
import { childrenOf, runeFunctionOf, unwrap, visitUpwards } from "./syntax-tree.ts";

interface PurityContext {
  project: Project;
  /** Names of methods and accessors of the author's classes, which hide the library's. */
  authorMembers: ReadonlySet<string>;
  /** Names of fields, which can hold functions. */
  authorFields: ReadonlySet<string>;
  /** No author's `to_json` has an effect, so values become data without one. */
  dataIsPure: boolean;
  /** Verdicts so far; a function that is being looked at counts as pure, so recursion decides nothing. */
  verdicts: Map<FunctionDeclaration, boolean>;
}

interface Scope {
  source: Source;
  /** Parameters and local variables. */
  locals: ReadonlySet<string>;
  /** Locals that hold a list or record made here and never anything else. */
  fresh: ReadonlySet<string>;
}

/** What the analysis found. */
export interface PurityResult {
  /** Top-level functions that have a result and no effect. */
  functions: ReadonlySet<FunctionDeclaration>;
  /** Whether values of the author's classes become data without an effect. */
  dataIsPure: boolean;
}

/** Finds the top-level functions that have a result and no effect. */
export function analyzePurity(project: Project): PurityResult {
  const sources = authorSources(project);
  const { members, fields, conversions, hasOperators } = listMembers(sources);
  const functions = new Set<FunctionDeclaration>();
  // An overloaded operator hides calls in expressions.
  if (hasOperators) return { functions, dataIsPure: false };
  const createContext = (dataIsPure: boolean): PurityContext => ({
    project,
    authorMembers: members,
    authorFields: fields,
    dataIsPure,
    verdicts: new Map(),
  });
  // Conversions may convert what they hold, so each is looked at as if the others had no effect.
  const dataIsPure = conversions.every((method) => isPureFunction(createContext(true), method.range.source, method));
  for (const source of sources) {
    for (const statement of source.statements) {
      if (statement.kind !== NodeKind.FunctionDeclaration) continue;
      const declaration = statement as FunctionDeclaration;
      // Verdicts are not shared: one that rests on an assumption about another function must not outlive it.
      const context = createContext(dataIsPure);
      if (hasResult(declaration) && isPureFunction(context, source, declaration)) functions.add(declaration);
    }
  }
  return { functions, dataIsPure };
}

interface Members {
  members: Set<string>;
  fields: Set<string>;
  conversions: FunctionDeclaration[];
  hasOperators: boolean;
}

function listMembers(sources: readonly Source[]): Members {
  const members = new Set<string>();
  const fields = new Set<string>();
  const conversions: FunctionDeclaration[] = [];
  let hasOperators = false;
  for (const source of sources) {
    visitUpwards(source, (node) => {
      if (node.kind !== NodeKind.ClassDeclaration) return;
      for (const member of (node as ClassDeclaration).members) {
        (member.kind === NodeKind.FieldDeclaration ? fields : members).add(member.name.text);
        if (member.name.text === "to_json" && "body" in member) conversions.push(member as FunctionDeclaration);
        if (member.decorators?.length) hasOperators = true;
      }
    });
  }
  return { members, fields, conversions, hasOperators };
}

function hasResult({ signature: { returnType } }: FunctionDeclaration): boolean {
  const { start, end, source } = returnType.range;
  return source.text.slice(start, end) !== "void";
}

function isPureFunction(context: PurityContext, source: Source, declaration: FunctionDeclaration): boolean {
  const known = context.verdicts.get(declaration);
  if (known !== undefined) return known;
  context.verdicts.set(declaration, true);
  const { body, signature } = declaration;
  const verdict =
    body !== null &&
    !declaration.is(CommonFlags.Ambient) &&
    isPure(context, createScope(source, body, signature.parameters), body);
  context.verdicts.set(declaration, verdict);
  return verdict;
}

function createScope(source: Source, body: Node, parameters: readonly ParameterNode[], outer?: Scope): Scope {
  const locals = new Set([...(outer?.locals ?? []), ...parameters.map(({ name }) => name.text)]);
  const declared = new Map<string, VariableDeclaration[]>();
  const assigned = new Set<string>(parameters.map(({ name }) => name.text));
  visitUpwards(body, (node) => {
    if (node.kind === NodeKind.VariableDeclaration) {
      const declaration = node as VariableDeclaration;
      declared.set(declaration.name.text, [...(declared.get(declaration.name.text) ?? []), declaration]);
      locals.add(declaration.name.text);
    } else if (node.kind === NodeKind.Binary && isAssignment((node as BinaryExpression).operator)) {
      const target = unwrap((node as BinaryExpression).left);
      if (target.kind === NodeKind.Identifier) assigned.add((target as IdentifierExpression).text);
    } else if (node.kind === NodeKind.Parameter) {
      locals.add((node as ParameterNode).name.text);
      assigned.add((node as ParameterNode).name.text);
    }
  });
  const fresh = new Set(outer?.fresh ?? []);
  for (const [name, declarations] of declared) {
    const isFresh = declarations.every(({ initializer }) => initializer !== null && makesRecord(initializer));
    if (isFresh && !assigned.has(name)) fresh.add(name);
    else fresh.delete(name);
  }
  for (const { name } of parameters) fresh.delete(name.text);
  return { source, locals, fresh };
}

function isPure(context: PurityContext, scope: Scope, node: Node): boolean {
  switch (node.kind) {
    case NodeKind.Call:
      return isPureCall(context, scope, node as CallExpression);
    case NodeKind.New:
      if (!isLibraryList(node as NewExpression)) return false;
      break;
    case NodeKind.Literal:
      // A template makes texts of its values.
      if ((node as LiteralExpression).literalKind === LiteralKind.Template && context.authorMembers.has("toString")) {
        return false;
      }
      break;
    case NodeKind.Throw:
    case NodeKind.ClassDeclaration:
    case NodeKind.Class:
      return false;
    case NodeKind.Binary: {
      const { operator, left } = node as BinaryExpression;
      if (isAssignment(operator) && !isLocalTarget(scope, left)) return false;
      break;
    }
    case NodeKind.UnaryPostfix:
    case NodeKind.UnaryPrefix: {
      const { operator, operand } = node as UnaryPrefixExpression;
      const writes = operator === Token.Plus_Plus || operator === Token.Minus_Minus;
      if (writes && !isLocalTarget(scope, operand)) return false;
      break;
    }
    case NodeKind.PropertyAccess: {
      const { expression, property } = node as PropertyAccessExpression;
      // A getter may do anything.
      return !context.authorMembers.has(property.text) && isPure(context, scope, expression);
    }
    case NodeKind.Function: {
      const { declaration } = node as FunctionExpression;
      if (!declaration.body) return false;
      const inner = createScope(scope.source, declaration.body, declaration.signature.parameters, scope);
      return isPure(context, inner, declaration.body);
    }
    default:
      break;
  }
  return childrenOf(node).every((child) => isPure(context, scope, child));
}

function isPureCall(context: PurityContext, scope: Scope, call: CallExpression): boolean {
  const argumentsArePure = call.args.every((argument) => isPureArgument(context, scope, argument));
  if (!argumentsArePure) return false;
  const callee = unwrap(call.expression);
  if (callee.kind === NodeKind.Identifier) {
    const { text } = callee as IdentifierExpression;
    // What a variable holds is unknown.
    if (scope.locals.has(text)) return false;
    const declared = findDeclaration(context.project.program, scope.source, text);
    return declared ? isPureDeclaration(context, declared) : pureCalls.has(text);
  }
  if (callee.kind !== NodeKind.PropertyAccess) return false;
  const { expression, property } = callee as PropertyAccessExpression;
  const runeFunction = runeFunctionOf(call);
  if (runeFunction !== undefined) {
    return pureRuneFunctions.has(runeFunction) && context.dataIsPure;
  }
  if (expression.kind === NodeKind.Identifier) {
    const { text } = expression as IdentifierExpression;
    if (text === "Math" || text === "Mathf") return !pureMathExceptions.has(property.text);
    if (!isValueName(context, scope, text)) return false;
  }
  if (context.authorMembers.has(property.text) || context.authorFields.has(property.text)) return false;
  if (property.text === "join" && context.authorMembers.has("toString")) return false;
  if (property.text === "push" || property.text === "set") {
    return context.dataIsPure && isFresh(scope, expression) && isPure(context, scope, expression);
  }
  return pureMethods.has(property.text) && isPure(context, scope, expression);
}

/** Whether a name stands for a value or a basic type, and not for a namespace or class whose functions may do anything. */
function isValueName(context: PurityContext, scope: Scope, name: string): boolean {
  if (scope.locals.has(name)) return true;
  const declared = findDeclaration(context.project.program, scope.source, name);
  return declared ? declared.declaration.kind === NodeKind.VariableDeclaration : pureReceivers.has(name);
}

/** A function passed by name is called by who receives it. */
function isPureArgument(context: PurityContext, scope: Scope, argument: Expression): boolean {
  const inner = unwrap(argument);
  if (inner.kind === NodeKind.Identifier && !scope.locals.has((inner as IdentifierExpression).text)) {
    const declared = findDeclaration(context.project.program, scope.source, (inner as IdentifierExpression).text);
    if (declared?.declaration.kind === NodeKind.FunctionDeclaration) return isPureDeclaration(context, declared);
  }
  return isPure(context, scope, argument);
}

function isPureDeclaration(
  context: PurityContext,
  { declaration, source }: { declaration: DeclarationStatement; source: Source },
): boolean {
  return (
    declaration.kind === NodeKind.FunctionDeclaration &&
    isPureFunction(context, source, declaration as FunctionDeclaration)
  );
}

function isLocalTarget(scope: Scope, target: Expression): boolean {
  const inner = unwrap(target);
  if (inner.kind === NodeKind.Identifier) return scope.locals.has((inner as IdentifierExpression).text);
  return inner.kind === NodeKind.ElementAccess && isFresh(scope, (inner as ElementAccessExpression).expression);
}

function isFresh(scope: Scope, expression: Expression): boolean {
  const inner = unwrap(expression);
  if (inner.kind === NodeKind.Identifier) return scope.fresh.has((inner as IdentifierExpression).text);
  if (inner.kind !== NodeKind.Call) return false;
  const runeFunction = runeFunctionOf(inner);
  if (runeFunction !== undefined) return runeFunction === "object" || runeFunction === "array";
  const callee = (inner as CallExpression).expression;
  if (callee.kind !== NodeKind.PropertyAccess) return false;
  const { expression: receiver, property } = callee as PropertyAccessExpression;
  return (property.text === "set" || property.text === "push") && isFresh(scope, receiver);
}

function makesRecord(expression: Expression): boolean {
  const inner = unwrap(expression);
  if (inner.kind === NodeKind.New) return isLibraryList(inner as NewExpression);
  if (inner.kind === NodeKind.Literal) return (inner as LiteralExpression).literalKind === LiteralKind.Array;
  const runeFunction = runeFunctionOf(inner);
  return runeFunction === "object" || runeFunction === "array";
}

function isLibraryList({ typeName }: NewExpression): boolean {
  return !typeName.next && ["Array", "Map", "Set", "StaticArray"].includes(typeName.identifier.text);
}
