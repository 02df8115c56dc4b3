import { parseExpression } from "./expression/parse-expression.ts";
import type { MarkupNode } from "./parse/markup.ts";
import { parsePage } from "./parse/parse-page.ts";
import { createReporter } from "./reporter.ts";
import { createSource } from "./source.ts";

/** What the fields of a page assign. */
export interface ModelPlaces {
  /** Names, as they are. */
  names: readonly string[];
  /** Properties of whatever object; `[]` stands for an element by its position. */
  properties: readonly string[];
}

/**
 * The places that `data-model` assigns in a page that may have mistakes: modules must let them be assigned, and so are compiled with
 * these known.
 */
export function listModelPlaces(html: string): ModelPlaces {
  const names = new Set<string>();
  const properties = new Set<string>();
  const visit = (nodes: readonly MarkupNode[]): void => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      for (const { name, value } of node.attributes) {
        if (/^data-model(\.|$)/.test(name)) addPlace(value, names, properties);
      }
      visit(node.children);
    }
  };
  if (html.includes("data-model")) {
    const source = createSource(html);
    const page = parsePage(source.text, "page", createReporter("", source));
    visit(page.body);
  }
  return { names: [...names], properties: [...properties] };
}

function addPlace(value: string, names: Set<string>, properties: Set<string>): void {
  try {
    const node = parseExpression(value);
    if (node.type === "name") names.add(node.name);
    else if (node.type === "member") properties.add(node.name);
    else if (node.type === "index") properties.add("[]");
  } catch {
    // It is reported where the page is compiled.
  }
}
