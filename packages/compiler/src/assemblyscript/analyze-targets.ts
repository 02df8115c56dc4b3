import { LiteralKind, NodeKind } from "./syntax-kinds.ts";
import type { CallExpression, Expression, LiteralExpression, StringLiteralExpression } from "assemblyscript";
import { compareText } from "@rune/schema";
import type { ModuleTarget } from "../engines/compiled-module.ts";
import { authorSources } from "./project.ts";
import type { Project } from "./project.ts";
import { runeFunctionOf, unwrap, visitUpwards } from "./syntax-tree.ts";

/** Guest functions whose first argument names a node, of `navigate` a page or path, or a file of the package. */
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

/** Finds the nodes, pages and paths that the author's files name with a literal, each once a function, ordered by node and function. */
export function analyzeTargets(project: Project): ModuleTarget[] {
  const found = new Map<string, ModuleTarget>();
  for (const source of authorSources(project)) {
    visitUpwards(source, (visited) => {
      const name = runeFunctionOf(visited);
      if (name === undefined || !targetFunctions.has(name)) return;
      const node = textOf((visited as CallExpression).args[0]);
      if (node !== undefined) found.set(JSON.stringify([node, name]), { node, function: name });
    });
  }
  return [...found.values()].sort((a, b) => compareText(a.node, b.node) || compareText(a.function, b.function));
}

/** The value of a literal text. */
function textOf(expression: Expression | undefined): string | undefined {
  const inner = expression && unwrap(expression);
  const isText = inner?.kind === NodeKind.Literal && (inner as LiteralExpression).literalKind === LiteralKind.String;
  return isText ? (inner as StringLiteralExpression).value : undefined;
}
