import type { MarkupElement } from "../parse/markup.ts";

/** The `type` of an input as it is written, for comparing; `undefined` where none is. */
export function inputType({ attributes }: MarkupElement): string | undefined {
  return attributes
    .find(({ name }) => name === "type")
    ?.value.trim()
    .toLowerCase();
}
