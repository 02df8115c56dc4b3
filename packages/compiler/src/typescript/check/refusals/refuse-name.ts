import type { Diagnostic } from "@rune/schema";
import ts from "typescript";
import { isLibraryValue } from "../library.ts";
import * as messages from "../messages.ts";
import type { Place } from "../place.ts";
import { placeOfNode } from "../place.ts";
import { isPrototypeRestoration } from "./prototype-restoration.ts";
import type { RefusalContext } from "./refusal-context.ts";

type Name = ts.Identifier | ts.StringLiteralLike;

interface RefusedName {
  message: (place: Place) => Diagnostic;
  /** Uses that are harmless. */
  allows?: (node: Name, context: RefusalContext) => boolean;
}

/** What `Intl` and its classes have elsewhere. */
const refusedOfIntl: readonly string[] = [
  "DisplayNames",
  "DurationFormat",
  "Locale",
  "Segmenter",
  "formatRange",
  "formatRangeToParts",
  "formatToParts",
  "getCanonicalLocales",
  "resolvedOptions",
  "selectRange",
  "supportedLocalesOf",
  "supportedValuesOf",
];

/** Names of the ES library whose values are not in the language. */
const refusedNames: ReadonlyMap<string, RefusedName> = new Map<string, RefusedName>([
  ["eval", { message: messages.unsupportedEval }],
  ["Function", { message: messages.unsupportedFunctionConstructor, allows: isFunctionValue }],
  ["Proxy", { message: messages.unsupportedProxy }],
  ["setPrototypeOf", { message: messages.unsupportedPrototype, allows: restoresPrototype }],
  ...refusedOfIntl.map((name): [string, RefusedName] => [name, { message: messages.unsupportedIntl(name) }]),
]);

/** Refuses a name that means something of the library that is not in the language, and `__proto__`. */
export function refuseName(node: ts.Node, context: RefusalContext): void {
  if (!ts.isIdentifier(node) && !ts.isStringLiteralLike(node)) return;
  const { checker, file, report } = context;
  if (node.text === "__proto__" && isProperty(node)) report(messages.unsupportedPrototype(placeOfNode(node, file)));
  const refused = refusedNames.get(node.text);
  if (!refused || (ts.isStringLiteralLike(node) && !ts.isElementAccessExpression(node.parent))) return;
  // In `{ name }` the symbol at the name is that of the property.
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (!isLibraryValue(symbol) || refused.allows?.(node, context)) return;
  report(refused.message(placeOfNode(node, file)));
}

/** Whether a name stands where it names a property of any object, or gives an object literal its prototype. */
function isProperty(node: Name): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  return ts.isPropertyAssignment(parent) && parent.name === node;
}

/** `Function` as a value, as in `value instanceof Function`. Whoever calls it is refused, and whoever extends it. */
function isFunctionValue({ parent }: Name): boolean {
  return !ts.isExpressionWithTypeArguments(parent);
}

function restoresPrototype(node: Name, context: RefusalContext): boolean {
  const call = node.parent.parent;
  return ts.isCallExpression(call) && call.expression === node.parent && isPrototypeRestoration(call, context);
}
