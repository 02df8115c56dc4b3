import type { Scope } from "../names/scope.ts";
import { findRowName, hasUnknownRow } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";

/** A part of static text that other template languages would evaluate. */
export interface Placeholder {
  /** As written, with its braces. */
  text: string;
  /** What is between the braces; a filter after `|` is left out. */
  expression: string;
  /** Opens, closes or includes a block: `{{#if}}`. */
  isBlock: boolean;
  index: number;
}

const placeholder =
  /\{\{([^{}]*[^{}\s][^{}]*)\}\}|\$\{([^{}]*[^{}\s][^{}]*)\}|\{([a-z_$][\w$]*(?:\.[\w$]+)*(?:\([^{}"]*\))?)\}/gi;

/** Finds `{{ … }}`, `${…}`, and, around a path or a call of what the view knows, `{…}`. */
export function findPlaceholders(text: string, page: PageContext, scope: Scope | undefined): Placeholder[] {
  if (!text.includes("{")) return [];
  const found = [...text.matchAll(placeholder)].filter(
    ({ 3: single }) => single === undefined || isKnown(single, page, scope),
  );
  return found.map(({ 0: whole, 1: double, 2: dollar, 3: single, index }) => {
    const inner = (double ?? dollar ?? single ?? "").trim();
    return { text: whole, expression: dropFilter(inner), isBlock: /^[#/>^@]/.test(inner), index };
  });
}

/** People write braces in texts, too: only a name that there is was meant to be evaluated. A component is given names by others. */
function isKnown(expression: string, { kind, options }: PageContext, scope: Scope | undefined): boolean {
  const [name = ""] = /^[\w$]+/.exec(expression) ?? [];
  const { controller, data } = options;
  return (
    kind === "component" ||
    hasUnknownRow(scope) ||
    findRowName(scope, name) !== undefined ||
    [...(controller?.exports ?? []), ...(controller?.variables ?? [])].some((each) => each.name === name) ||
    Boolean(controller?.updates.names.includes(name)) ||
    Object.hasOwn(data, name)
  );
}

function dropFilter(inner: string): string {
  const filter = inner.search(/(?<!\|)\|(?!\|)/);
  return filter > 0 ? inner.slice(0, filter).trim() : inner;
}
