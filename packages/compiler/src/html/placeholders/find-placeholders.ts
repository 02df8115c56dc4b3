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

const placeholder = /\{\{([^{}]*[^{}\s][^{}]*)\}\}|\$\{([^{}]*[^{}\s][^{}]*)\}/g;

/** Finds `{{ … }}` and `${…}`. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!text.includes("{")) return [];
  return [...text.matchAll(placeholder)].map(({ 0: whole, 1: double, 2: dollar, index }) => {
    const inner = (double ?? dollar ?? "").trim();
    return { text: whole, expression: dropFilter(inner), isBlock: /^[#/>^@]/.test(inner), index };
  });
}

function dropFilter(inner: string): string {
  const filter = inner.search(/(?<!\|)\|(?!\|)/);
  return filter > 0 ? inner.slice(0, filter).trim() : inner;
}
