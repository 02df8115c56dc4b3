import { controllerWithoutComponent, directiveConflict, unexpectedValue } from "../messages.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import type { Reporter } from "../reporter.ts";

/** The directives of an element that shape the tree. */
export interface Structure {
  if?: MarkupAttribute;
  elseIf?: MarkupAttribute;
  else?: MarkupAttribute;
  for?: MarkupAttribute;
  each?: MarkupAttribute;
  key?: MarkupAttribute;
  use?: MarkupAttribute;
  component?: MarkupAttribute;
}

const parts: Readonly<Record<string, keyof Structure>> = {
  "data-if": "if",
  "data-else-if": "elseIf",
  "data-else": "else",
  "data-for": "for",
  "data-each": "each",
  "data-key": "key",
  "data-use": "use",
  "data-component": "component",
};

const useTemplate = "put one of them on a <template> around the element";
const conflicts: readonly [first: keyof Structure, second: keyof Structure, hint: string][] = [
  ["if", "elseIf", "an element is one branch"],
  ["if", "else", "use `data-else-if` for a branch with a condition"],
  ["elseIf", "else", "an element is one branch"],
  ["elseIf", "for", useTemplate],
  ["else", "for", useTemplate],
  ["use", "each", "the component fills the element"],
  ["component", "use", "an element is one component"],
];

/** Reads the structural directives of an element and reports those that exclude each other. */
export function readStructure(element: MarkupElement, reporter: Reporter): Structure {
  const structure: Structure = {};
  for (const attribute of element.attributes) {
    const part = Object.hasOwn(parts, attribute.name) ? parts[attribute.name] : undefined;
    if (part) structure[part] = attribute;
  }
  const controller = element.attributes.find(({ name }) => name === "data-controller");
  if (controller && !structure.component) reporter.report(controllerWithoutComponent(), controller.nameSpan);
  for (const [first, second, hint] of conflicts) {
    const one = structure[first];
    const other = structure[second];
    if (one && other) {
      reporter.report(directiveConflict(one.name, other.name, hint), other.nameSpan);
      delete structure[second];
    }
  }
  if (structure.else && structure.else.value.trim() !== "") {
    const hint = "use `data-else-if` for a branch with a condition";
    reporter.report(unexpectedValue("data-else", hint), structure.else.valueSpan);
  }
  return structure;
}
