import type { PageContext } from "../page-context.ts";
import type { PageNode } from "../page-tree.ts";
import { checkText } from "../placeholders/check-text.ts";
import { transformNodes } from "../structure/transform-nodes.ts";
import { markAlways } from "./mark-always.ts";

/** A component of a file, with what was noted of it. */
export interface TransformedDefinition {
  context: PageContext;
  nodes: PageNode[];
}

/** Transforms the components that a file defines; one may define others where it uses them. */
export function compileDefinitions(page: PageContext): TransformedDefinition[] {
  const done: TransformedDefinition[] = [];
  // What is defined meanwhile is visited as well.
  for (const { view, content, isRepeated, element } of page.definitions.values()) {
    const controller = page.options.controllers[view];
    // Without its controller the view cannot be judged; its own errors would be noise.
    const isUnknown = !controller && element.attributes.some(({ name }) => name === "data-controller");
    const context: PageContext = {
      ...page,
      name: view,
      kind: "component",
      options: { ...page.options, controller, data: {}, ...(isUnknown && { names: "open" as const }) },
      ids: isRepeated ? new Map() : page.ids,
      isRepeated,
      uses: [],
      reads: new Map(),
      slots: new Map(),
      checks: [],
      // It may have a controller of its own.
      impure: new Set(),
      outlets: [],
    };
    checkText(context, undefined, content);
    const nodes = transformNodes(context, undefined, content);
    markAlways(nodes);
    done.push({ context, nodes });
  }
  return done;
}
