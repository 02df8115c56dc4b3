import ts from "typescript";
import type { BodyEdit, CheckedProgram, EditedFunction } from "../check/index.ts";
import type { DeclaredTypes, IrFunction, IrProgram } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";
import type { LowerContext, SharedContext } from "./context.ts";
import { createModuleContext, createSharedContext } from "./context.ts";
import type { FunctionOptions } from "./functions/lower-function.ts";
import { lowerFunction } from "./functions/lower-function.ts";
import { constantNameOf } from "./names/constant-name.ts";
import { movePositions } from "./position.ts";
import { variableOfName } from "./variables.ts";

/** Thrown where something needs what is only known when the whole program is lowered. */
export class NeedsWhole extends Error {}

/** What is kept of a lowered program, to lower one of its functions again. */
export interface LoweringState {
  program: IrProgram;
  shared: SharedContext;
  /** For each function that was lowered again, those inside of it. Nobody knows their types. */
  inner: ReadonlyMap<IrFunction, readonly IrFunction[]>;
}

/** A table of what belongs to the whole program: whoever asks for it cannot be lowered alone. */
class WholeProgram<Key, Value> extends Map<Key, Value> {
  override get(): never {
    throw new NeedsWhole();
  }
  override has(): never {
    throw new NeedsWhole();
  }
  override set(): never {
    throw new NeedsWhole();
  }
}

/**
 * Lowers the function again whose body was edited, into the program that there is: all else stays as it is, but for positions. What stands for
 * the function stays the same object.
 *
 * @throws {NeedsWhole} When the body has types in it that the whole program shares. Then nothing of the state may be used any more.
 */
export function lowerAgain(state: LoweringState, checked: CheckedProgram, { before, after }: BodyEdit): LoweringState {
  const old = state.shared;
  const shared = shareWith(old, checked, before.getSourceFile(), after.getSourceFile());
  const source = after.getSourceFile();
  const context = createModuleContext(shared, source, shared.modules.get(source)!);
  if (context.module.makes === "many") throw new NeedsWhole();
  const { made, options } = findLowered(context, after);
  if (made.kind !== "ordinary" || !isPlain(made)) throw new NeedsWhole();
  for (const variable of old.outerWrites.get(made) ?? []) variable.writes--;
  movePositions(before.body, after.body);

  Object.assign(made, { parameters: [], thisVariable: undefined, body: [], kept: [], expressions: 0 });
  const count = countVariables(shared);
  lowerFunction(context, after, { ...options, into: made });
  if (shared.diagnostics.length > 0 || countVariables(shared) !== count || !isPlain(made)) throw new NeedsWhole();
  const inner = [...shared.functions.values()].filter((each) => each !== made);
  return { ...state, shared, inner: new Map(state.inner).set(made, inner) };
}

/** The function that a node was lowered to, and how. */
function findLowered(context: LowerContext, node: EditedFunction): { made: IrFunction; options: FunctionOptions } {
  const { parent } = node;
  const named = ts.isClassDeclaration(parent) ? parent.name : node.name;
  const holds = named && variableOfName(context, named).holds;
  if (holds?.type === "function") return { made: holds, options: {} };
  if (!holds || !ts.isMethodDeclaration(node)) throw new NeedsWhole();
  const name = constantNameOf(context, node.name);
  const isStatic = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;
  const method = holds.methods.find((each) => each.name === name && each.static === isStatic && each.kind === "method");
  if (name === undefined || !method) throw new NeedsWhole();
  return { made: method.function, options: { name, home: { class: holds, static: isStatic } } };
}

function countVariables({ modules }: SharedContext): number {
  let count = 0;
  for (const { variables } of modules.values()) count += variables.length;
  return count;
}

/** What is known of the program by names still holds; what is known by types does not, for each check has its own. */
function shareWith(
  old: SharedContext,
  checked: CheckedProgram,
  before: ts.SourceFile,
  after: ts.SourceFile,
): SharedContext {
  const shared: SharedContext = {
    ...createSharedContext(checked.checker, { replaceable: old.replaceable }),
    variables: withoutFile(old.variables, before),
    guards: withoutFile(old.guards, before),
    outerWrites: old.outerWrites,
    usesTimers: old.usesTimers,
    classes: new WholeProgram(),
    shapes: new WholeProgram(),
    shapeTypes: new WholeProgram(),
    classTypes: new WholeProgram(),
    borderTypes: new WholeProgram(),
    openTypes: new WholeProgram(),
    mergedFunctions: new WholeProgram(),
  };
  const modules = [...old.modules.values()];
  checked.files.forEach((file, index) => shared.modules.set(file, modules[index]!));
  pairScopes(old, shared, before, after);
  const early = new Set(shared.guards.keys());
  for (const scope of checked.files.flatMap(scopesIn)) shared.early.set(scope, early);
  return shared;
}

/** Symbols of the file as it was would keep all of it in memory. */
function withoutFile<T>(known: ReadonlyMap<ts.Symbol, T>, file: ts.SourceFile): Map<ts.Symbol, T> {
  return new Map([...known].filter(([{ declarations }]) => declarations?.[0]?.getSourceFile() !== file));
}

/** What the compiler API does not tell of nodes and symbols that declare others. */
interface Scope {
  locals?: ReadonlyMap<string, ts.Symbol>;
  symbol?: ts.Symbol;
}

/** Gives the names that a file or namespace declares, in its new version, the variables that they had. */
function pairScopes(old: SharedContext, shared: SharedContext, before: ts.Node, after: ts.Node): void {
  const pair = (was: ts.Symbol, is: ts.Symbol): void => {
    const variable = old.variables.get(was);
    if (variable) shared.variables.set(is, variable);
    const guard = old.guards.get(was);
    if (guard) shared.guards.set(is, guard);
  };
  const [was, is] = [before as ts.Node & Scope, after as ts.Node & Scope];
  for (const [name, symbol] of was.locals ?? []) pair(symbol, is.locals!.get(name)!);
  was.symbol?.exports?.forEach((symbol, name) => pair(symbol, is.symbol!.exports!.get(name)!));
  const inner = namespacesIn(after);
  namespacesIn(before).forEach((each, index) => pairScopes(old, shared, each, inner[index]!));
}

/** All scopes of modules: what is used early in them is known. */
function scopesIn(node: ts.Node): ts.Node[] {
  return [node, ...namespacesIn(node).flatMap(scopesIn)];
}

function namespacesIn(node: ts.Node): ts.Node[] {
  const statements = ts.isSourceFile(node) || ts.isModuleBlock(node) ? node.statements : [];
  const bodies = ts.isModuleDeclaration(node) && node.body ? [node.body] : [];
  return [...statements.filter(ts.isModuleDeclaration), ...bodies];
}

/** Whether a function has nothing in it that leaves types behind or that runs in pieces. */
function isPlain(definition: IrFunction): boolean {
  let plain = true;
  walkStatements(definition.body, {
    expression({ op }) {
      if (op === "object" || op === "class" || op === "parseJson" || op === "await" || op === "yield") plain = false;
    },
    function(inner) {
      if (inner.kind !== "ordinary" || !isPlain(inner)) plain = false;
    },
  });
  return plain;
}

/** The types that a program declares, unless they are those of a function that was lowered alone. */
export function guardTypes(declared: DeclaredTypes, inner: LoweringState["inner"]): DeclaredTypes {
  const unknown = new Set([...inner.values()].flat());
  return {
    ...declared,
    ofFunction(definition) {
      if (unknown.has(definition)) throw new NeedsWhole();
      return declared.ofFunction(definition);
    },
  };
}
