import type { ComponentProp } from "@rune/schema";
import type { UseCheck } from "../check/check-node.ts";
import { readExpression } from "../expression/compile-expression.ts";
import { findDirective } from "../directives/find-directive.ts";
import { directiveConflict, invalidPropName, missingDirectiveName } from "../messages.ts";
import { isVariableName } from "../names/is-variable-name.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import { noteGiven } from "../resources/note-packaged.ts";
import type { NamedPlace } from "./component-use.ts";

const PREFIX = "data-prop-";
const BINDING = "data-bind-";

/** Whether an attribute gives a component a value. */
export function isProp({ name }: MarkupAttribute): boolean {
  return name.startsWith(PREFIX);
}

/** The name that an attribute gives a value by, which may be none that it could have. */
export function propName({ written }: MarkupAttribute): string {
  return toName(written.slice(PREFIX.length));
}

/** As scripts write a name of several words. */
function toName(written: string): string {
  return written.replace(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());
}

/** What an element has that looks as if it gave the component a value: `label="…"`, `data-label="…"`, `data-bind-label="…"`. */
export function readAttributes(page: PageContext, { attributes }: MarkupElement): NamedPlace[] {
  return attributes
    .filter(({ name }) => !/^(?:data-bind-)?(?:id|class|style|slot)$/.test(name))
    .filter((attribute) => attribute.name.startsWith(BINDING) || findDirective(attribute).type === "attribute")
    .map(({ written, nameSpan: { start, end } }) => ({
      name: toName(written.replace(/^data-(?:bind-)?/i, "")),
      range: page.source.createRange(start, end),
    }));
}

/**
 * Compiles the `data-prop-<name>="expr"` of an element. Names keep the author's letters; HTML's way to write two words is understood, too:
 * `data-prop-max-length` is `maxLength`. Who calls it says of the check which view is given the values.
 */
export function readProps(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
): { props: ComponentProp[]; places: NamedPlace[]; check: UseCheck } {
  const props: ComponentProp[] = [];
  const places: NamedPlace[] = [];
  const check: UseCheck = { type: "use", view: undefined, props: [] };
  page.checks.push(check);
  const written = new Map<string, string>();
  for (const attribute of element.attributes.filter(isProp)) {
    const name = readName(page, attribute);
    const value = readExpression(page, scope, attribute);
    if (name === undefined) continue;
    const first = written.get(name);
    if (first !== undefined) {
      const message = directiveConflict(first, attribute.name, `both are \`${name}\``);
      page.reporter.report(message, attribute.nameSpan);
      continue;
    }
    written.set(name, attribute.name);
    const { start, end } = attribute.nameSpan;
    places.push({ name, range: page.source.createRange(start, end) });
    if (!value) continue;
    noteGiven(page, value.checked);
    props.push({ name, value: value.lowered.expression });
    check.props.push({ name, value: value.checked });
  }
  return { props, places, check };
}

function readName(page: PageContext, attribute: MarkupAttribute): string | undefined {
  const rest = attribute.written.slice(PREFIX.length);
  const name = propName(attribute);
  if (rest === "") {
    page.reporter.report(missingDirectiveName(PREFIX, `${PREFIX}title="expr"`), attribute.nameSpan);
  } else if (!isVariableName(name)) page.reporter.report(invalidPropName(rest), attribute.nameSpan);
  else return name;
  return undefined;
}
