import type { MarkupAttribute } from "../parse/markup.ts";
import type { Span } from "../reporter.ts";

/** A modifier as the author wrote it, without its dot. */
export interface WrittenModifier {
  written: string;
  /** In lower case. */
  name: string;
  /** With the dot. */
  span: Span;
}

/** Takes apart the end of an attribute's name: `click.prevent.once`. */
export function splitModifiers(
  argument: string,
  attribute: MarkupAttribute,
): { name: string; modifiers: WrittenModifier[] } {
  const [name = "", ...rest] = argument.split(".");
  let at = attribute.nameSpan.end - argument.length + name.length;
  const modifiers = rest.map((written): WrittenModifier => {
    const span = { start: at, end: at + 1 + written.length };
    at = span.end;
    return { written, name: written.toLowerCase(), span };
  });
  return { name, modifiers };
}
