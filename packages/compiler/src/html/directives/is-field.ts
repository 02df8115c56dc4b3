import type { MarkupElement } from "../parse/markup.ts";

/** Inputs that nothing is entered in. */
const buttons: ReadonlySet<string> = new Set(["button", "submit", "reset", "image", "hidden"]);

/** Whether something can be entered or chosen in an element of a form. */
export function isField({ tag, attributes }: MarkupElement): boolean {
  if (tag !== "input") return tag === "textarea" || tag === "select";
  const type = attributes
    .find(({ name }) => name === "type")
    ?.value.trim()
    .toLowerCase();
  return type === undefined || !buttons.has(type);
}
