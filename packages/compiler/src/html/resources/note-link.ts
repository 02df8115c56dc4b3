import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import { noteRooted } from "./note-rooted.ts";
import { isRootedUrl } from "./resolve-asset.ts";

/** Notes the `href` of a link that opens in the place of the page, unless a handler takes the click. */
export function noteLink(page: PageContext, { tag, attributes }: MarkupElement, attribute: MarkupAttribute): void {
  if (attribute.name !== "href" || !["a", "area", "svg:a"].includes(tag) || !isRootedUrl(attribute.value)) return;
  const isOther = attributes.some(
    ({ name, value }) =>
      name === "download" ||
      name === "data-link" ||
      (name === "target" && value !== "_self") ||
      /^data-onclick\..*\bprevent\b/.test(name),
  );
  if (!isOther) noteRooted(page, "link", attribute.value, attribute.valueSpan);
}
