import type { LinkBinding } from "@rune/schema";
import { compileLinkPath } from "./link-path.ts";
import { linkInvalid } from "./messages.ts";
import type { LinkPlace } from "../../events/owner.ts";
import type { CompiledBinding } from "../block.ts";
import { writeAttribute } from "../element-tag.ts";
import { compileValue } from "../expression.ts";
import { toText } from "../to-text.ts";
import { ROUTE } from "../reads.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";

interface LinkMemory extends LinkPlace {
  isActive: boolean | undefined;
}

/**
 * `data-link`: a real `href`, so that the link works in a new tab, for keyboards and for readers; a plain click on it
 * stays in the app. The link to the route that shows is `aria-current="page"` and has the author's active class.
 */
export function compileLink(binding: LinkBinding, scope: BindingScope): CompiledBinding {
  const { context, tag, reads } = scope;
  const { active } = binding;
  const { events, links } = context;
  const evaluate = compileLinkPath(binding.to, (each) => compileValue(each, scope));
  events.delegates("click");
  reads.names.add(ROUTE);
  const isAnchor = tag === "a" || tag === "area" || tag === "svg:a";
  return {
    listens: true,
    create: (): LinkMemory => ({ path: undefined, isActive: undefined }),
    update(node, memory, row) {
      const state = memory as LinkMemory;
      const element = node as Element;
      const path = toText(evaluate(row));
      if (path !== state.path) {
        const href = links.href(path);
        if (href === undefined) context.report(linkInvalid(path));
        if (isAnchor) writeAttribute(element, "href", href);
        state.path = path;
      }
      const isActive = links.isCurrent(path);
      if (isActive !== state.isActive) {
        if (active !== undefined) element.classList.toggle(active, isActive);
        if (isActive || state.isActive) writeAttribute(element, "aria-current", isActive ? "page" : undefined);
        state.isActive = isActive;
      }
      return state;
    },
  };
}
