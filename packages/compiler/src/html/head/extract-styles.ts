import { invalidStylesheet } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode } from "../parse/markup.ts";
import { isRelativeUrl, resolveAsset } from "../resources/resolve-asset.ts";

/** Takes `<style>` and `<link rel="stylesheet">` out of the page, wherever they are, in source order. */
export function extractStyles(page: PageContext, nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (node.type === "text") return [node];
    if (node.tag === "style") extractStyle(page, node);
    else if (isStyleLink(node)) extractLink(page, node);
    else return [{ ...node, children: extractStyles(page, node.children) }];
    return [];
  });
}

function find(element: MarkupElement, name: string): MarkupAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

function isStyleLink(element: MarkupElement): boolean {
  const kinds = find(element, "rel")?.value.toLowerCase().trim().split(/\s+/);
  return element.tag === "link" && kinds?.length === 1 && kinds[0] === "stylesheet";
}

function extractStyle(page: PageContext, element: MarkupElement): void {
  checkAttributes(page, element, ["type"]);
  const text = element.children[0];
  if (text?.type !== "text") return;
  const range = page.source.createRange(text.span.start, text.span.end);
  page.styles.push({ type: "inline", css: text.value, range });
}

function extractLink(page: PageContext, element: MarkupElement): void {
  checkAttributes(page, element, ["rel", "href", "type"]);
  const href = find(element, "href");
  if (!href || href.value.trim() === "") {
    const message = invalidStylesheet("this style sheet has no address", 'write `href="./page.css"`');
    page.reporter.report(message, href?.nameSpan ?? element.span);
    return;
  }
  const resolved = isRelativeUrl(href.value)
    ? resolveAsset(page.folder, href.value)
    : { problem: "is not a file beside the page or in the app's assets" };
  if ("problem" in resolved || resolved.suffix !== "") {
    const problem = "problem" in resolved ? resolved.problem : "has a query or fragment";
    const hint = /^\/[\w./-]+$/.test(href.value.trim())
      ? `write the path from this file, such as \`.${href.value.trim()}\`, to a file of the app`
      : "copy the file into the app and write its relative path, such as `./page.css`";
    page.reporter.report(invalidStylesheet(`\`${href.value.trim()}\` ${problem}`, hint), href.valueSpan);
    return;
  }
  const range = page.source.createRange(href.valueSpan.start, href.valueSpan.end);
  page.styles.push({ type: "link", href: href.value.trim(), path: resolved.path, range });
}

function checkAttributes(page: PageContext, element: MarkupElement, known: readonly string[]): void {
  for (const { name, nameSpan } of element.attributes) {
    if (known.includes(name)) continue;
    const hint =
      name === "media" ? "write `@media` in the style sheet" : "style sheets are always on; switch classes instead";
    const message = invalidStylesheet(`\`${name}\` has no effect on <${element.tag}> in a view`, hint);
    page.reporter.report(message, nameSpan);
  }
}
