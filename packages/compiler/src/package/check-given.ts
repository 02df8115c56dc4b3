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
 * Declares what views give components, and the names of components that their uses give them: with the types of the values there, in their rows and conditions. A name that no
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
  const byName = new Map(texts.map((text) => [text.name, text]));
  return texts.map((text) => {
    const given = declareUses(text, byName);
    const own = gifts.get(text.name) ?? [];
    const names = (text.open ?? []).filter((name) => own.some(({ props }) => props.includes(name)));
    const isKnown = names.length > 0 && own.every(({ from }) => from.text !== "");
    const declared = given + (isKnown ? declare(text, names, own) : "");
    if (declared === "") return text;
    const header = text.header.replace(VIEW_FUNCTION, () => declared + VIEW_FUNCTION);
    return isKnown ? { ...text, header, explain: (found) => text.explain(found).map(soften) } : { ...text, header };
  });
}

/** Declares what gives components values: those that their controllers keep are of the types that these say; `undefined` leaves a variable what it is. */
function declareUses({ file, uses = [] }: CheckedText, texts: ReadonlyMap<string, CheckedText>): string {
  return uses
    .map(({ view, props }, i) => {
      const controller = texts.get(view)?.controller;
      const kept = controller ? props.filter((name) => controller.exports.includes(name)) : [];
      const alias = (name: string): string => `$kept${i}${checkedName(name)}`;
      const types = kept.map((name) => `${JSON.stringify(name)}: typeof ${alias(name)} | undefined;`).join(" ");
      const imported = kept.map((name) => `${name} as ${alias(name)}`);
      return (
        (controller && kept.length > 0 ? writeImport(imported, controller.file, file) : "") +
        `declare function $use${i}<const N extends number, P extends { ${types} }>(use: N, props: P): { $use: N; $props: P };\n`
      );
    })
    .join("");
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
