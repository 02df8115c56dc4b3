import type { RuneError } from "@rune/schema";

/**
 * Makes what says in the app's element why it did not start. Styled through CSSOM, because a strict policy forbids style attributes
 * and the page may have no style sheet of ours.
 */
export function createFailure(document: Document, error: RuneError): Element {
  const section = document.createElement("section");
  section.setAttribute("role", "alert");
  section.style.cssText =
    "margin:2rem auto;max-width:40rem;padding:1rem 1.5rem;border:1px solid #b3261e;border-radius:.5rem;" +
    "color:#410e0b;background:#fceeee;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere;white-space:pre-wrap";
  for (const [tag, text] of [
    ["h1", "This app could not be started"],
    ["p", error.message],
    ["code", error.code],
  ] as const) {
    section.appendChild(document.createElement(tag)).textContent = text;
  }
  return section;
}
