/** Attribute that stands for an element's own style until the runtime has set that. */
export const STYLE_ATTRIBUTE = "data-rune-style";

/**
 * Styles of single elements. A page whose policy forbids styles in markup takes them from a sheet, by a number that the element has.
 */
export interface FrameStyles {
  /** Notes what an element has; gives its number, or `undefined` for no style. */
  add(declarations: ReadonlyMap<string, string>): string | undefined;
  /** The sheet; empty where no element has a style. */
  text(): string;
}

/** What can stand in a declaration and end nothing around it. */
const harmlessValue = /^[\w\s#%.,()+*/!-]+$/;
const harmlessName = /^-{0,2}[a-z][\w-]*$/i;

export function createFrameStyles(): FrameStyles {
  const numbers = new Map<string, string>();
  return {
    add(declarations) {
      const text = Array.from(declarations, ([name, value]) => `${name}:${value}`).join(";");
      if (text === "") return undefined;
      const number = numbers.get(text) ?? String(numbers.size);
      numbers.set(text, number);
      return number;
    },
    // As the style of an element, these have their way against all that classes and ids say.
    text: () =>
      Array.from(
        numbers,
        ([text, number]) => `[${STYLE_ATTRIBUTE}="${number}"]${":not(#a#b)".repeat(2)}{${text}}\n`,
      ).join(""),
  };
}

/** Adds declarations to those of an element, but for what could be read as more than one. */
export function addDeclarations(target: Map<string, string>, declarations: Iterable<readonly [string, string]>): void {
  for (const [name, value] of declarations) {
    const isHarmless = harmlessName.test(name) && harmlessValue.test(value) && !/url\s*\(|\/\*|\*\//i.test(value);
    if (isHarmless) target.set(name, value.trim());
  }
}

/** Takes CSS text apart. */
export function splitDeclarations(text: string): [name: string, value: string][] {
  return text.split(";").flatMap((each): [string, string][] => {
    const colon = each.indexOf(":");
    return colon < 0 ? [] : [[each.slice(0, colon).trim(), each.slice(colon + 1)]];
  });
}
