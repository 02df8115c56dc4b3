import type { View } from "@rune/schema";
import { generateTemplates } from "./generate.ts";
import { extractHead } from "./head/extract-head.ts";
import { extractStyles } from "./head/extract-styles.ts";
import { resolveOptions } from "./options.ts";
import type { CompileViewInput, CompileViewOptions } from "./options.ts";
import type { PageContext } from "./page-context.ts";
import { parsePage } from "./parse/parse-page.ts";
import { checkText } from "./placeholders/check-text.ts";
import { createReporter } from "./reporter.ts";
import type { CompileViewResult } from "./result.ts";
import { createSource } from "./source.ts";
import { transformNodes } from "./structure/transform-nodes.ts";

/** Compiles the HTML of one page to its view. Never throws; everything wrong with the page is among the diagnostics. */
export function compileView(input: CompileViewInput, options: CompileViewOptions = {}): CompileViewResult {
  const page = createPage(input, options);
  const markup = parsePage(page.source.text, page.options.policy, page.reporter);
  markup.head = extractStyles(page, markup.head);
  markup.body = extractStyles(page, markup.body);
  const { head, body } = extractHead(page, markup);
  checkText(page, body);
  const nodes = transformNodes(page, undefined, body);

  const diagnostics = page.reporter.list();
  const { route, links, styles, assets, rooted } = page;
  const result: CompileViewResult = { ...(route && { route }), links, styles, assets, rooted, diagnostics };
  if (diagnostics.some(({ severity }) => severity === "error")) return result;
  const templates = generateTemplates(nodes);
  const view: View = {
    format: "rune.view",
    version: 1,
    name: input.name,
    ...(Object.keys(head).length > 0 && { head }),
    templates,
  };
  return { view, ...result };
}

function createPage(input: CompileViewInput, options: CompileViewOptions): PageContext {
  const source = createSource(input.source);
  return {
    name: input.name,
    source,
    reporter: createReporter(input.file, source),
    options: resolveOptions(options),
    route: undefined,
    links: [],
    styles: [],
    assets: [],
    rooted: [],
    ids: new Map(),
  };
}
