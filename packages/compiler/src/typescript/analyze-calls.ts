import { compareText } from "@rune/schema";
import ts from "typescript";
import type { DataUpdates, EmittedEvents, ModuleTarget } from "../engines/compiled-module.ts";
import type { CheckedProgram } from "./check/index.ts";
import { isLibraryValue } from "./check/library.ts";

/** Guest functions whose first argument names a node, of `navigate` and its like a page or path, or a file of the package. */
const targetFunctions: ReadonlySet<string> = new Set([
  "update_data",
  "update_view",
  "replace_text",
  "remove_node",
  "show_overlay",
  "hide_overlay",
  "focus",
  "scroll_to",
  "navigate",
  "navigate_replace",
  "asset",
  "assets_fetch",
  "assets_fetch_text",
]);

/** Guest functions that take any mutation as JSON. */
const dispatchers: ReadonlySet<string> = new Set([
  "core_dispatch_mutation",
  "execute_mutation",
  "rune_execute_mutation",
]);
/** Guest functions that change the route. */
const navigators: ReadonlySet<string> = new Set(["navigate", "navigate_replace", "navigate_back"]);

/** What a program's calls of `rune.*` say about the page that it works on. */
export interface CallFacts {
  updates: DataUpdates;
  /** Each once a function, ordered by node and function. */
  targets: ModuleTarget[];
  /** Events that they emit, as far as the calls name them. */
  emits: EmittedEvents;
  /** They may change the route. */
  navigates: boolean;
}

/** Reads the calls of `rune.*` in all of the author's files. */
export function analyzeCalls({ files, checker }: Pick<CheckedProgram, "files" | "checker">): CallFacts {
  const names = new Set<string>();
  const targets = new Map<string, ModuleTarget>();
  const emits = { names: new Set<string>(), complete: true };
  let complete = true;
  let navigates = false;
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!isRune(node, checker) || isInType(node)) return;
    const call = callOf(node);
    if (!call) {
      // Under another name, or by a computed one, it can do everything.
      complete = false;
      emits.complete = false;
      navigates = true;
      return;
    }
    const [first, second] = call.node.arguments;
    if (first && targetFunctions.has(call.name)) {
      const named = checker.getTypeAtLocation(first);
      if (named.isStringLiteral()) {
        const target = { node: named.value, function: call.name };
        targets.set(JSON.stringify(target), target);
      }
    }
    if (call.name === "emit") {
      const known = listTexts(first, checker);
      for (const name of known ?? []) emits.names.add(name);
      emits.complete &&= known !== undefined;
    }
    if (dispatchers.has(call.name)) complete = false;
    navigates ||= navigators.has(call.name) || dispatchers.has(call.name);
    if (call.name !== "update_data") return;
    const known = second && listProperties(second, checker);
    for (const name of known ?? []) names.add(name);
    complete &&= known !== undefined;
  };
  // An escape can spell the name too.
  for (const file of files) if (/rune|\\u/.test(file.text)) visit(file);
  return {
    updates: { names: [...names].sort(compareText), complete },
    targets: [...targets.values()].sort((a, b) => compareText(a.node, b.node) || compareText(a.function, b.function)),
    emits: { names: [...emits.names].sort(compareText), complete: emits.complete },
    navigates,
  };
}

/** The texts that an expression can be; `undefined` where it can be others. */
function listTexts(expression: ts.Expression | undefined, checker: ts.TypeChecker): string[] | undefined {
  if (!expression) return [];
  const type = checker.getTypeAtLocation(expression);
  const parts = type.isUnion() ? type.types : [type];
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return texts.length === parts.length ? texts : undefined;
}

/** Whether a node is the global `rune`, and not merely a name like it. */
function isRune(node: ts.Node, checker: ts.TypeChecker): node is ts.Identifier {
  return ts.isIdentifier(node) && node.text === "rune" && isLibraryValue(checker.getSymbolAtLocation(node));
}

function isInType(node: ts.Node): boolean {
  return ts.isTypeQueryNode(node.parent) || ts.isQualifiedName(node.parent) || ts.isTypeReferenceNode(node.parent);
}

/** The call in `rune.name(…)`; `undefined` where `rune` is used in another way. */
function callOf(rune: ts.Identifier): { name: string; node: ts.CallExpression } | undefined {
  const access = rune.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== rune) return undefined;
  const node = access.parent;
  return ts.isCallExpression(node) && node.expression === access ? { name: access.name.text, node } : undefined;
}

/** The names that an object of an expression's type has; `undefined` where it can have others. */
function listProperties(expression: ts.Expression, checker: ts.TypeChecker): string[] | undefined {
  const type = checker.getTypeAtLocation(expression);
  const properties = checker.getPropertiesOfType(type).map(({ name }) => name);
  const isOpen = (type.flags & ts.TypeFlags.Object) === 0 || checker.getIndexInfosOfType(type).length > 0;
  return isOpen || properties.length === 0 ? undefined : properties;
}
