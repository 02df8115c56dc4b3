import { compileTemplate } from "../expression/compile-expression.ts";
import { directiveConflict, invalidLink, invalidName } from "../messages.ts";
import { isWord } from "../names/markup-names.ts";
import type { PageContext } from "../page-context.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import { checkLinkText } from "../placeholders/check-attribute-text.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-link="/users/${user.id}"`, with `data-link-active="class"` beside it: client-side navigation. */
export function compileLink({ page, scope, element, attribute }: DirectiveContext): ElementBinding[] {
  checkElement(page, element, attribute);
  checkTarget(page, attribute);
  checkLinkText(page, scope, attribute);
  const to = compileTemplate(page, scope, attribute)?.expression;
  if (typeof to === "string" && to.startsWith("/")) {
    const { start, end } = attribute.valueSpan;
    page.links.push({ path: to.replace(/[?#].*$/s, ""), range: page.source.createRange(start, end) });
  }
  const active = element.attributes.find(({ name }) => name === "data-link-active");
  return to === undefined ? [] : [{ type: "link", to, ...(active ? { active: active.value } : {}) }];
}

/** `data-link-active` is compiled with its `data-link`; here only its place and value are checked. */
export function compileLinkActive({ page, element, attribute }: DirectiveContext): ElementBinding[] {
  if (!element.attributes.some(({ name }) => name === "data-link")) {
    const problem = "`data-link-active` needs `data-link` on the same element";
    page.reporter.report(invalidLink(problem, 'for example `data-link="/settings"`'), attribute.nameSpan);
  } else if (!isWord(attribute.value)) {
    page.reporter.report(invalidName("data-link-active", attribute.value), attribute.valueSpan);
  }
  return [];
}

function checkElement(page: PageContext, element: MarkupElement, attribute: MarkupAttribute): void {
  if (!["a", "area", "svg:a"].includes(element.tag)) {
    const problem = `\`data-link\` makes a real link, and <${element.tag.replace(/^.*:/, "")}> can be none`;
    page.reporter.report(invalidLink(problem, "put it on an <a>"), attribute.nameSpan);
  }
  const href = element.attributes.find(({ name }) => name === "href" || name === "data-bind-href");
  if (href)
    page.reporter.report(directiveConflict(href.name, "data-link", "`data-link` sets `href` itself"), href.nameSpan);
}

function checkTarget(page: PageContext, attribute: MarkupAttribute): void {
  const { value } = attribute;
  if (/^(?:\/(?![/\\])|\$\{)/.test(value)) return;
  const isOutside = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(value);
  const hint = isOutside
    ? "use `href` for other sites"
    : /['"`+]/.test(value)
      ? 'it is a text, with data in `${…}`: `data-link="/users/${user.id}"`'
      : `begin with \`/\`: \`data-link="/${value.replace(/^(?:\.{0,2}\/)+/, "").trim()}"\``;
  const problem = value === "" ? "a link target is missing" : `\`${value}\` is not a path of the app`;
  page.reporter.report(invalidLink(problem, hint), value === "" ? attribute.nameSpan : attribute.valueSpan);
}
