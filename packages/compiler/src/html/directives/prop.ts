import { propWithoutComponent } from "../messages.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-prop-<name>`: read with its component; here it has none. */
export function compileProp({ page, attribute }: DirectiveContext): ElementBinding[] {
  page.reporter.report(propWithoutComponent(attribute.name), attribute.nameSpan);
  return [];
}
