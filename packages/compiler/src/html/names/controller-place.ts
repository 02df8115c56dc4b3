import type { ControllerPlace } from "../expression/messages.ts";
import type { PageContext } from "../page-context.ts";

/** Where the view would have its controller. */
export function findControllerPlace({ kind, name, root }: PageContext): ControllerPlace {
  if (kind === "layout") return { what: "layout", advice: "add `layout.ts` beside the layout" };
  if (kind === "page") return { what: "page", advice: "add `controller.ts` beside the page" };
  const own = name.slice(name.lastIndexOf("/") + 1);
  const advice =
    name === root
      ? `add \`${own}.ts\` beside the component`
      : `put \`data-controller="./${own}.ts"\` beside \`data-component\`, add the file`;
  return { what: "component", advice };
}
