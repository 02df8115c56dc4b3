import type { View, ViewHead } from "@rune/schema";
import { createViewCheck } from "./check/view-check.ts";
import { compileDefinitions } from "./components/compile-definitions.ts";
import { describeComponent } from "./components/describe-component.ts";
import { extractDefinitions } from "./components/extract-definitions.ts";
import { markAlways } from "./components/mark-always.ts";
import { generateTemplates } from "./generate.ts";
import { extractHead } from "./head/extract-head.ts";
import { extractStyles } from "./head/extract-styles.ts";
import { resolveOptions } from "./options.ts";
import type { CompileViewInput, CompileViewOptions } from "./options.ts";
import type { PageContext } from "./page-context.ts";
import type { PageNode } from "./page-tree.ts";
import { checkOutlet } from "./outlet/check-outlet.ts";
import { parsePage } from "./parse/parse-page.ts";
import { checkText } from "./placeholders/check-text.ts";
import { createReporter } from "./reporter.ts";
import type { CompileViewResult } from "./result.ts";
import { createSource } from "./source.ts";
import { transformNodes } from "./structure/transform-nodes.ts";

/**
 * Compiles the HTML of one page or component to its view, and the components that it defines for itself to theirs. Never throws; everything wrong
 * with the file is among the diagnostics.
 */
export function compileView(input: CompileViewInput, options: CompileViewOptions = {}): CompileViewResult {
  const page = createPage(input, options);
  const markup = parsePage(page.source.text, page.kind, page.reporter, input.within);
  markup.head = extractStyles(page, markup.head);
  markup.body = extractStyles(page, markup.body);
  const { head, body } = page.kind === "component" ? { head: {}, body: markup.body } : extractHead(page, markup);
  const content = extractDefinitions(page, body);
  checkText(page, undefined, content);
  const nodes = transformNodes(page, undefined, content);
  markAlways(nodes);
  checkOutlet(page, nodes);
  const inner = compileDefinitions(page);

  const diagnostics = page.reporter.list();
  const isWrong = diagnostics.some(({ severity }) => severity === "error");
  const { route, links, styles, assets, rooted, uses, calls } = page;
  return {
    ...(!isWrong && { view: createView(page.name, nodes, head) }),
    ...(route && { route }),
    ...(page.kind === "component" && { component: describeComponent(page) }),
    components: inner.map(({ context, nodes: own }) => ({
      ...(!isWrong && { view: createView(context.name, own, {}) }),
      name: context.name,
      component: describeComponent(context),
      uses: context.uses,
    })),
    uses,
    links,
    styles,
    assets,
    rooted,
    calls,
    checks: [page, ...inner.map(({ context }) => context)].map((context) => createViewCheck(context, input.file)),
    diagnostics,
  };
}

function createView(name: string, nodes: readonly PageNode[], head: ViewHead): View {
  return {
    format: "rune.view",
    version: 1,
    name,
    ...(Object.keys(head).length > 0 && { head }),
    templates: generateTemplates(nodes),
  };
}

function createPage(input: CompileViewInput, options: CompileViewOptions): PageContext {
  const source = createSource(input.source);
  const { name, kind = "page", folder = `pages/${name}` } = input;
  return {
    name,
    kind,
    root: name,
    folder,
    source,
    reporter: createReporter(input.file, source),
    options: resolveOptions(options),
    route: undefined,
    links: [],
    styles: [],
    assets: [],
    rooted: [],
    ids: new Map(),
    isRepeated: kind === "component",
    definitions: new Map(),
    uses: [],
    reads: new Map(),
    slots: new Map(),
    checks: [],
    calls: [],
    impure: new Set(),
    outlets: [],
  };
}
