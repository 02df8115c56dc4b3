import type { ViewHead } from "@rune/schema";
import { toText } from "../renderer/to-text.ts";
import type { Evaluator } from "./evaluator.ts";
import { UNKNOWN } from "./evaluator.ts";

/** What a page says of its document at first. */
export interface FrameHead {
  readonly title?: string;
  readonly lang?: string;
  readonly meta?: readonly { readonly name: string; readonly content: string }[];
}

/** Reads what a view says, with the values of its bindings where they are known. */
export function readFrameHead({ title, lang, meta = [], bindings = [] }: ViewHead, evaluator: Evaluator): FrameHead {
  const facts = new Map<string, string>();
  const contents = new Map(meta.map(({ name, content }) => [name, content]));
  if (title !== undefined) facts.set("title", title);
  if (lang !== undefined) facts.set("lang", lang);
  for (const { type, name, value } of bindings) {
    const known = evaluator.evaluate(value, { component: undefined, row: undefined, depth: 0 });
    if (known === UNKNOWN || known === undefined || known === null) continue;
    if (type === "meta") contents.set(name ?? "", toText(known));
    else facts.set(type, toText(known));
  }
  // As at run time, a page does not say how others learn of where the user comes from.
  const written = [...contents].filter(([name]) => name.toLowerCase() !== "referrer");
  return { ...Object.fromEntries(facts), meta: written.map(([name, content]) => ({ name, content })) };
}
