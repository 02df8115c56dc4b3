import { createCustomProperties } from "./custom-properties.ts";
import type { MarkupPolicy, MarkupRefusal } from "./markup-rules.ts";
import { MAX_STYLE_DEPTH, type StyleContent } from "./style-urls.ts";

/** Most words and signs of a declaration or selector: browsers go through some recursively, and tens of thousands end the page around the app. */
export const LONGEST_STYLE = 2000;

/** Whether CSS has in it what browsers do not bear, wherever it loads from. Its custom properties become known. */
export function checkStyle(
  tag: string,
  attribute: string,
  { depth, length, links, readsAttributes }: StyleContent,
  { properties }: MarkupPolicy,
): MarkupRefusal | undefined {
  if (depth > MAX_STYLE_DEPTH) return { type: "depth", tag, attribute };
  if (length > LONGEST_STYLE) return { type: "length", tag, attribute };
  if (readsAttributes) return { type: "typed", tag, attribute };
  const isNear = (properties ?? createCustomProperties()).declare(links);
  return isNear ? undefined : { type: "chain", tag, attribute };
}
