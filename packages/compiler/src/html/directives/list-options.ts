import type { CheckedOption } from "../check/check-node.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import { inputType } from "./input-type.ts";

/** What has no value that is written, or cannot be chosen. */
const unlisted = ["disabled", "data-bind-value", "data-bind-disabled"];

/** The values of which a field gives one, as far as they are written in the HTML. */
export function listOptions(field: MarkupElement): CheckedOption[] {
  if (field.tag === "select") return find(field, "multiple") ? [] : field.children.flatMap(listIn);
  if (inputType(field) !== "radio" || unlisted.some((name) => find(field, name))) return [];
  const value = find(field, "value");
  return value ? [{ text: value.value, span: value.valueSpan }] : [];
}

function listIn(node: MarkupElement["children"][number]): CheckedOption[] {
  if (node.type !== "element") return [];
  // One that is hidden is there to be seen only; of radio buttons, the labels can still be clicked.
  if ([...unlisted, "hidden"].some((name) => find(node, name))) return [];
  if (node.tag !== "option") return node.children.flatMap(listIn);
  const value = find(node, "value");
  if (value) return [{ text: value.value, span: value.valueSpan }];
  const [content, ...others] = node.children;
  if (content?.type !== "text" || others.length > 0 || find(node, "data-bind")) return [];
  return [{ text: content.value.trim().replace(/[\t\n\f\r ]+/g, " "), span: content.span }];
}

function find({ attributes }: MarkupElement, name: string): MarkupAttribute | undefined {
  return attributes.find((each) => each.name === name);
}
