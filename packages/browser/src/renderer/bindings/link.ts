import type { LinkBinding } from "@rune/schema";
import { linkInvalid } from "../../messages.ts";
import type { CompiledBinding } from "../block.ts";
import { writeAttribute } from "../element-tag.ts";
import { compileExpression } from "../expression.ts";
import { toText } from "../to-text.ts";
import type { BindingScope } from "./binding-scope.ts";

interface LinkMemory {
  path: string | undefined;
  isActive: boolean | undefined;
}

/**
 * `data-link`: a real `href`, so that the link works in a new tab, for keyboards and for readers; a plain click on it
 * stays in the app. The link to the route that shows is `aria-current="page"` and has the author's active class.
 */
export function compileLink(binding: LinkBinding, { context, tag }: BindingScope): CompiledBinding {
  const { active } = binding;
  const { events, links } = context;
  const evaluate = compileExpression(binding.to, context);
  const isAnchor = tag === "a" || tag === "area" || tag === "svg:a";
  return {
    create(node): LinkMemory {
      const memory: LinkMemory = { path: undefined, isActive: undefined };
      events.listenLink(node as Element, () => memory.path);
      return memory;
    },
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
