import type { MarkupElement } from "../parse/markup.ts";
import { inputType } from "./input-type.ts";

/** Inputs that nothing is entered in. */
const buttons: ReadonlySet<string> = new Set(["button", "submit", "reset", "image", "hidden"]);

/** Whether something can be entered or chosen in an element of a form. */
export function isField(element: MarkupElement): boolean {
  const { tag } = element;
  if (tag !== "input") return tag === "textarea" || tag === "select";
  const type = inputType(element);
  return type === undefined || !buttons.has(type);
}
