import {
  findOrigin,
  findScheme,
  MAX_STYLE_DEPTH,
  stripUrl,
  type MarkupPolicy,
  type MarkupRefusal,
} from "./markup-rules.ts";
import { readStyle } from "./style-urls.ts";

/** Whether a style sheet loads from other origins than those of the policy, or is nested deeper than browsers bear. */
export function checkStyleSheet(css: string, policy: MarkupPolicy): MarkupRefusal | undefined {
  const { urls, depth } = readStyle(css);
  if (depth > MAX_STYLE_DEPTH) return { type: "depth", tag: "style", attribute: "" };
  for (const text of urls) {
    const url = stripUrl(text);
    const origin = findOrigin(url, findScheme(url));
    // Strings are not all addresses, and none with a blank in its host loads.
    if (origin !== undefined && !origin.includes(" ") && !policy.origins.includes(origin))
      return { type: "origin", tag: "style", attribute: "url()", origin };
  }
  return undefined;
}
