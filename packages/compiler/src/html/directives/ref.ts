import { invalidName } from "../messages.ts";
import { isWord } from "../names/markup-names.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-ref="name"`: a name for the node. */
export function compileRef({ page, attribute }: DirectiveContext): ElementBinding[] {
  if (!isWord(attribute.value)) page.reporter.report(invalidName("data-ref", attribute.value), attribute.valueSpan);
  return [{ type: "ref", name: attribute.value }];
}
