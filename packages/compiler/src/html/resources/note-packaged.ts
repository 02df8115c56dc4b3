import { ASSET_SCHEME, isUrlAttribute, listUrls } from "@rune/schema";
import type { CheckedExpression } from "../check/check-node.ts";
import type { ExpressionNode } from "../expression/ast.ts";
import type { PageContext } from "../page-context.ts";
import type { Span } from "../reporter.ts";

/** Notes the files that a value of an attribute names by their addresses in the package, `asset:…`. */
export function notePackaged(page: PageContext, attribute: string, value: string, span: Span): void {
  if (!isUrlAttribute(attribute)) return;
  for (const url of listUrls(attribute, value)) {
    if (!url.toLowerCase().startsWith(ASSET_SCHEME)) continue;
    const path = url.startsWith(ASSET_SCHEME) ? url.slice(ASSET_SCHEME.length).replace(/[?#].*$/s, "") : url;
    page.assets.push({ path, range: page.source.createRange(span.start, span.end), attribute, isPackaged: true });
  }
}

/** Does so for each constant that an attribute's expression can give. */
export function noteConstants(page: PageContext, attribute: string, { node, locate }: CheckedExpression): void {
  for (const { text, start, end } of listTexts(node)) notePackaged(page, attribute, text, locate(start, end));
}

/** Does so for each constant that a component is given, which may show it in any attribute: what is such an address is meant as one. */
export function noteGiven(page: PageContext, { node, locate }: CheckedExpression): void {
  for (const { text, start, end } of listTexts(node)) {
    if (text.startsWith(`${ASSET_SCHEME}assets/`)) notePackaged(page, "src", text, locate(start, end));
  }
}

function listTexts(node: ExpressionNode): (Span & { text: string })[] {
  const { start, end } = node;
  switch (node.type) {
    case "literal":
      return typeof node.value === "string" ? [{ text: node.value, start, end }] : [];
    case "text": {
      const texts = node.parts.map((part) => (part.type === "literal" ? part.value : undefined));
      return texts.every((each) => typeof each === "string") ? [{ text: texts.join(""), start, end }] : [];
    }
    case "conditional":
      return [node.yes, node.no].flatMap(listTexts);
    case "binary":
      if (node.operator === "&&") return listTexts(node.right);
      return node.operator === "||" || node.operator === "??" ? [node.left, node.right].flatMap(listTexts) : [];
    default:
      return [];
  }
}
