import { isSafePropertyName } from "@rune/schema";
import { expressionSyntax, methodCall as methodCallMessage, unsafeProperty, unsupportedSyntax } from "./messages.ts";
import type { ExpressionNode } from "./ast.ts";
import { ExpressionFailure } from "./failure.ts";
import { findRefusedSyntax } from "./refused-syntax.ts";
import type { Token } from "./tokenize.ts";

/** Says why a token cannot be where it is. */
export function refuseToken(text: string, token: Token, expected: string): ExpressionFailure {
  const { start, end } = token;
  if (token.type === "end") {
    return new ExpressionFailure(expressionSyntax("the expression ends too early", expected), start, end);
  }
  const written = text.slice(start, end);
  // `()` and `(a, b)` mean something only before an arrow.
  const arrow = written === ")" || written === "," ? /^[^()]*\)\s*=>/.exec(text.slice(start)) : null;
  const refused = token.type === "string" ? undefined : findRefusedSyntax(arrow ? "=>" : written);
  // Some signs are refused only where a value could begin (a regular expression, an array), the comma only elsewhere.
  const meansOther = expected === "a value" ? written === "," : ["/", "[", "{", "#"].includes(written);
  if (refused && (arrow || !meansOther)) {
    const place = arrow ? [text.lastIndexOf("(", start), start + arrow[0].length] : [start, end];
    return new ExpressionFailure(unsupportedSyntax(refused.what, refused.instead), ...(place as [number, number]));
  }
  return new ExpressionFailure(expressionSyntax(`unexpected \`${written}\``, expected), start, end);
}

/** Refuses the names that reach an object's prototype. */
export function unsafeName(name: string, start: number, end: number): ExpressionFailure | undefined {
  return isSafePropertyName(name) ? undefined : new ExpressionFailure(unsafeProperty(name), start, end);
}

/** Refuses the call of anything but a name. */
export function methodCall(text: string, callee: ExpressionNode): ExpressionFailure {
  const { start, end } = callee;
  return new ExpressionFailure(methodCallMessage(text.slice(start, end)), start, end);
}

/** Refuses `f?.()`. */
export function optionalCall(start: number, end: number): ExpressionFailure {
  return new ExpressionFailure(
    unsupportedSyntax("an optional call", "write the call without `?.`; the controller exports the function"),
    start,
    end,
  );
}
