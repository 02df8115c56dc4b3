import type { Expression, ModelBinding, ModelModifier } from "@rune/schema";
import type { EnteredKind } from "../check/check-node.ts";
import { readExpression } from "../expression/compile-expression.ts";
import { inputType } from "./input-type.ts";
import { isField } from "./is-field.ts";
import { listOptions } from "./list-options.ts";
import {
  modelConstant,
  modelElement,
  modelGiven,
  modelPlace,
  modelRow,
  modelType,
  unknownModifier,
} from "./messages.ts";
import { suggestName } from "../names/suggest.ts";
import type { PageContext } from "../page-context.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { MarkupElement } from "../parse/markup.ts";
import type { DirectiveContext } from "./directive.ts";
import { splitModifiers } from "./split-modifiers.ts";

const modifierNames: readonly ModelModifier[] = ["lazy", "trim", "number"];

/** `data-model="path"`: two-way binding of what a user enters. `argument` holds the modifiers. */
export function compileModel({ page, scope, element, attribute, argument }: DirectiveContext): ElementBinding[] {
  const modifiers = splitModifiers(argument, attribute).modifiers.flatMap(({ written, name, span }) => {
    const known = modifierNames.find((each) => each === name);
    if (!known) {
      const suggestion = suggestName(name, modifierNames);
      page.reporter.report(
        unknownModifier(written, suggestion && `.${suggestion}`, modifierNames, "nothing else"),
        span,
      );
    }
    return known ?? [];
  });
  const problem = checkElement(element);
  if (problem) page.reporter.report(problem, attribute.nameSpan);
  const found = readExpression(page, scope, attribute);
  if (!found) return [];
  const { expression } = found.lowered;
  const enters = findEntered(element);
  page.checks.push(
    enters
      ? { type: "model", place: found.checked, enters, options: listOptions(element) }
      : { type: "value", expression: found.checked },
  );
  const place = asPlace(expression);
  if (!place) {
    const isRow = Array.isArray(expression) && expression[0] === "item";
    page.reporter.report(isRow ? modelRow(attribute.value.trim()) : modelPlace(), attribute.valueSpan);
    return [];
  }
  const constant = findConstant(page, place);
  if (constant !== undefined) {
    page.reporter.report(modelConstant(constant, page.options.controller?.file ?? ""), attribute.valueSpan);
  }
  const given = place[0] === "data" && page.reads.has(place[1]) ? place[1] : undefined;
  if (given !== undefined) page.reporter.report(modelGiven(given), attribute.valueSpan);
  return [{ type: "model", place, ...(modifiers.length > 0 ? { modifiers: [...new Set(modifiers)] } : {}) }];
}

function checkElement(element: MarkupElement) {
  const { tag, attributes } = element;
  if (isField(element)) return undefined;
  if (tag === "input") return modelType(inputType(element) ?? "");
  const isEditable = attributes.some(({ name }) => name === "contenteditable" || name === "data-bind-contenteditable");
  return isEditable ? undefined : modelElement(tag);
}

/** What the element gives; `undefined` where that is not known. */
function findEntered(element: MarkupElement): EnteredKind | undefined {
  const { tag, attributes } = element;
  const valueOf = (name: string): string | undefined => attributes.find((each) => each.name === name)?.value;
  if (tag === "select") {
    if (valueOf("data-bind-multiple") !== undefined) return undefined;
    return valueOf("multiple") === undefined ? "text" : "list";
  }
  if (tag !== "input" || valueOf("data-bind-type") !== undefined) return tag === "input" ? undefined : "text";
  const type = inputType(element);
  if (type === "checkbox") return "check";
  // Radio buttons share a value of any kind.
  if (type === "radio") return "text";
  return type === "file" ? "files" : "text";
}

function asPlace(expression: Expression): ModelBinding["place"] | undefined {
  if (!Array.isArray(expression)) return undefined;
  const [operation] = expression;
  return operation === "data" || operation === "get" || operation === "at"
    ? (expression as ModelBinding["place"])
    : undefined;
}

/** The exported name that cannot be assigned, if the place is one. */
function findConstant({ options }: PageContext, [operation, name]: ModelBinding["place"]): string | undefined {
  if (operation !== "data") return undefined;
  const variable = options.controller?.variables?.find((each) => each.name === name);
  return variable && !variable.writable ? variable.name : undefined;
}
