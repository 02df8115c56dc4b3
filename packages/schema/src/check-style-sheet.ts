import { checkStyle } from "./check-style.ts";
import { findOrigin, findScheme, stripUrl, type MarkupPolicy, type MarkupRefusal } from "./markup-rules.ts";
import { readStyle } from "./style-urls.ts";

/** Whether a style sheet loads from other origins than those of the policy, or holds more than browsers bear. */
export function checkStyleSheet(css: string, policy: MarkupPolicy): MarkupRefusal | undefined {
  const content = readStyle(css);
  const refusal = checkStyle("style", "", content, policy);
  if (refusal) return refusal;
  for (const text of content.urls) {
    const url = stripUrl(text);
    const origin = findOrigin(url, findScheme(url));
    // Strings are not all addresses, and none with a blank in its host loads.
    if (origin !== undefined && !origin.includes(" ") && !policy.origins.includes(origin))
      return { type: "origin", tag: "style", attribute: "url()", origin };
  }
  return undefined;
}
