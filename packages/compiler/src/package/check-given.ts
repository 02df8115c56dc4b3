import type { Diagnostic } from "@rune/schema";
import { VIEW_FUNCTION, checkedName } from "../html/index.ts";
import type { CheckedText } from "./check-views.ts";
import { nameFile, writeImport } from "./check-views.ts";

/** A place where a view gives a component values. */
interface Gift {
  from: CheckedText;
  number: number;
  props: readonly string[];
}

/**
 * Declares the names of components that their uses give them: with the types of the values there, in their rows and conditions. A name that no
 * use gives, and one that is given by a view of which nothing is known, can be anything.
 */
export function declareGiven(texts: readonly CheckedText[]): CheckedText[] {
  const gifts = new Map<string, Gift[]>();
  for (const from of texts) {
    from.uses?.forEach(({ view, props }, number) => {
      const known = gifts.get(view) ?? [];
      gifts.set(view, [...known, { from, number, props }]);
    });
  }
  return texts.map((text) => {
    const own = gifts.get(text.name) ?? [];
    const names = (text.open ?? []).filter((name) => own.some(({ props }) => props.includes(name)));
    if (names.length === 0 || own.some(({ from }) => from.text === "")) return text;
    const header = text.header.replace(VIEW_FUNCTION, () => declare(text, names, own) + VIEW_FUNCTION);
    return { ...text, header, explain: (findings) => text.explain(findings).map(soften) };
  });
}

/** What a component compares with may be given to it by a use that is still to come. */
function soften(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === "view_impossible_comparison" ? { ...diagnostic, severity: "warning" } : diagnostic;
}

function declare({ file }: CheckedText, names: readonly string[], gifts: readonly Gift[]): string {
  const givers = [...new Set(gifts.map(({ from }) => from))];
  const imports = givers.map((from, i) => writeImport([`$view as $view${i}`], nameFile(from), file));
  const lines = names.map((name) => {
    const types = gifts.map(
      ({ from, number }) => `$Given<typeof $view${givers.indexOf(from)}, ${number}, ${JSON.stringify(name)}>`,
    );
    return `declare const ${checkedName(name)}: ${types.join(" | ")};\n`;
  });
  return [...imports, ...lines].join("");
}
