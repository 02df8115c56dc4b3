/** Attributes with their strings, escapes, and what means the root of a document. */
const roots =
  /\[(?:"(?:[^"\\]|\\[^])*"?|[^\]"])*\]?|\\[^]|:(root|host)(?![\w-])|(?<![-\w.#:\\\u0080-\uffff])(html|body)(?![-\w\\\u0080-\uffff])/gi;

/**
 * Lets a selector mean the app's element where it says `:root`, `:host`, `html` or `body`. These are one element now, so that `html > body` and
 * `html body` are it, too.
 */
export function mapSelector(selector: string, anchor: string): string {
  const mapped = selector.replace(roots, (text, pseudo?: string, tag?: string) =>
    pseudo === undefined && tag === undefined ? text : anchor,
  );
  if (mapped === selector) return selector;
  // `:host(.dark)` asks for something of the element.
  const parts = mapped.split(anchor).map((part, index) => (index > 0 && part.startsWith("(") ? `:is${part}` : part));
  const joined = parts.map((part, index) => {
    const isBetween = index > 0 && index < parts.length - 1;
    return isBetween && /^[^\s>+~,()]*(?:\s*>\s*|\s+)$/.test(part) ? part.replace(/(?:\s*>\s*|\s+)$/, "") : part;
  });
  return joined.join(anchor);
}
